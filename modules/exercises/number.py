"""A whole number between two bounds, with a unit perhaps.

- Not knowing it is an answer where the author gives words for that.
- A number that was wiped again is an answer with nothing in it.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from modules.errors import RefusedError
from modules.exercises.shared import Exercise
from modules.texts import Text
from modules.values import Value

MOST = 999_999_999


class Number(Exercise):
    """From `least` to `most`; `unknown` are the words for not knowing."""

    kind: Literal["number"] = "number"
    least: Annotated[int, Field(ge=0, le=MOST)] = 0
    most: Annotated[int, Field(ge=1, le=MOST)]
    unit: Text | None = None
    unknown: Text | None = None

    @model_validator(mode="after")
    def _has_room(self) -> Self:
        if self.least >= self.most:
            raise ValueError("the least number is below the most")
        return self


class NumberAnswer(Value):
    """The number, or that it is not known; neither where it was wiped."""

    kind: Literal["number"] = "number"
    value: int | None = None
    unknown: bool = False


def check(exercise: Number, answer: NumberAnswer) -> None:
    """Returns only if the number lies between the bounds, or not knowing is offered.

    Raises:
        RefusedError: It does not.
    """
    if answer.unknown and (exercise.unknown is None or answer.value is not None):
        raise RefusedError("not knowing is no answer to this exercise")
    if answer.value is not None and not exercise.least <= answer.value <= exercise.most:
        raise RefusedError("the number is out of the bounds of this exercise")
