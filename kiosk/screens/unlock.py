"""Number, then PIN: what is entered lives in this screen only, until it is said once as `LogIn`.

- The way on wakes at four digits of a number; a PIN is sent by its sixth digit, and then nothing of it is kept.
- After a try that let nobody in, the number stands there again: either of the two may have been mistyped.
- Back from the PIN leads to the number; back from the number leads to the languages.
- Who chose pictures says so beside his number; both are sent the same way.
- A locked terminal asks the PIN alone, without saying whose; there back means that somebody else wants to begin.

Deliberately not here: whether number and PIN belong together, waiting times, and what is said of them (the view).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.i18n import Words
from kiosk.intents import AskCode, GoBack, Intent, Leave, LogIn
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Look
from kiosk.views.entrance import UnlockView

LEAST_NUMBER, MOST_NUMBER, PIN_DIGITS = 4, 10, 6


class UnlockScreen(FramedScreen):
    """The two steps of logging in."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._number = ""
        self._asks_pin = self._pictures = False
        self._view: UnlockView | None = None
        super().__init__(look=look, words=words, send=send)

    def paint(self, view: UnlockView) -> None:
        """Shows the present step and what went wrong at the last try."""
        self._view = view
        self._asks_pin = self._asks_pin or view.locked
        self._pictures = self._pictures or view.pictures
        self.back_word, self.next_word = view.back, view.next
        self.ids.entry.trouble = view.trouble
        self._show_step()

    def _show_step(self) -> None:
        entry, view = self.ids.entry, self._view
        if view is None:
            return
        entry.secret, entry.most = self._asks_pin, PIN_DIGITS if self._asks_pin else MOST_NUMBER
        entry.pictures = self._pictures
        entry.title = view.ask_pin if self._asks_pin else view.ask_number
        entry.help_text = view.help_pin if self._asks_pin else view.help_number
        entry.show("" if self._asks_pin else self._number)
        self.skip_icon = Icon.HELP if self._asks_pin else Icon.LOOK
        self.skip_word = self.word("unlock.forgot" if self._asks_pin else "unlock.pictures")
        self.entered()

    def entered(self) -> None:
        """Keeps the number, wakes the way on, and sends a whole PIN."""
        entry = self.ids.entry
        if not self._asks_pin:
            self._number = entry.digits
        self.next_enabled = not self._asks_pin and len(entry.digits) >= LEAST_NUMBER
        self.next_word = "" if self._asks_pin or self._view is None else self._view.next
        if self._asks_pin and entry.full:
            self._log_in(entry.digits)

    def _log_in(self, pin: str) -> None:
        self._asks_pin = self._view is not None and self._view.locked
        self.ids.entry.show("")
        self.send(LogIn(self._number, pin))

    def on_next(self) -> None:
        """Goes on from the number to the PIN."""
        self._pictures = False
        self._ask_secret()

    def _ask_secret(self) -> None:
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
        """Goes on from the number to the pictures, or asks for a code where there is no PIN."""
        if self._asks_pin:
            self.send(AskCode(self._number))
        elif len(self.ids.entry.digits) >= LEAST_NUMBER:
            self._pictures = True
            self._ask_secret()

    def forget(self) -> None:
        """Lets go of all digits, and begins with the number again."""
        self._number = ""
        self._asks_pin = self._pictures = False
        self.ids.entry.show("")
        super().forget()
