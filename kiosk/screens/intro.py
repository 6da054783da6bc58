"""An introduction or an end: a title with its pictogram, and a few lines.

Deliberately not here: which lines (`kiosk/views/question.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.i18n import Words
from kiosk.intents import Intent
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.icons import Icon, pictogram
from kiosk.theme.tokens import Look
from kiosk.views.question import IntroView


class IntroScreen(FramedScreen):
    """The first page of a theme or module, or its last."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._next = ""
        super().__init__(look=look, words=words, send=send)

    def paint(self, view: IntroView) -> None:
        """Shows the title and the lines."""
        self.paint_frame(view.frame)
        self._next = self.next_word
        self.skip_icon = pictogram(view.skip_picture) or Icon.SKIP
        self.ids.title.text, self.ids.title.icon = view.title, pictogram(view.picture)
        self.content.arrange_soon()
        self.ids.leaf.show([line for lines in view.lines for line in lines.split("\n")])
        self.turned()

    def turned(self) -> None:
        """Says at the foot that there is more to read, and only on the last page what comes then."""
        leaf = self.ids.leaf
        self.next_word = self._next if leaf.page + 1 >= leaf.pages else self.word("foot.next")

    def on_next(self) -> None:
        """Wants to read on, or one step on where all was read."""
        if not self.ids.leaf.turn(1):
            super().on_next()

    def on_back(self) -> None:
        """Wants the page before, or one step back."""
        if not self.ids.leaf.turn(-1):
            super().on_back()

    def forget(self) -> None:
        """Lets go of the lines, so that it is read from its beginning when it is opened again."""
        self.ids.leaf.show(())
        super().forget()
