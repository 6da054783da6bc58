"""One order over all lanes of a subject, the same on every terminal, and what each writer knew when he wrote.

- Order: parents, then lane seq, then clock (JOURNAL 7); a wrong clock changes nothing that parents decide.
- `Recorded.saw` tells a later answer from one given elsewhere at the same time (SETTLED 5).
- Not here: the chain itself (journal.py) and what events mean.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from modules.ids import Digest
from modules.journal import Entry

Happened = TypeVar("Happened")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: its hash, its lane and seq, its clock, and the other heads its writer had seen."""

    hash: Digest
    lane: str
    seq: int
    clock: tuple[int, int]
    parents: tuple[Digest, ...] = ()

    @property
    def rank(self) -> tuple[tuple[int, int], str, int]:
        """What places are compared by where no parent decides."""
        return self.clock, self.lane, self.seq


def place_of(entry: Entry) -> Place:
    """Gives where an entry stands."""
    header = entry.header
    return Place(entry.hash, header.lane.key, header.seq, header.clock.position, header.parents)


def order(places: Iterable[Place]) -> tuple[Place, ...]:
    """Gives all entries of one subject in one order on every terminal: parents, then lane seq, then clock (JOURNAL 7).

    Parents that are not among them are taken as seen; the order is total and the same for the same set.
    """
    by_clock = sorted(places, key=lambda place: place.rank)
    index = {place.hash: number for number, place in enumerate(by_clock)}
    in_lane = {(place.lane, place.seq): number for number, place in enumerate(by_clock)}
    earlier: list[list[int]] = []
    for place in by_clock:
        seen = [index[parent] for parent in place.parents if parent in index]
        before = in_lane.get((place.lane, place.seq - 1))
        earlier.append(seen if before is None else [*seen, before])
    if all(max(seen, default=-1) < number for number, seen in enumerate(earlier)):
        return tuple(by_clock)
    return tuple(by_clock[number] for number in _topological(earlier))


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


@dataclass(frozen=True, slots=True)
class Recorded(Generic[Happened]):
    """An event at its place, with what its writer knew: per lane, the last seq it had seen."""

    event: Happened
    place: Place
    seen: Mapping[str, int]

    def saw(self, other: Place) -> bool:
        """Tells whether the writer of this event had seen `other` when he wrote it."""
        if other.lane == self.place.lane:
            return other.seq < self.place.seq
        return self.seen.get(other.lane, -1) >= other.seq


def record(ordered: Iterable[Place], events: Mapping[Digest, Happened]) -> Iterator[Recorded[Happened]]:
    """Gives the events in order, each with what its writer knew; places without an event only pass knowledge on."""
    knows: dict[str, Mapping[str, int]] = {}
    at: dict[Digest, tuple[Place, Mapping[str, int]]] = {}
    for place in ordered:
        seen = knows.get(place.lane, {})
        if place.parents:
            seen = _joined(seen, [at[parent] for parent in place.parents if parent in at])
        at[place.hash] = place, seen
        event = events.get(place.hash)
        if event is not None:
            yield Recorded(event, place, seen)
        knows[place.lane] = seen


def _joined(seen: Mapping[str, int], parents: Iterable[tuple[Place, Mapping[str, int]]]) -> Mapping[str, int]:
    joined = dict(seen)
    for place, known in parents:
        for lane, seq in (*known.items(), (place.lane, place.seq)):
            joined[lane] = max(joined.get(lane, -1), seq)
    return joined
