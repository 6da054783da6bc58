"""All questions of a theme with the answers given; touching one opens its question.

Deliberately not here: pages where they do not fit (`kiosk/exercises/parts/said_list.py`).
"""

from __future__ import annotations

from kiosk.exercises.parts.said_list import SaidRow
from kiosk.intents import OpenPage
from kiosk.screens.parts.framed import FramedScreen
from kiosk.views.question import OverviewView


class OverviewScreen(FramedScreen):
    """Own answers, to look at and to change."""

    def paint(self, view: OverviewView) -> None:
        """Shows the answers."""
        self.paint_frame(view.frame)
        self.ids.title.text, self.ids.title.help_text = view.title, view.help
        self.content.arrange_soon()
        self.ids.answers.show([SaidRow(row.page, f"row.{row.page}", row.question, row.answer) for row in view.rows])

    def open(self, page: str) -> None:
        """Wants to see a question again."""
        self.send(OpenPage(page))

    def forget(self) -> None:
        """Lets go of the answers shown."""
        super().forget()
        self.ids.answers.show([])
