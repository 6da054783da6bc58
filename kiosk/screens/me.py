"""Mijn gegevens: a tile for each group of what is kept, and at the foot asking to put something right or to print it.

Deliberately not here: which groups there are (`kiosk/views/me.py`).
"""

from __future__ import annotations

from kiosk.intents import AskPrint, OpenPage
from kiosk.screens.more import MoreScreen
from kiosk.views.me import MeView
from kiosk.views.rooms import MoreView


class MeScreen(MoreScreen):
    """All groups."""

    def paint(self, view: MoreView) -> None:
        """Shows the groups."""
        super().paint(view)
        if isinstance(view, MeView):
            self.skip_word, self._correct_page = view.correct, view.correct_page

    def on_skip(self) -> None:
        """Wants something put right."""
        self.send(OpenPage(self._correct_page))

    def on_next(self) -> None:
        """Wants it on paper."""
        self.send(AskPrint())
