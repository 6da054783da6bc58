"""A network map: me in the middle, and people as symbols on three rings around me, near to far; roles, never names."""

from typing import Annotated, Literal

from pydantic import Field

from modules.exercises.shared import Exercise, Option, check_options
from modules.ids import OptionId
from modules.values import Value


class NetworkMap(Exercise):
    """People by their role, and the three rings from near to far."""

    kind: Literal["network_map"] = "network_map"
    people: Annotated[tuple[Option, ...], Field(min_length=2, max_length=12)]
    rings: Annotated[tuple[Option, ...], Field(min_length=3, max_length=3)]


class NetworkMapAnswer(Value):
    """Which ring each placed person stands on."""

    kind: Literal["network_map"] = "network_map"
    placed: dict[OptionId, OptionId]


def check(exercise: NetworkMap, answer: NetworkMapAnswer) -> None:
    """Returns only if every person and ring is of this exercise.

    Raises:
        RefusedError: One is not.
    """
    check_options(tuple(answer.placed), exercise.people)
    check_options(tuple(set(answer.placed.values())), exercise.rings)
