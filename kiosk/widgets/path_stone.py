"""A stone of the home path: done, skipped, now, open or later, said by filling, ring, mark and word.

- Done is filled with a tick; now has a deep ring and its number or pictogram, open a thin one; later is an outline.
- Skipped has the mark of skipping in a thin ring: it is passed, and can still be done.
- The word under the title says the state, and for a later stone what opens it.
- The words stand under the stone, or `beside` it, which is lower; the whole of both is its hit area.

Deliberately not here: the line between stones and their order (`path.py`).
"""

from __future__ import annotations

from enum import StrEnum

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from kiosk.theme.icons import Icon
from kiosk.widgets.arranged import Arranging
from kiosk.widgets.sheets import CLEAR
from kiosk.widgets.surface import Sheet, cut
from kiosk.widgets.touchable import Touchable

STONE_MM = 24.0
CROWDED_STONE_MM, LOW_STONE_MM = 15.0, 12.0
"""Where the words stand beside it, or those of three rows need the height; the words belong to the target."""


class StoneState(StrEnum):
    """Where the person is with it."""

    DONE = "done"
    SKIPPED = "skipped"
    NOW = "now"
    OPEN = "open"
    LATER = "later"


MARKS = {StoneState.DONE: Icon.CHECK, StoneState.SKIPPED: Icon.SKIP}
"""What stands on a stone in place of its own pictogram."""


class PathStone(Arranging, Touchable):
    """One stone with its title and state."""

    watched = ("title", "word", "number", "icon", "state", "pressed", "title_height")

    title = StringProperty("")
    word = StringProperty("")
    """The state in words, such as "klaar" or "gaat open na module 2"."""
    number = StringProperty("")
    """What stands on the stone where it has no pictogram."""
    icon = ObjectProperty(None, allownone=True)
    state = StringProperty(StoneState.LATER)
    value = ObjectProperty(None, allownone=True)
    beside = BooleanProperty(False)
    """Whether the words stand beside the stone."""
    title_height = NumericProperty(0)
    """The height kept free for the title, so that the words of a row stand in one line."""

    def on_beside(self, *_: object) -> None:
        """Is placed anew."""
        self.arrange_soon()

    def sheet(self) -> Sheet:
        """Gives no sheet: the stone lies on the paper itself."""
        return Sheet(fill=CLEAR, edge=CLEAR)

    def stone(self) -> Sheet:
        """Gives the stone for the present state."""
        palette, panel = self.look.palette, self.look.panel
        radius = self.side // 2
        if self.state == StoneState.DONE:
            fill = palette.deep_pressed if self.pressed else palette.deep
            return Sheet(fill=fill, edge=palette.deep, radius=radius)
        fill = palette.pressed if self.pressed else palette.card
        if self.state in (StoneState.NOW, StoneState.OPEN, StoneState.SKIPPED):
            thick = panel.px(1.6 if self.state == StoneState.NOW else 0.8)
            return Sheet(fill=fill, edge=palette.deep, edge_px=thick, radius=radius)
        return Sheet(
            fill=palette.pressed if self.pressed else palette.paper,
            edge=palette.line,
            edge_px=self.look.edge,
            radius=radius,
        )

    @property
    def side(self) -> int:
        """The stone's width and height, even, so that it is round."""
        return self._side(beside=self.beside)

    def _side(self, *, beside: bool) -> int:
        mm = CROWDED_STONE_MM if beside or self.look.crowded else STONE_MM
        return 2 * (self.look.panel.px(LOW_STONE_MM if beside and self.look.panel.low else mm) // 2)

    @property
    def stone_y(self) -> int:
        """The middle of the stone, for the line of the path."""
        return round(self.center_y if self.beside else self.top - self.side / 2)

    def _room(self, width: float, *, beside: bool) -> float:
        """Gives the width of the words."""
        return max(1.0, width - self._side(beside=beside) - 1.5 * self.look.unit) if beside else width

    def natural_height(self, width: float) -> float:
        """Gives the height of stone, title and word."""
        room = self._room(width, beside=self.beside)
        words = self.ids.title.natural_height(room) + self.ids.words.natural_height(room)
        if self.beside:
            return float(max(self.side, words))
        free = max(0.0, self.title_height - self.ids.title.natural_height(room))
        return float(self.side + self.look.unit + words + free)

    def fits(self, width: float, *, beside: bool = False) -> bool:
        """Tells whether every word of the title and the state has room at a width, under the stone or beside it."""
        room = self._room(width, beside=beside)
        return all(each.set(room).width <= room for each in (self.ids.title, self.ids.words))

    def own_title_height(self, width: float) -> float:
        """Gives the height of the title alone."""
        return float(self.ids.title.natural_height(self._room(width, beside=self.beside)))

    def arrange(self) -> None:
        """Places the stone at the top and its words under it, or the stone before its words."""
        look, ids, side = self.look, self.ids, self.side
        surface = cut(self.stone())
        ids.stone.texture, ids.stone.border = surface.texture, surface.border
        ids.stone.size = (side + 2 * surface.bleed,) * 2
        left = self.lead(0, side) if self.beside else round(self.center_x - side / 2)
        low = round(self.stone_y - side / 2)
        ids.stone.pos = (left - surface.bleed, low - surface.bleed)
        done = self.state == StoneState.DONE
        later = look.palette.ink_soft if self.state == StoneState.LATER else look.palette.deep
        ids.picture.icon = MARKS.get(self.state, self.icon)
        ids.picture.colour = ids.number.colour = look.palette.on_deep if done else later
        ids.picture.size_px = round(side * 0.46)
        ids.number.text = "" if ids.picture.icon else self.number
        for each in (ids.picture, ids.number):
            each.size, each.pos = (side, side), (left, low)
        self._place_words()

    def _place_words(self) -> None:
        room = self._room(self.width, beside=self.beside)
        heights = [each.natural_height(room) for each in (self.ids.title, self.ids.words)]
        top = self.center_y + sum(heights) / 2
        if not self.beside:
            heights[0] = max(heights[0], self.title_height)
            top = self.top - self.side - self.look.unit
        x = self.lead(self.width - room, room)
        for each, height in zip((self.ids.title, self.ids.words), heights, strict=True):
            each.size, each.pos = (room, height), (x, round(top - height))
            top -= height
