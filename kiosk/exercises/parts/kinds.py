"""The exercises of one screen, one a kind: made when first needed, or ahead while nobody touches.

- Making costs more than painting, so what later questions need is made a little at a time (`warm()`); a kind that
  makes its cards as it paints is painted blank once (spares.py).

Deliberately not here: which kinds there are (`kiosk/exercises/__init__.py`), and when there is time (`kiosk/shelf.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kiosk.exercises.parts.page import ExercisePage
from kiosk.exercises.parts.spares import SPARES


class Kinds:
    """One exercise a kind."""

    def __init__(self, kinds: Iterable[str], make: Callable[[str], ExercisePage]) -> None:
        self._wanted = list(kinds)
        self._make = make
        self._made: dict[str, ExercisePage] = {}
        self._bare = set(SPARES)
        self._used: set[str] = set()

    def of(self, kind: str) -> ExercisePage:
        """Gives the exercise of a kind."""
        if kind not in self._made:
            self._made[kind] = self._make(kind)
        self._used.add(kind)
        return self._made[kind]

    def warm(self) -> bool:
        """Makes one thing ahead, and tells whether there was any left to make."""
        for kind in self._wanted:
            if kind not in self._made:
                self.of(kind)
                return True
        if self._bare:
            self._paint_blank(self._bare.pop())
            return True
        return any(exercise.warm() for exercise in self._made.values())

    def _paint_blank(self, kind: str) -> None:
        """Paints a blank one of a kind that stands nowhere yet, so that its cards are made."""
        exercise = self._made.get(kind)
        if exercise is not None and exercise.parent is None:
            self._used.add(kind)
            exercise.paint(SPARES[kind]())
            exercise.forget()

    def forget(self) -> None:
        """Lets go of what is half done, in every kind used since, and of the pages its lists were turned to."""
        for exercise in (self._made[kind] for kind in self._used):
            exercise.forget()
            for part in exercise.walk(restrict=True):
                if hasattr(part, "first_page"):
                    part.first_page()
        self._used.clear()
