"""Number, then PIN: what is entered lives in this screen only, until it is said once as `LogIn`.

- The way on wakes at four digits of a number; a PIN is sent by its sixth digit, and then nothing of it is kept.
- After a try that let nobody in, the number stands there again: either of the two may have been mistyped.
- Back from the PIN leads to the number; back from the number leads to the languages.
- A locked terminal asks the PIN alone, without saying whose; there back means that somebody else wants to begin.

Deliberately not here: whether number and PIN belong together, waiting times, and what is said of them (the view).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.i18n import Words
from kiosk.intents import GoBack, Intent, Leave, LogIn
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.tokens import Look
from kiosk.views.entrance import UnlockView

LEAST_NUMBER, MOST_NUMBER, PIN_DIGITS = 4, 10, 6


class UnlockScreen(FramedScreen):
    """The two steps of logging in."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._number = ""
        self._asks_pin = False
        self._view: UnlockView | None = None
        super().__init__(look=look, words=words, send=send)

    def paint(self, view: UnlockView) -> None:
        """Shows the present step and what went wrong at the last try."""
        self._view = view
        self._asks_pin = self._asks_pin or view.locked
        self.back_word, self.next_word = view.back, view.next
        self.ids.entry.trouble = view.trouble
        self._show_step()

    def _show_step(self) -> None:
        entry, view = self.ids.entry, self._view
        if view is None:
            return
        entry.secret, entry.most = self._asks_pin, PIN_DIGITS if self._asks_pin else MOST_NUMBER
        entry.title = view.ask_pin if self._asks_pin else view.ask_number
        entry.help_text = view.help_pin if self._asks_pin else view.help_number
        entry.show("" if self._asks_pin else self._number)
        self.skip_word = self.word("unlock.forgot") if self._asks_pin else ""
        self.entered()

    def entered(self) -> None:
        """Keeps the number, wakes the way on, and sends a whole PIN."""
        entry = self.ids.entry
        if not self._asks_pin:
            self._number = entry.digits
        self.next_enabled = not self._asks_pin and len(entry.digits) >= LEAST_NUMBER
        if self._asks_pin and entry.full:
            self._log_in(entry.digits)

    def _log_in(self, pin: str) -> None:
        self._asks_pin = self._view is not None and self._view.locked
        self.ids.entry.show("")
        self.send(LogIn(self._number, pin))

    def on_next(self) -> None:
        """Goes on from the number to the PIN."""
        self._asks_pin = True
        self.ids.entry.trouble = ""
        self._show_step()

    def on_back(self) -> None:
        """Goes back to the number, or to the languages."""
        if self._view is not None and self._view.locked:
            self.send(Leave())
            return
        if not self._asks_pin:
            self.send(GoBack())
            return
        self._asks_pin = False
        self._show_step()

    def on_skip(self) -> None:
        """Says what to do when the PIN is forgotten."""
        self.ids.entry.trouble = self.word("unlock.forgot.help")

    def forget(self) -> None:
        """Lets go of all digits."""
        self._number = ""
        self.ids.entry.show("")
        super().forget()
