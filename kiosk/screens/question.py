"""One question or exercise a screen, on one of two sheets: the other is painted ahead with what is likely to follow.

- What is half done is answered before the page is left.

Deliberately not here: what stands on a sheet (`question_sheet.py`), the words (`kiosk/views/question.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.exercises import EXERCISES
from kiosk.exercises.parts.kinds import Kinds
from kiosk.exercises.parts.page import ExercisePage
from kiosk.i18n import Words
from kiosk.intents import GiveThisAnswer, Intent, ReadAloud
from kiosk.screens.parts.framed import FramedScreen
from kiosk.screens.parts.question_sheet import QuestionSheet, question_of
from kiosk.theme.tokens import Look
from kiosk.views.question import QuestionView
from kiosk.views.spoken import spoken_of
from modules.events import Half


class QuestionScreen(FramedScreen):
    """A question of the Reflector, or an exercise of a module."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        super().__init__(look=look, words=words, send=send)
        self._kinds = Kinds(EXERCISES, self._make)
        self._sheet, self._beside = (QuestionSheet(look, self._kinds, self._sheet_changed) for _ in range(2))
        self.content.add_widget(self._sheet)
        self.content.fbind("size", self._lay_beside)

    def paint(self, view: QuestionView) -> None:
        """Shows a question with what was answered so far."""
        self.paint_frame(view.frame)
        self._exercise_view = view.exercise
        if question_of(view) == self._beside.shown:
            self._turn_over(view)
        else:
            if question_of(view) != self._sheet.shown:
                self._beside.forget()
            self._sheet.paint(view)

    def paint_ahead(self, view: QuestionView) -> None:
        """Paints a question that is likely to follow, where it is not seen."""
        if question_of(view) != self._sheet.shown:
            self._lay_beside()
            self._beside.paint_ahead(view)

    def _lay_beside(self, *_: Any) -> None:
        self._beside.size, self._beside.pos = self.content.size, self.content.pos

    def _turn_over(self, view: QuestionView) -> None:
        self.content.remove_widget(self._sheet)
        self._sheet.forget()
        self._sheet, self._beside = self._beside, self._sheet
        self._sheet.comes(view)
        self.content.add_widget(self._sheet)
        self._sheet_changed()

    def _make(self, kind: str) -> ExercisePage:
        exercise = EXERCISES[kind](
            look=self.look, words=self.word, answer=lambda answer: self.send(GiveThisAnswer(answer)), send=self.send
        )
        for name in ("wants_room", "needs_help", "tally", "asks", "goes_on"):
            exercise.fbind(name, self._exercise_changed)
        return exercise

    def _exercise_changed(self, exercise: ExercisePage, _: object) -> None:
        for sheet in (self._sheet, self._beside):
            if sheet.exercise is exercise:
                sheet.make_room()

    def _sheet_changed(self) -> None:
        self.next_enabled = self._sheet.next_enabled

    @property
    def shown_kind(self) -> str:
        """The kind of exercise that stands here."""
        return self._sheet.shown[0]

    def on_read_aloud(self) -> None:
        """Wants this page read aloud, at the step that is seen, or the reading to stop."""
        step = int(self._sheet.exercise.step)
        said = (self._sheet.asked, *spoken_of(self._exercise_view, self.word, step)) if step else ()
        self.send(ReadAloud(said))

    def on_back(self) -> None:
        """Wants the page before, or one step back; what is half done is answered first."""
        if not self._sheet.exercise.turn(-1):
            self._sheet.exercise.settle()
            super().on_back()

    def on_next(self) -> None:
        """Wants to read on, or one step on; what is half done is answered first."""
        if not self._sheet.exercise.turn(1):
            self._sheet.exercise.settle()
            super().on_next()

    def warm(self) -> bool:
        """Makes one thing ahead that a later question needs, and tells whether there was any left to make."""
        return self._kinds.warm()

    def unfinished(self) -> Half | None:
        """Gives what is half done and no answer yet."""
        return self._sheet.exercise.unfinished() if self._sheet.exercise else None

    def forget(self) -> None:
        """Lets go of what is half done, and of what was painted ahead."""
        super().forget()
        self._sheet.forget()
        self._beside.forget()
