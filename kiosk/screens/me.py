"""Mijn gegevens: a tile for each group of what is kept, and at the foot asking to put something right or to print it.

Deliberately not here: which groups there are (`kiosk/views/me.py`).
"""

from __future__ import annotations

from kiosk.exercises.parts.tight import tight
from kiosk.intents import AskPrint, OpenPage
from kiosk.screens.parts.framed import FramedScreen
from kiosk.screens.parts.theme_tiles import show_tiles
from kiosk.views.me import MeView


class MeScreen(FramedScreen):
    """All groups."""

    def paint(self, view: MeView) -> None:
        """Shows the groups."""
        self._correct_page = view.correct_page
        self.paint_frame(view.frame)
        self.skip_word = view.correct
        self.ids.title.text = view.title
        self.ids.title.help_text = "" if tight(self.look) else view.help
        show_tiles(self.ids.tiles, view.tiles, self.look)
        self.content.arrange_soon()

    def open(self, page: str) -> None:
        """Opens a group."""
        self.send(OpenPage(page))

    def on_skip(self) -> None:
        """Wants something put right."""
        self.send(OpenPage(self._correct_page))

    def on_next(self) -> None:
        """Wants it on paper."""
        self.send(AskPrint())
