"""Short words or numbers to choose one of, as keys in rows that fill their place; what does not fit is on other pages.

- Keys run in reading direction; the page with the choice is seen first, else the last one, which is always full.

Deliberately not here: what a key means (`kiosk/exercises/date.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.key import Key
from kiosk.widgets.push_button import PushButton

MOST_HEIGHT_MM = 26.0


class KeyGrid(Panelled):
    """Keys in rows; `on_choose` tells the value of the one that was touched."""

    __events__ = ("on_choose",)
    watched = ("page", "columns", "paged", "last")

    page = NumericProperty(0)
    columns = NumericProperty(4)
    paged = BooleanProperty(False)
    """Whether there are so many that they stand on pages of keys as high as a target; else all are on one page."""
    last = ObjectProperty(None, allownone=True)
    """A touchable between the ways to other pages, on every page."""
    earlier_word = StringProperty("")
    later_word = StringProperty("")

    def __init__(self, **values: Any) -> None:
        self._pool: list[Key] = []
        self._items: tuple[tuple[int, str], ...] = ()
        self._find: int | None = None
        super().__init__(fill=True, **values)
        self._turners = (self._turner(-1), self._turner(1))

    def _turner(self, pages: int) -> PushButton:
        button = PushButton(look=self.look, role=Role.LABEL, test_id=f"keys.{'later' if pages > 0 else 'earlier'}")
        button.fbind("on_release", lambda *_: self._turn(pages))
        return button

    def _turn(self, pages: int) -> None:
        self._find = None
        self.page += pages

    def first_page(self) -> None:
        """Lets go of the page it was turned to: keys shown next are seen from the page of their choice."""
        self._items = ()

    def show(self, items: Sequence[tuple[int, str]], chosen: int | None, name: str) -> None:
        """Shows keys as value and word; `name` is what their test ids begin with."""
        if tuple(items) != self._items:
            self._items = tuple(items)
            self._find = next((place for place, (value, _) in enumerate(items) if value == chosen), len(items) - 1)
        while len(self._pool) < len(items):
            key = Key(look=self.look)
            key.fbind("on_release", lambda touched: self.dispatch("on_choose", touched.value))
            self._pool.append(key)
        for key, (value, word) in zip(self._pool, items, strict=False):
            key.value, key.text, key.spoken, key.test_id = value, word, word, f"{name}.{value}"
            key.chosen, key.role = value == chosen, Role.HELP
        earlier, later = self._turners
        earlier.look = later.look = self.look  # they were made before this grid was told how it looks
        earlier.text, earlier.icon = self.earlier_word, Icon.LESS
        later.text, later.icon_after = self.later_word, Icon.MORE
        self.arrange_soon()

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - rows are as high at any width
        """Gives the height of all rows."""
        rows = -(-len(self._items) // int(self.columns))
        return float(rows * (self.look.target + self.look.gap) - self.look.gap)

    @property
    def _under(self) -> float:
        rows = int(self.paged) + int(self.last is not None)
        return float(min(rows, 2 if self._apart else 1) * (self.look.target + self.look.gap))

    @property
    def _apart(self) -> bool:
        """Whether what is last has a row of its own."""
        return bool(self.look.panel.portrait or (self.look.text_factor > 1 and not self.look.crowded))

    def _page_size(self) -> int:
        """Gives how many keys stand on a page."""
        if not self.paged:
            return max(1, len(self._items))
        step = self.look.target + self.look.gap
        return int(self.columns) * max(1, int((self.height - self._under + self.look.gap) / step))

    def arrange(self) -> None:
        """Places the keys of the present page in rows, and what stands under them."""
        size, count = self._page_size(), len(self._items)
        pages = max(1, -(-count // size))
        if self._find is not None:
            self.page = pages - 1 - (count - 1 - self._find) // size
        page = min(int(self.page), pages - 1)
        after = (pages - 1 - page) * size
        keys = self._pool[max(0, count - after - size) : count - after]
        ways = [way for way, there in zip(self._turners, (page > 0, page < pages - 1), strict=True) if there]
        wanted: list[Any] = [*keys, *ways, *([self.last] if self.last is not None else [])]
        if self.in_reading_order() != wanted:
            self.clear_widgets()
            for each in wanted:
                self.add_widget(each)
        rows = -(-min(len(self._items), size) // int(self.columns))
        gap = self.look.gap
        high = min(self.look.panel.px(MOST_HEIGHT_MM), (self.height - self._under - gap * (rows - 1)) / max(1, rows))
        self._place_keys(keys, high)
        self._place_under(ways, self.top - rows * (high + gap) - self.look.target)

    def _place_keys(self, keys: list[Key], high: float) -> None:
        columns, gap = int(self.columns), self.look.gap
        each = (self.width - gap * (columns - 1)) / columns
        for place, key in enumerate(keys):
            row, column = divmod(place, columns)
            near, far = round(column * (each + gap)), round(column * (each + gap) + each)
            key.size = (far - near, round(high))
            key.pos = (self.lead(near, far - near), round(self.top - (row + 1) * high - row * gap))
            key.reach_x = key.reach_y = gap / 2

    def _place_under(self, ways: list[PushButton], low: float) -> None:
        gap, target = self.look.gap, self.look.target
        widths = [round(way.natural_width()) for way in self._turners]
        for way in ways:
            first = way is self._turners[0]
            way.size = (widths[0 if first else 1], target)
            way.pos = (self.lead(0 if first else self.width - way.width, way.width), round(low))
            way.reach_x = way.reach_y = gap / 2
        if self.last is not None:
            between = self.paged and not self._apart
            room = round(self.width - sum(width + gap for width in widths)) if between else round(self.width)
            under = target + gap if self.paged and self._apart else 0
            self.last.size = (room, target)
            self.last.pos = (self.lead(widths[0] + gap if between else 0, room), round(low - under))
            self.last.reach_x = self.last.reach_y = gap / 2

    def on_choose(self, value: int) -> None:
        """Is the event: the key with this value was touched."""
