"""Terminals and a gateway that each hold a part of one person's journal, and clocks that somebody plays with.

- Replicas write with `extend` and take in with `merge`; what they know is what they hold without a gap.
- True time moves on for all; each wall clock is off by what was done to it; an anchor is kept, carried and lost as
  JOURNAL 4.1 says.
- Not here: what must hold of it (test_replicas.py).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from modules import person
from modules.event_json import event_raw, parse_event
from modules.events import Event
from modules.ids import EntryId, WriterId
from modules.journal import Clock, Draft, Entry, Head, Lane, Moment, extend, head_of, merge
from modules.ordering import Place, Recorded, order, place_of, record
from modules.person import PersonState
from tests.makers import NOON, a_lane, an_id


@dataclass
class World:
    """True time, and everything anybody ever wrote."""

    true_ms: int = NOON
    written: list[Entry] = field(default_factory=list)

    def next_id(self) -> EntryId:
        """Gives an id that was not given before."""
        return EntryId(an_id("", len(self.written) + 1))


class Replica:
    """A terminal, or the gateway: what it holds, and what it thinks the time is."""

    def __init__(self, world: World, writer: str) -> None:
        self.lane: Lane = a_lane(WriterId(writer))
        self.entries: tuple[Entry, ...] = ()
        self.wall_off_ms = 0
        self._world = world
        self._named: dict[str, int] = {}
        self._kept_ms = world.true_ms
        self._carried_from: tuple[int, int] = (world.true_ms, world.true_ms)

    def moment(self) -> Moment:
        """Gives now, as this replica knows it."""
        anchor_ms, learned_ms = self._carried_from
        carried = anchor_ms + self._world.true_ms - learned_ms
        return Moment(max(self._world.true_ms + self.wall_off_ms, 0), carried)

    def learn(self) -> None:
        """Hears the true time from the gateway."""
        self._kept_ms = self._world.true_ms
        self._carried_from = (self._kept_ms, self._world.true_ms)

    def restart(self) -> None:
        """Loses count of its uptime: the anchor falls back to what was kept, or to the newest certain entry."""
        own = (entry.header.clock for entry in self.own())
        certain = max((clock.time_ms for clock in own if clock.certain), default=0)
        self._carried_from = (max(self._kept_ms, certain), self._world.true_ms)

    def write(self, events: Sequence[Event]) -> None:
        """Writes events after everything it has taken in; nothing happens where there are none."""
        if not events:
            return
        own = self.own()
        heads = [head for head in self.heads() if head.lane != self.lane]
        seen = [head for head in heads if head.seq > self._named.get(head.lane.key, -1)]
        self._named |= {head.lane.key: head.seq for head in seen}
        for number, event in enumerate(events):
            last = head_of(own[-1]) if own else None
            draft = Draft(self._world.next_id(), event_raw(event))
            (entry,) = extend(last, self.lane, (draft,), seen if not number else (), self.moment())
            own.append(entry)
            self._world.written.append(entry)
            self.take_in((entry,))

    def take_in(self, entries: Iterable[Entry]) -> None:
        """Merges entries in whatever order they come."""
        self.entries = merge(self.entries, entries)

    def own(self) -> list[Entry]:
        """Gives what it wrote itself."""
        return [entry for entry in self.entries if entry.header.lane == self.lane]

    def whole(self) -> tuple[Entry, ...]:
        """Gives what it holds of each lane up to the first gap."""
        count: dict[str, int] = {}
        whole = []
        for entry in self.entries:
            key = entry.header.lane.key
            if entry.header.seq == count.get(key, 0):
                count[key] = entry.header.seq + 1
                whole.append(entry)
        return tuple(whole)

    def heads(self) -> tuple[Head, ...]:
        """Gives the last entry of each lane before its first gap."""
        return tuple({entry.header.lane.key: head_of(entry) for entry in self.whole()}.values())

    def recorded(self) -> tuple[Recorded[Event], ...]:
        """Gives the events it can read, in order."""
        events = {entry.hash: parse_event(entry.body) for entry in self.whole() if entry.body is not None}
        return tuple(record(self.order(), events))

    def order(self) -> tuple[Place, ...]:
        """Gives the order of all it holds without a gap."""
        return order(place_of(entry) for entry in self.whole())

    def person(self) -> PersonState:
        """Gives the person as this replica knows him."""
        return person.fold(self.recorded())


def lanes_of(entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    """Gives entries by lane, each lane in order of seq."""
    lanes: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.header.seq):
        lanes.setdefault(entry.header.lane.key, []).append(entry)
    return lanes


def clocks_of(entries: Iterable[Entry]) -> list[Clock]:
    """Gives the clocks of entries."""
    return [entry.header.clock for entry in entries]
