"""Stacks widgets from the top, each as high as it wants to be; one of them may take what is left.

- Between two touchable neighbours the hit areas meet in the middle of the gap.
- What does not fit is still placed, below the edge: the geometry file shows it, and a test fails on it.

Deliberately not here: pages (`answer_list.py`), scrolling (nothing scrolls).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import NumericProperty, OptionProperty

from kiosk.widgets.arranged import Panelled


class Column(Panelled):
    """Widgets under each other, in reading order."""

    watched = ("spacing", "valign")

    spacing = NumericProperty(-1)
    """Pixels between two widgets; below zero the look's own gap."""
    valign = OptionProperty("top", options=("top", "middle"))

    @property
    def gap(self) -> float:
        """The gap between two widgets in pixels."""
        return float(self.look.gap if self.spacing < 0 else self.spacing)

    def natural_height(self, width: float) -> float:
        """Gives the height of all widgets with the gaps between them."""
        heights = [float(child.natural_height(width)) for child in self.children]
        return sum(heights) + self.gap * max(0, len(heights) - 1)

    def arrange(self) -> None:
        """Places the widgets from the top down, at the full width."""
        heights = self._heights()
        used = sum(height for _, height in heights) + self.gap * max(0, len(heights) - 1)
        top = self.top if self.valign == "top" else min(self.top, self.center_y + used / 2)
        for child, height in heights:
            child.size = (self.width, round(height))
            child.pos = (self.x, round(top - height))
            if hasattr(child, "reach_y"):
                child.reach_y = self.gap / 2
            top -= height + self.gap

    def _heights(self) -> list[tuple[Any, float]]:
        children = self.in_reading_order()
        wanted = [0.0 if child.fill else float(child.natural_height(self.width)) for child in children]
        left = max(0.0, self.height - sum(wanted) - self.gap * max(0, len(children) - 1))
        filling = sum(1 for child in children if child.fill)
        return [
            (child, left / filling if child.fill else height) for child, height in zip(children, wanted, strict=True)
        ]
