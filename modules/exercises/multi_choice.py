"""A multiple choice: as many options as fit the person; none at all is an answer too."""

from typing import Annotated, Literal

from pydantic import Field

from modules.errors import RefusedError
from modules.exercises.shared import Exercise, Option, check_options
from modules.ids import OptionId
from modules.values import Value


class MultiChoice(Exercise):
    """Two to twenty options; `most` limits how many may be chosen."""

    kind: Literal["multi_choice"] = "multi_choice"
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=20)]
    most: Annotated[int, Field(ge=1, le=20)] | None = None


class MultiChoiceAnswer(Value):
    """The options chosen, in the order of choosing."""

    kind: Literal["multi_choice"] = "multi_choice"
    options: tuple[OptionId, ...]


def check(exercise: MultiChoice, answer: MultiChoiceAnswer) -> None:
    """Returns only if the options are offered, none twice, and not too many.

    Raises:
        RefusedError: They are not.
    """
    check_options(answer.options, exercise.options)
    if exercise.most is not None and len(answer.options) > exercise.most:
        raise RefusedError("more options were chosen than this exercise takes")
