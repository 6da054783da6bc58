"""A card sort on the screen: one card at a time, laid by touching a pile; it lies on one pile or on none.

- A card may stay on the table: turning to the next one leaves it for later.
- After a card is laid, the next one that lies nowhere comes in hand; with all cards laid, a touched pile opens.

Deliberately not here: hand, piles and opened piles (`parts/laying.py`).
"""

from __future__ import annotations

from kiosk.exercises.parts.card_table import Told
from kiosk.exercises.parts.laying import LayingExercise, Lies
from kiosk.theme.icons import Icon
from kiosk.views.exercises import CardSortView
from modules.exercises.card_sort import CardSortAnswer
from modules.ids import OptionId


class CardSortExercise(LayingExercise):
    """Cards and the piles they can go to."""

    def paint(self, view: CardSortView) -> None:
        """Shows the card in hand and the piles with what lies on them."""
        self.show(view.cards, view.piles, {card: (pile,) for card, pile in view.lies_on.items()})

    def first(self) -> int:
        """Gives the first card that lies nowhere."""
        return self.loose_from(0)

    def told(self) -> Told:
        """Says that all cards lie on a pile, where they do; none is turned to then."""
        all_lie = self.loose_from(0) == len(self._cards)
        return Told(self.words("cards.all_placed"), Icon.DONE, turns=False) if all_lie else super().told()

    def lay_in(self, card: OptionId, place: OptionId) -> None:
        """Answers with this card on this pile; the next one that lies nowhere comes in hand."""
        self._lies = self.lying(card, (place,))
        self._at = self.loose_from(int(self._at or 0))
        self.reply(self._lies)

    def reply(self, lies: Lies) -> None:
        """Answers with the pile each card lies on."""
        self.answer(CardSortAnswer(piles={card: places[-1] for card, places in lies.items()}))
