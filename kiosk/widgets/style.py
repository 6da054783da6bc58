"""Stands where Kivy looks for the rules of its own widgets, so that it does not read 1,300 lines nobody uses.

- Reading Kivy's own rules costs more than all other imports of the start together; `kiosk/lockdown.py` points here.
- So a stock `Label` or `Button` would show nothing: whoever is tempted to use one sees it at once.

Deliberately not here: the rules of our widgets, which stand beside each widget.
"""
