"""When something is shown: a small, total language over the answers given so far.

- `{"item": "basics.debts", "is": ["yes", "unknown"]}`, `{"fact": "vris"}`, and `all`, `any`, `not` of these.
- An item that is not answered, or was skipped, is nothing: `is` does not hold for it.
- Nesting is at most eight deep, so that an author can still say it in words.
- Not here: what happens to an answer whose question is no longer shown (reflector/state.py keeps it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from typing import Annotated, Any

from pydantic import AfterValidator, Discriminator, Field, Tag

from modules.ids import ItemId, OptionId
from modules.values import Value

Chosen = Callable[[ItemId], AbstractSet[OptionId]]
NESTING = 8
Fact = Annotated[str, Field(pattern=r"^[a-z_]+$", max_length=32)]


class Is(Value):
    """Holds when one of the options was chosen at the item."""

    item: ItemId
    is_: tuple[OptionId, ...] = Field(alias="is", min_length=1)


class IsFact(Value):
    """Holds when a fact is known about the person, such as `vris`."""

    fact: Fact


class All(Value):
    """Holds when each part holds."""

    all: tuple[Condition, ...] = Field(min_length=1, max_length=20)


class AnyOf(Value):
    """Holds when at least one part holds."""

    any: tuple[Condition, ...] = Field(min_length=1, max_length=20)


class Not(Value):
    """Holds when its part does not."""

    not_: Condition = Field(alias="not")


def _shape(value: Any) -> str | None:
    given = value.model_dump(by_alias=True) if isinstance(value, Value) else value
    names = ("item", "fact", "all", "any", "not")
    return next((name for name in names if name in given), "item") if isinstance(given, dict) else None


def _is_shallow(condition: Condition) -> Condition:
    if _depth(condition) > NESTING:
        raise ValueError("conditions are nested more than eight deep")
    return condition


def _depth(condition: Condition) -> int:
    match condition:
        case All():
            return 1 + max(map(_depth, condition.all))
        case AnyOf():
            return 1 + max(map(_depth, condition.any))
        case Not():
            return 1 + _depth(condition.not_)
        case _:
            return 1


Condition = Annotated[
    Annotated[Is, Tag("item")]
    | Annotated[IsFact, Tag("fact")]
    | Annotated[All, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")],
    Discriminator(_shape),
    AfterValidator(_is_shallow),
]

All.model_rebuild()
AnyOf.model_rebuild()
Not.model_rebuild()


def holds(condition: Condition | None, chosen: Chosen, facts: AbstractSet[str]) -> bool:
    """Tells whether `condition` holds, given the options chosen per item and the known facts; none always holds."""
    match condition:
        case None:
            return True
        case Is():
            return not chosen(condition.item).isdisjoint(condition.is_)
        case IsFact():
            return condition.fact in facts
        case All():
            return all(holds(part, chosen, facts) for part in condition.all)
        case AnyOf():
            return any(holds(part, chosen, facts) for part in condition.any)
        case Not():
            return not holds(condition.not_, chosen, facts)


def items_named(condition: Condition | None) -> Iterator[Is]:
    """Gives every `is` inside a condition, for checks on references."""
    match condition:
        case Is():
            yield condition
        case All():
            for part in condition.all:
                yield from items_named(part)
        case AnyOf():
            for part in condition.any:
                yield from items_named(part)
        case Not():
            yield from items_named(condition.not_)
