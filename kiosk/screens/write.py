"""Writing a note for oneself: a title, who reads it, and the keyboard; what is kept is said once.

Deliberately not here: reading notes back (`kiosk/screens/overview.py`), typing (`own_words.py`).
"""

from __future__ import annotations

from kiosk.intents import GoBack, KeepNote
from kiosk.screens.parts.framed import FramedScreen
from kiosk.views.own_plan import WriteView


class WriteScreen(FramedScreen):
    """A place to write."""

    def paint(self, view: WriteView) -> None:
        """Shows an empty line, or what is being written."""
        self.paint_frame(view.frame)
        self.ids.title.text = view.title
        if not self.ids.own.text:
            self.ids.own.begin("")

    def keep(self, text: str) -> None:
        """Keeps what was written."""
        self.ids.own.forget()
        self.send(KeepNote(text))

    def never_mind(self) -> None:
        """Goes back with nothing kept."""
        self.ids.own.forget()
        self.send(GoBack())

    def forget(self) -> None:
        """Lets go of what was being written."""
        self.ids.own.forget()
        super().forget()
