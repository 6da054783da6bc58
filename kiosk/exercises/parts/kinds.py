"""The exercises of one screen, one a kind: made when first needed, or ahead while a person reads.

- Making costs more than painting, so what later questions need is made a little at a time between touches; a kind that
  makes its cards as it paints is painted blank once (spares.py).

Deliberately not here: which kinds there are (`kiosk/exercises/__init__.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kivy.clock import Clock

from kiosk.exercises.parts.page import ExercisePage
from kiosk.exercises.parts.spares import SPARES

AHEAD_SECONDS = 0.1
"""How often something is made ahead, until all is made."""


class Kinds:
    """One exercise a kind."""

    def __init__(self, kinds: Iterable[str], make: Callable[[str], ExercisePage]) -> None:
        self._wanted = list(kinds)
        self._make = make
        self._made: dict[str, ExercisePage] = {}
        self._bare = set(SPARES)
        self._ahead = Clock.schedule_interval(self._make_ahead, AHEAD_SECONDS)

    def of(self, kind: str) -> ExercisePage:
        """Gives the exercise of a kind."""
        if kind not in self._made:
            self._made[kind] = self._make(kind)
        return self._made[kind]

    def _make_ahead(self, _seconds: float) -> bool:
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
            exercise.paint(SPARES[kind]())
            exercise.forget()

    def forget(self) -> None:
        """Lets go of what is half done, in every kind, and of the pages its lists were turned to."""
        for exercise in self._made.values():
            exercise.forget()
            for part in exercise.walk(restrict=True):
                if hasattr(part, "first_page"):
                    part.first_page()

    def stop(self) -> None:
        """Makes nothing more ahead."""
        self._ahead.cancel()
