"""One question or exercise a screen: the prompt, a notice where there is one, the exercise, and who sees the answer.

- One widget a kind, painted anew for the next question of that kind; those that come later are made ahead.
- What is half done is answered before the page is left, and let go of as soon as another question is shown.

Deliberately not here: the kinds (`kiosk/exercises/`), the words (`kiosk/views/question.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.exercises import EXERCISES
from kiosk.exercises.parts.kinds import Kinds
from kiosk.exercises.parts.page import ExercisePage
from kiosk.exercises.parts.tight import height_under, tight
from kiosk.i18n import Words
from kiosk.intents import GiveThisAnswer, Intent, ReadAloud
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.icons import pictogram
from kiosk.theme.tokens import Look
from kiosk.views.question import QuestionView
from kiosk.views.spoken import spoken_of
from modules.events import Half


class QuestionScreen(FramedScreen):
    """A question of the Reflector, or an exercise of a module."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._kinds = Kinds(EXERCISES, self._make)
        self._shown = ("", "", "")
        self._asks, self._help, self._answered = "", "", False
        super().__init__(look=look, words=words, send=send)
        self._prompt, self._notice, self._who_sees = self.content.in_reading_order()
        self.content.spacing = look.unit
        self.content.fbind("size", self._make_room)

    def paint(self, view: QuestionView) -> None:
        """Shows a question with what was answered so far."""
        question = (view.kind, view.prompt, view.frame.place)
        if is_new := question != self._shown:
            self._kinds.forget()
            self._shown = question
        self.paint_frame(view.frame)
        self._asks, self._answered, self._help = view.prompt, view.frame.next_enabled, view.help
        self._prompt.icon, self._notice.text = pictogram(view.picture), view.notice
        told_before = view.notice and tight(self.look)  # a notice is about what was answered already
        self._who_sees.text = "" if told_before else view.who_sees
        self._exercise_view = view.exercise
        self._exercise.paint(view.exercise)
        if is_new and view.half is not None:
            self._exercise.take_up(view.half)
        self._make_room()

    def _make(self, kind: str) -> ExercisePage:
        exercise = EXERCISES[kind](
            look=self.look, words=self.word, answer=lambda answer: self.send(GiveThisAnswer(answer)), send=self.send
        )
        for name in ("wants_room", "needs_help", "tally", "asks", "goes_on"):
            exercise.fbind(name, self._make_room)
        return exercise

    @property
    def _exercise(self) -> ExercisePage:
        return self._kinds.of(self._shown[0])

    def _make_room(self, *_: Any) -> None:
        if not self._shown[0]:
            return
        exercise, content = self._exercise, self.content
        roomy = not exercise.wants_room
        self._who_sees.tally = exercise.tally
        self._prompt.text = exercise.asks or self._asks
        self.next_enabled = self._answered if exercise.goes_on is None else exercise.goes_on
        before = [self._notice] if self._notice.text and roomy else []
        after = [self._who_sees] if (self._who_sees.text or exercise.tally) and roomy else []
        wanted = [self._prompt, *before, exercise, *after]
        self._prompt.help_text = self._help if roomy and exercise.needs_help and not before else ""
        if tight(self.look):
            self._prompt.fit_in(content.width, content.height - height_under(wanted[1:], content))
        if content.in_reading_order() != wanted:
            content.clear_widgets()
            for widget in wanted:
                content.add_widget(widget)
        content.arrange_soon()

    def on_read_aloud(self) -> None:
        """Wants this page read aloud, at the step that is seen, or the reading to stop."""
        step, view = int(self._exercise.step), self._exercise_view
        self.send(ReadAloud((self._prompt.text, *spoken_of(view, self.word, step)) if step else ()))

    def on_back(self) -> None:
        """Wants the page before, or one step back; what is half done is answered first."""
        if not self._exercise.turn(-1):
            self._exercise.settle()
            super().on_back()

    def on_next(self) -> None:
        """Wants to read on, or one step on; what is half done is answered first."""
        if not self._exercise.turn(1):
            self._exercise.settle()
            super().on_next()

    def warm(self) -> bool:
        """Makes one thing ahead that a later question needs, and tells whether there was any left to make."""
        return self._kinds.warm()

    def unfinished(self) -> Half | None:
        """Gives what is half done and no answer yet."""
        return self._exercise.unfinished() if self._shown[0] else None

    def forget(self) -> None:
        """Lets go of what is half done, in every kind."""
        super().forget()
        self._kinds.forget()
        self._shown = ("", "", "")
