"""One step on a strip: its name, and what was said at it; where there is little room a mark says that something was.

Deliberately not here: the other steps (`strip.py`).
"""

from __future__ import annotations

from kivy.properties import AliasProperty, BooleanProperty, NumericProperty, StringProperty

from kiosk.exercises.parts.tight import short
from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Arranging
from kiosk.widgets.touchable import Touchable
from kiosk.widgets.typesetting import measure_text

NARROW_MM = 80.0
"""A card that is narrower than this gives up most of its own edge."""


class StripCard(Arranging, Touchable):
    """A touchable step."""

    watched = ("title", "said", "shows_said")

    title = StringProperty("")
    said = StringProperty("")
    shows_said = BooleanProperty(True)
    value = NumericProperty(0)
    """The number of the step."""

    def _is_narrow(self) -> bool:
        """Tells whether its name stands alone, with a mark under it: both then stand in its middle."""
        return bool(short(self.look) and not self.shows_said and self.width < self.look.panel.px(NARROW_MM))

    narrow = AliasProperty(_is_narrow, None, bind=("look", "shows_said", "width"))

    @property
    def _mark_px(self) -> int:
        return round(self.look.capital_px(Role.LABEL) * 1.2) if self.said else 0

    def said_lines(self, width: float) -> int:
        """Gives in how many lines what was said is set at a width, also while it is not shown."""
        said = self.ids.said
        return measure_text(self.said, self.look, said.role, bold=said.bold, width=width, leading=said.leading)[2]

    def _inset(self, width: float) -> float:
        if width >= self.look.panel.px(NARROW_MM):
            return float(self.look.padding)
        return float(self.look.unit * (0.35 if short(self.look) else 0.75))

    def _rooms(self, width: float) -> tuple[float, float]:
        """Gives the widths of the name and of what was said."""
        room = max(1.0, width - 2 * self._inset(width))
        beside = self._mark_px + self.look.unit / 2 if self.said and self.shows_said else 0
        return max(1.0, room - beside), room

    @property
    def _under_px(self) -> float:
        return float(self._mark_px if self.said and not self.shows_said else 0)

    def natural_height(self, width: float) -> float:
        """Gives the height of both texts, at least a target."""
        title, said = self._rooms(width)
        texts = self.ids.title.natural_height(title) + self.ids.said.natural_height(said) + self._under_px
        return float(max(self.look.target, texts + self.look.unit))

    def arrange(self) -> None:
        """Places the name with its mark, and under it what was said."""
        ids = self.ids
        rooms = self._rooms(self.width)
        heights = [ids.title.natural_height(rooms[0]), ids.said.natural_height(rooms[1])]
        top = self.center_y + (sum(heights) + self._under_px) / 2
        inset = self._inset(self.width)
        for text, room, height in zip((ids.title, ids.said), rooms, heights, strict=True):
            text.size, text.pos = (room, height), (self.lead(inset, room), round(top - height))
            top -= height
        side = self._mark_px
        ids.mark.size_px = side
        ids.mark.size = (side, side)
        middle = top - side / 2 if self._under_px else ids.title.top - ids.title.set(rooms[0]).pitch / 2
        under = (self.width - side) / 2 if self.narrow else inset
        offset = under if self._under_px else self.width - inset - side
        ids.mark.pos = (self.lead(offset, side), round(middle - side / 2))
