"""An if-then plan: 'als dit gebeurt, dan doe ik dat' (implementation intentions, Gollwitzer 1999)."""

from typing import Annotated, Literal

from pydantic import Field

from modules.exercises.shared import Exercise, Option, Said, check_said
from modules.values import Value


class IfThen(Exercise):
    """Cards for both halves; own words where they are welcome."""

    kind: Literal["if_then"] = "if_then"
    situations: Annotated[tuple[Option, ...], Field(min_length=2, max_length=12)]
    actions: Annotated[tuple[Option, ...], Field(min_length=2, max_length=12)]
    own_words: bool = True


class IfThenAnswer(Value):
    """The two halves."""

    kind: Literal["if_then"] = "if_then"
    situation: Said
    action: Said


def check(exercise: IfThen, answer: IfThenAnswer) -> None:
    """Returns only if both halves are offered or own words where welcome.

    Raises:
        RefusedError: One is not.
    """
    check_said(answer.situation, exercise.situations, own_words=exercise.own_words)
    check_said(answer.action, exercise.actions, own_words=exercise.own_words)
