"""A card sort: cards laid on two to four piles; a card may stay on the table."""

from typing import Annotated, Literal

from pydantic import Field

from modules.exercises.shared import Exercise, Option, check_options
from modules.ids import OptionId
from modules.values import Value


class CardSort(Exercise):
    """Cards and the piles they can go to."""

    kind: Literal["card_sort"] = "card_sort"
    cards: Annotated[tuple[Option, ...], Field(min_length=2, max_length=20)]
    piles: Annotated[tuple[Option, ...], Field(min_length=2, max_length=4)]


class CardSortAnswer(Value):
    """Which pile each placed card lies on."""

    kind: Literal["card_sort"] = "card_sort"
    piles: dict[OptionId, OptionId]


def check(exercise: CardSort, answer: CardSortAnswer) -> None:
    """Returns only if every card and pile is of this exercise.

    Raises:
        RefusedError: One is not.
    """
    check_options(tuple(answer.piles), exercise.cards)
    check_options(tuple(set(answer.piles.values())), exercise.piles)
