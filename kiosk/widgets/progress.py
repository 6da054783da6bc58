"""Where a person is, as a place: one piece for each question, done pieces filled, the present one taller.

- Grows in reading direction. The words beside it say the same (`top_bar.py`).
- With more pieces than fit it becomes one line that is filled in part.

Deliberately not here: counting; the view says `done` and `total`.
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.graphics import BorderImage, Color
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty
from kivy.uix.widget import Widget

from kiosk.theme.palettes import Colour
from kiosk.theme.tokens import Look
from kiosk.widgets.surface import Sheet, cut

MOST_PIECES = 24


class Progress(Widget):
    """Done, present and coming pieces of a path."""

    look = ObjectProperty(Look(), rebind=True)
    done = NumericProperty(0)
    """How many pieces are behind the person; the next one is the present one."""
    total = NumericProperty(0)
    fill = BooleanProperty(False)
    share = NumericProperty(1)

    def __init__(self, **values: Any) -> None:
        self._repaint = Clock.create_trigger(self.paint, -1)
        super().__init__(**values)
        for name in ("look", "done", "total", "pos", "size"):
            self.fbind(name, self._repaint)
        self._repaint()

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - one line high at any width
        """Gives the height of the present piece."""
        return float(self.look.panel.px(2.5))

    def paint(self, *_: Any) -> None:
        """Draws all pieces anew."""
        self.canvas.clear()
        total = int(self.total)
        if total < 1:
            return
        with self.canvas:
            Color(1, 1, 1, 1)
            if total > MOST_PIECES:
                self._line()
            else:
                self._pieces(total)

    def _pieces(self, total: int) -> None:
        palette, gap = self.look.palette, self.look.panel.px(1.2)
        width = (self.width - gap * (total - 1)) / total
        for place in range(total):
            start = place * (width + gap)
            if place == int(self.done):
                self._piece(start, width, palette.deep, self.look.panel.px(2.5))
            else:
                self._piece(start, width, palette.deep if place < self.done else palette.line_soft, self._thin)

    def _line(self) -> None:
        self._piece(0, self.width, self.look.palette.line_soft, self._thin)
        if self.done:
            self._piece(0, self.width * self.done / self.total, self.look.palette.deep, self._thin)

    @property
    def _thin(self) -> int:
        return self.look.panel.px(1.3)

    def _piece(self, start: float, width: float, colour: Colour, height: int) -> None:
        surface = cut(Sheet(fill=colour, edge=colour, radius=height // 2))
        left = self.right - start - width if self.look.rtl else self.x + start
        near, far = round(left), round(left + width)
        BorderImage(
            texture=surface.texture,
            border=surface.border,
            auto_scale="off",
            pos=(near - surface.bleed, round(self.center_y - height / 2) - surface.bleed),
            size=(far - near + 2 * surface.bleed, height + 2 * surface.bleed),
        )
