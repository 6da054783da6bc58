"""An exercise as it is offered to one person: without what is `not_for` him.

- Only what is shown is fitted. What he chose before stands in his answer and is taken as before, so nothing is lost
  when a fact about him is put right.
- Not here: which exercises are shown at all (conditions.py).
"""

from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

from pydantic import BaseModel

from modules.exercises.shared import Option

Fitted = TypeVar("Fitted", bound=BaseModel)


def fitted(exercise: Fitted, facts: AbstractSet[str]) -> Fitted:
    """Gives the exercise without the options that are not for who has one of these facts."""
    changed = {name: new for name, old in exercise if (new := _fitted(old, facts)) is not old} if facts else {}
    return exercise.model_copy(update=changed) if changed else exercise


def _fitted(value: Any, facts: AbstractSet[str]) -> Any:
    if isinstance(value, BaseModel):
        return fitted(value, facts)
    if not isinstance(value, tuple):
        return value
    kept = tuple(_fitted(one, facts) for one in value if not (isinstance(one, Option) and one.not_for in facts))
    same = len(kept) == len(value) and all(new is old for new, old in zip(kept, value, strict=True))
    return value if same else kept
