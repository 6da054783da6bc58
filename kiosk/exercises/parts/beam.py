"""The beam of a balance: a pivot in the middle, level, with a cord to the tray on each side.

- It never tips: a person weighs, the screen does not.

Deliberately not here: the trays (`pile.py`).
"""

from __future__ import annotations

from kivy.graphics import BorderImage, Color, Rectangle

from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet, cut

HEIGHT_MM, LOW_HEIGHT_MM = 9.0, 6.0
THICK_MM = 1.0


class Beam(Panelled):
    """A level beam."""

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - equally high at any width
        """Gives the height of the cords and the pivot."""
        return float(self.look.panel.px(LOW_HEIGHT_MM if self.look.panel.low else HEIGHT_MM))

    def arrange(self) -> None:
        """Draws the beam over the middles of both trays."""
        look, thick = self.look, self.look.panel.px(THICK_MM)
        near, far = round(self.x + self.width / 4), round(self.right - self.width / 4)
        side = round(min(self.height * 0.72, look.panel.px(6.5)))
        beam = round(self.top - side / 2)
        self.canvas.clear()
        with self.canvas:
            Color(*look.palette.deep)
            Rectangle(pos=(near, beam - thick // 2), size=(far - near, thick))
            for cord in (near, far):
                Rectangle(pos=(cord - thick // 2, self.y), size=(thick, beam - self.y))
            Color(1, 1, 1, 1)
            for middle, part in ((self.center_x, 1.0), (near, 0.55), (far, 0.55)):
                self._knob(round(middle), beam, round(side * part))

    def _knob(self, middle: int, beam: int, side: int) -> None:
        palette = self.look.palette
        surface = cut(Sheet(fill=palette.paper, edge=palette.deep, edge_px=self.look.panel.px(1.0), radius=side // 2))
        BorderImage(
            texture=surface.texture,
            border=surface.border,
            auto_scale="off",
            pos=(middle - side // 2 - surface.bleed, beam - side // 2 - surface.bleed),
            size=(side + 2 * surface.bleed, side + 2 * surface.bleed),
        )
