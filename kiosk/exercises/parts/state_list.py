"""The things of a checklist under each other; what does not fit is on a next page.

Deliberately not here: one thing (`state_row.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kivy.properties import NumericProperty, StringProperty

from kiosk.exercises.parts.more_button import more_button
from kiosk.exercises.parts.pages import divide
from kiosk.exercises.parts.state_row import StateRow
from kiosk.theme.icons import pictogram
from kiosk.views.options import Options
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.push_button import PushButton

MOST_EXTRA_MM = 8.0
"""How much higher than needed a row becomes where there is room."""


class StateList(Panelled):
    """All things with their states; `on_state` tells the thing and the state that was touched."""

    __events__ = ("on_state",)
    watched = ("page",)

    page = NumericProperty(0)
    more_word = StringProperty("")

    def __init__(self, **values: Any) -> None:
        self._pool: list[StateRow] = []
        self._things: tuple[str, ...] = ()
        self._more: PushButton | None = None
        super().__init__(fill=True, **values)

    def show(self, things: Options, states: Options, chosen: Mapping[Any, Any]) -> None:
        """Shows these things."""
        named = tuple(thing.id for thing in things)
        if named != self._things:
            self._things, self.page = named, 0
        while len(self._pool) < len(things):
            row = StateRow(look=self.look)
            row.fbind("on_state", lambda touched, state: self.dispatch("on_state", touched.value, state))
            self._pool.append(row)
        for row, thing in zip(self._pool, things, strict=False):
            row.icon = pictogram(thing.picture)
            row.show(thing, states, chosen.get(thing.id))
        self.arrange_soon()

    def natural_height(self, width: float) -> float:
        """Gives the height of all things."""
        rows = self._pool[: len(self._things)]
        return sum(row.natural_height(width) for row in rows) + self.look.gap * max(0, len(rows) - 1)

    def arrange(self) -> None:
        """Places the things of the present page, and the button for more."""
        gap, more = self.look.gap, self._turner()
        heights = [float(round(row.natural_height(self.width))) for row in self._pool[: len(self._things)]]
        pages = divide(heights, self.height, gap=gap)
        if len(pages) > 1:
            pages = divide(heights, self.height - more.height - gap, gap=gap)
        page = pages[int(self.page) % len(pages)][0] if pages else []
        rows: list[Any] = [self._pool[place] for place in page]
        last = [more] if len(pages) > 1 else []
        if self.in_reading_order() != [*rows, *last]:
            self.clear_widgets()
            for each in (*rows, *last):
                self.add_widget(each)
        room = self.height - sum(heights[place] for place in page) - gap * max(0, len(page) - 1)
        room -= more.height + gap if last else 0
        extra = min(self.look.panel.px(MOST_EXTRA_MM), max(0, int(room / max(1, len(page)))))
        top = self.top
        for place in page:
            high = heights[place] + extra
            row = self._pool[place]
            row.size, row.pos = (self.width, high), (self.x, round(top - high))
            for card in row.children:
                card.reach_y = gap / 2
            top -= high + gap
        more.pos = (self.lead(self.width - more.width, more.width), self.y)

    def _turner(self) -> PushButton:
        if self._more is None:
            self._more = more_button(self.look, self.more_word)
            self._more.fbind("on_release", self._turn)
        return self._more

    def _turn(self, *_: Any) -> None:
        self.page += 1

    def on_state(self, thing: Any, state: Any) -> None:
        """Is the event: this thing stands so."""
