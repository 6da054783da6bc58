"""The options of an exercise as answer cards, with the card for own words after them where those are welcome.

- Cards are made once and shown again with other words: making a card costs more than painting all of them.
- Where only the choice differs, only the marks change.
- On pages, own words are on every page, and the page with the choice is seen first. In the largest letters on a low
  panel the way to more stands beside the last card of a page, unless that card's words would be broken for it.

Deliberately not here: placing the cards (`kiosk/widgets/answer_list.py`), and what a choice means (each kind).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, StringProperty

from kiosk.exercises.parts.option_card import OptionCard, OwnCard
from kiosk.theme.icons import pictogram
from kiosk.views.options import Options
from kiosk.widgets.answer_card import AnswerCard
from kiosk.widgets.answer_list import AnswerList

SPARE_CARDS = 8
"""How many cards are made ahead: as many as most questions have."""
OWN = "own"
"""The value of the card for own words; options have ids of their own and never this value's type."""


class OptionList(AnswerList):
    """Options to choose from; `on_choose` tells the option's id, `on_own` that own words are wanted."""

    __events__ = ("on_own",)

    chosen_word = StringProperty("")
    own_word = StringProperty("")
    """The invitation to own words."""
    multiple = BooleanProperty(False)
    marked = BooleanProperty(True)

    def __init__(self, **values: Any) -> None:
        self._pool: list[OptionCard] = []
        self._own_card: OwnCard | None = None
        self._offered: tuple[Any, ...] = ()
        self._find: int | None = None
        super().__init__(fill=True, **values)

    def paint(self, options: Options, *, own: str | None = None, full: bool = False) -> None:
        """Shows options.

        Args:
            options: in order.
            own: the own words, empty where there are none yet; None where none are asked.
            full: whether no more than is chosen may be chosen.
        """
        offered = (own is None, *((one.id, one.text, one.picture) for one in options))
        if offered != self._offered:
            self._offered = offered
            self._offer(options, with_own=own is not None)
            self._find = next((place for place, option in enumerate(options) if option.chosen), 0)
        for card, option in zip(self._pool, options, strict=False):
            card.chosen, card.enabled = option.chosen, option.chosen or not full
        if own is not None:
            self._the_own_card().show(self.own_word, own)

    def _offer(self, options: Options, *, with_own: bool) -> None:
        while len(self._pool) < len(options):
            self._pool.append(self._new_card())
        for card, option in zip(self._pool, options, strict=False):
            card.value, card.test_id = option.id, f"answer.{option.id}"
            card.text, card.icon = option.text, pictogram(option.picture)
        last = [self._the_own_card()] if with_own else []
        self._cards = [*self._pool[: len(options)], *last]
        self.arrange_soon()

    def natural_height(self, width: float) -> float:
        """Gives the height in which all cards can be seen at once."""
        return min(self._rows_height(self._cards, columns, width) for columns in self._possible_columns(width))

    def _choose(self) -> tuple[int, list[AnswerCard]]:
        """Gives columns in which all cards fit, else those of which a page holds most."""
        tries = self._possible_columns(self.width)
        for columns in tries:
            if self._rows_height(self._cards, columns, self.width) <= self.height:
                return columns, list(self._cards)
        columns = tries[0] if self.look.panel.portrait or self._joins else max(tries, key=self._page_size)
        return columns, self._page(columns)

    def arrange(self) -> None:
        """Places the cards that are seen; where they join, the last of them beside the way to more."""
        super().arrange()
        shown = self.in_reading_order()
        if not (self._joins and shown and shown[-1] is self._more):
            return
        *above, last, more = shown
        gap, wide = self.look.gap, self._more_card().natural_width()
        heights, top = self._grown(self._joined_heights(shown[:-1])), self.top
        if len(heights) == len(shown):
            above = shown
        for card, height in zip(above, heights, strict=False):
            self._place(card, 0, top, (round(self.width), height))
            top -= height + gap
        if above is not shown:
            self._place(last, 0, top, (round(self.width) - wide - gap, heights[-1]))
            self._place(more, self.width - wide, top, (wide, heights[-1]))

    @property
    def _joins(self) -> bool:
        """Whether the way to more stands beside the last card of a page, and all in one column."""
        return self.look.crowded and self.width >= self.look.panel.width_px / 2

    def _joined_heights(self, cards: list[AnswerCard]) -> list[int]:
        """Gives the height of each row: the way to more in the last one, or under it where it has no room beside it."""
        more, heights = self._more_card(), [round(card.natural_height(self.width)) for card in cards]
        wide = more.natural_width()
        beside, under = self.width - wide - self.look.gap, round(more.natural_height(wide))
        joined = max(round(cards[-1].natural_height(beside)), under)
        if cards[-1].has_room(beside) and joined <= heights[-1] + self.look.gap + under:
            return [*heights[:-1], joined]
        return [*heights, under]

    def _last(self) -> list[AnswerCard]:
        own = [card for card in self._cards if card is self._own_card]
        return [*own, self._more_card()]

    def _page_size(self, columns: int) -> int:
        """Gives how many options every page can hold, besides own words and the way to the next page."""
        gap, last = self.look.gap, self._last()
        cards = [*self._pool[: len(self._cards) - len(last) + 1], *last]
        each = (self.width - gap * (columns - 1)) / columns
        heights = [round(card.natural_height(each)) for card in cards]
        options, under = heights[: -len(last)], heights[-len(last) :]
        for size in range(len(options) - 1, 1, -1):
            starts = range(0, len(options), size)
            if self._joins:
                rows = [
                    self._joined_heights([*cards[start : min(start + size, len(options))], *last[:-1]])
                    for start in starts
                ]
                highs = [sum(row) + gap * (len(row) - 1) for row in rows]
            else:
                highs = [_high([*options[start : start + size], *under], columns, gap) for start in starts]
            if max(highs) <= self.height:
                return size
        return 1

    def _page(self, columns: int) -> list[AnswerCard]:
        """Gives the cards of the present page; own words are on every page, and the choice is on the first seen."""
        options = [card for card in self._cards if card is not self._own_card]
        size = self._page_size(columns)
        if self._find is not None:
            self.page = self._find // size
        start = (int(self.page) % max(1, -(-len(options) // size))) * size
        return [*options[start : start + size], *self._last()]

    def _turn(self, card: AnswerCard) -> None:
        self._find = None
        super()._turn(card)

    def first_page(self) -> None:
        """Lets go of the page it was turned to: what is offered next is seen from its own first page."""
        self._offered = ()

    def warm(self) -> bool:
        """Makes one card ahead, and tells whether one was still wanted."""
        if len(self._pool) >= SPARE_CARDS:
            return False
        self._pool.append(self._new_card())
        return True

    def _new_card(self) -> OptionCard:
        card = OptionCard(look=self.look, multiple=self.multiple, marked=self.marked, chosen_word=self.chosen_word)
        card.fbind("on_release", self._touched)
        return card

    def _the_own_card(self) -> OwnCard:
        if self._own_card is None:
            self._own_card = OwnCard(look=self.look, chosen_word=self.chosen_word, test_id=f"answer.{OWN}")
            self._own_card.fbind("on_release", lambda *_: self.dispatch("on_own"))
        return self._own_card

    def on_own(self) -> None:
        """Is the event: own words are wanted."""


def _high(heights: list[int], columns: int, gap: int) -> int:
    """Gives how high cards of these heights are in rows that are filled column by column."""
    rows = -(-len(heights) // columns)
    return sum(max(heights[row::rows]) for row in range(rows)) + gap * (rows - 1)
