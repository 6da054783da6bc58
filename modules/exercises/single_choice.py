"""A single choice: one of a few options; the yes–no–don't know and agreement scales are this kind too."""

from typing import Annotated, Literal

from pydantic import Field

from modules.exercises.shared import Counts, Exercise, Option, check_options
from modules.ids import OptionId
from modules.values import Value


class SingleChoice(Exercise):
    """Two to eleven options, one to choose.

    Where its options have scores, `counts` says whether a high one speaks for the theme or against it.
    """

    kind: Literal["single_choice"] = "single_choice"
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=11)]
    counts: Counts | None = None


class SingleChoiceAnswer(Value):
    """The one option."""

    kind: Literal["single_choice"] = "single_choice"
    option: OptionId


def check(exercise: SingleChoice, answer: SingleChoiceAnswer) -> None:
    """Returns only if the option is offered.

    Raises:
        RefusedError: It is not.
    """
    check_options((answer.option,), exercise.options)
