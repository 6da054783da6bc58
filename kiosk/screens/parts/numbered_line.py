"""A line with its number in a ring before it, as a stone of the path.

Deliberately not here: how many lines there are.
"""

from __future__ import annotations

from kivy.properties import StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet, cut

RING_MM = 17.0


class NumberedLine(Panelled):
    """A number and a text."""

    watched = ("number", "text")

    number = StringProperty("")
    text = StringProperty("")
    role = Role.ANSWER

    def ring(self) -> Sheet:
        """Gives the ring around the number."""
        palette = self.look.palette
        return Sheet(palette.card, palette.deep, self.look.panel.px(1.2), self._side // 2)

    @property
    def _side(self) -> int:
        return 2 * (self.look.panel.px(RING_MM) // 2)

    @property
    def _offset(self) -> float:
        return self._side + self.look.padding

    def natural_height(self, width: float) -> float:
        """Gives the height of the text, at least that of the ring."""
        return float(max(self._side, self.ids.words.natural_height(width - self._offset)))

    def arrange(self) -> None:
        """Places the ring at the reading edge, and the text with its first line beside the number."""
        ids, side, room = self.ids, self._side, self.width - self._offset
        surface, top = cut(self.ring()), self.top - side
        ids.ring.texture, ids.ring.border = surface.texture, surface.border
        ids.ring.size = (side + 2 * surface.bleed,) * 2
        ids.ring.pos = (self.lead(0, side) - surface.bleed, round(top) - surface.bleed)
        ids.number.size, ids.number.pos = (side, side), (self.lead(0, side), round(top))
        block = ids.words.set(room)
        above = max(0, (side - block.pitch) / 2) if len(block.lines) > 1 else (side - block.pitch) / 2
        ids.words.size = (room, block.height)
        ids.words.pos = (self.lead(self._offset, room), round(self.top - above - block.height))
