"""A ruler: a number from 0 to 10 between two spoken ends (the ruler of motivational interviewing, SAMHSA TIP 35)."""

from typing import Annotated, Literal

from pydantic import Field

from modules.exercises.shared import Counts, Exercise
from modules.texts import Text
from modules.values import Value


class Ruler(Exercise):
    """Eleven separate buttons, with a word at each end; `counts` as in a single choice."""

    kind: Literal["ruler"] = "ruler"
    low: Text
    high: Text
    counts: Counts | None = None


class RulerAnswer(Value):
    """The number chosen."""

    kind: Literal["ruler"] = "ruler"
    value: Annotated[int, Field(ge=0, le=10)]


def check(exercise: Ruler, answer: RulerAnswer) -> None:
    """Always returns: the answer's own shape is its check."""
