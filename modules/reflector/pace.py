"""Whether a theme was answered very fast, or all alike: for one friendly question to himself, and nobody else.

- It is worked out when his overview is shown, from what stands in his own journal; no event tells it, and nothing of
  the gateway or of a mentor's page knows this file (a test holds them to it).
- Few answers say nothing. Not here: the words (kiosk/views/comfort.py).
"""

from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise
from statistics import median

from modules.events import AnswerGiven
from modules.exercises import AnyExercise
from modules.exercises.single_choice import SingleChoice
from modules.reflector.state import ReflectorState

FAST_MS = 1500
"""Under this a question was hardly read."""
LEAST = 5
"""So many answers are needed before anything can be said."""


class Pace(StrEnum):
    """What may be worth another look."""

    FAST = "fast"
    ALIKE = "alike"


def pace_of(state: ReflectorState, shown: Iterable[AnyExercise]) -> Pace | None:
    """Gives what may be worth another look in these questions; none where nothing is."""
    items = tuple(shown)
    if _is_alike(state, items):
        return Pace.ALIKE
    return Pace.FAST if _is_fast(state, items) else None


def _is_fast(state: ReflectorState, items: tuple[AnyExercise, ...]) -> bool:
    heads = (head for item in items for head in state.heads.get(item.id, ()) if isinstance(head.event, AnswerGiven))
    at_ms = sorted(head.place.clock[0] for head in heads)
    gaps = [after - before for before, after in pairwise(at_ms)]
    return len(at_ms) >= LEAST and median(gaps) < FAST_MS


def _is_alike(state: ReflectorState, items: tuple[AnyExercise, ...]) -> bool:
    by_scale: dict[tuple[str, ...], list[frozenset[str]]] = {}
    for item in items:
        if isinstance(item, SingleChoice) and (chosen := state.chosen(item.id)):
            by_scale.setdefault(tuple(option.id for option in item.options), []).append(frozenset(chosen))
    return any(len(said) >= LEAST and len(set(said)) == 1 for said in by_scale.values())
