"""What stands between the bars for one question: the prompt, a notice, the exercise, and who sees the answer.

- The exercise is borrowed, and given back as soon as another question is shown: what is half done is let go of then.
- It can be painted before it stands anywhere (`kiosk/screens/question.py`), at the size it is going to have.

Deliberately not here: the exercises (`kiosk/exercises/`), the bars (`kiosk/screens/question.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.exercises.parts.kinds import Kinds
from kiosk.exercises.parts.tight import height_under, tight
from kiosk.theme.icons import pictogram
from kiosk.theme.tokens import Look
from kiosk.views.frame import place_alone
from kiosk.views.question import QuestionView
from kiosk.widgets.column import Column

Question = tuple[str, str, str]
"""The kind, the words and the place of a question: what tells it from every other."""
NONE: Question = ("", "", "")


def question_of(view: QuestionView) -> Question:
    """Gives which question a view shows, whatever is marked at its place and however long it still takes."""
    return (view.kind, view.prompt, place_alone(view.frame.place))


class QuestionSheet(Column):
    """One question; `kinds` lends the exercise, `changed` is called when one can go on from it, or not any more."""

    def __init__(self, look: Look, kinds: Kinds, changed: Callable[[], None]) -> None:
        self.shown = NONE
        self.exercise: Any = None
        self.next_enabled = False
        self._kinds, self._changed = kinds, changed
        self._asks, self._help, self._answered = "", "", False
        self._painted: QuestionView | None = None
        super().__init__(look=look, fill=True, spacing=look.unit)
        self._prompt, self._notice, self._who_sees = self.in_reading_order()
        self.fbind("size", self.make_room)

    def paint(self, view: QuestionView) -> None:
        """Shows a question with what was answered so far."""
        question = question_of(view)
        if is_new := question != self.shown:
            self.forget()
            self.shown, self.exercise = question, self._kinds.lend(view.kind)
        self._asks, self._answered, self._help = view.prompt, view.frame.next_enabled, view.help
        self._prompt.icon, self._notice.text = pictogram(view.picture), view.notice
        told_before = view.notice and tight(self.look)  # a notice is about what was answered already
        self._who_sees.text = "" if told_before else view.who_sees
        self.exercise.paint(view.exercise)
        if is_new and view.half is not None:
            self.exercise.take_up(view.half)
        self.make_room()

    def paint_ahead(self, view: QuestionView) -> None:
        """Shows a question that is going to come, as long as it stands nowhere."""
        if view != self._painted:
            self.paint(view)
            self._painted = view

    def comes(self, view: QuestionView) -> None:
        """Stands from now on; what was painted ahead is not painted again."""
        if view != self._painted:
            self.paint(view)
        self._painted = None

    @property
    def asked(self) -> str:
        """What is asked now, at the step that is seen."""
        return str(self._prompt.text)

    def make_room(self, *_: Any) -> None:
        """Shows what there is room for beside the exercise, as it stands now."""
        exercise = self.exercise
        if exercise is None:
            return
        roomy = not exercise.wants_room
        self._who_sees.tally = exercise.tally
        self._prompt.text = exercise.asks or self._asks
        self.next_enabled = self._answered if exercise.goes_on is None else exercise.goes_on
        before = [self._notice] if self._notice.text and roomy else []
        after = [self._who_sees] if (self._who_sees.text or exercise.tally) and roomy else []
        wanted = [self._prompt, *before, exercise, *after]
        self._prompt.help_text = self._help if roomy and exercise.needs_help and not before else ""
        if tight(self.look) or (self.look.text_factor > 1 and not self.look.panel.portrait):
            self._prompt.fit_in(self.width, self.height - height_under(wanted[1:], self), furthest=not roomy)
        if self.in_reading_order() != wanted:
            self.clear_widgets()
            for widget in wanted:
                self.add_widget(widget)
        self.arrange_soon()
        self._changed()

    def forget(self) -> None:
        """Gives the exercise back, with what is half done."""
        if self.exercise is not None:
            self.remove_widget(self.exercise)
            self._kinds.give_back(self.exercise)
        self.shown, self.exercise, self._painted = NONE, None, None
