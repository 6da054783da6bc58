"""Twelve keys to enter a number or a PIN: ten digits, erase one, start again.

- The digits lie as on a telephone in every language; a mirrored screen does not mirror them.
- The pad never knows what was entered; it only says which key was touched.

Deliberately not here: showing what was entered (`pin_dots.py`, `text_line.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.properties import StringProperty

from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.key import Key, KeyKind

KEY_HEIGHT_MM = 24.0
KEY_WIDTH_MM = 42.0
ROWS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"), ("clear", "0", "erase"))


class NumberPad(Panelled):
    """Digits, erase and start again."""

    __events__ = ("on_digit", "on_erase", "on_clear")
    watched = ("erase_word", "clear_word")

    erase_word = StringProperty("")
    clear_word = StringProperty("")

    def __init__(self, **values: Any) -> None:
        self._keys = {name: self._key(name) for row in ROWS for name in row}
        super().__init__(**values)
        for key in self._keys.values():
            self.add_widget(key)
        for name in ("look", "erase_word", "clear_word"):
            self.fbind(name, self._dress)
        Clock.schedule_once(self._dress, -1)

    def _key(self, name: str) -> Key:
        key = Key(value=name, test_id=f"pad.{name}", role=Role.QUESTION)
        if name.isdigit():
            key.text = name
        else:
            key.kind, key.role = KeyKind.ACTION, Role.LABEL
        key.fbind("on_release", self._touched)
        return key

    def _dress(self, *_: Any) -> None:
        for key in self._keys.values():
            key.look = self.look
        self._keys["clear"].text = self.clear_word
        self._keys["erase"].icon = Icon.ERASE_LETTER
        self._keys["erase"].spoken = self.erase_word

    @property
    def natural_width(self) -> int:
        """The width of three keys."""
        return 3 * self.look.panel.px(KEY_WIDTH_MM) + 2 * self.look.gap

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - four rows at any width
        """Gives the height of four rows."""
        return float(4 * self.look.panel.px(KEY_HEIGHT_MM) + 3 * self.look.gap)

    def arrange(self) -> None:
        """Places the keys in the middle, as large as the place allows up to their own size."""
        gap = self.look.unit if self.look.crowded else self.look.gap
        width = min(self.look.panel.px(KEY_WIDTH_MM), (self.width - 2 * gap) / 3)
        height = min(self.look.panel.px(KEY_HEIGHT_MM), (self.height - 3 * gap) / 4)
        left = self.center_x - (3 * width + 2 * gap) / 2
        for row, names in enumerate(ROWS):
            for column, name in enumerate(names):
                key = self._keys[name]
                key.size = (round(width), round(height))
                key.pos = (round(left + column * (width + gap)), round(self.top - (row + 1) * height - row * gap))
                key.reach_x = key.reach_y = gap / 2

    def _touched(self, key: Key) -> None:
        if key.value == "erase":
            self.dispatch("on_erase")
        elif key.value == "clear":
            self.dispatch("on_clear")
        else:
            self.dispatch("on_digit", key.value)

    def on_digit(self, digit: str) -> None:
        """Is the event: this digit was touched."""

    def on_erase(self) -> None:
        """Is the event: take the last digit away."""

    def on_clear(self) -> None:
        """Is the event: take all digits away."""
