"""The one controlled channel: batches up, receipts and feeds down, by either road; and the gateway behind it.

- May import content and modules, never kiosk; what it needs of a terminal it says in ports.py.
- WIRE.md is the specification of everything that crosses.
"""
