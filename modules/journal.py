"""The lane rules of the journal: extend, verify, merge; the specification is JOURNAL.md beside this file.

- An entry is a header (canonical JSON) and a sealed body; the chain runs over headers, so it verifies without keys
  and without bodies.
- A lane is one chain of one writer about one subject; the journal is the set of all lanes and only grows.
- Bodies may be erased, headers may not.
- Not here: the order of entries over lanes (ordering.py), sealing bodies (sync/bodies.py), storage
  (kiosk/store, sync/gateway/register.py), meaning of events (modules/events).
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError

from modules.canonical import digest
from modules.errors import ChainBrokenError, MalformedError
from modules.ids import Digest, EntryId, SubjectId, WriterId
from modules.values import Value

GENESIS = Digest("0" * 64)
CLOCK_BOUND_MS = 24 * 60 * 60 * 1000
_WHOLE = Field(ge=0, lt=1 << 53)


class Lane(Value):
    """One chain: who writes, about whom, and `run`, which goes up when a writer has to begin anew."""

    run: Annotated[int, Field(ge=0, lt=1 << 31)] = 0
    subject: SubjectId
    writer: WriterId

    @property
    def key(self) -> str:
        """The lane as one text: `writer/subject/run`."""
        return f"{self.writer}/{self.subject}/{self.run}"


class Clock(Value):
    """A hybrid logical clock (Kulkarni et al. 2014): milliseconds, then a counter.

    `certain` is false when the writer's own clock (`wall_ms`, as it stood) was too far from the last signed time.
    """

    certain: bool
    counter: Annotated[int, _WHOLE]
    time_ms: Annotated[int, _WHOLE]
    wall_ms: Annotated[int, _WHOLE]

    @property
    def position(self) -> tuple[int, int]:
        """What clocks are compared by."""
        return self.time_ms, self.counter


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, as a writer knows it: its own clock, and the last signed time carried forward; milliseconds."""

    wall_ms: int
    anchor_ms: int

    @property
    def is_certain(self) -> bool:
        """Whether the writer's own clock is within the bound of the last signed time."""
        return abs(self.wall_ms - self.anchor_ms) <= CLOCK_BOUND_MS


class Header(Value):
    """An entry's header; the fields stand in canonical order, so dumping it is RFC 8785."""

    body: Digest
    clock: Clock
    id: EntryId
    lane: Lane
    parents: tuple[Digest, ...] = Field(max_length=64)
    previous: Digest
    seq: Annotated[int, Field(ge=0, lt=1 << 53)]
    v: Literal[1] = 1

    @property
    def raw(self) -> bytes:
        """The canonical bytes."""
        return self.model_dump_json().encode("ascii")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its header, the header's bytes, its hash, and the sealed body (none when erased or withheld)."""

    header: Header
    raw: bytes
    hash: Digest
    body: bytes | None

    @classmethod
    def make(cls, header: Header, body: bytes | None) -> Self:
        """Gives the entry of a header and a body."""
        raw = header.raw
        return cls(header, raw, entry_hash(header.previous, raw), body)

    @classmethod
    def parse(cls, raw: bytes, body: bytes | None) -> Self:
        """Gives the entry of header bytes as carried or stored.

        Raises:
            MalformedError: The bytes are not a canonical header, or the body is not the one it names.
        """
        try:
            header = Header.model_validate_json(raw)
        except ValidationError as error:
            raise MalformedError("an entry's header is not as JOURNAL 2 says") from error
        if header.raw != raw:
            raise MalformedError("an entry's header is not canonical (JOURNAL 2)")
        if body is not None and digest(body) != header.body:
            raise MalformedError("an entry's body is not the one its header names (JOURNAL 2)")
        return cls(header, raw, entry_hash(header.previous, raw), body)

    def erased(self) -> Self:
        """Gives the same entry without its body; its lane still verifies."""
        return replace(self, body=None)


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a lane as far as somebody knows it."""

    lane: Lane
    seq: int
    hash: Digest
    clock: Clock


def entry_hash(previous: Digest, raw: bytes) -> Digest:
    """Gives SHA-256(previous ‖ canonical header) (JOURNAL 3)."""
    return Digest(hashlib.sha256(bytes.fromhex(previous) + raw).hexdigest())


def head_of(entry: Entry) -> Head:
    """Gives the head that an entry is."""
    return Head(entry.header.lane, entry.header.seq, entry.hash, entry.header.clock)


def tick(own: Clock | None, seen: Iterable[Clock], now: Moment) -> Clock:
    """Gives the next clock of a lane (JOURNAL 4): physical time counts only within a day of the anchor.

    Args:
        own: The clock of the lane's last entry; the next is always after it.
        seen: Clocks of other lanes; one that is further ahead than the bound is left aside.
        now: The writer's moment.
    """
    certain = now.is_certain
    latest = now.anchor_ms + CLOCK_BOUND_MS
    after = [own.position] if own else []
    after += [clock.position for clock in seen if clock.time_ms <= latest]
    time_ms, counter = max(after, default=(0, 0))
    if certain and now.wall_ms > time_ms:
        return Clock(certain=True, counter=0, time_ms=now.wall_ms, wall_ms=now.wall_ms)
    return Clock(certain=certain, counter=counter + 1, time_ms=time_ms, wall_ms=now.wall_ms)


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry about to be written: its id and its sealed body."""

    id: EntryId
    body: bytes


