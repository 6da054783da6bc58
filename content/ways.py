"""A way: what one person is and has said so far, as far as conditions ask for it; pure.

- A way says only what was shown, so an item behind a closed condition is not answered on it.
- Not here: judging what the ways show (walk.py), and the options an answer can choose (answering.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from content.answering import NOTHING, Choice, choices
from modules.conditions import All, AnyOf, Condition, Is, IsFact, Not, holds, items_named
from modules.exercises import AnyExercise
from modules.ids import ItemId, OptionId

MOST_WAYS = 50_000


@dataclass(frozen=True)
class Way:
    """What one person is and has said, in the order of asking."""

    facts: frozenset[str]
    said: tuple[tuple[ItemId, Choice], ...] = ()

    @cached_property
    def _by_item(self) -> dict[ItemId, Choice]:
        return dict(self.said)

    def chosen(self, item: ItemId) -> Choice:
        """Gives the options chosen at an item."""
        return self._by_item.get(item, NOTHING)

    def shows(self, item: AnyExercise) -> bool:
        """Tells whether this person is shown an item."""
        return self.sees(item.show_if)

    def sees(self, condition: Condition | None) -> bool:
        """Tells whether a condition holds for this person."""
        return holds(condition, self.chosen, self.facts)

    def __str__(self) -> str:
        """Gives the way as `vris → basics.debts=yes → …`."""
        steps = [*sorted(self.facts), *(f"{item}={'+'.join(sorted(said)) or 'skipped'}" for item, said in self.said)]
        return " → ".join(steps) or "the start"


def ways_through(items: Sequence[AnyExercise]) -> list[Way] | None:
    """Gives every way through items that hang together, in the order of asking; none where there are too many."""
    wanted: dict[ItemId, set[OptionId]] = {}
    facts: set[str] = set()
    for item in items:
        facts.update(facts_named(item.show_if))
        for named in items_named(item.show_if):
            wanted.setdefault(named.item, set()).update(named.is_)
    ways = [Way(frozenset())]
    for fact in sorted(facts)[: MOST_WAYS.bit_length()]:
        ways += [Way(way.facts | {fact}) for way in ways]
    for item in items:
        if len(ways) > MOST_WAYS:
            return None
        if item.id in wanted:
            said = choices(item, wanted[item.id], MOST_WAYS)
            ways = list(islice((after for way in ways for after in _after(way, item, said)), MOST_WAYS + 1))
    return ways if len(ways) <= MOST_WAYS else None


def _after(way: Way, item: AnyExercise, said: Iterable[Choice]) -> Iterator[Way]:
    if not way.shows(item):
        yield way
        return
    yield from (Way(way.facts, (*way.said, (item.id, choice))) for choice in said)


def names(condition: Condition | None) -> Iterator[str]:
    """Gives the name of every item and fact that a condition asks for."""
    yield from (named.item for named in items_named(condition))
    yield from (f"fact {fact}" for fact in facts_named(condition))


def facts_named(condition: Condition | None) -> Iterator[str]:
    """Gives every fact that a condition asks for."""
    yield from (part.fact for part in parts(condition) if isinstance(part, IsFact))


def parts(condition: Condition | None) -> Iterator[Condition]:
    """Gives a condition and every part of it."""
    match condition:
        case None:
            return
        case All():
            inner: Iterable[Condition] = condition.all
        case AnyOf():
            inner = condition.any
        case Not():
            inner = (condition.not_,)
        case _:
            inner = ()
    yield condition
    for part in inner:
        yield from parts(part)


def missing(condition: Condition | None, way: Way, *, wanted: bool = True) -> list[str]:
    """Gives the fewest parts that would have to be otherwise."""
    match condition:
        case All() | AnyOf():
            inner = condition.all if isinstance(condition, All) else condition.any
            each = [missing(part, way, wanted=wanted) for part in inner]
            return list(chain.from_iterable(each)) if isinstance(condition, All) == wanted else min(each, key=len)
        case Not():
            return missing(condition.not_, way, wanted=not wanted)
        case None:
            return []
        case _:
            is_so = way.sees(condition) == wanted
            return [] if is_so else [f"{said_of(condition)} {'does not hold' if wanted else 'holds'}"]


def said_of(condition: Condition) -> str:
    """Gives a condition in a few words."""
    match condition:
        case Is():
            return f"{condition.item}={'|'.join(condition.is_)}"
        case IsFact():
            return condition.fact
        case All():
            return f"({' and '.join(map(said_of, condition.all))})"
        case AnyOf():
            return f"({' or '.join(map(said_of, condition.any))})"
        case Not():
            return f"not {said_of(condition.not_)}"
