"""Giving a one-time code, by staff: the person's number, the six digits his terminal shows, and then the code to say.

Deliberately not here: making the code (the visit asks for it), and using it (`code.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.i18n import Words
from kiosk.intents import GiveCode, Intent
from kiosk.screens.parts.framed import FramedScreen
from kiosk.screens.unlock import LEAST_NUMBER, MOST_NUMBER
from kiosk.theme.tokens import Look
from kiosk.views.staff import GiveView

CHALLENGE_DIGITS = 6


class GiveScreen(FramedScreen):
    """Number, challenge, code."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._number = ""
        self._view: GiveView | None = None
        super().__init__(look=look, words=words, send=send)
        self._entry, self._code = self.content.in_reading_order()

    def paint(self, view: GiveView) -> None:
        """Shows what is asked now, or the code."""
        self._view = view
        wanted = self._code if view.code else self._entry
        if self.content.in_reading_order() != [wanted]:
            self.content.clear_widgets()
            self.content.add_widget(wanted)
        self._code.text, self._code.help_text = view.code, view.given
        self.back_word = view.back
        self._show()

    def _show(self) -> None:
        entry, view = self._entry, self._view
        if view is None:
            return
        entry.most = CHALLENGE_DIGITS if self._number else MOST_NUMBER
        entry.title = view.ask_challenge if self._number else view.ask_number
        entry.help_text = view.help_challenge if self._number else view.help_number
        entry.show("")
        self.entered()

    def entered(self) -> None:
        """Wakes the way on."""
        view, entry = self._view, self._entry
        self.next_word = view.next if view is not None and not view.code else ""
        self.next_enabled = entry.full if self._number else len(entry.digits) >= LEAST_NUMBER

    def on_next(self) -> None:
        """Goes on to the challenge, or asks for the code."""
        digits = self._entry.digits
        if not self._number:
            self._number = digits
            self._show()
        else:
            number, self._number = self._number, ""
            self._entry.show("")
            self.send(GiveCode(number, digits))

    def forget(self) -> None:
        """Lets go of number, digits and code."""
        self._number = ""
        self._entry.show("")
        self._code.text = ""
        super().forget()
