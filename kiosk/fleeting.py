"""A journal and keys that are gone with the process: for a rehearsal, and for tests without a disk.

- The entries, lanes and signatures are real; the bodies are unsealed.
- Not here: the walk itself (rehearsal.py), the encrypted store (kiosk/store).
"""

from collections.abc import Sequence
from typing import Protocol

from modules.event_json import event_raw
from modules.events import Event, PersonKey
from modules.ids import DetaineeId, Digest, EntryId, SubjectId, WriterId
from modules.journal import Draft, Entry, Lane, Moment, extend, head_of
from modules.ordering import Recorded, order, place_of, record
from modules.plan.document import person_key_bytes
from modules.signed import Purpose, Signer, SoftwareSigner


class Chance(Protocol):
    """Time and chance as a rehearsal needs them."""

    def moment(self) -> Moment:
        """Gives now."""
        ...

    def new_id(self, prefix: str) -> str:
        """Gives a new identifier."""
        ...

    def random(self, count: int) -> bytes:
        """Draws random bytes."""
        ...


class MemoryDiary:
    """The journal of one writer in memory: real entries and lanes, bodies unsealed."""

    def __init__(self, clock: Chance, writer: WriterId) -> None:
        self._clock = clock
        self._writer = writer
        self.entries: dict[SubjectId, list[Entry]] = {}
        self._events: dict[Digest, Event] = {}

    def append(self, subject: SubjectId, events: Sequence[Event], now: Moment) -> tuple[Recorded[Event], ...]:
        """Keeps events and gives them as recorded."""
        kept = self.entries.setdefault(subject, [])
        lane = Lane(subject=subject, writer=self._writer)
        drafts = [Draft(EntryId(self._clock.new_id("")), event_raw(event)) for event in events]
        new = extend(head_of(kept[-1]) if kept else None, lane, drafts, (), now)
        kept += new
        self._events |= {entry.hash: event for entry, event in zip(new, events, strict=True)}
        return tuple(Recorded(event, place_of(entry), {}) for entry, event in zip(new, events, strict=True))

    def replay(self, subject: SubjectId) -> tuple[Recorded[Event], ...]:
        """Gives everything about a subject, in order."""
        return tuple(record(order(place_of(entry) for entry in self.entries.get(subject, ())), self._events))

    read = replay

    def heads(self, subject: SubjectId) -> tuple[Digest, ...]:
        """Gives the last entry of the one lane."""
        kept = self.entries.get(subject)
        return (kept[-1].hash,) if kept else ()


class PassingKeys:
    """Signing keys drawn for the rehearsal and gone with it."""

    def __init__(self, clock: Chance) -> None:
        self.terminal: Signer = SoftwareSigner(clock.random(32))
        self._person: Signer = SoftwareSigner(clock.random(32))

    def person(self, person: DetaineeId) -> tuple[Signer, PersonKey]:
        """Gives the one person's signer and certified key."""
        key = self._person.public_key
        certified = self.terminal.sign(Purpose.PERSON_KEY, person_key_bytes(person, key))
        return self._person, PersonKey(key=key, certified=certified)
