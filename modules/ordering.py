"""One order over all lanes of a subject, the same on every terminal, and what each writer knew when he wrote.

- Order: parents, then lane seq, then clock (JOURNAL 7); a wrong clock changes nothing that parents decide.
- `Place` and `Recorded` are named tuples: a person has thousands, all made at each login; there by the constructor of
  the tuple itself, which takes a third of the time.
- `Recorded.saw` tells a later answer from one given elsewhere at the same time (SETTLED 5).
- Not here: the chain itself (journal.py) and what events mean.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from operator import attrgetter, lt
from typing import Generic, NamedTuple, TypeVar

from modules.ids import Digest
from modules.journal import Entry

Happened = TypeVar("Happened")


class Place(NamedTuple):
    """Where an entry stands: its hash, its lane and seq, its clock, and the other heads its writer had seen."""

    hash: Digest
    lane: str
    seq: int
    clock: tuple[int, int]
    parents: tuple[Digest, ...] = ()


placed: Callable[[tuple[Digest, str, int, tuple[int, int], tuple[Digest, ...]]], Place] = partial(tuple.__new__, Place)
"""Gives a place of its five parts."""
_BY_CLOCK = attrgetter("clock", "lane", "seq")


def place_of(entry: Entry) -> Place:
    """Gives where an entry stands."""
    header = entry.header
    return Place(entry.hash, header.lane.key, header.seq, header.clock.position, header.parents)


def order(places: Iterable[Place]) -> tuple[Place, ...]:
    """Gives all entries of one subject in one order on every terminal: parents, then lane seq, then clock (JOURNAL 7).

    Parents that are not among them are taken as seen; the order is total and the same for the same set.
    """
    given = tuple(places)
    if _follow_each_other(given):
        return given
    by_clock = sorted(given, key=_BY_CLOCK)
    if _is_in_order(by_clock):
        return tuple(by_clock)
    return tuple(by_clock[number] for number in _topological(_earlier(by_clock)))


def _follow_each_other(places: Sequence[Place]) -> bool:
    """Tells whether these follow each other in one lane, as nearly all entries do: that is their order then."""
    seqs = [place.seq for place in places]
    return len({place.lane for place in places}) == 1 and all(map(lt, seqs, seqs[1:]))


def _is_in_order(by_clock: Sequence[Place]) -> bool:
    is_one_lane = not any(place.parents for place in by_clock)
    number_of = {} if is_one_lane else {place.hash: number for number, place in enumerate(by_clock)}
    last: dict[str, int] = {}
    for number, (_, lane, seq, _, parents) in enumerate(by_clock):
        if last.get(lane, -1) > seq or (parents and any(number_of.get(parent, -1) > number for parent in parents)):
            return False
        last[lane] = seq
    return True


def _earlier(by_clock: Sequence[Place]) -> list[list[int]]:
    number_of = {place.hash: number for number, place in enumerate(by_clock)}
    earlier = [[number_of[parent] for parent in place.parents if parent in number_of] for place in by_clock]
    in_lanes = sorted(range(len(by_clock)), key=lambda number: (by_clock[number].lane, by_clock[number].seq))
    for before, number in pairwise(in_lanes):
        if by_clock[before].lane == by_clock[number].lane:
            earlier[number].append(before)
    return earlier


def _topological(earlier: Sequence[Sequence[int]]) -> list[int]:
    later: dict[int, list[int]] = {}
    waiting = [len(set(seen)) for seen in earlier]
    for number, seen in enumerate(earlier):
        for before in set(seen):
            later.setdefault(before, []).append(number)
    ready = [number for number, count in enumerate(waiting) if not count]
    ordered: list[int] = []
    while ready:
        number = heapq.heappop(ready)
        ordered.append(number)
        for following in later.get(number, ()):
            waiting[following] -= 1
            if not waiting[following]:
                heapq.heappush(ready, following)
    return ordered


class Recorded(NamedTuple, Generic[Happened]):
    """An event at its place, with what its writer knew: per lane, the last seq it had seen."""

    event: Happened
    place: Place
    seen: Mapping[str, int]

    def saw(self, other: Place) -> bool:
        """Tells whether the writer of this event had seen `other` when he wrote it."""
        if other.lane == self.place.lane:
            return other.seq < self.place.seq
        return self.seen.get(other.lane, -1) >= other.seq


_recorded: Callable[[tuple[Happened, Place, Mapping[str, int]]], Recorded[Happened]] = partial(tuple.__new__, Recorded)


def standing_with(new: Recorded[Happened], standing: Iterable[Recorded[Happened]]) -> tuple[Recorded[Happened], ...]:
    """Gives what stands once `new` does: it takes the place of what its writer had seen (SETTLED 5)."""
    return (*(one for one in standing if not new.saw(one.place)), new)


def record(ordered: Iterable[Place], events: Mapping[Digest, Happened]) -> Iterator[Recorded[Happened]]:
    """Gives the events in order, each with what its writer knew; places without an event only pass knowledge on."""
    places = tuple(ordered)
    named = {parent for place in places for parent in place.parents}
    knows: dict[str, Mapping[str, int]] = {}
    at: dict[Digest, tuple[Place, Mapping[str, int]]] = {}
    nothing: Mapping[str, int] = {}
    for place in places:
        found, lane, _, _, parents = place
        seen = knows.get(lane, nothing)
        if parents:
            seen = knows[lane] = _joined(seen, [at[parent] for parent in parents if parent in at])
        if found in named:
            at[found] = place, seen
        event = events.get(found)
        if event is not None:
            yield _recorded((event, place, seen))


def _joined(seen: Mapping[str, int], parents: Iterable[tuple[Place, Mapping[str, int]]]) -> Mapping[str, int]:
    joined = dict(seen)
    for place, known in parents:
        for lane, seq in (*known.items(), (place.lane, place.seq)):
            joined[lane] = max(joined.get(lane, -1), seq)
    return joined
