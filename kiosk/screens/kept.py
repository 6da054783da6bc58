"""Everything of one group of what is kept of a person, as a letter, a page at a time.

- The foot turns the pages: back to the page before and at last to the groups, on to the next page.

Deliberately not here: what is kept (`kiosk/views/kept.py`), and pages (`parts/letter.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.i18n import Words
from kiosk.intents import Intent, OpenPinChange
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.tokens import Look
from kiosk.views.me import KeptView


class KeptScreen(FramedScreen):
    """One group."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._view: KeptView | None = None
        super().__init__(look=look, words=words, send=send)

    def paint(self, view: KeptView) -> None:
        """Shows the group from its first page on."""
        self._view, self.place = view, view.frame.place
        self.ids.letter.show(view.title, view.status, view.sections)
        self.turned()

    def turned(self) -> None:
        """Says in the bars which page this is and what the foot leads to."""
        letter, view = self.ids.letter, self._view
        if view is None:
            return
        page, pages = int(letter.page), int(letter.pages)
        self.progress_done, self.progress_total = (page, pages) if pages > 1 else (0, 0)
        self.skip_word = view.frame.skip or ""
        self.back_word = self.word("letter.before") if page else view.frame.back or ""
        self.next_word = self.word("letter.more") if page + 1 < pages else ""

    def on_back(self) -> None:
        """Turns to the page before, or goes back to the groups."""
        if self.ids.letter.page:
            self.ids.letter.page -= 1
        else:
            super().on_back()

    def on_skip(self) -> None:
        """Wants another PIN."""
        self.send(OpenPinChange())

    def on_next(self) -> None:
        """Turns to the next page."""
        self.ids.letter.page += 1

    def forget(self) -> None:
        """Lets go of what is kept."""
        self.ids.letter.show("", "", ())
        self._view = None
        super().forget()
