"""A single choice on the screen: whole-card answers, one of them chosen.

Deliberately not here: one column, two or pages (`kiosk/widgets/answer_list.py`).
"""

from __future__ import annotations

from kiosk.exercises.parts.page import ExercisePage
from kiosk.views.exercises import SingleChoiceView
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import OptionId


class SingleChoiceExercise(ExercisePage):
    """One of a few options."""

    def paint(self, view: SingleChoiceView) -> None:
        """Shows the options and the choice."""
        self.ids.options.paint(view.options)

    def warm(self) -> bool:
        """Makes a card ahead."""
        return bool(self.ids.options.warm())

    def choose(self, option: OptionId) -> None:
        """Answers with one option."""
        self.answer(SingleChoiceAnswer(option=option))
