"""A one-time code from staff: the digits to show them, and the eight they give back.

- The way on wakes at eight digits; a code that was not taken is not kept.

Deliberately not here: whether the code is right, and the PIN chosen after it (`choose.py`).
"""

from __future__ import annotations

from kiosk.intents import UseCode
from kiosk.screens.parts.framed import FramedScreen
from kiosk.views.entrance import CodeView


class CodeScreen(FramedScreen):
    """Challenge and code."""

    def paint(self, view: CodeView) -> None:
        """Shows what to say to staff, and what went wrong at the last try."""
        entry = self.ids.entry
        self.back_word, self.next_word = view.back, view.next
        entry.title, entry.help_text, entry.trouble = view.title, view.help, view.trouble
        self.entered()

    def entered(self) -> None:
        """Wakes the way on."""
        self.next_enabled = self.ids.entry.full

    def on_next(self) -> None:
        """Gives the code."""
        code = self.ids.entry.digits
        self.ids.entry.show("")
        self.send(UseCode(code))

    def forget(self) -> None:
        """Lets go of all digits, and of those that were shown."""
        self.ids.entry.show("")
        self.ids.entry.title = ""
        super().forget()
