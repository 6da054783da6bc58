"""A decisional balance: what speaks for staying as it is, then what speaks for change; it ends on the side of change.

- Weighing both sides is the way of motivational interviewing (SAMHSA TIP 35). Nothing is added up.
- Own words are welcome on both trays unless the author says no.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from modules.errors import RefusedError
from modules.exercises.shared import Exercise, Option, Said, check_said
from modules.texts import Text
from modules.values import Value

MOST_ON_A_TRAY = 8
OnTray = Annotated[tuple[Said, ...], Field(max_length=MOST_ON_A_TRAY)]


class Tray(Value):
    """One side: its name, what is asked for it, and the cards that can lie on it."""

    title: Text
    question: Text
    cards: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)]


class Balance(Exercise):
    """Two trays; every card has an id of its own over both."""

    kind: Literal["balance"] = "balance"
    stay: Tray
    change: Tray
    own_words: bool = True

    @model_validator(mode="after")
    def _has_ids_apart(self) -> Self:
        ids = [card.id for card in (*self.stay.cards, *self.change.cards)]
        if len(set(ids)) != len(ids):
            raise ValueError("a card's id is used twice in this balance")
        return self


class BalanceAnswer(Value):
    """What lies on each tray, in the order in which it was laid."""

    kind: Literal["balance"] = "balance"
    stay: OnTray = ()
    change: OnTray = ()


def check(exercise: Balance, answer: BalanceAnswer) -> None:
    """Returns only if each tray holds its own cards or own words where welcome, nothing twice.

    Raises:
        RefusedError: It does not.
    """
    for tray, laid in ((exercise.stay, answer.stay), (exercise.change, answer.change)):
        if len(set(laid)) != len(laid):
            raise RefusedError("a card lies on the tray twice")
        for said in laid:
            check_said(said, tray.cards, own_words=exercise.own_words)
