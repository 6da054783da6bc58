"""A multiple choice on the screen: whole-card answers with boxes, as many as fit the person.

- Where only a few may be chosen, the line under them says how many; then the others rest until one is let go.

Deliberately not here: one column, two or pages (`kiosk/widgets/answer_list.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.page import ExercisePage
from kiosk.views.exercises import MultiChoiceView
from modules.exercises.multi_choice import MultiChoiceAnswer
from modules.ids import OptionId


class MultiChoiceExercise(ExercisePage):
    """Any number of options, or a few at most."""

    def __init__(self, **values: Any) -> None:
        self._chosen: tuple[OptionId, ...] = ()
        super().__init__(**values)

    def paint(self, view: MultiChoiceView) -> None:
        """Shows the options and what is chosen of them."""
        now = tuple(option.id for option in view.options if option.chosen)
        before = tuple(one for one in self._chosen if one in now)
        self._chosen = before + tuple(one for one in now if one not in before)
        full = view.most is not None and len(now) >= view.most
        self.tally = self.words("choice.most", done=len(now), total=view.most) if view.most else ""
        self.ids.options.paint(view.options, full=full)

    def warm(self) -> bool:
        """Makes a card ahead."""
        return bool(self.ids.options.warm())

    def choose(self, option: OptionId) -> None:
        """Answers with this option too, or without it where it was chosen."""
        kept = tuple(one for one in self._chosen if one != option)
        chosen = kept if option in self._chosen else (*kept, option)
        self.answer(MultiChoiceAnswer(options=chosen))

    def forget(self) -> None:
        """Lets go of the order of choosing."""
        self._chosen = ()
