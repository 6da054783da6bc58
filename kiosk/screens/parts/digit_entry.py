"""A number or a PIN: what is asked, what was entered so far, what went wrong, and the pad to enter it with.

- In the place of digits a PIN may be a sequence of pictures, each one a letter a to p here (modules/pin_rules.py).
- A number is shown as it is entered; a PIN only as dots. Neither ever stands in a name or an event.
- Telling is at the reading side and the pad beside it; on an upright panel the pad is under it.

Deliberately not here: what the digits are for (`unlock.py`, `sign.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from kiosk.screens.parts.pads import Pads, told_height, told_width
from kiosk.widgets.arranged import Panelled

LINE_MM = 110.0
"""How long the line is on which a number is shown."""


class DigitEntry(Panelled):
    """Digits as they come; `on_change` tells that there is one more or less."""

    __events__ = ("on_change",)
    watched = ("title", "help_text", "trouble", "secret", "pictures")

    word = ObjectProperty(None)  # the words of the interface, as every part of a screen has them
    title = StringProperty("")
    help_text = StringProperty("")
    trouble = StringProperty("")
    secret = BooleanProperty(True)
    """Whether these are the digits of a PIN."""
    most = NumericProperty(6)
    pictures = BooleanProperty(False)
    """Whether pictures are touched in the place of digits."""

    def __init__(self, **values: Any) -> None:
        self._digits = ""
        self._pads: Pads | None = None
        super().__init__(fill=True, **values)

    @property
    def pad(self) -> Any:
        """What is touched: digits, or pictures."""
        self._pads = self._pads or Pads(self)
        return self._pads.of(pictures=self.pictures and self.secret)

    @property
    def digits(self) -> str:
        """What was entered so far."""
        return self._digits

    @property
    def full(self) -> bool:
        """Tells whether no digit can be added."""
        return len(self._digits) >= self.most

    def show(self, digits: str) -> None:
        """Shows these digits instead of those before."""
        self._digits = digits
        count = len(digits) if self.secret else 0
        self.ids.line.text, self.ids.dots.filled = "" if self.secret else digits, count
        self.ids.dots.spoken = self.word("unlock.dots", count) if self.secret and self.word else ""

    def add(self, digit: str) -> None:
        """Adds a digit, if there is room for it."""
        self._change(self._digits if self.full else self._digits + digit)

    def erase(self) -> None:
        """Takes the last digit away."""
        self._change(self._digits[:-1])

    def clear(self) -> None:
        """Takes all digits away."""
        self._change("")

    def _change(self, digits: str) -> None:
        if digits != self._digits:
            self.show(digits)
            self.dispatch("on_change")

    @property
    def telling(self) -> list[Any]:
        """The parts that tell, from the top down; a help line and a trouble never both."""
        return [self.ids.heading, self.ids.dots if self.secret else self.ids.line, self.ids.notice]

    def natural_height(self, width: float) -> float:
        """Gives the height of the higher side, or of both on an upright panel."""
        told, pad = told_height(self, width), self.pad.natural_height(width)
        return float(told + 2 * self.look.gap + pad if self.look.panel.portrait else max(told, pad))

    def arrange(self) -> None:
        """Places what tells at the reading side, and the pad beside or under it."""
        look, ids = self.look, self.ids
        ids.line.opacity, ids.dots.opacity = (0, 1) if self.secret else (1, 0)
        ids.notice.opacity = 1 if self.trouble else 0
        pad = self.pad
        width = told_width(self, self.width)
        pad_width = self.width if look.panel.portrait else min(pad.natural_width, self.width - width - look.margin)
        pad_height = pad.natural_height(pad_width)
        middle = min(self.top, self.center_y + pad_height / 2)
        low = self._place_telling(width, self.top if look.panel.portrait or look.crowded else middle)
        top = low - look.gap if look.panel.portrait else middle
        pad.size = (round(pad_width), round(min(pad_height, top - self.y)))
        pad.pos = (self.lead(self.width - pad_width, round(pad_width)), round(top - pad.height))

    def _place_telling(self, width: float, top: float) -> float:
        """Places what tells from `top` down, and gives where it ends."""
        for part in self.telling:
            height = round(part.natural_height(width)) if part.opacity else 0
            part.size = (min(width, self.look.panel.px(LINE_MM)) if part is self.ids.line else width, height)
            part.pos = (self.lead(0, part.width), round(top - height))
            top -= height + (self.look.gap if part.opacity else 0)
        return top

    def on_change(self) -> None:
        """Is the event: there is one digit more or less."""
