"""How many digits were entered, as dots; the digits themselves are never given to this widget.

- Filled dots for what was entered, rings for what may still come.

Deliberately not here: the keys (`number_pad.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.graphics import BorderImage, Color
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, OptionProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.theme.tokens import Look
from kiosk.widgets.surface import Sheet, cut


class PinDots(Widget):
    """A row of dots."""

    look = ObjectProperty(Look(), rebind=True)
    filled = NumericProperty(0)
    total = NumericProperty(6)
    align = OptionProperty("middle", options=("start", "middle"))
    test_id = StringProperty("pin.dots")
    spoken = StringProperty("")
    fill = BooleanProperty(False)
    share = NumericProperty(1)

    def __init__(self, **values: Any) -> None:
        self._repaint = Clock.create_trigger(self.paint, -1)
        super().__init__(**values)
        for name in ("look", "filled", "total", "align", "pos", "size"):
            self.fbind(name, self._repaint)
        self._repaint()

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - one row at any width
        """Gives the height of a dot with space around it."""
        return float(self.look.panel.px(16.0))

    def paint(self, *_: Any) -> None:
        """Draws all dots anew."""
        palette, panel = self.look.palette, self.look.panel
        side, step = 2 * (panel.px(7.0) // 2), panel.px(14.0)
        total = max(int(self.total), int(self.filled))
        wide = step * (total - 1) + side
        left = self.center_x - wide / 2
        if self.align == "start":
            left = self.right - wide if self.look.rtl else self.x
        self.canvas.clear()
        with self.canvas:
            Color(1, 1, 1, 1)
            for place in range(total):
                done = place < self.filled
                surface = cut(
                    Sheet(
                        fill=palette.ink if done else palette.card,
                        edge=palette.ink if done else palette.line,
                        edge_px=panel.px(0.6),
                        radius=side // 2,
                    )
                )
                at = total - 1 - place if self.look.rtl else place
                BorderImage(
                    texture=surface.texture,
                    border=surface.border,
                    auto_scale="off",
                    pos=(round(left + at * step) - surface.bleed, round(self.center_y - side / 2) - surface.bleed),
                    size=(side + 2 * surface.bleed, side + 2 * surface.bleed),
                )
