"""What lies on a pile, in words: a small pictogram and the card's own words, to be read and not to be touched.

Deliberately not here: the pile, which is what is touched (`pile.py`), and its whole cards (`opened_pile.py`).
"""

from __future__ import annotations

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled

OWN_PICTURE = "pencil-outline"
"""The pictogram of own words among what lies somewhere."""

BESIDE, BARE = 1.5, 2.0
"""How high a pictogram is beside words and without them, in capitals."""


class LaidWord(Panelled):
    """A card that was laid."""

    watched = ("text", "icon")

    text = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    own = BooleanProperty(False)
    """Whether they are the person's own words."""
    bare = BooleanProperty(False)
    """Whether the pictogram stands for the words, where no words have room."""

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(Role.LABEL) * (BARE if self.bare else BESIDE)) if self.icon else 0

    @property
    def _offset(self) -> float:
        return self._icon_px + (0 if self.bare else self.look.unit) if self.icon else 0.0

    def natural_width(self) -> float:
        """Gives the width of its words on one line."""
        return float(self._offset + self.ids.words.natural_width())

    def natural_height(self, width: float) -> float:
        """Gives the height of its words at a width, or of the pictogram alone."""
        return float(self._icon_px if self.bare else self.ids.words.natural_height(max(1.0, width - self._offset)))

    def arrange(self) -> None:
        """Places the pictogram at the reading edge, beside the first line of the words."""
        ids, icon, room = self.ids, self._icon_px, self.width - self._offset
        pitch = self.height if self.bare else ids.words.set(room).pitch
        ids.picture.size_px = icon
        ids.picture.size = (icon, icon)
        ids.picture.pos = (self.lead(0, icon), round(self.top - pitch / 2 - icon / 2))
        ids.words.size, ids.words.pos = (room, self.height), (self.lead(self._offset, room), self.y)
