"""The line of a life above its periods: one line, a dot above each period, an arrow at the late end.

Deliberately not here: the periods themselves (`pile.py`).
"""

from __future__ import annotations

from kivy.graphics import BorderImage, Color, Rectangle
from kivy.properties import NumericProperty

from kiosk.theme.icons import Icon, facing
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet, cut
from kiosk.widgets.typesetting import draw_icon

DOT_MM = 5.0


class PeriodLine(Panelled):
    """A line with as many dots as there are periods."""

    watched = ("periods",)

    periods = NumericProperty(0)

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - one dot high at any width
        """Gives the height of a dot."""
        return float(self.look.panel.px(DOT_MM))

    def arrange(self) -> None:
        """Draws the line, its dots and its end."""
        look, palette, dot = self.look, self.look.palette, self.look.panel.px(DOT_MM)
        thick = look.panel.px(0.8)
        middle = round(self.center_y)
        self.canvas.clear()
        with self.canvas:
            Color(*palette.deep)
            end = look.panel.px(3.0)
            Rectangle(pos=(self.lead(0, self.width - end), middle - thick // 2), size=(self.width - end, thick))
            arrow = draw_icon(facing(Icon.MORE, look.rtl), 2.2 * dot)
            Rectangle(
                texture=arrow.texture,
                size=(arrow.width, arrow.height),
                pos=(self.lead(self.width - arrow.width * 0.7, arrow.width), round(middle - arrow.height / 2)),
            )
            Color(1, 1, 1, 1)
            for place in range(int(self.periods)):
                self._dot(place, dot, middle)

    def _dot(self, place: int, side: int, middle: int) -> None:
        palette, look = self.look.palette, self.look
        each = (self.width - look.gap * (self.periods - 1)) / self.periods
        surface = cut(Sheet(fill=palette.paper, edge=palette.deep, edge_px=look.panel.px(1.0), radius=side // 2))
        left = self.lead(place * (each + look.gap) + each / 2 - side / 2, side)
        BorderImage(
            texture=surface.texture,
            border=surface.border,
            auto_scale="off",
            pos=(left - surface.bleed, middle - side // 2 - surface.bleed),
            size=(side + 2 * surface.bleed, side + 2 * surface.bleed),
        )
