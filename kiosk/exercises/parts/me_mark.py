"""The person himself in the middle of his people: a disc with a pictogram and the word for me.

Deliberately not here: the rings around it (`people_map.py`).
"""

from __future__ import annotations

from kivy.properties import AliasProperty, NumericProperty, StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet, Surface, cut


class MeMark(Panelled):
    """Me."""

    watched = ("text", "side")

    text = StringProperty("")
    side = NumericProperty(0)
    """The disc's width and height."""

    def sheet(self) -> Sheet:
        """Gives the disc."""
        deep = self.look.palette.deep
        return Sheet(fill=deep, edge=deep, radius=int(self.side) // 2)

    def _surface(self) -> Surface:
        return cut(self.sheet())

    surface = AliasProperty(_surface, None, bind=("look", "side"), cache=True, rebind=True)

    def natural_side(self) -> int:
        """Gives the side at which pictogram and word have room."""
        high = 1.3 * (self._icon_px + self.ids.word.natural_height(self.look.target))
        return round(max(high, self.ids.word.natural_width() + 3 * self.look.unit))

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(Role.LABEL) * 1.5)

    def arrange(self) -> None:
        """Places the disc, the pictogram and the word under it."""
        ids, bleed = self.ids, self.surface.bleed
        ids.disc.size = (self.width + 2 * bleed, self.height + 2 * bleed)
        ids.disc.pos = (self.x - bleed, self.y - bleed)
        word = ids.word.natural_height(self.width)
        icon = self._icon_px if self.height >= 1.15 * (self._icon_px + word) else 0
        ids.picture.opacity = 1 if icon else 0
        low = self.center_y - (icon + word) / 2
        ids.word.size, ids.word.pos = (self.width, word), (self.x, round(low))
        ids.picture.size_px = icon
        ids.picture.size, ids.picture.pos = (self.width, icon), (self.x, round(low + word))
