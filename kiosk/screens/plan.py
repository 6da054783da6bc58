"""The plan read back, a page at a time; after its last page come signing it and one more goal.

- The foot turns the pages: back to the page before and at last to mijn pad, on to the next page and at last to signing.

Deliberately not here: what the plan says (the view), and pages (`parts/letter.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.i18n import Words
from kiosk.intents import AddGoal, Intent, OpenPage
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.tokens import Look
from kiosk.views.plan import PlanView


class PlanScreen(FramedScreen):
    """The plan as a letter."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._view: PlanView | None = None
        super().__init__(look=look, words=words, send=send)

    def paint(self, view: PlanView) -> None:
        """Shows the plan from its first page on."""
        self._view, self.place = view, view.frame.place
        self.ids.letter.show(view.title, view.empty or view.status, view.sections)
        self.turned()

    def turned(self) -> None:
        """Says in the bars which page this is and what the foot leads to."""
        letter, view = self.ids.letter, self._view
        if view is None:
            return
        page, pages = int(letter.page), int(letter.pages)
        last = page + 1 >= pages
        self.progress_done, self.progress_total = (page, pages) if pages > 1 else (0, 0)
        self.back_word = self.word("letter.before") if page else view.frame.back or ""
        self.next_word = (view.frame.next or "") if last else self.word("letter.more")
        self.skip_word = (view.add_goal or "") if last else ""

    def on_back(self) -> None:
        """Turns to the page before, or goes back to mijn pad."""
        if self.ids.letter.page:
            self.ids.letter.page -= 1
        else:
            super().on_back()

    def on_next(self) -> None:
        """Turns to the next page, or goes on to signing."""
        if self.ids.letter.page + 1 < self.ids.letter.pages:
            self.ids.letter.page += 1
        else:
            super().on_next()

    def change(self, page: str) -> None:
        """Wants to change a part."""
        self.send(OpenPage(page))

    def on_skip(self) -> None:
        """Begins one more goal."""
        self.send(AddGoal())

    def forget(self) -> None:
        """Lets go of what the plan says."""
        self.ids.letter.show("", "", ())
        self._view = None
        super().forget()
