"""A sheet laid under something, as a widget of its own: for a part of a card that has another colour.

Deliberately not here: which sheet (`sheets.py`, or the card that lays it).
"""

from __future__ import annotations

from kivy.properties import ListProperty, ObjectProperty
from kivy.uix.widget import Widget


class Ground(Widget):
    """A stretched surface that can't be touched."""

    texture = ObjectProperty(None, allownone=True)
    border = ListProperty([0, 0, 0, 0])
