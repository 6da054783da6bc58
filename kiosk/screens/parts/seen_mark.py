"""A pictogram with its word under it: somebody at the head of a column, or what he sees.

Deliberately not here: which mark means what (`share_card.py`).
"""

from __future__ import annotations

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled


class SeenMark(Panelled):
    """A mark that can be read but not touched."""

    watched = ("icon", "word", "bold", "factor")

    icon = ObjectProperty(None, allownone=True)
    word = StringProperty("")
    bold = BooleanProperty(False)
    colour = ObjectProperty(None, allownone=True)
    """Of pictogram and word; without one the look's ink."""
    factor = NumericProperty(1.35)
    """How much larger than a capital the pictogram is."""

    @property
    def icon_px(self) -> int:
        """The side of the pictogram."""
        return round(self.look.capital_px(Role.HELP) * self.factor)

    def natural_height(self, width: float) -> float:
        """Gives the height of pictogram and word."""
        return float(self.icon_px + self.ids.word.natural_height(width))

    def arrange(self) -> None:
        """Places the word under the pictogram, both in the middle."""
        picture, word, side = self.ids.picture, self.ids.word, self.icon_px
        top = self.center_y + self.natural_height(self.width) / 2
        picture.size_px, picture.size = side, (side, side)
        picture.pos = (round(self.center_x - side / 2), round(top - side))
        word.size = (self.width, word.natural_height(self.width))
        word.pos = (self.x, round(top - side - word.height))
