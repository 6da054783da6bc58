"""Choosing a PIN, or pictures for who reads no digits: the one of now where there is one, then the new one twice.

- What was entered lives here until it is said once as `ChoosePin`; two that differ begin anew with the first.
- At the new one, the foot changes between digits and pictures; the one of now is asked as it was chosen.

Deliberately not here: whether it is too easy (the visit), and the one of now (the door).
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from kiosk.i18n import Words
from kiosk.intents import ChoosePin, Intent
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.tokens import Look
from kiosk.views.entrance import ChooseView


class Step(Enum):
    """What is asked now."""

    OLD = 0
    NEW = 1
    AGAIN = 2


class ChooseScreen(FramedScreen):
    """The steps of choosing."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._view: ChooseView | None = None
        self._pictures = False
        self._begin()
        super().__init__(look=look, words=words, send=send)

    def _begin(self) -> None:
        self._old = self._new = ""
        self._step = Step.OLD

    def paint(self, view: ChooseView) -> None:
        """Begins with the first step, and says what went wrong the last time."""
        self._view = view
        self._begin()
        if not view.ask_old:
            self._step = Step.NEW
        self._show(view.trouble)

    def _show(self, trouble: str = "") -> None:
        view, entry = self._view, self.ids.entry
        if view is None:
            return
        asked = {Step.OLD: view.ask_old, Step.NEW: view.ask_new, Step.AGAIN: view.ask_again}
        told = {Step.OLD: "", Step.NEW: view.help_new, Step.AGAIN: view.help_again}
        entry.pictures = view.pictures if self._step is Step.OLD else self._pictures
        entry.title, entry.help_text, entry.trouble = asked[self._step], told[self._step], trouble
        entry.show("")
        other = view.digits_word if self._pictures else view.pictures_word
        self.back_word, self.skip_word = view.back, other if self._step is Step.NEW else ""

    def entered(self) -> None:
        """Goes on at the sixth digit or picture."""
        entry, view = self.ids.entry, self._view
        if not entry.full or view is None:
            return
        if self._step is Step.OLD:
            self._old, self._step = entry.digits, Step.NEW
            self._show()
        elif self._step is Step.NEW:
            self._new, self._step = entry.digits, Step.AGAIN
            self._show()
        elif entry.digits != self._new:
            self._new, self._step = "", Step.NEW
            self._show(view.differ)
        else:
            pin, old = self._new, self._old
            self._begin()
            entry.show("")
            self.send(ChoosePin(pin, old))

    def on_skip(self) -> None:
        """Changes between digits and pictures."""
        self._pictures = not self._pictures
        self._show()

    def on_back(self) -> None:
        """Goes back to the first entry of the new one, or leaves."""
        if self._step is Step.AGAIN:
            self._new, self._step = "", Step.NEW
            self._show()
        else:
            super().on_back()

    def forget(self) -> None:
        """Lets go of everything that was entered."""
        self._begin()
        self.ids.entry.show("")
        super().forget()
