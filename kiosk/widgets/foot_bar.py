"""The bar at the foot of every screen: back, skip, on. All the same height; the way on is at the reading end.

- A button without a word is not there; the others keep their places.
- Skipping is a button like the others, never a small link.
- Where the words do not fit beside their pictograms they stand under them, and in smaller letters before one is cut.

Deliberately not here: what the buttons do.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled

LEAST_WIDTH_MM = {"back": 50.0, "skip": 50.0, "next": 72.0}


class Way(NamedTuple):
    """One way to lay the words out: under the pictograms or beside them, how wide at least, and in which role."""

    stacked: bool
    part_of_least: float
    role: Role


WAYS = (
    Way(stacked=False, part_of_least=1.0, role=Role.HELP),
    Way(stacked=False, part_of_least=0.0, role=Role.HELP),
    Way(stacked=True, part_of_least=0.7, role=Role.HELP),
    Way(stacked=True, part_of_least=0.7, role=Role.LABEL),
    Way(stacked=True, part_of_least=0.0, role=Role.LABEL),
)


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

    def _laid(self, width: float) -> tuple[Way, list[float]]:
        """Gives the first way in which the words that are seen fit, and the widths of their buttons in it."""
        gaps = self.look.gap * max(0, len(self._seen) - 1)
        way, widths = WAYS[0], list[float]()
        for way in WAYS:
            widths = [self._width(name, button, way) for name, button in self._seen]
            if sum(widths) + gaps <= width:
                break
        squeeze = min(1.0, (width - gaps) / sum(widths)) if widths else 1.0
        return way, [each * squeeze for each in widths]

    def _width(self, name: str, button: Any, way: Way) -> float:
        least = self.look.panel.px(LEAST_WIDTH_MM[name]) * way.part_of_least
        return float(max(least, button.width_as(way.role, stacked=way.stacked)))

    def natural_height(self, width: float) -> float:
        """Gives the one height of the three buttons: a target and a little more, or room for two lines."""
        stacked = self._laid(width)[0].stacked
        capital = self.look.capital_px(Role.HELP)
        return float(
            max(self.look.panel.px(21.0 if self.look.panel.low else 23.0), capital * (4.4 if stacked else 2.9))
        )

    @property
    def _reach(self) -> float:
        """How far over and under a button a touch still means it; less where an answer stands closer than usual."""
        return float(self.look.unit - self.look.gap / 2 if self.look.crowded else self.look.unit)

    def arrange(self) -> None:
        """Places back at the reading edge, skip beside it, and the way on at the end."""
        look, (way, widths) = self.look, self._laid(self.width)
        height = round(self.natural_height(self.width))
        seen = self._seen
        for name in LEAST_WIDTH_MM:
            self.ids[name].opacity = 1 if any(name == each for each, _ in seen) else 0
            self.ids[name].disabled = not self.ids[name].opacity
        offset = 0.0
        for (name, button), width in zip(seen, widths, strict=True):
            start = self.width - width if name == "next" else offset
            button.stacked, button.role = way.stacked, way.role
            button.size = (round(width), height)
            button.pos = (self.lead(start, round(width)), round(self.center_y - height / 2))
            button.reach_x, button.reach_y = look.gap / 2, self._reach
            offset += width + look.gap

    def on_back(self) -> None:
        """Is the event: one step back."""

    def on_skip(self) -> None:
        """Is the event: not this one."""

    def on_next(self) -> None:
        """Is the event: one step on."""