def extend(
    head: Head | None, lane: Lane, drafts: Sequence[Draft], others: Sequence[Head], now: Moment
) -> tuple[Entry, ...]:
    """Gives the entries that follow `head` in `lane`.

    Args:
        head: The lane's last entry, or none for a new lane.
        lane: The lane itself.
        drafts: What to write, in order.
        others: Heads of other lanes of this subject that the writer has seen since its last entry, 64 at most; named
            as parents of the first draft.
        now: The writer's moment.
    """
    entries: list[Entry] = []
    own = head.clock if head else None
    clocks = [other.clock for other in others]
    previous, seq = (head.hash, head.seq + 1) if head else (GENESIS, 0)
    parents = tuple(sorted(other.hash for other in others))
    for draft in drafts:
        clock = own = tick(own, clocks, now)
        header = Header(
            body=digest(draft.body),
            clock=clock,
            id=draft.id,
            lane=lane,
            parents=parents,
            previous=previous,
            seq=seq,
        )
        entry = Entry.make(header, draft.body)
        entries.append(entry)
        previous, seq, parents, clocks = entry.hash, seq + 1, (), []
    return tuple(entries)


def verify(entries: Iterable[Entry], after: Head | None = None) -> Head | None:
    """Gives the head of one lane's entries, given in order, that follow `after`.

    An `Entry` carries the hash of its own bytes, so following on is all that is left to check.

    Raises:
        ChainBrokenError: One does not follow: changed, cut, swapped, of another lane, or from before `after`.
    """
    lane = after.lane if after else None
    previous, seq = (after.hash, after.seq + 1) if after else (GENESIS, 0)
    last: Entry | None = None
    for entry in entries:
        header = entry.header
        lane = lane or header.lane
        if header.lane != lane:
            raise ChainBrokenError("an entry of another lane stands in this lane (JOURNAL 3)")
        if header.seq != seq or header.previous != previous:
            raise ChainBrokenError(f"a lane does not follow at {seq} (JOURNAL 3)")
        previous, seq, last = entry.hash, seq + 1, entry
    return head_of(last) if last else after


def check_anchor(entries: Sequence[Entry], anchors: Iterable[Head]) -> None:
    """Returns only if each anchored head of this lane still stands where it stood (JOURNAL 5).

    Raises:
        ChainBrokenError: An anchored entry is gone or another stands in its place; an older copy was put back.
    """
    by_seq = {entry.header.seq: entry.hash for entry in entries}
    for anchor in anchors:
        if by_seq.get(anchor.seq) != anchor.hash:
            raise ChainBrokenError("a lane is not the one that was acknowledged (JOURNAL 5)")


def merge(known: Iterable[Entry], new: Iterable[Entry]) -> tuple[Entry, ...]:
    """Gives the union of two sets of entries, by lane and then seq; a body beats its absence.

    Raises:
        ChainBrokenError: Two different entries claim one place in one lane.
    """
    union: dict[tuple[str, int], Entry] = {}
    for entry in (*known, *new):
        place = (entry.header.lane.key, entry.header.seq)
        other = union.get(place)
        if other is None or (other.hash == entry.hash and other.body is None):
            union[place] = entry
        elif other.hash != entry.hash:
            raise ChainBrokenError("one place of a lane has two entries: the lane forks (JOURNAL 6)")
    return tuple(union[place] for place in sorted(union))
