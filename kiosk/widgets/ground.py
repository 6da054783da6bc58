"""A sheet laid under something, as a widget of its own: for a part of a card that has another colour.

Deliberately not here: which sheet (`sheets.py`, or the card that lays it).
"""

from __future__ import annotations

from kivy.properties import ListProperty, ObjectProperty
from kivy.uix.widget import Widget

from kiosk.widgets.surface import Surface


class Ground(Widget):
    """A stretched surface that can't be touched."""

    texture = ObjectProperty(None, allownone=True)
    border = ListProperty([0, 0, 0, 0])

    def lay(self, surface: Surface, under: Widget) -> None:
        """Lies under all of another widget."""
        bleed, self.texture, self.border = surface.bleed, surface.texture, surface.border
        self.pos, self.size = (under.x - bleed, under.y - bleed), (under.width + 2 * bleed, under.height + 2 * bleed)
