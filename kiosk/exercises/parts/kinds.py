"""The exercises of one screen: made when first needed, or ahead while nobody touches, and lent to who shows one.

- Making costs more than painting, so what later questions need is made a little at a time (`warm()`); a kind that
  makes its cards as it paints is painted blank once (spares.py).
- Two of a kind are only needed where two pages of it follow each other, since one is painted ahead.

Deliberately not here: which kinds there are (`kiosk/exercises/__init__.py`), and when there is time (`kiosk/ahead.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from kiosk.exercises.parts.page import ExercisePage
from kiosk.exercises.parts.spares import SPARES

TWICE = ("single_choice", "multi_choice", "info_card", "ruler")
"""Kinds that often follow on themselves: the second is made ahead too."""


class Kinds:
    """The exercises of each kind; `make` makes one more."""

    def __init__(self, kinds: Iterable[str], make: Callable[[str], ExercisePage]) -> None:
        self._wanted = [*kinds, *TWICE]
        self._make = make
        self._made: dict[str, list[ExercisePage]] = defaultdict(list)
        self._lent: list[ExercisePage] = []
        self._bare = set(SPARES)

    def lend(self, kind: str) -> ExercisePage:
        """Gives an exercise of a kind that nobody shows."""
        exercise = self._free(kind) or self._one_more(kind)
        self._lent.append(exercise)
        return exercise

    def give_back(self, exercise: ExercisePage) -> None:
        """Takes an exercise back; it lets go of what is half done, and of the pages its lists were turned to."""
        self._lent.remove(exercise)
        exercise.forget()
        for part in exercise.walk(restrict=True):
            if hasattr(part, "first_page"):
                part.first_page()

    def warm(self) -> bool:
        """Makes one thing ahead, and tells whether there was any left to make."""
        for kind in self._wanted:
            if len(self._made[kind]) < self._wanted.count(kind):
                self._one_more(kind)
                return True
        if self._bare:
            self._paint_blank(self._bare.pop())
            return True
        return any(exercise.warm() for made in self._made.values() for exercise in made)

    def _free(self, kind: str) -> ExercisePage | None:
        return next((each for each in self._made[kind] if each not in self._lent), None)

    def _one_more(self, kind: str) -> ExercisePage:
        self._made[kind].append(self._make(kind))
        return self._made[kind][-1]

    def _paint_blank(self, kind: str) -> None:
        """Paints a blank one of a kind that nobody shows, so that its cards are made."""
        exercise = self._free(kind)
        if exercise is not None:
            exercise.paint(SPARES[kind]())
            exercise.forget()
