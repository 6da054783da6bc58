"""The product as its users meet it: a real window on a virtual display, touched from outside the process.

- One file a story; `terminal.py` is the hand that touches and the eye that looks.
- Not here: what one widget does (tests/ui) and what breaks (tests/fault).
"""
