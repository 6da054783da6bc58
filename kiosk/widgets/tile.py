"""A tile: a thing that leads somewhere, with a pictogram, a title and perhaps a line about its state.

- `OWN` gives the person's own things (own plan, own words) their own colour; all other tiles are equal.
- The arrow at the end says that it leads on; a tile without `leads` only can be chosen.
- A `chosen` tile differs by ground, edge and its word, as an answer does.

Deliberately not here: the order of tiles (`row.py`, `column.py`).
"""

from __future__ import annotations

from enum import StrEnum

from kivy.properties import AliasProperty, BooleanProperty, ObjectProperty, StringProperty

from kiosk.theme.palettes import Colour
from kiosk.theme.tokens import Role
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Arranging
from kiosk.widgets.surface import Sheet
from kiosk.widgets.touchable import Touchable


class TileKind(StrEnum):
    """Whose thing it is."""

    PLAIN = "plain"
    OWN = "own"


class Tile(Arranging, Touchable):
    """A touchable card with a title."""

    watched = ("title", "text", "icon", "leads", "role")

    title = StringProperty("")
    text = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    kind = StringProperty(TileKind.PLAIN)
    leads = BooleanProperty(True)
    role = ObjectProperty(Role.ANSWER)
    value = ObjectProperty(None, allownone=True)

    def sheet(self) -> Sheet:
        """Gives the sheet of the tile's kind and state."""
        if self.kind == TileKind.OWN and not self.chosen:
            return sheets.own(self.look, pressed=self.pressed)
        return sheets.card(self.look, pressed=self.pressed, chosen=self.chosen)

    def _accent(self) -> Colour:
        return self.look.palette.own if self.kind == TileKind.OWN else self.look.palette.deep

    accent = AliasProperty(_accent, None, bind=("look", "kind"), cache=True)
    """The colour of pictogram and arrow."""

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(self.role) * 2.0) if self.icon else 0

    @property
    def _arrow_px(self) -> int:
        return round(self.look.capital_px(self.role) * 1.3) if self.leads else 0

    def _room(self, width: float) -> float:
        taken = 2 * self.look.padding
        taken += self._icon_px + (self.look.padding if self.icon else 0)
        taken += self._arrow_px + (self.look.unit if self.leads else 0)
        return max(1.0, width - taken)

    def natural_height(self, width: float) -> float:
        """Gives the height of both texts, at least a target."""
        room = self._room(width)
        self._fit_title(room)
        texts = self.ids.title.natural_height(room) + self.ids.words.natural_height(room)
        return float(max(self.look.target, texts + 2 * self.look.unit))

    def _fit_title(self, room: float) -> None:
        """Sets the title as large as its longest word has room, in the largest letters."""
        for role in (self.role, Role.HELP, Role.LABEL) if self.look.largest else ():
            self.ids.title.role = role
            if self.ids.title.broken_width(room) <= room:
                return

    def arrange(self) -> None:
        """Places pictogram, texts and arrow in reading direction."""
        look, ids = self.look, self.ids
        offset = float(look.padding)
        ids.picture.size_px = self._icon_px
        ids.picture.size = (self._icon_px, self.height)
        ids.picture.pos = (self.lead(offset, self._icon_px), self.y)
        offset += (self._icon_px + look.padding) if self.icon else 0
        room = self._room(self.width)
        self._fit_title(room)
        heights = [each.natural_height(room) for each in (ids.title, ids.words)]
        top = self.center_y + sum(heights) / 2
        for each, height in zip((ids.title, ids.words), heights, strict=True):
            each.size = (room, height)
            each.pos = (self.lead(offset, room), round(top - height))
            top -= height
        ids.arrow.size_px = self._arrow_px
        ids.arrow.size = (self._arrow_px, self.height)
        ids.arrow.pos = (self.lead(self.width - look.padding - self._arrow_px, self._arrow_px), self.y)
