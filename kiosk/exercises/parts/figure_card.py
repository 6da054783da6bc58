"""A figure that is being entered, on the person's own paper, with its unit and its bounds.

Deliberately not here: the keys (`kiosk/widgets/number_pad.py`).
"""

from __future__ import annotations

from kivy.properties import AliasProperty, BooleanProperty, StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet, Surface, cut

EMPTY = "–"


class FigureCard(Panelled):
    """A figure, its unit and its bounds."""

    watched = ("figure", "unit", "bounds", "out")

    figure = StringProperty(EMPTY)
    unit = StringProperty("")
    bounds = StringProperty("")
    out = BooleanProperty(False)
    """Whether the figure is out of its bounds yet."""
    test_id = StringProperty("")
    spoken = StringProperty("")

    def sheet(self) -> Sheet:
        """Gives the person's own paper."""
        return sheets.own(self.look)

    def _surface(self) -> Surface:
        return cut(self.sheet())

    surface = AliasProperty(_surface, None, bind=("look",), cache=True, rebind=True)

    def _bounds_height(self, width: float) -> float:
        return float(self.ids.bounds.natural_height(width - 2 * self.look.padding))

    def natural_height(self, width: float) -> float:
        """Gives the height of the figure and the line under it."""
        figure = self.look.capital_px(Role.TITLE) * (1.8 if self.look.crowded else 3.4)
        return float(round(figure + self._bounds_height(width) + self.look.unit))

    def arrange(self) -> None:
        """Places the figure with its unit after it, and the bounds under the paper's edge."""
        look, ids, bleed = self.look, self.ids, self.surface.bleed
        under = self._bounds_height(self.width) + look.unit
        high = self.height - under
        ids.paper.size = (self.width + 2 * bleed, high + 2 * bleed)
        ids.paper.pos = (self.x - bleed, self.y + under - bleed)
        figure, unit = ids.figure.natural_width(), ids.unit.natural_width()
        offset = float(look.padding)
        for text, width in ((ids.figure, figure), (ids.unit, min(unit, self.width - figure - 3 * look.padding))):
            text.size, text.pos = (width, high), (self.lead(offset, width), round(self.y + under))
            offset += width + look.padding
        room = self.width - 2 * look.padding
        ids.bounds.size, ids.bounds.pos = (room, under - look.unit), (self.lead(look.padding, room), self.y)
