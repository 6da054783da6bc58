"""A timeline on the screen: periods on one line; the card in hand is laid by touching a period.

- A card may lie in several periods; touching a period it lies in takes it out again.
- The card stays in hand until another is turned to; after the last card the whole line is seen, and a period opens.

Deliberately not here: hand, periods and opened periods (`parts/laying.py`), and the line (`parts/life_line.py`).
"""

from __future__ import annotations

from kiosk.exercises.parts.laying import LayingExercise, Lies
from kiosk.views.exercises import TimelineView
from modules.exercises.timeline import TimelineAnswer
from modules.ids import OptionId


class TimelineExercise(LayingExercise):
    """Periods of a life and the cards that belong to them."""

    def paint(self, view: TimelineView) -> None:
        """Shows the card in hand and the periods with what lies in them."""
        self.show(view.cards, view.periods, view.placed)

    def lay_in(self, card: OptionId, place: OptionId) -> None:
        """Answers with this card in this period too."""
        self.reply(self.lying(card, (*self._lies.get(card, ()), place)))

    def reply(self, lies: Lies) -> None:
        """Answers with the periods each card lies in."""
        self.answer(TimelineAnswer(placed=dict(lies)))
