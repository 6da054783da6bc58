"""Wie ziet wat: the people as columns, each part of the plan as a row with a plain mark and a word.

- The foot turns the pages, in the place of skipping: there is nothing to skip here.

Deliberately not here: who sees what (`kiosk/views/shares.py`), and the table (`parts/share_head.py`, `share_list.py`).
"""

from __future__ import annotations

from kiosk.intents import OpenPage
from kiosk.screens.parts.framed import FramedScreen
from kiosk.views.shares import Sees, SharesView


class SharesScreen(FramedScreen):
    """Who sees what, to look at and to choose."""

    def paint(self, view: SharesView) -> None:
        """Shows the people and the parts."""
        self.paint_frame(view.frame)
        self.ids.head.show(view.title, view.help, view.people)
        self.ids.rows.show(view.rows, {seen: self.word(f"own.sees.{seen}") for seen in Sees})
        self.turned()
        self.content.arrange_soon()

    def turned(self) -> None:
        """Says at the foot that there is more, where there is."""
        self.skip_word = self.word("answers.more") if self.ids.rows.pages > 1 else ""

    def on_skip(self) -> None:
        """Turns to the next page, and after the last to the first."""
        self.ids.rows.turn()

    def open(self, page: str) -> None:
        """Wants to read about a part, or to choose."""
        self.send(OpenPage(page))

    def forget(self) -> None:
        """Lets go of the answers shown."""
        self.ids.rows.show((), {})
        super().forget()
