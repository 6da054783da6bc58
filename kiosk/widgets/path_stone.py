"""A stone of the home path: done, now or later, said by filling, ring and word.

- Done is filled with a tick; now has a deep ring and its number or pictogram; later is an outline.
- The word under the title says the state, and for a later stone what opens it.
- The whole column above and below the stone is its hit area.

Deliberately not here: the line between stones and their order (`path.py`).
"""

from __future__ import annotations

from enum import StrEnum

from kivy.properties import NumericProperty, ObjectProperty, StringProperty

from kiosk.theme.icons import Icon
from kiosk.widgets.arranged import Arranging
from kiosk.widgets.sheets import CLEAR
from kiosk.widgets.surface import Sheet, cut
from kiosk.widgets.touchable import Touchable

STONE_MM = 24.0
CROWDED_STONE_MM = 15.0
"""Where the words of three rows need the height; the words belong to the target."""


class StoneState(StrEnum):
    """Where the person is with it."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


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
    title_height = NumericProperty(0)
    """The height kept free for the title, so that the words of a row stand in one line."""

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
        if self.state == StoneState.NOW:
            return Sheet(fill=fill, edge=palette.deep, edge_px=panel.px(1.6), radius=radius)
        return Sheet(
            fill=palette.pressed if self.pressed else palette.paper,
            edge=palette.line,
            edge_px=self.look.edge,
            radius=radius,
        )

    @property
    def side(self) -> int:
        """The stone's width and height, even, so that it is round."""
        return 2 * (self.look.panel.px(CROWDED_STONE_MM if self.look.crowded else STONE_MM) // 2)

    @property
    def stone_y(self) -> int:
        """The middle of the stone, for the line of the path."""
        return round(self.top - self.side / 2)

    def natural_height(self, width: float) -> float:
        """Gives the height of stone, title and word."""
        title = max(self.title_height, self.ids.title.natural_height(width))
        return float(self.side + self.look.unit + title + self.ids.words.natural_height(width))

    def fits(self, width: float) -> bool:
        """Tells whether every word of the title and the state has room at a width."""
        return all(each.set(width).width <= width for each in (self.ids.title, self.ids.words))

    def own_title_height(self, width: float) -> float:
        """Gives the height of the title alone."""
        return float(self.ids.title.natural_height(width))

    def arrange(self) -> None:
        """Places the stone at the top, title and word under it."""
        look, ids = self.look, self.ids
        surface = cut(self.stone())
        ids.stone.texture, ids.stone.border = surface.texture, surface.border
        ids.stone.size = (self.side + 2 * surface.bleed,) * 2
        left = round(self.center_x - self.side / 2)
        ids.stone.pos = (left - surface.bleed, self.top - self.side - surface.bleed)
        done = self.state == StoneState.DONE
        later = look.palette.deep if self.state == StoneState.NOW else look.palette.ink_soft
        colour = look.palette.on_deep if done else later
        ids.picture.icon = Icon.CHECK if done else self.icon
        ids.picture.colour = ids.number.colour = colour
        ids.picture.size_px = round(self.side * 0.46)
        ids.number.text = "" if ids.picture.icon else self.number
        for each in (ids.picture, ids.number):
            each.size, each.pos = (self.side, self.side), (left, self.top - self.side)
        top = self.top - self.side - look.unit
        for each in (ids.title, ids.words):
            height = each.natural_height(self.width)
            if each is ids.title:
                height = max(height, self.title_height)
            each.size, each.pos = (self.width, height), (self.x, round(top - height))
            top -= height
