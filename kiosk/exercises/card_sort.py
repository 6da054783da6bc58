"""A card sort on the screen: one card at a time, laid by touching a pile; a laid card can be taken back.

- A card may stay on the table: turning to the next one leaves it for later.
- After a card is laid, the next one that lies nowhere comes in hand.

Deliberately not here: hand and piles (`parts/card_table.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.card_table import InHand
from kiosk.exercises.parts.chip import Chip
from kiosk.exercises.parts.dragging import Dragging
from kiosk.exercises.parts.page import ExercisePage
from kiosk.views.exercises import CardSortView
from kiosk.views.options import OptionView
from modules.exercises.card_sort import CardSortAnswer
from modules.ids import OptionId


class CardSortExercise(Dragging, ExercisePage):
    """Cards and the piles they can go to."""

    def __init__(self, **values: Any) -> None:
        self._view = CardSortView((), (), {})
        self._at = 0
        super().__init__(**values)

    def paint(self, view: CardSortView) -> None:
        """Shows the card in hand and the piles with what lies on them."""
        self._view = view
        loose = self._loose()
        in_hand = None
        if loose:
            card = loose[0]
            self._at = view.cards.index(card)
            in_hand = InHand(card, self._at + 1, len(view.cards), turns=len(loose) > 1)
        laid = {card.id: card for card in view.cards}
        piles = [
            (pile, tuple(laid[card] for card, lies in view.lies_on.items() if lies == pile.id and card in laid))
            for pile in view.piles
        ]
        self.ids.table.paint(in_hand, piles)

    def _loose(self) -> list[OptionView]:
        """Gives the cards that lie nowhere, from the one in hand on and then from the first."""
        cards = self._view.cards
        turned = [*cards[self._at :], *cards[: self._at]]
        return [card for card in turned if card.id not in self._view.lies_on]

    def lay(self, pile: OptionId) -> None:
        """Answers with the card in hand on this pile; with no card left in hand, the pile gives its last one back."""
        loose, lies_on = self._loose(), self._view.lies_on
        if loose:
            self.answer(CardSortAnswer(piles={**lies_on, loose[0].id: pile}))
            return
        laid = [card for card, lies in lies_on.items() if lies == pile]
        if laid:
            self.take(laid[-1])

    def take(self, card: OptionId) -> None:
        """Answers without this card, which is in hand again."""
        self._at = [known.id for known in self._view.cards].index(card)
        self.answer(CardSortAnswer(piles={known: pile for known, pile in self._view.lies_on.items() if known != card}))

    def turn_card(self, _cards: int) -> None:
        """Takes the next card in hand."""
        loose = self._loose()
        if len(loose) > 1:
            self._at = self._view.cards.index(loose[1])
            self.paint(self._view)

    def things(self) -> list[Any]:
        """Gives what can be dragged: the card in hand, and those that lie somewhere."""
        return list(self.ids.table.things())

    def places(self) -> list[Any]:
        """Gives where a card can be let go."""
        return list(self.ids.table.piles())

    def drop(self, thing: Any, place: Any) -> None:
        """Answers with this card on this pile."""
        if isinstance(thing, Chip):
            self.answer(CardSortAnswer(piles={**self._view.lies_on, thing.value: place.value}))
        else:
            self.lay(place.value)

    def forget(self) -> None:
        """Puts the first card in hand again."""
        self.let_go()
        self._view, self._at = CardSortView((), (), {}), 0
