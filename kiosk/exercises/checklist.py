"""A checklist on the screen: how each thing stands, then who helps with those where that is asked.

- A touched state is the answer; the same one touched again takes it away.
- Who helps is a step of its own, so that nothing moves under a finger while the things are gone through.

Deliberately not here: the rows (`parts/state_list.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.state_list import StateList
from kiosk.exercises.parts.stepped import SteppedExercise
from kiosk.views.options import Options
from kiosk.views.weighed import ChecklistView
from modules.exercises.checklist import ChecklistAnswer
from modules.ids import OptionId


class ChecklistExercise(SteppedExercise):
    """Things and how they stand."""

    def __init__(self, **values: Any) -> None:
        self._view: ChecklistView | None = None
        super().__init__(**values)
        more = self.words("answers.more")
        self._states = StateList(look=self.look, more_word=more)
        self._states.fbind("on_state", lambda _, thing, state: self.choose(thing, state))
        self._helpers = StateList(look=self.look, more_word=more)
        self._helpers.fbind("on_state", lambda _, thing, helper: self.ask(thing, helper))

    def paint(self, view: ChecklistView) -> None:
        """Shows the things of the step in turn."""
        self._view = view
        self.show()

    def _open(self) -> Options:
        """Gives the things with which somebody can help."""
        view = self._view
        return tuple(one for one in view.things if view.state_of.get(one.id) in view.asks_who) if view else ()

    def step_count(self) -> int:
        """Gives the step of the states, and that of the helpers where somebody can help."""
        return 2 if self._open() else 1

    def show(self) -> None:
        """Shows the states, or the helpers."""
        view = self._view
        if view is None:
            return
        self.needs_help = int(self.step) == 0
        if int(self.step) == 0:
            self.asks = ""
            self.tally = self.words("checklist.done", done=len(view.state_of), total=len(view.things))
            self._states.show(view.things, view.states, view.state_of)
            self.hold(self._states)
        else:
            self.asks, self.tally = self.words("checklist.who_helps"), ""
            self._helpers.show(self._open(), view.helpers, view.helper_of)
            self.hold(self._helpers)

    def choose(self, thing: OptionId, state: OptionId) -> None:
        """Answers with this state of a thing, or without it; a helper goes where none is asked any more."""
        view = self._view
        if view is None:
            return
        states = _changed(view.state_of, thing, state)
        helpers = {one: helper for one, helper in view.helper_of.items() if states.get(one) in view.asks_who}
        self.answer(ChecklistAnswer(states=states, helpers=helpers))

    def ask(self, thing: OptionId, helper: OptionId) -> None:
        """Answers with this helper for a thing, or without."""
        view = self._view
        if view is not None:
            self.answer(ChecklistAnswer(states=dict(view.state_of), helpers=_changed(view.helper_of, thing, helper)))

    def forget(self) -> None:
        """Turns back to the states."""
        super().forget()
        self._view = None


def _changed(chosen: Any, thing: OptionId, option: OptionId) -> dict[OptionId, OptionId]:
    kept = {one: known for one, known in chosen.items() if one != thing}
    return kept if chosen.get(thing) == option else {**kept, thing: option}
