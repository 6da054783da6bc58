"""The answers of a question: one column where they fit, else two (or three), else pages with a card that says "more".

- Nothing scrolls out of sight. The hit areas of neighbours meet in the middle of the gap.
- The first page of a list never leaves a whole column bare: then all its pages have fewer and wider columns.
- Cards of one row have one height; room that is left over is shared evenly, so that none looks more important.
- A card that is touched gives `on_choose(value)`; whether it is then chosen is for the screen to say.

Deliberately not here: scales, which always lie in one row and are never paged (`ruler.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.properties import NumericProperty, StringProperty

from kiosk.theme.icons import Icon
from kiosk.widgets.answer_card import AnswerCard
from kiosk.widgets.arranged import Panelled

TWO_COLUMNS_LEAST_MM = 110.0
"""The least width of a card in two columns."""
THREE_COLUMNS_LEAST_MM = 90.0
"""The least width of a card in three columns, where a list allows them."""
MOST_EXTRA_MM = 6.0
"""How much higher than needed a card becomes where there is room."""


class AnswerList(Panelled):
    """All the answers to one question."""

    __events__ = ("on_choose",)
    watched = ("more_word", "page")

    more_word = StringProperty("")
    page = NumericProperty(0)
    columns = NumericProperty(0)
    """A fixed number of columns; 0 lets the list choose."""
    most_columns = NumericProperty(2)
    """The most columns it may choose: three are for things with few words."""

    def __init__(self, **values: Any) -> None:
        self._cards: list[AnswerCard] = []
        self._more: AnswerCard | None = None
        super().__init__(**values)

    def show(self, cards: Sequence[AnswerCard]) -> None:
        """Shows these cards instead of those before."""
        self.clear_widgets()
        self._cards = list(cards)
        for card in self._cards:
            card.fbind("on_release", self._touched)
        self.page = 0
        self.arrange_soon()

    @property
    def cards(self) -> tuple[AnswerCard, ...]:
        """All cards, also those on other pages."""
        return tuple(self._cards)

    def natural_height(self, width: float) -> float:
        """Gives the height of all cards in one column, or in two where that is asked for."""
        columns = int(self.columns) or 1
        return self._rows_height(self._cards, columns, width)

    def arrange(self) -> None:
        """Chooses columns and page, and places the cards that are seen by columns; the way to more fills the last."""
        columns, shown = self._choose()
        if self.children != list(reversed(shown)):
            self.clear_widgets()
            for card in shown:
                self.add_widget(card)
        if not shown:
            return
        gap = self.look.gap
        width = round((self.width - gap * (columns - 1)) / columns)
        heights = self._grown(_row_heights(shown, columns, width))
        for place, card in enumerate(shown):
            column, row = divmod(place, len(heights))
            rows = heights[row:] if card is self._more else heights[row : row + 1]
            top = self.top - sum(heights[:row]) - row * gap
            self._place(card, column * (width + gap), top, (width, sum(rows) + gap * (len(rows) - 1)))

    def _place(self, card: AnswerCard, offset: float, top: float, size: tuple[int, int]) -> None:
        """Places a card, its touch reaching to the middle of the gap around it."""
        card.size = size
        card.pos = (self.lead(offset, size[0]), round(top - size[1]))
        card.reach_x = card.reach_y = self.look.gap / 2

    def _grown(self, heights: list[int]) -> list[int]:
        """Gives each row a little of the room that is left over."""
        room = self.height - sum(heights) - self.look.gap * (len(heights) - 1)
        extra = min(self.look.panel.px(MOST_EXTRA_MM), max(0, int(room / len(heights))))
        return [height + extra for height in heights]

    def _choose(self) -> tuple[int, list[AnswerCard]]:
        tries = (int(self.columns),) if self.columns else self._possible_columns(self.width)
        for columns in tries:
            if self._rows_height(self._cards, columns, self.width) <= self.height:
                return columns, list(self._cards)
        columns = next((each for each in reversed(tries) if _fills(each, self._held(each) + 1)), tries[-1])
        return columns, self._page(columns)

    def _possible_columns(self, width: float) -> tuple[int, ...]:
        least_mm = {2: TWO_COLUMNS_LEAST_MM, 3: THREE_COLUMNS_LEAST_MM}
        possible = [1]
        for columns in range(2, int(self.most_columns) + 1):
            each = (width - self.look.gap * (columns - 1)) / columns
            if each >= self.look.panel.px(least_mm[columns]) * self.look.text_factor:
                possible.append(columns)
        return tuple(possible)

    def _held(self, columns: int) -> int:
        """Gives how many cards a page holds, besides the card that leads to the next."""
        size = len(self._cards)
        while (
            size > 1 and self._rows_height([*self._cards[:size], self._more_card()], columns, self.width) > self.height
        ):
            size -= 1
        return size

    def _page(self, columns: int) -> list[AnswerCard]:
        """Gives the cards of the present page, with the card that leads to the next."""
        size = self._held(columns)
        pages = -(-len(self._cards) // max(1, size))
        start = (int(self.page) % pages) * size
        return [*self._cards[start : start + size], self._more_card()]

    def _more_card(self) -> AnswerCard:
        if self._more is None:
            self._more = AnswerCard(look=self.look, marked=False, icon=Icon.MORE, test_id="answers.more")
            self._more.fbind("on_release", self._turn)
        self._more.look, self._more.text = self.look, self.more_word
        return self._more

    def _rows_height(self, cards: Sequence[AnswerCard], columns: int, width: float) -> float:
        gap = self.look.gap
        heights = _row_heights(cards, columns, (width - gap * (columns - 1)) / columns)
        return float(sum(heights) + gap * max(0, len(heights) - 1))

    def _turn(self, _card: AnswerCard) -> None:
        self.page += 1

    def _touched(self, card: AnswerCard) -> None:
        self.dispatch("on_choose", card.value)

    def on_choose(self, value: Any) -> None:
        """Is the event: the card with this value was touched."""


def _fills(columns: int, count: int) -> bool:
    """Tells whether so many cards stand in every one of these columns, so that no part of the page stays bare."""
    rows = -(-count // columns)
    return count > rows * (columns - 1)


def _row_heights(cards: Sequence[AnswerCard], columns: int, width: float) -> list[int]:
    """Gives the height of each row, filled column by column: that of its highest card."""
    rows = -(-len(cards) // columns)
    return [round(max(card.natural_height(width) for card in cards[row::rows])) for row in range(rows)]
