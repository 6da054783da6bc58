"""A scale from 0 to 10: eleven separate buttons in one row, words at both ends, and one's own earlier mark.

- Never paged; two rows only on an upright panel, where eleven targets would be too narrow.
- The numbers follow the reading direction, so the low end is where reading begins.
- The earlier mark is a small dot with words; it is never a second choice.

Deliberately not here: what the value means.
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.properties import ObjectProperty, StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.key import Key

HIGHEST = 10
FIRST_ROW = 6
"""How many buttons lie in the first row of an upright panel."""


class Ruler(Panelled):
    """Eleven buttons from 0 to 10."""

    __events__ = ("on_choose",)
    watched = ("low_word", "high_word", "value", "earlier", "earlier_word")

    low_word = StringProperty("")
    high_word = StringProperty("")
    value = ObjectProperty(None, allownone=True)
    """The chosen number, or None."""
    earlier = ObjectProperty(None, allownone=True)
    """The number chosen last time, or None."""
    earlier_word = StringProperty("")
    test_id = StringProperty("")
    spoken = StringProperty("")

    def __init__(self, **values: Any) -> None:
        self._keys = [Key(value=number, text=str(number)) for number in range(HIGHEST + 1)]
        super().__init__(**values)
        for key in self._keys:
            key.fbind("on_release", self._touched)
            self.add_widget(key)
        Clock.schedule_once(self._dress, -1)
        self.fbind("value", self._dress)
        self.fbind("look", self._dress)
        self.fbind("test_id", self._dress)

    @property
    def _rows(self) -> list[list[Key]]:
        if not self.look.panel.portrait:
            return [self._keys]
        return [self._keys[:FIRST_ROW], self._keys[FIRST_ROW:]]

    @property
    def _key_height(self) -> int:
        return int(self.look.target) if self.look.panel.low else self.look.panel.px(26.0)

    @property
    def _mark_height(self) -> int:
        return round(self.look.capital_px(Role.LABEL) * 3.0) if self.earlier is not None else 0

    def natural_height(self, width: float) -> float:
        """Gives the height of the rows, the words at the ends and the earlier mark."""
        rows = len(self._rows)
        ends = zip((self.ids.low, self.ids.high), self._end_widths(width), strict=True)
        words = max(each.natural_height(room) for each, room in ends)
        keys = rows * self._key_height + (rows - 1) * self.look.gap
        return float(keys + words + self.look.unit + self._mark_height)

    def _end_widths(self, width: float) -> tuple[float, float]:
        """Gives how wide the words at both ends stand: equally, or as they need where that saves a line or a word."""
        half = width / 2.2
        words = [each.broken_width(half) for each in (self.ids.low, self.ids.high)]
        if max(words) > half:
            wide = max(words) + 1
            rest = width - self.look.padding - wide
            return (wide, rest) if words[0] > words[1] else (rest, wide)
        low, high = (each.natural_width() + 1 for each in (self.ids.low, self.ids.high))
        apart = low + high + self.look.padding <= width
        return (low, high) if self.look.crowded and apart and max(low, high) > half else (half, half)

    def _dress(self, *_: Any) -> None:
        for key in self._keys:
            key.look = self.look
            key.chosen = key.value == self.value
            key.test_id = f"{self.test_id or 'ruler'}.{key.value}"

    def arrange(self) -> None:
        """Places the rows in reading direction, the words under them, the mark above its button."""
        look = self.look
        top = self.top - self._mark_height
        per_row = len(self._rows[0])
        width = (self.width - look.gap * (per_row - 1)) / per_row
        for row in self._rows:
            for place, key in enumerate(row):
                near, far = round(place * (width + look.gap)), round(place * (width + look.gap) + width)
                key.size = (far - near, self._key_height)
                key.pos = (self.lead(near, far - near), round(top - self._key_height))
                key.reach_x, key.reach_y = look.gap / 2, look.gap / 2
            top -= self._key_height + look.gap
        self._place_words(top + look.gap - look.unit)
        self._place_mark()

    def _place_words(self, top: float) -> None:
        low, high = self._end_widths(self.width)
        for words, offset, room in ((self.ids.low, 0.0, low), (self.ids.high, self.width - high, high)):
            words.size = (room, words.natural_height(room))
            words.pos = (self.lead(offset, room), round(top - words.height))

    def _place_mark(self) -> None:
        words, dot = self.ids.mark, self.ids.dot
        words.opacity = 0 if self.earlier is None else 1
        if self.earlier is None:
            return
        key = self._keys[int(self.earlier)]
        low = self._mark_height // 3
        words.size = (words.natural_width(), self._mark_height - low)
        left = min(max(self.x, key.center_x - words.width / 2), self.right - words.width)
        words.pos = (round(left), key.top + low)
        dot.size_px = low * 1.6
        dot.size = (key.width, low)
        dot.pos = (key.x, key.top)

    def _touched(self, key: Key) -> None:
        self.dispatch("on_choose", key.value)

    def on_choose(self, value: int) -> None:
        """Is the event: this number was touched."""
