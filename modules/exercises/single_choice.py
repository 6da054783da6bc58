"""A single choice: one of a few options; the yes–no–don't know and agreement scales are this kind too."""

from typing import Annotated, Literal

from pydantic import Field

from modules.exercises.shared import Exercise, Option, check_options
from modules.ids import OptionId
from modules.values import Value


class SingleChoice(Exercise):
    """Two to eleven options, one to choose.

    Where its scale gives scores, `counts_against` says that a high score speaks against the theme, not for it.
    """

    kind: Literal["single_choice"] = "single_choice"
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=11)]
    counts_against: bool = False


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
