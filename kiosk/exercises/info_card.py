"""An information card on the screen: short paragraphs on one sheet of paper.

Deliberately not here: pages where they do not fit (`parts/leaf.py`), and 'verder', which is in the foot bar.
"""

from __future__ import annotations

from kiosk.exercises.parts.page import ExercisePage
from kiosk.views.exercises import InfoCardView


class InfoCardExercise(ExercisePage):
    """Something to read or hear."""

    def paint(self, view: InfoCardView) -> None:
        """Shows the paragraphs."""
        self.ids.leaf.show(view.body)

    def turn(self, pages: int) -> bool:
        """Turns the sheet, where it has more pages."""
        return bool(self.ids.leaf.turn(pages))

    def forget(self) -> None:
        """Turns back to the first page."""
        self.ids.leaf.page = 0
