"""Lays widgets side by side in reading direction, each by its share of the width.

- Mirrored whole in a right-to-left screen; nobody reverses a list.
- Between two touchable neighbours the hit areas meet in the middle of the gap.

Deliberately not here: wrapping to a second row; a screen that needs one says so with two rows.
"""

from __future__ import annotations

from kivy.properties import NumericProperty

from kiosk.widgets.arranged import Panelled


class Row(Panelled):
    """Widgets beside each other, in reading order."""

    watched = ("spacing",)

    spacing = NumericProperty(-1)
    """Pixels between two widgets; below zero the look's own gap."""

    @property
    def gap(self) -> float:
        """The gap between two widgets in pixels."""
        return float(self.look.gap if self.spacing < 0 else self.spacing)

    def _widths(self, width: float) -> list[float]:
        children = self.in_reading_order()
        room = width - self.gap * max(0, len(children) - 1)
        shares = sum(child.share for child in children) or 1
        return [room * child.share / shares for child in children]

    def natural_height(self, width: float) -> float:
        """Gives the height of the highest widget at its share of the width."""
        pairs = zip(self.in_reading_order(), self._widths(width), strict=True)
        return max((float(child.natural_height(part)) for child, part in pairs), default=0.0)

    def arrange(self) -> None:
        """Places the widgets from the reading edge on, at the full height."""
        offset = 0.0
        for child, width in zip(self.in_reading_order(), self._widths(self.width), strict=True):
            child.size = (round(width), self.height)
            child.pos = (self.lead(offset, round(width)), self.y)
            if hasattr(child, "reach_x"):
                child.reach_x = self.gap / 2
            offset += width + self.gap
