"""An exercise of several steps, one seen at a time: `verder` and `terug` turn to them before they leave the page.

- Which step is seen is no answer: it is kept here, and comes back after a lock with words that were being written.

Deliberately not here: what a step shows (each kind's `show()`).
"""

from __future__ import annotations

from string import ascii_lowercase

from kiosk.exercises.parts.page import ExercisePage
from modules.events import Half


class SteppedExercise(ExercisePage):
    """Steps in order."""

    def step_count(self) -> int:
        """Gives how many steps there are now."""
        return 1

    def show(self) -> None:
        """Shows the present step."""

    def turn(self, pages: int) -> bool:
        """Turns to another step, and tells whether there was one."""
        wanted = int(self.step) + pages
        if not 0 <= wanted < self.step_count():
            return False
        self.turn_to(wanted)
        return True

    def turn_to(self, step: int) -> None:
        """Shows a step."""
        self.step = step
        self.show()

    def writes(self) -> str | None:
        """Gives the words being written at this step, none where nothing is."""
        return None

    def write_on(self, text: str) -> None:
        """Goes on writing these words."""

    def unfinished(self) -> Half | None:
        """Gives the step in turn as a letter, and words being written."""
        step, written = int(self.step), self.writes()
        return Half(turn=ascii_lowercase[step], writing=written) if step or written is not None else None

    def take_up(self, half: Half) -> None:
        """Shows that step again, where it is still there, and the words that were being written."""
        step = ascii_lowercase.find(half.turn) if half.turn else 0
        self.turn_to(max(0, min(step, self.step_count() - 1)))
        if half.writing is not None:
            self.write_on(half.writing)

    def forget(self) -> None:
        """Turns back to the first step."""
        self.step = 0
