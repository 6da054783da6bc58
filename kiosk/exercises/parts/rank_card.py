"""A place in a ranking: its number, and the card that stands there or that it is still free.

- A touch on a card that stands there takes it back.

Deliberately not here: which card stands where (`kiosk/exercises/ranking.py`).
"""

from __future__ import annotations

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Arranging
from kiosk.widgets.surface import Sheet, cut
from kiosk.widgets.touchable import Touchable


class RankCard(Arranging, Touchable):
    """The first, second or third place."""

    watched = ("text", "number", "hint", "enabled")

    number = NumericProperty(1)
    text = StringProperty("")
    hint = StringProperty("")
    small = BooleanProperty(False)
    """Whether it is one of many, and its words are set smaller."""
    icon = ObjectProperty(None, allownone=True)
    value = ObjectProperty(None, allownone=True)
    """The option that stands here, or None."""

    def sheet(self) -> Sheet:
        """Gives the sheet of a chosen card, or of a place that is still free."""
        if not self.chosen:
            return sheets.card(self.look, pressed=True) if self.pressed else sheets.resting(self.look)
        return sheets.card(self.look, pressed=self.pressed, chosen=True)

    @property
    def _disc_px(self) -> int:
        side = self.look.capital_px(Role.ANSWER) * 2.2
        return round(min(side, (self.height if self.small else self.look.target) * 0.8))

    @property
    def _offset(self) -> float:
        return float(self._disc_px + 1.8 * self.look.padding)

    def natural_height(self, width: float) -> float:
        """Gives a target's height, or more where the text needs lines; many places share the height there is."""
        if self.small:
            return float(self.look.target)
        room = max(1.0, width - self._offset - self.look.padding)
        return float(max(self.look.target, self.ids.words.natural_height(room) + self.look.unit))

    def arrange(self) -> None:
        """Places the disc with its number, and the words after it."""
        look, ids, side = self.look, self.ids, self._disc_px
        if self.small and self.text:
            room = self.width - self._offset - look.padding
            ids.words.role = Role.HELP
            block = ids.words.set(room)
            if block.height > self.height or block.width > room:
                ids.words.role = Role.LABEL
        palette = look.palette
        fill = palette.deep if self.text else palette.paper
        surface = cut(Sheet(fill=fill, edge=palette.deep, edge_px=look.edge, radius=side // 2))
        left, low = self.lead(look.padding, side), round(self.center_y - side / 2)
        ids.disc.texture, ids.disc.border = surface.texture, surface.border
        ids.disc.size = (side + 2 * surface.bleed, side + 2 * surface.bleed)
        ids.disc.pos = (left - surface.bleed, low - surface.bleed)
        ids.number.size, ids.number.pos = (side, side), (left, low)
        room = self.width - self._offset - look.padding
        ids.words.size, ids.words.pos = (room, self.height), (self.lead(self._offset, room), self.y)
