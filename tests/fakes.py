"""Working stand-ins for the parts a unit test leaves out: a journal in memory, a clock set by hand, an open door.

- Each does the real thing without disk, network or window; none of them checks that it was called.
- Not here: faults (tests/faults.py) and lifelike values (tests/makers.py).
"""

from collections.abc import Sequence

from kiosk.views.entrance import LogInTrouble
from kiosk.visit import Admission
from modules.events import Event, PersonKey, event_raw
from modules.ids import DetaineeId, Digest, EntryId, SubjectId, WriterId, uuid7
from modules.journal import Draft, Entry, Head, Lane, Moment, extend, head_of
from modules.ordering import Recorded, order, place_of, record
from modules.plan.document import person_key_bytes
from modules.roster import RosterPerson
from modules.signed import Purpose, Signer, SoftwareSigner

NOON = 1_795_000_000_000


class FakeClock:
    """A clock that stands still until it is moved; ids are drawn from a counter."""

    def __init__(self, wall_ms: int = NOON) -> None:
        self.wall_ms = wall_ms
        self.anchor_ms = wall_ms
        self._drawn = 0

    def moment(self) -> Moment:
        """Gives now, one millisecond after the last now."""
        self.wall_ms += 1
        return Moment(self.wall_ms, self.anchor_ms)

    def new_id(self, prefix: str) -> str:
        """Gives the next id."""
        self._drawn += 1
        return prefix + uuid7(self.wall_ms, self._drawn.to_bytes(10, "big"))


class MemoryDiary:
    """The journal of one writer in memory: real entries and lanes, bodies unsealed."""

    def __init__(self, clock: FakeClock, writer: WriterId | None = None) -> None:
        self._clock = clock
        self.writer = writer or WriterId(clock.new_id("t-"))
        self.entries: dict[SubjectId, list[Entry]] = {}
        self.events: dict[Digest, Event] = {}

    def append(self, subject: SubjectId, events: Sequence[Event], now: Moment) -> tuple[Recorded[Event], ...]:
        """Keeps events and gives them as recorded."""
        kept = self.entries.setdefault(subject, [])
        lane = Lane(subject=subject, writer=self.writer)
        own = [entry for entry in kept if entry.header.lane == lane]
        head: Head | None = head_of(own[-1]) if own else None
        drafts = [Draft(EntryId(self._clock.new_id("")), event_raw(event)) for event in events]
        new = extend(head, lane, drafts, (), now)
        kept += new
        self.events |= {entry.hash: event for entry, event in zip(new, events, strict=True)}
        hashes = {entry.hash for entry in new}
        return tuple(one for one in self.replay(subject) if one.place.hash in hashes)

    def replay(self, subject: SubjectId) -> tuple[Recorded[Event], ...]:
        """Gives everything about a subject, in order."""
        return tuple(record(order(place_of(entry) for entry in self.entries.get(subject, ())), self.events))

    def heads(self, subject: SubjectId) -> tuple[Digest, ...]:
        """Gives the last entry of each lane."""
        last = {entry.header.lane.key: entry.hash for entry in self.entries.get(subject, ())}
        return tuple(last.values())


class FakeDoor:
    """Lets in whoever gives a known number and its PIN."""

    def __init__(self, people: dict[tuple[str, str], RosterPerson]) -> None:
        self._people = people

    def admit(self, number: str, pin: str) -> Admission:
        """Gives the person, or trouble."""
        person = self._people.get((number, pin))
        return Admission(person, None if person else LogInTrouble.NOT_TOGETHER)


class FakeKeys:
    """Real Ed25519 keys made from fixed seeds."""

    def __init__(self) -> None:
        self.terminal: Signer = SoftwareSigner(b"t" * 32)

    def person(self, person: DetaineeId) -> tuple[Signer, PersonKey]:
        """Gives a person's signer and his certified key."""
        signer = SoftwareSigner(b"p" * 32)
        certified = self.terminal.sign(Purpose.PERSON_KEY, person_key_bytes(person, signer.public_key))
        return signer, PersonKey(key=signer.public_key, certified=certified)
