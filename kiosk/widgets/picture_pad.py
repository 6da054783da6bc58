"""Sixteen pictures to touch in the place of digits, erase one, start again: for who reads no digits.

- Things from an adult's day, each unlike the others at arm's length; their order is the same on every terminal, and a
  mirrored screen does not mirror them.
- A picture says its letter, a to p, and no word: the sequence is never spoken or written.
- Not here: showing how many were touched (`pin_dots.py`), how strong a sequence must be (modules/pin_rules.py).
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.properties import StringProperty

from kiosk.theme.icons import Icon, pictogram
from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.key import Key, KeyKind
from modules.pin_rules import FIRST_PICTURE, PICTURES

NAMES = (
    "anchor", "coffee", "bicycle", "tree", "key-variant", "umbrella", "guitar-acoustic", "fish",
    "sail-boat", "hammer", "bird", "chess-knight", "flower-tulip", "train", "food-apple", "image-filter-hdr",
)  # fmt: skip
"""The pictures in their order; changing it would lock everybody out who chose them."""
COLUMNS = 4
KEY_WIDTH_MM, KEY_HEIGHT_MM = 30.0, 21.0


class PicturePad(Panelled):
    """Pictures, erase and start again."""

    __events__ = ("on_digit", "on_erase", "on_clear")
    watched = ("erase_word", "clear_word")

    erase_word = StringProperty("")
    clear_word = StringProperty("")

    def __init__(self, **values: Any) -> None:
        letters = [chr(ord(FIRST_PICTURE) + place) for place in range(PICTURES)]
        self._pictures = [self._key(letter, KeyKind.LETTER) for letter in letters]
        self._clear, self._erase = (self._key(name, KeyKind.ACTION) for name in ("clear", "erase"))
        super().__init__(**values)
        for key in (*self._pictures, self._clear, self._erase):
            self.add_widget(key)
        for name in ("look", "erase_word", "clear_word"):
            self.fbind(name, self._dress)
        Clock.schedule_once(self._dress, -1)

    def _key(self, name: str, kind: KeyKind) -> Key:
        role = Role.QUESTION if kind is KeyKind.LETTER else Role.LABEL
        key = Key(value=name, kind=kind, test_id=f"pad.{name}", role=role)
        key.fbind("on_release", self._touched)
        return key

    def _dress(self, *_: Any) -> None:
        for key, name in zip(self._pictures, NAMES, strict=True):
            key.look, key.icon = self.look, pictogram(name)
        self._clear.look = self._erase.look = self.look
        self._clear.text = self.clear_word
        self._erase.icon, self._erase.spoken = Icon.ERASE_LETTER, self.erase_word

    @property
    def natural_width(self) -> int:
        """The width of four pictures."""
        return COLUMNS * self.look.panel.px(KEY_WIDTH_MM) + (COLUMNS - 1) * self.look.gap

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - five rows at any width
        """Gives the height of four rows of pictures and one of two keys."""
        rows = PICTURES // COLUMNS + 1
        return float(rows * self.look.panel.px(KEY_HEIGHT_MM) + (rows - 1) * self.look.gap)

    def arrange(self) -> None:
        """Places the pictures in rows and the two keys under them."""
        gap, rows = self.look.gap, PICTURES // COLUMNS + 1
        width = min(self.look.panel.px(KEY_WIDTH_MM), (self.width - (COLUMNS - 1) * gap) / COLUMNS)
        height = min(self.look.panel.px(KEY_HEIGHT_MM), (self.height - (rows - 1) * gap) / rows)
        left = self.center_x - (COLUMNS * width + (COLUMNS - 1) * gap) / 2
        for place, key in enumerate(self._pictures):
            row, column = divmod(place, COLUMNS)
            key.size = (round(width), round(height))
            key.pos = (round(left + column * (width + gap)), round(self.top - (row + 1) * height - row * gap))
        wide = 2 * width + gap
        for column, key in enumerate((self._clear, self._erase)):
            key.size = (round(wide), round(height))
            key.pos = (round(left + column * (wide + gap)), round(self.top - rows * height - (rows - 1) * gap))
        for key in (*self._pictures, self._clear, self._erase):
            key.reach_x = key.reach_y = gap / 2

    def _touched(self, key: Key) -> None:
        if key.value in ("erase", "clear"):
            self.dispatch(f"on_{key.value}")
        else:
            self.dispatch("on_digit", key.value)

    def on_digit(self, letter: str) -> None:
        """Is the event: this picture was touched."""

    def on_erase(self) -> None:
        """Is the event: take the last one away."""

    def on_clear(self) -> None:
        """Is the event: take all away."""
