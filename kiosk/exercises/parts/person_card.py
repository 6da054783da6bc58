"""A person on the map: a pictogram with a word for who it is under it, never a name; the whole card is a target.

- It is at least as wide and as high as a target everywhere, however many people stand on a ring.
- Where larger letters stand on a low panel the pictogram gives way, and the word is all.

Deliberately not here: where it stands (`people_map.py`).
"""

from __future__ import annotations

from kivy.properties import ObjectProperty, StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Arranging
from kiosk.widgets.touchable import Touchable


class PersonCard(Arranging, Touchable):
    """Somebody who has a place."""

    watched = ("text", "icon")

    text = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    value = ObjectProperty(None, allownone=True)

    @property
    def _inset(self) -> tuple[int, int]:
        return round(self.look.unit * 1.1), round(self.look.unit * 0.75)

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(Role.LABEL) * 1.6) if self.icon else 0

    def natural_size(self, most: float) -> tuple[int, int]:
        """Gives its width and height: as wide as its words, but lines are broken at `most` where they can be."""
        look, words = self.look, self.ids.words
        beside, over = (2 * inset for inset in self._inset)
        width = max(words.broken_width(max(1.0, most - beside)) + beside, look.target)
        high = words.natural_height(width - beside) + self._icon_px + over
        return round(width), round(max(look.target, high))

    def arrange(self) -> None:
        """Places the pictogram over the word, both in the middle."""
        ids, icon = self.ids, self._icon_px
        beside, _ = self._inset
        room = self.width - 2 * beside
        high = ids.words.natural_height(room)
        low = round(self.center_y - (high + icon) / 2)
        ids.words.size, ids.words.pos = (room, high), (self.x + beside, low)
        ids.picture.size_px = icon
        ids.picture.size, ids.picture.pos = (self.width, icon), (self.x, round(low + high))
