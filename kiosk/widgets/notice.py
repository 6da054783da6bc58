"""A friendly notice on the page itself: it says what happened and what to do, and covers nothing.

- `NOTE` for a kind remark, `OWN` for a person's own words, `PLAIN` for information.
- It is not a window over the screen: there is nothing to put away, and nothing behind it is out of reach.

Deliberately not here: buttons; the ways on stay in the foot bar.
"""

from __future__ import annotations

from enum import StrEnum

from kivy.properties import AliasProperty, ObjectProperty, StringProperty

from kiosk.theme.palettes import Colour
from kiosk.theme.tokens import Role
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet, Surface, cut


class NoticeKind(StrEnum):
    """Whose words these are."""

    NOTE = "note"
    OWN = "own"
    PLAIN = "plain"


class Notice(Panelled):
    """A card that can be read but not touched."""

    watched = ("title", "text", "icon", "kind")

    title = StringProperty("")
    text = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    kind = StringProperty(NoticeKind.NOTE)
    test_id = StringProperty("")
    spoken = StringProperty("")

    def sheet(self) -> Sheet:
        """Gives the sheet of the notice's kind."""
        if self.kind == NoticeKind.OWN:
            return sheets.own(self.look)
        return sheets.note(self.look) if self.kind == NoticeKind.NOTE else sheets.still(self.look)

    def _surface(self) -> Surface:
        return cut(self.sheet())

    surface = AliasProperty(_surface, None, bind=("look", "kind"), cache=True, rebind=True)

    def _ink(self) -> Colour:
        palette = self.look.palette
        return {NoticeKind.OWN: palette.own, NoticeKind.NOTE: palette.note}.get(NoticeKind(self.kind), palette.deep)

    ink = AliasProperty(_ink, None, bind=("look", "kind"), cache=True)
    """The colour of title and pictogram."""

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(Role.HELP) * 2.0) if self.icon else 0

    @property
    def _offset(self) -> float:
        return float(self.look.padding + (self._icon_px + self.look.padding * 0.8 if self.icon else 0))

    def natural_height(self, width: float) -> float:
        """Gives the height of both texts with the padding around them."""
        room = max(1.0, width - self._offset - self.look.padding)
        texts = self.ids.title.natural_height(room) + self.ids.words.natural_height(room)
        return float(max(texts, self._icon_px) + 1.6 * self.look.padding)

    def arrange(self) -> None:
        """Places the pictogram at the reading edge and the texts beside it."""
        ids, offset = self.ids, self._offset
        room = self.width - offset - self.look.padding
        heights = [each.natural_height(room) for each in (ids.title, ids.words)]
        top = self.center_y + sum(heights) / 2
        for each, height in zip((ids.title, ids.words), heights, strict=True):
            each.size = (room, height)
            each.pos = (self.lead(offset, room), round(top - height))
            top -= height
        ids.picture.size_px = self._icon_px
        ids.picture.size = (self._icon_px, self.height)
        ids.picture.pos = (self.lead(self.look.padding, self._icon_px), self.y)
