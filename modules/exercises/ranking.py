"""A ranking: what comes first, second, third; as many places as the exercise has, fewer are an answer too."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from modules.errors import RefusedError
from modules.exercises.shared import Exercise, Option, check_options
from modules.ids import OptionId
from modules.values import Value


class Ranking(Exercise):
    """Three to twelve options for one to five places."""

    kind: Literal["ranking"] = "ranking"
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=12)]
    places: Annotated[int, Field(ge=1, le=5)] = 3

    @model_validator(mode="after")
    def _has_enough(self) -> Self:
        if self.places > len(self.options):
            raise ValueError("a ranking has no more places than options")
        return self


class RankingAnswer(Value):
    """The options in order, the first first."""

    kind: Literal["ranking"] = "ranking"
    order: tuple[OptionId, ...]


def check(exercise: Ranking, answer: RankingAnswer) -> None:
    """Returns only if the options are offered, none twice, and no more than there are places.

    Raises:
        RefusedError: They are not.
    """
    check_options(answer.order, exercise.options)
    if len(answer.order) > exercise.places:
        raise RefusedError("more options were put in order than there are places")
