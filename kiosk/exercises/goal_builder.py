"""A goal built on the screen: one question a step, with the goal so far on a quiet line; at the end the whole goal.

- A step may ask for a number; where it is low, a button leads back to the step it is about.
- Each touch sets the goal as far as it is; another area takes the wish and the first step that belonged to the old one.

Deliberately not here: which step comes next (`kiosk/pages.py`), options and own words (`parts/chooser.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.chooser import Chooser
from kiosk.exercises.parts.goal_end import GoalEnd
from kiosk.exercises.parts.page import ExercisePage
from kiosk.exercises.parts.quiet_line import QuietLine
from kiosk.exercises.parts.tight import tight
from kiosk.intents import AddGoal, BuildGoal, RemoveThisGoal, ReviseStep
from kiosk.theme.icons import Icon
from kiosk.views.exercises import GoalStepView
from kiosk.widgets.push_button import ButtonKind, PushButton
from kiosk.widgets.ruler import Ruler
from modules.events import Half
from modules.exercises.goal_builder import Goal
from modules.exercises.shared import Said
from modules.ids import OptionId

CHECK = "check"
SHORT = 150
"""How many letters of the goal so far are shown where each line of height counts."""


class GoalBuilderExercise(ExercisePage):
    """One step of a goal, or the goal read back."""

    def __init__(self, **values: Any) -> None:
        self._view: GoalStepView | None = None
        super().__init__(**values)
        look, words = self.look, self.words
        self._so_far = QuietLine(look=look, icon=Icon.FLAG, colour=look.palette.own, test_id="goal.so_far")
        self._chooser = Chooser(look=look, words=words)
        self._chooser.fbind("on_said", lambda _, said: self.say(said))
        self._chooser.fbind("writing", self._make_room)
        self._scale = Ruler(look=look)
        self._scale.fbind("on_choose", lambda _, number: self._set(number))
        self._smaller = PushButton(look=look, icon=Icon.EDIT, kind=ButtonKind.PLAIN, test_id="goal.smaller")
        self._smaller.fbind("on_release", lambda *_: self.send(ReviseStep(self._view.smaller if self._view else "")))
        self._end = GoalEnd(look=look, words=words)
        self._end.fbind("on_add", lambda *_: self.send(AddGoal()))
        self._end.fbind("on_remove", lambda *_: self.remove())

    def paint(self, view: GoalStepView) -> None:
        """Shows a step with what was chosen, or the whole goal."""
        self._view = view
        self.needs_help = view.goal is None
        if view.step == CHECK:
            self._end.show(view.lines, may_add=view.may_add, may_remove=view.goal_id is not None)
        elif view.scale is not None:
            self._so_far.text, scale = view.so_far, view.scale
            self._scale.low_word, self._scale.high_word, self._scale.value = scale.low, scale.high, scale.value
            self._smaller.text = self.words(f"goal.smaller.{view.smaller}") if view.smaller else ""
        else:
            self._so_far.text = view.so_far
            self._chooser.paint(view.options, own=view.own if view.own_words else None)
        self._make_room()

    def _make_room(self, *_: Any) -> None:
        view = self._view
        at_end = view is not None and view.step == CHECK
        self.wants_room = at_end or self._chooser.writing
        above = [self._so_far] if self._so_far.text and self._is_short() and not self._chooser.writing else []
        wanted: list[Any] = [self._end] if at_end else [*above, self._chooser]
        if view is not None and view.scale is not None:
            above = [] if tight(self.look) else above  # on a low panel the number and the way back need the room
            wanted = [*above, self._scale, *([self._smaller] if view.smaller else [])]
        self.valign = "middle" if view is not None and view.scale is not None else "top"
        if self.in_reading_order() != wanted:
            self.clear_widgets()
            for widget in wanted:
                self.add_widget(widget)
        self.arrange_soon()

    def _is_short(self) -> bool:
        """Tells whether the goal so far leaves the cards their room; on a low panel it may be a few lines."""
        return not tight(self.look) or len(self._so_far.text) <= SHORT

    def warm(self) -> bool:
        """Makes a card ahead."""
        return self._chooser.warm()

    def turn(self, pages: int) -> bool:
        """Turns to another page of the goal read back, and tells whether there was one."""
        return bool(self._end.parent is not None and self._end.turn(pages))

    def _set(self, number: int) -> None:
        """Sets the goal with this number."""
        view = self._view
        if view is not None and view.goal is not None:
            self.send(BuildGoal(view.goal.model_copy(update={view.step: number})))

    def say(self, said: Said) -> None:
        """Sets the goal with this step taken."""
        view = self._view
        if view is None:
            return
        if view.step == "area":
            area = OptionId(said.option or "")
            goal = view.goal if view.goal and view.goal.area == area else Goal(area=area)
            self.send(BuildGoal(goal))
        elif view.goal is not None:
            value = said.option if view.step in ("when", "who_helps") else said
            self.send(BuildGoal(view.goal.model_copy(update={view.step: value})))

    def remove(self) -> None:
        """Takes this goal out of the plan."""
        if self._view is not None and self._view.goal_id is not None:
            self.send(RemoveThisGoal(self._view.goal_id))

    def settle(self) -> None:
        """Takes own words that are being written."""
        self._chooser.settle()

    def unfinished(self) -> Half | None:
        """Gives own words being written."""
        written = self._chooser.written
        return None if written is None else Half(writing=written)

    def take_up(self, half: Half) -> None:
        """Goes on with the words that were being written."""
        if half.writing is not None:
            self._chooser.write_on(half.writing)

    def forget(self) -> None:
        """Lets go of own words being written."""
        self._view = None
        self._chooser.forget()
