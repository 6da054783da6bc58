"""Own answers under each other; what does not fit is on a next page.

- Each card is as high as its words; cards are made once and shown again with other words.
- What is last stands under the answers of every page; in larger letters, where it has no room under the
  highest of them, on a page of its own.

Deliberately not here: what a touch on one means (the screen, `kiosk/exercises/summary.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kivy.properties import NumericProperty, ObjectProperty, StringProperty

from kiosk.exercises.parts.more_button import more_button
from kiosk.exercises.parts.pages import divide
from kiosk.exercises.parts.said_card import SaidCard
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.push_button import PushButton


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One card: what it is called by, its words, and whether it is shared (none where it can't be)."""

    value: str
    test_id: str
    question: str
    said: str
    word: str = ""
    shared: bool | None = None


class SaidList(Panelled):
    """All answers of a page; `on_choose` tells the value of the card that was touched."""

    __events__ = ("on_choose",)
    watched = ("page", "last")

    page = NumericProperty(0)
    last = ObjectProperty(None, allownone=True)
    """A touchable under all answers, on every page."""
    more_word = StringProperty("")

    def __init__(self, **values: Any) -> None:
        self._pool: list[SaidCard] = []
        self._rows: tuple[SaidRow, ...] = ()
        self._more: PushButton | None = None
        super().__init__(fill=True, **values)

    def show(self, rows: Sequence[SaidRow]) -> None:
        """Shows these answers."""
        values = [row.value for row in rows]
        if values != [row.value for row in self._rows]:
            self.page = 0
        self._rows = tuple(rows)
        while len(self._pool) < len(rows):
            card = SaidCard(look=self.look)
            card.fbind("on_release", self._touched)
            self._pool.append(card)
        for card, row in zip(self._pool, rows, strict=False):
            card.value, card.test_id = row.value, row.test_id
            card.question, card.said, card.word = row.question, row.said, row.word
            card.shares, card.chosen = row.shared is not None, bool(row.shared)
        self.arrange_soon()

    def natural_height(self, width: float) -> float:
        """Gives the height of all answers in one column."""
        cards = self._pool[: len(self._rows)]
        return sum(card.natural_height(width) for card in cards) + self.look.gap * max(0, len(cards) - 1)

    def arrange(self) -> None:
        """Places the answers of the present page, and under them what is last and the button for more."""
        gap, more = self.look.gap, self._turner()
        heights = [float(round(card.natural_height(self.width))) for card in self._pool[: len(self._rows)]]
        under = self._under_height(self.width)
        pages = divide(heights, self.height - (under + gap if under else 0), gap=gap)
        room, things = self.width, list[Any](self._pool[: len(self._rows)])
        stands_under = self.last is not None
        if len(pages) > 1 or (pages and self._stands_alone(heights, under)):
            room = self.width - more.width - gap
            under = max(more.height, self._under_height(room))
            if self._stands_alone(heights, under):
                things, heights = [*things, self.last], [*heights, self._under_height(self.width)]
                under, stands_under = more.height, False
            pages = divide(heights, self.height - under - gap, gap=gap)
        page = pages[int(self.page) % len(pages)][0] if pages else []
        self._keep([things[place] for place in page], under=stands_under, with_button=len(pages) > 1)
        top = self.top
        for place in page:
            things[place].size = (self.width, heights[place])
            things[place].pos = (self.x, round(top - heights[place]))
            things[place].reach_y = gap / 2
            top -= heights[place] + gap
        more.pos = (self.lead(self.width - more.width, more.width), self.y)
        if stands_under:
            self.last.size, self.last.reach_y = (room, under), gap / 2
            self.last.pos = (self.lead(0, room), self.y if len(pages) > 1 else round(top - under))

    def _stands_alone(self, heights: list[float], under: float) -> bool:
        """Tells whether what is last has no room under the highest answer."""
        highest = max(heights, default=0.0)
        return bool(
            self.last is not None and self.look.text_factor > 1 and highest + self.look.gap + under > self.height
        )

    def _under_height(self, width: float) -> float:
        return float(self.last.natural_height(width)) if self.last is not None else 0.0

    def _keep(self, things: list[Any], *, under: bool, with_button: bool) -> None:
        wanted: list[Any] = [*things, *([self.last] if under else []), *([self._turner()] if with_button else [])]
        if self.in_reading_order() != wanted:
            self.clear_widgets()
            for each in wanted:
                self.add_widget(each)

    def _turner(self) -> PushButton:
        if self._more is None:
            self._more = more_button(self.look, self.more_word)
            self._more.fbind("on_release", self._turn)
        return self._more

    def _turn(self, *_: Any) -> None:
        self.page += 1

    def _touched(self, card: SaidCard) -> None:
        self.dispatch("on_choose", card.value)

    def on_choose(self, value: str) -> None:
        """Is the event: the card with this value was touched."""
