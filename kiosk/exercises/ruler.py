"""A ruler on the screen: eleven buttons in one row with a word at each end.

Deliberately not here: the buttons (`kiosk/widgets/ruler.py`).
"""

from __future__ import annotations

from kiosk.exercises.parts.page import ExercisePage
from kiosk.views.exercises import RulerView
from modules.exercises.ruler import RulerAnswer


class RulerExercise(ExercisePage):
    """A number from 0 to 10."""

    def paint(self, view: RulerView) -> None:
        """Shows the words at the ends and the number chosen."""
        scale = self.ids.scale
        scale.low_word, scale.high_word, scale.value = view.low, view.high, view.value
        self.arrange_soon()

    def choose(self, value: int) -> None:
        """Answers with a number."""
        self.answer(RulerAnswer(value=value))
