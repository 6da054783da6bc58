"""A timeline: preset cards laid in a few periods of a life; no years are asked."""

from typing import Annotated, Literal

from pydantic import Field

from modules.exercises.shared import Exercise, Option, check_options
from modules.ids import OptionId
from modules.values import Value


class Timeline(Exercise):
    """Periods from early to late, and cards of what went well or was hard."""

    kind: Literal["timeline"] = "timeline"
    periods: Annotated[tuple[Option, ...], Field(min_length=2, max_length=5)]
    cards: Annotated[tuple[Option, ...], Field(min_length=2, max_length=20)]


class TimelineAnswer(Value):
    """The periods each card was laid in; a card can come back in several."""

    kind: Literal["timeline"] = "timeline"
    placed: dict[OptionId, tuple[OptionId, ...]]


def check(exercise: Timeline, answer: TimelineAnswer) -> None:
    """Returns only if every card and period is of this exercise, no period twice for one card.

    Raises:
        RefusedError: One is not.
    """
    check_options(tuple(answer.placed), exercise.cards)
    for periods in answer.placed.values():
        check_options(periods, exercise.periods)
