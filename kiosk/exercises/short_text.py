"""A short text on the screen: the words on the person's own paper, and the keyboard where nothing is written yet.

- What is kept is the answer; what is being written is nowhere but in the editor (`parts/own_words.py`).

Deliberately not here: the keyboard (`kiosk/widgets/keyboard.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.chooser import Chooser
from kiosk.exercises.parts.page import ExercisePage
from kiosk.views.filled_in import ShortTextView
from modules.events import Half
from modules.exercises.shared import Said
from modules.exercises.short_text import ShortTextAnswer


class ShortTextExercise(ExercisePage):
    """A few own words."""

    def __init__(self, **values: Any) -> None:
        self._begun = False
        super().__init__(**values)
        self._chooser = Chooser(look=self.look, words=self.words)
        self._chooser.fbind("on_said", lambda _, said: self.say(said))
        self._chooser.fbind("writing", lambda *_: self._make_room())

    def paint(self, view: ShortTextView) -> None:
        """Shows the words; with none yet the keyboard is there at once."""
        self._chooser.most = view.most
        self._chooser.paint((), own=view.words)
        if not (view.words or self._begun):
            self._chooser.write()
        self._begun = True
        self._make_room()

    def _make_room(self) -> None:
        self.hold(self._chooser)  # first: the question above it gives way by what is held
        self.wants_room = self._chooser.writing

    def say(self, said: Said) -> None:
        """Answers with these words."""
        self.answer(ShortTextAnswer(words=said.own or ""))

    def settle(self) -> None:
        """Takes words that are being written."""
        self._chooser.settle()

    def unfinished(self) -> Half | None:
        """Gives words being written."""
        written = self._chooser.written
        return Half(writing=written) if written else None

    def take_up(self, half: Half) -> None:
        """Shows the words that were being written."""
        if half.writing is not None:
            self._chooser.write_on(half.writing)

    def forget(self) -> None:
        """Lets go of words being written."""
        self._begun = False
        self._chooser.forget()
