"""A checklist: for each thing how it stands, and where that helps, who helps with it.

- `asks_who` names the states at which it is asked who helps; with no `helpers` it is never asked.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from modules.errors import RefusedError
from modules.exercises.shared import Exercise, Option, check_options
from modules.ids import OptionId
from modules.values import Value


class Checklist(Exercise):
    """Things, states, and helpers perhaps."""

    kind: Literal["checklist"] = "checklist"
    things: Annotated[tuple[Option, ...], Field(min_length=1, max_length=12)]
    states: Annotated[tuple[Option, ...], Field(min_length=2, max_length=4)]
    helpers: Annotated[tuple[Option, ...], Field(max_length=4)] = ()
    asks_who: tuple[OptionId, ...] = ()

    @model_validator(mode="after")
    def _asks_at_its_own_states(self) -> Self:
        if not set(self.asks_who) <= {state.id for state in self.states}:
            raise ValueError("it is asked who helps at a state that this checklist does not have")
        if bool(self.asks_who) != bool(self.helpers):
            raise ValueError("helpers and asks_who come together")
        ids = [option.id for option in (*self.states, *self.helpers)]
        if len(set(ids)) != len(ids):
            raise ValueError("an id is used twice among states and helpers")
        return self


class ChecklistAnswer(Value):
    """How each thing stands, and who helps with it."""

    kind: Literal["checklist"] = "checklist"
    states: dict[OptionId, OptionId]
    helpers: dict[OptionId, OptionId] = Field(default_factory=dict)


def check(exercise: Checklist, answer: ChecklistAnswer) -> None:
    """Returns only if things, states and helpers are of this exercise, and a helper stands where one is asked.

    Raises:
        RefusedError: One is not.
    """
    check_options(tuple(answer.states), exercise.things)
    check_options(tuple(set(answer.states.values())), exercise.states)
    check_options(tuple(set(answer.helpers.values())), exercise.helpers)
    if any(answer.states.get(thing) not in exercise.asks_who for thing in answer.helpers):
        raise RefusedError("a helper was chosen where none is asked")
