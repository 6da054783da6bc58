"""The two halves of an if-then plan, side by side with an arrow between them; under each other on an upright panel.

- A half says its word, and what was chosen or what to do; the half in turn has the strong edge.

Deliberately not here: what can be chosen (`chooser.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import ObjectProperty

from kiosk.exercises.parts.half import Half
from kiosk.theme.icons import Icon
from kiosk.widgets.arranged import Panelled


class Halves(Panelled):
    """Als … and dan …; `on_turn` tells which half was touched."""

    __events__ = ("on_turn",)

    words = ObjectProperty(None)

    def show(self, situation: str, action: str, turn: str) -> None:
        """Shows what stands in each half."""
        choose, later = self.words("if_then.choose"), self.words("if_then.later")
        for name, said in (("if", situation), ("then", action)):
            half: Half = self.ids[f"half_{name}"]
            half.chosen = name == turn
            half.said, half.hint = said, choose if name == turn else later
        self.arrange_soon()

    @property
    def _arrow_px(self) -> int:
        return self.look.panel.px(9.0)

    def _half_width(self, width: float) -> float:
        return width if self.look.panel.portrait else (width - self._arrow_px - 2 * self.look.unit) / 2

    def natural_height(self, width: float) -> float:
        """Gives the height of the halves, equal side by side."""
        room = self._half_width(width)
        heights = [half.natural_height(room) for half in (self.ids.half_if, self.ids.half_then)]
        return float(sum(heights) + self.look.gap if self.look.panel.portrait else max(heights))

    def arrange(self) -> None:
        """Places both halves and the arrow between them."""
        look, ids = self.look, self.ids
        room = round(self._half_width(self.width))
        ids.arrow.opacity = 0 if look.panel.portrait else 1
        ids.arrow.icon, ids.arrow.size_px = Icon.NEXT, self._arrow_px
        ids.arrow.size = (self._arrow_px, self.height)
        ids.arrow.pos = (self.lead(room + look.unit, self._arrow_px), self.y)
        top = self.top
        for half in (ids.half_if, ids.half_then):
            high = round(half.natural_height(room)) if look.panel.portrait else self.height
            half.size, half.pos = (room, high), (self.x, round(top - high))
            half.reach_y = look.gap / 2
            top -= high + look.gap
        if not look.panel.portrait:
            ids.half_if.pos = (self.lead(0, room), self.y)
            ids.half_then.pos = (self.lead(self.width - room, room), self.y)

    def on_turn(self, half: Any) -> None:
        """Is the event: the cards of this half are wanted."""
