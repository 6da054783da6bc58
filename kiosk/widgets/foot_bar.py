"""The bar at the foot of every screen: back, skip, on. All the same height; the way on is at the reading end.

- A button without a word is not there; the others keep their places.
- Skipping is a button like the others, never a small link.

Deliberately not here: what the buttons do.
"""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled

LEAST_WIDTH_MM = {"back": 50.0, "skip": 50.0, "next": 72.0}


class FootBar(Panelled):
    """Back, skip and on."""

    __events__ = ("on_back", "on_skip", "on_next")
    watched = ("back_word", "skip_word", "next_word", "skip_icon", "next_icon", "next_enabled")

    back_word = StringProperty("")
    skip_word = StringProperty("")
    next_word = StringProperty("")
    skip_icon = ObjectProperty(Icon.SKIP, allownone=True)
    next_icon = ObjectProperty(Icon.NEXT, allownone=True)
    next_enabled = BooleanProperty(True)

    @property
    def _seen(self) -> list[tuple[str, Any]]:
        """The buttons that have a word, in reading order, with their names."""
        words = (("back", self.back_word), ("skip", self.skip_word), ("next", self.next_word))
        return [(name, self.ids[name]) for name, word in words if word]

    def _widths(self, width: float) -> list[float]:
        """Gives the widths of the buttons that are seen, with their words under their pictograms where they must."""
        gaps = self.look.gap * max(0, len(self._seen) - 1)
        widths: list[float] = []
        for stacked, part_of_least in ((False, 1.0), (False, 0.0), (True, 0.7)):
            for _, button in self._seen:
                button.stacked = stacked
            widths = [self._width(name, button, part_of_least) for name, button in self._seen]
            if sum(widths) + gaps <= width:
                break
        squeeze = min(1.0, (width - gaps) / sum(widths)) if widths else 1.0
        return [each * squeeze for each in widths]

    def _width(self, name: str, button: Any, part_of_least: float) -> float:
        least = self.look.panel.px(LEAST_WIDTH_MM[name]) * part_of_least
        return float(max(least, button.natural_width()))

    def natural_height(self, width: float) -> float:
        """Gives the one height of the three buttons: a target and a little more, or room for two lines."""
        self._widths(width)
        stacked = any(button.stacked for _, button in self._seen)
        capital = self.look.capital_px(Role.HELP)
        return float(
            max(self.look.panel.px(21.0 if self.look.panel.low else 23.0), capital * (4.4 if stacked else 2.9))
        )

    def arrange(self) -> None:
        """Places back at the reading edge, skip beside it, and the way on at the end."""
        look, widths = self.look, self._widths(self.width)
        height = round(self.natural_height(self.width))
        seen = self._seen
        for name in LEAST_WIDTH_MM:
            self.ids[name].opacity = 1 if any(name == each for each, _ in seen) else 0
            self.ids[name].disabled = not self.ids[name].opacity
        offset = 0.0
        for (name, button), width in zip(seen, widths, strict=True):
            start = self.width - width if name == "next" else offset
            button.size = (round(width), height)
            button.pos = (self.lead(start, round(width)), round(self.center_y - height / 2))
            button.reach_x, button.reach_y = look.gap / 2, look.unit
            offset += width + look.gap

    def on_back(self) -> None:
        """Is the event: one step back."""

    def on_skip(self) -> None:
        """Is the event: not this one."""

    def on_next(self) -> None:
        """Is the event: one step on."""
