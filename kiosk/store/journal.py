"""The journal on disk: append in one transaction, replay what verifies, erase bodies and never headers.

- `append` is step 6 of the one tap: it seals, chains and stores, and returns when the disk has it.
- What `replay` gave is what a later append counts as seen; entries merged meanwhile by the other process are not,
  so that two answers to one question stay a state shown to the person (SETTLED 5).
- A lane's head is kept in memory between appends and read again as soon as the other process has written.
- A lane that the gateway knows further, or otherwise, than this store is never extended: a new run begins.
- Not here: rows (lanes.py), what is due and what comes in (exchange.py), a store put back (restored.py).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.clock import Clock
from kiosk.store import lanes, receipts
from kiosk.store.keys import Keyring
from kiosk.store.lanes import LaneRow, Stored
from kiosk.store.meta import Identity, Meta
from kiosk.store.vault import Vault
from modules.disclosure import disclosure_of
from modules.errors import MalformedError, UntrustedError
from modules.events import Event
from modules.ids import DetaineeId, Digest, EntryId, SubjectId
from modules.journal import Draft, Entry, Head, Lane, Moment, extend, head_of
from modules.ordering import Recorded, order, place_of, record
from sync.bodies import NONCE_BYTES, LaneKeys, Opener, is_opening, opening_body, seal_event

MOST_PARENTS = 64


@dataclass(frozen=True, slots=True)
class Own:
    """This terminal's own lane about a subject, ready to be extended; no head yet when it is new."""

    number: int
    lane: Lane
    keys: LaneKeys
    head: Head | None


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read about a subject: each lane's last seq, the other lanes' heads, those not yet named as parents."""

    last: Mapping[str, int]
    others: tuple[Head, ...] = ()
    unnamed: tuple[Head, ...] = ()


class Journal:
    """The journal of one terminal, as one of its processes sees it."""

    def __init__(self, vault: Vault, keyring: Keyring, identity: Identity, clock: Clock) -> None:
        self._vault = vault
        self._keyring = keyring
        self._identity = identity
        self._clock = clock
        self._meta = Meta(vault)
        self._own: dict[SubjectId, Own] = {}
        self._seen: dict[SubjectId, Seen] = {}
        self._changes = 0

    def append(self, subject: SubjectId, events: Sequence[Event], now: Moment) -> tuple[Recorded[Event], ...]:
        """Stores events about a subject in one durable transaction and gives them as recorded.

        Raises:
            StoreError: They could not be stored; none of them is.
        """
        if not events:
            return ()
        seen = self._seen.get(subject, Seen({}))
        with self._vault.write():
            own = self._own_lane(subject)
            entries = self._entries(own, events, seen.unnamed[:MOST_PARENTS], now)
            lanes.add_entries(self._vault, own.number, entries)
        head = head_of(entries[-1])
        self._own[subject] = replace(own, head=head)
        self._seen[subject] = Seen({**seen.last, own.lane.key: head.seq}, seen.others, seen.unnamed[MOST_PARENTS:])
        written = zip(entries[-len(events) :], events, strict=True)
        return tuple(Recorded(event, place_of(entry), seen.last) for entry, event in written)

    def append_body(self, subject: SubjectId, body: bytes, now: Moment) -> None:
        """Stores an entry about a subject whose body is no event, in one durable transaction.

        Raises:
            StoreError: It could not be stored.
        """
        with self._vault.write():
            own = self._own_lane(subject)
            bodies = ([] if own.head else [self._opening(own)]) + [body]
            entries = self._chained(own, bodies, (), now)
            lanes.add_entries(self._vault, own.number, entries)
        self._own[subject] = replace(own, head=head_of(entries[-1]))

    def write_anew(self, row: LaneRow, seq: int, now: Moment) -> None:
        """Stores the events of a lane set aside, from `seq` on, once more in this terminal's newest run."""
        tail = [one for one in lanes.verified(self._vault, row) if one.place.seq >= seq]
        with self._vault.write():
            self.add_anew(row, tail, now)
            lanes.tail_written(self._vault, row)

    def add_anew(self, row: LaneRow, found: Iterable[Stored], now: Moment) -> int:
        """Stores the events of some entries of a lane in this terminal's newest run, inside the caller's transaction.

        What each of them knew it goes on knowing, as far as that stands here. Gives how many could be opened.
        """
        subject, stored = row.lane.subject, tuple(found)
        events, own = self._opened(row, stored), self._own_lane(row.lane.subject)
        for one in stored:
            if one.place.hash in events:
                parents = [lanes.head_at(self._vault, subject, parent) for parent in one.place.parents]
                known = [parent for parent in parents if parent]
                entries = self._entries(own, (events[one.place.hash],), known, now)
                lanes.add_entries(self._vault, own.number, entries)
                own = replace(own, head=head_of(entries[-1]))
        self.read_anew(subject)
        return len(events)

    def read_anew(self, subject: SubjectId) -> None:
        """Has the head of the own lane about a subject read from the store at the next append."""
        self._own.pop(subject, None)

    def replay(self, subject: SubjectId) -> tuple[Recorded[Event], ...]:
        """Gives every readable event about a subject, in order, and counts all of it as seen by later appends.

        Raises:
            ChainBrokenError: A lane in the store does not verify.
        """
        with self._vault.read():
            recorded = self.read(subject)
            rows = lanes.lanes_of(self._vault, subject)
            heads = [head for row in rows if (head := lanes.head(self._vault, row))]
        own = max((row.lane.run for row in rows if row.lane.writer == self._identity.writer), default=0)
        key = Lane(subject=subject, writer=self._identity.writer, run=own).key
        knows = next((one.seen for one in reversed(recorded) if one.place.lane == key), {})
        others = tuple(head for head in heads if head.lane.key != key)
        unnamed = tuple(head for head in others if knows.get(head.lane.key, -1) < head.seq)
        self.forget()
        self._seen[subject] = Seen({head.lane.key: head.seq for head in heads}, others, unnamed)
        return recorded

    def read(self, subject: SubjectId) -> tuple[Recorded[Event], ...]:
        """Gives every readable event about a subject, in order; an entry that cannot be opened passes knowledge on.

        Raises:
            ChainBrokenError: A lane in the store does not verify.
        """
        with self._vault.read():
            found = [(row, lanes.verified(self._vault, row)) for row in lanes.lanes_of(self._vault, subject)]
        events: dict[Digest, Event] = {}
        for row, stored in found:
            events |= self._opened(row, stored)
        return tuple(record(order(one.place for _, stored in found for one in stored), events))

    def heads(self, subject: SubjectId) -> tuple[Digest, ...]:
        """Gives the hash of each lane's last entry, as far as a session that replayed this subject has seen them."""
        if subject not in self._seen:
            self.replay(subject)
        with self._vault.read():
            own = lanes.newest_run(self._vault, subject, self._identity.writer)
            head = lanes.head(self._vault, own) if own else None
        return tuple(other.hash for other in self._seen[subject].others) + ((head.hash,) if head else ())

    def last_certain_ms(self) -> int:
        """Gives the latest certain time among the last entries of this terminal's own lanes, 0 when there is none."""
        clocks = lanes.last_clocks(self._vault, self._identity.writer)
        return max((clock.time_ms for clock in clocks if clock.certain), default=0)

    def forget(self) -> None:
        """Drops what is kept in memory of any subject: heads, lane keys, what was seen."""
        self._own.clear()
        self._seen.clear()

    def erase(self, person: DetaineeId) -> None:
        """Destroys every key and body about a person; his lanes still verify, and nothing of him can be read again."""
        with self._vault.write():
            for (number,) in self._vault.rows("SELECT id FROM lanes WHERE subject = ?", (person,)):
                lanes.mark_erased(self._vault, number)
                self._vault.run("UPDATE entries SET body = NULL WHERE lane = ?", (number,))
            self._vault.run("UPDATE lanes SET keys = NULL WHERE subject = ?", (person,))
            self._vault.run("DELETE FROM pins WHERE person = ?", (person,))
            self._keyring.forget_person(person)
        self.forget()
        self._vault.checkpoint()

    def verify(self) -> tuple[str, ...]:
        """Gives what does not hold in any lane or against any receipt, nothing when all of it does."""
        wrong = list(lanes.broken(self._vault))
        if older := receipts.not_standing(self._vault):
            wrong.append(f"{older} lanes are older than what the gateway has acknowledged")
        return tuple(wrong)

    def _opened(self, row: LaneRow, stored: Iterable[Stored]) -> dict[Digest, Event]:
        if row.keys is None:
            return {}
        opener = Opener(row.lane, self._keyring.unwrap_lane_keys(row.lane, row.keys))
        events: dict[Digest, Event] = {}
        for place, body in stored:
            if body is None or is_opening(body):
                continue
            try:
                events[place.hash] = opener.open(body, place.seq)
            except (UntrustedError, MalformedError):
                continue  # not for this terminal, or of a kind that only a newer program knows
        return events

    def _own_lane(self, subject: SubjectId) -> Own:
        changes = self._vault.others_changes()
        if changes != self._changes:
            self._own.clear()
            self._changes = changes
            self._clock.learn(self._meta.signed_ms())  # the courier's process may have learned a later time
        own = self._own.get(subject)
        if own is None:
            row = lanes.newest_run(self._vault, subject, self._identity.writer)
            own = self._continued(row) or self._begun(subject, row)
        return own

    def _continued(self, row: LaneRow | None) -> Own | None:
        head = lanes.head(self._vault, row) if row else None
        if row is None or row.keys is None or row.is_closed or head is None or not receipts.stands(self._vault, row):
            return None
        return Own(row.number, row.lane, self._keyring.unwrap_lane_keys(row.lane, row.keys), head)

    def _begun(self, subject: SubjectId, before: LaneRow | None) -> Own:
        runs = [before.lane.run] if before else []
        runs += receipts.acknowledged_runs(self._vault, subject, self._identity.writer)
        lane = Lane(subject=subject, writer=self._identity.writer, run=max(runs, default=-1) + 1)
        keys = self._keyring.new_lane_keys()
        row = lanes.add_lane(self._vault, lane, self._keyring.wrap_lane_keys(lane, keys))
        return Own(row.number, lane, keys, None)

    def _entries(self, own: Own, events: Sequence[Event], parents: Sequence[Head], now: Moment) -> tuple[Entry, ...]:
        bodies: list[bytes] = []
        if own.head is None:
            bodies.append(self._opening(own))
        first = own.head.seq + 1 if own.head else len(bodies)
        for seq, event in enumerate(events, start=first):
            nonce = self._clock.random(NONCE_BYTES)
            bodies.append(seal_event(event, disclosure_of(event), own.lane, seq, own.keys, nonce=nonce))
        return self._chained(own, bodies, parents, now)

    def _opening(self, own: Own) -> bytes:
        gateway, group = self._identity.gateway.sealing, self._identity.group
        return opening_body(own.lane, own.keys, gateway=gateway, group=group)

    def _chained(self, own: Own, bodies: Iterable[bytes], parents: Sequence[Head], now: Moment) -> tuple[Entry, ...]:
        drafts = [Draft(EntryId(self._clock.new_id("")), body) for body in bodies]
        return extend(own.head, own.lane, drafts, parents, now)
