"""Short words or numbers to choose one of, as keys in rows that fill their place; what does not fit is on other pages.

- Keys run in reading direction; the page with the choice is seen first, else the last one.

Deliberately not here: what a key means (`kiosk/exercises/date.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.properties import NumericProperty, StringProperty

from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.key import Key
from kiosk.widgets.push_button import PushButton

MOST_HEIGHT_MM = 26.0


class KeyGrid(Panelled):
    """Keys in rows; `on_choose` tells the value of the one that was touched."""

    __events__ = ("on_choose",)
    watched = ("page", "columns")

    page = NumericProperty(0)
    columns = NumericProperty(4)
    page_size = NumericProperty(31)
    earlier_word = StringProperty("")
    later_word = StringProperty("")

    def __init__(self, **values: Any) -> None:
        self._pool: list[Key] = []
        self._items: tuple[tuple[int, str], ...] = ()
        super().__init__(fill=True, **values)
        self._turners = (self._turner(-1), self._turner(1))

    def _turner(self, pages: int) -> PushButton:
        button = PushButton(look=self.look, role=Role.LABEL, test_id=f"keys.{'later' if pages > 0 else 'earlier'}")
        button.fbind("on_release", lambda *_: setattr(self, "page", self.page + pages))
        return button

    def show(self, items: Sequence[tuple[int, str]], chosen: int | None, name: str) -> None:
        """Shows keys as value and word; `name` is what their test ids begin with."""
        if tuple(items) != self._items:
            self._items = tuple(items)
            at = next((place for place, (value, _) in enumerate(items) if value == chosen), len(items) - 1)
            self.page = at // int(self.page_size)
        while len(self._pool) < len(items):
            key = Key(look=self.look)
            key.fbind("on_release", lambda touched: self.dispatch("on_choose", touched.value))
            self._pool.append(key)
        for key, (value, word) in zip(self._pool, items, strict=False):
            key.value, key.text, key.spoken, key.test_id = value, word, word, f"{name}.{value}"
            key.chosen, key.role = value == chosen, Role.HELP
        earlier, later = self._turners
        earlier.text, earlier.icon = self.earlier_word, Icon.LESS
        later.text, later.icon_after = self.later_word, Icon.MORE
        self.arrange_soon()

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - rows are as high at any width
        """Gives the height of all rows."""
        rows = -(-min(len(self._items), int(self.page_size)) // int(self.columns))
        return float(rows * (self.look.target + self.look.gap) - self.look.gap)

    def arrange(self) -> None:
        """Places the keys of the present page in rows, and the ways to other pages under them."""
        size, columns, gap = int(self.page_size), int(self.columns), self.look.gap
        pages = max(1, -(-len(self._items) // size))
        start = int(self.page) * size
        keys = self._pool[start : min(start + size, len(self._items))]
        ways = [way for way, there in zip(self._turners, (self.page > 0, self.page < pages - 1), strict=True) if there]
        wanted: list[Any] = [*keys, *ways]
        if self.in_reading_order() != wanted:
            self.clear_widgets()
            for each in wanted:
                self.add_widget(each)
        under = self.look.target + gap if pages > 1 else 0
        rows = -(-min(len(self._items), size) // columns)
        high = min(self.look.panel.px(MOST_HEIGHT_MM), (self.height - under - gap * (rows - 1)) / max(1, rows))
        each = (self.width - gap * (columns - 1)) / columns
        for place, key in enumerate(keys):
            row, column = divmod(place, columns)
            near, far = round(column * (each + gap)), round(column * (each + gap) + each)
            key.size = (far - near, round(high))
            key.pos = (self.lead(near, far - near), round(self.top - (row + 1) * high - row * gap))
            key.reach_x = key.reach_y = gap / 2
        low = self.top - rows * (high + gap) - self.look.target
        for way in ways:
            width = round(way.natural_width())
            way.size = (width, self.look.target)
            at = 0.0 if way is self._turners[0] else self.width - width
            way.pos = (self.lead(at, width), round(low))
            way.reach_x = way.reach_y = gap / 2

    def on_choose(self, value: int) -> None:
        """Is the event: the key with this value was touched."""
