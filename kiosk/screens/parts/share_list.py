"""Who sees what: a card for each part of the plan; where they do not fit, pages with as many cards each.

- Room that is left over is shared evenly over the cards of a page, up to a little.

Deliberately not here: turning the page (the screen's foot bar), and what a touch leads to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kivy.properties import NumericProperty

from kiosk.exercises.parts.pages import divide
from kiosk.screens.parts.share_card import ShareCard
from kiosk.views.shares import Sees, ShareRow
from kiosk.widgets.arranged import Panelled

MOST_EXTRA_MM = 4.0
"""How much higher than needed a card becomes where there is room."""


class ShareList(Panelled):
    """All rows; `on_choose` tells the value of the one that was touched."""

    __events__ = ("on_choose",)
    watched = ("page",)

    page = NumericProperty(0)
    pages = NumericProperty(1)

    def __init__(self, **values: Any) -> None:
        self._cards: list[ShareCard] = []
        super().__init__(fill=True, **values)

    def show(self, rows: Sequence[ShareRow], words: Mapping[Sees, str]) -> None:
        """Shows these rows, with the words of the marks; the first page, unless they are those of before."""
        if [card.value for card in self._cards] != [row.page for row in rows]:
            self.clear_widgets()
            self.page, self._cards = 0, [ShareCard(look=self.look) for _ in rows]
            for card in self._cards:
                card.fbind("on_release", self._touched)
        for card, row in zip(self._cards, rows, strict=True):
            card.value, card.test_id, card.spoken = row.page, f"row.{row.page}", row.spoken
            card.title, card.said, card.is_choice = row.title, row.said, row.is_choice
            card.show(row.sees, [words[seen] for seen in row.sees])
        self.arrange_soon()

    def turn(self) -> None:
        """Turns to the next page, and after the last to the first."""
        self.page = (self.page + 1) % self.pages

    def natural_height(self, width: float) -> float:
        """Gives the height of all rows in one column."""
        return self._height(self._cards, width)

    def _height(self, cards: Sequence[ShareCard], width: float) -> float:
        return sum(card.natural_height(width) for card in cards) + self.look.gap * max(0, len(cards) - 1)

    def _parted(self) -> list[list[ShareCard]]:
        """Gives the fewest pages on which the cards fit, with about as many on each where that can be."""
        heights = [card.natural_height(self.width) for card in self._cards]
        full = [page[0] for page in divide(heights, self.height, gap=self.look.gap)]
        size = -(-len(heights) // max(1, len(full)))
        even = [list(range(len(heights)))[start : start + size] for start in range(0, len(heights), max(1, size))]
        pages = [[self._cards[place] for place in page] for page in even]
        if all(self._height(page, self.width) <= self.height for page in pages):
            return pages
        return [[self._cards[place] for place in page] for page in full]

    def arrange(self) -> None:
        """Places the cards of the present page."""
        pages = self._parted() or [[]]
        self.pages, self.page = len(pages), min(self.page, len(pages) - 1)
        cards = pages[int(self.page)]
        if self.in_reading_order() != cards:
            self.clear_widgets()
            for card in cards:
                self.add_widget(card)
        left = (self.height - self._height(cards, self.width)) / max(1, len(cards))
        extra = max(0, min(round(left), self.look.panel.px(MOST_EXTRA_MM)))
        top = self.top
        for card in cards:
            height = round(card.natural_height(self.width)) + extra
            card.size, card.pos, card.reach_y = (self.width, height), (self.x, round(top - height)), self.look.gap / 2
            top -= height + self.look.gap

    def _touched(self, card: ShareCard) -> None:
        self.dispatch("on_choose", card.value)

    def on_choose(self, value: str) -> None:
        """Is the event: the row with this value was touched."""
