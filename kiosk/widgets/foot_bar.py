"""The bar at the foot of every screen: back, skip, on. All the same height; the way on is at the reading end.

- A button without a word is not there; the others keep their places.
- Skipping is a button like the others, never a small link.

Deliberately not here: what the buttons do.
"""

from __future__ import annotations

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled

LEAST_WIDTH_MM = {"back": 50.0, "skip": 50.0, "next": 72.0}


class FootBar(Panelled):
    """Back, skip and on."""

    __events__ = ("on_back", "on_skip", "on_next")
    watched = ("back_word", "skip_word", "next_word", "next_icon", "next_enabled")

    back_word = StringProperty("")
    skip_word = StringProperty("")
    next_word = StringProperty("")
    next_icon = ObjectProperty(Icon.NEXT, allownone=True)
    next_enabled = BooleanProperty(True)

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - one row at any width
        """Gives the one height of the three buttons: a target and a little more."""
        return float(max(self.look.panel.px(23.0), self.look.capital_px(Role.HELP) * 2.9))

    def arrange(self) -> None:
        """Places back at the reading edge, skip beside it, and the way on at the end."""
        look, ids = self.look, self.ids
        height = round(self.natural_height(self.width))
        places = (("back", self.back_word), ("skip", self.skip_word), ("next", self.next_word))
        widths = {name: self._width(name) if word else 0 for name, word in places}
        gaps = look.gap * max(0, sum(1 for width in widths.values() if width) - 1)
        wanted = sum(widths.values())
        squeeze = min(1.0, (self.width - gaps) / wanted) if wanted else 1.0
        offsets = {"back": 0.0, "skip": widths["back"] * squeeze + (look.gap if widths["back"] else 0)}
        offsets["next"] = self.width - widths["next"] * squeeze
        for name, word in places:
            button = ids[name]
            button.opacity = 1 if word else 0
            button.disabled = not word
            button.size = (round(widths[name] * squeeze), height)
            button.pos = (self.lead(offsets[name], round(widths[name] * squeeze)), round(self.center_y - height / 2))
            button.reach_x, button.reach_y = look.gap / 2, look.unit

    def _width(self, name: str) -> float:
        return float(max(self.look.panel.px(LEAST_WIDTH_MM[name]), self.ids[name].natural_width()))

    def on_back(self) -> None:
        """Is the event: one step back."""

    def on_skip(self) -> None:
        """Is the event: not this one."""

    def on_next(self) -> None:
        """Is the event: one step on."""
