"""A timeline on the screen: periods side by side on one line; the card in hand is laid by touching a period.

- A card may lie in several periods; touching a period it lies in takes it out again.
- The card stays in hand until another is turned to; a card in a period can be touched to have it in hand.

Deliberately not here: hand and periods (`parts/card_table.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.card_table import InHand
from kiosk.exercises.parts.chip import Chip
from kiosk.exercises.parts.dragging import Dragging
from kiosk.exercises.parts.page import ExercisePage
from kiosk.views.exercises import TimelineView
from kiosk.views.options import Options
from modules.exercises.timeline import TimelineAnswer
from modules.ids import OptionId


class TimelineExercise(Dragging, ExercisePage):
    """Periods of a life and the cards that belong to them."""

    def __init__(self, **values: Any) -> None:
        self._view = TimelineView((), (), {})
        self._at = 0
        super().__init__(**values)

    def paint(self, view: TimelineView) -> None:
        """Shows the card in hand and the periods with what lies in them."""
        self._view = view
        card = view.cards[self._at]
        periods = [(period, self._lying_in(period.id)) for period in view.periods]
        self.ids.table.paint(InHand(card, self._at + 1, len(view.cards), turns=True), periods)

    def _lying_in(self, period: OptionId) -> Options:
        cards = {card.id: card for card in self._view.cards}
        return tuple(cards[one] for one, lies in self._view.placed.items() if period in lies and one in cards)

    def lay(self, period: OptionId) -> None:
        """Answers with the card in hand in this period too, or out of it where it lay there."""
        card = self._view.cards[self._at].id
        lay = self._view.placed.get(card, ())
        lies = tuple(one for one in lay if one != period) if period in lay else (*lay, period)
        placed = {**self._view.placed, card: lies}
        self.answer(TimelineAnswer(placed={known: periods for known, periods in placed.items() if periods}))

    def take(self, card: OptionId) -> None:
        """Takes a card that lies in a period in hand."""
        self._at = [known.id for known in self._view.cards].index(card)
        self.paint(self._view)

    def turn_card(self, cards: int) -> None:
        """Takes the next card in hand, or the one before."""
        self._at = (self._at + cards) % len(self._view.cards)
        self.paint(self._view)

    def things(self) -> list[Any]:
        """Gives what can be dragged: the card in hand, and those that lie somewhere."""
        return list(self.ids.table.things())

    def places(self) -> list[Any]:
        """Gives where a card can be let go."""
        return list(self.ids.table.piles())

    def drop(self, thing: Any, place: Any) -> None:
        """Answers with this card in this period, out of the one it was dragged from."""
        card, left = (thing.value, thing.parent.value) if isinstance(thing, Chip) else (None, None)
        if card is None:
            card = self._view.cards[self._at].id
        lay = tuple(one for one in self._view.placed.get(card, ()) if one not in (left, place.value))
        self.answer(TimelineAnswer(placed={**self._view.placed, card: (*lay, place.value)}))

    def forget(self) -> None:
        """Puts the first card in hand again."""
        self.let_go()
        self._view, self._at = TimelineView((), (), {}), 0
