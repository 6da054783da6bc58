"""Writing a note for oneself: a title, who reads it, and the keyboard; what is kept is said once.

Deliberately not here: reading notes back (`kiosk/screens/overview.py`), typing (`own_words.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.exercises.parts.own_words import OwnWords
from kiosk.i18n import Words
from kiosk.intents import GoBack, Intent, KeepNote
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.tokens import Look
from kiosk.views.own_plan import WriteView
from modules.events import Half


class WriteScreen(FramedScreen):
    """A place to write."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        super().__init__(look=look, words=words, send=send)
        self.content.spacing = look.unit if look.crowded else -1
        self._own = OwnWords(look=look, words=words, fill=True)
        self._own.fbind("on_keep", lambda _, text: self.keep(text))
        self._own.fbind("on_cancel", lambda *_: self.never_mind())
        self._begun = ""
        self.add_widget(self._own)

    def paint(self, view: WriteView) -> None:
        """Shows an empty line, or what is being written, also before the screen was taken away."""
        self.paint_frame(view.frame)
        self.ids.title.text = view.title
        if not self._own.text:
            self._begun = (view.half.writing if view.half else None) or ""
            self._own.begin(self._begun)

    def keep(self, text: str) -> None:
        """Keeps what was written."""
        self._own.forget()
        self.send(KeepNote(text))

    def never_mind(self) -> None:
        """Goes back with nothing kept."""
        self._own.forget()
        self.send(GoBack())

    def unfinished(self) -> Half | None:
        """Gives what is being written."""
        written = self._own.text
        return Half(writing=written) if written or self._begun else None

    def forget(self) -> None:
        """Lets go of what was being written."""
        self._own.forget()
        super().forget()
