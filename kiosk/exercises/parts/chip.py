"""A small card on a pile: touching it takes it back in hand.

- It is smaller than other things that can be touched: the pile under it is the target, the chip only a way back.

Deliberately not here: where it lies (`pile.py`).
"""

from __future__ import annotations

from kivy.properties import ObjectProperty, StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Arranging
from kiosk.widgets.surface import Sheet
from kiosk.widgets.touchable import Touchable


class Chip(Arranging, Touchable):
    """A card that was laid, or the way to those that do not fit."""

    watched = ("text", "icon")

    text = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    value = ObjectProperty(None, allownone=True)

    def sheet(self) -> Sheet:
        """Gives a sheet that lies in its pile, not on it."""
        return sheets.quiet(self.look, pressed=self.pressed)

    @property
    def _inset(self) -> int:
        return round(self.look.unit * 1.25)

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(Role.LABEL) * 1.5) if self.icon else 0

    @property
    def _offset(self) -> float:
        return self._inset + (self._icon_px + self.look.unit if self.icon else 0)

    def natural_width(self) -> float:
        """Gives the width of its words on one line."""
        return float(self._offset + self.ids.words.natural_width() + self._inset)

    def natural_height(self, width: float) -> float:
        """Gives the height of its words at a width."""
        return float(self.ids.words.natural_height(max(1.0, width - self._offset - self._inset)) + self.look.unit)

    def arrange(self) -> None:
        """Places the pictogram at the reading edge and the words after it."""
        ids, icon = self.ids, self._icon_px
        ids.picture.size_px = icon
        ids.picture.size, ids.picture.pos = (icon, self.height), (self.lead(self._inset, icon), self.y)
        room = self.width - self._offset - self._inset
        ids.words.size, ids.words.pos = (room, self.height), (self.lead(self._offset, room), self.y)
