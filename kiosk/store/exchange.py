"""The store as the courier's two sides: what is due and settled going out, what is accepted coming in.

- What is due is what stands after the last receipt; there is no queue (HOUSE 1). Whatever was written by another
  terminal or by the gateway is never due here.
- A feed is taken in whole, in one transaction, or not at all; its keys are opened before that, so that the window
  waits for nothing but rows.
- A head or an entry that does not fit what stands here means that this store was put back to an older state
  (restored.py); it is noted, and the person's side goes on.
- What comes in about somebody who was erased is taken in without its body (JOURNAL 10.3).
- Not here: rounds and roads (sync/courier.py), signatures (sync/framing.py).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kiosk.clock import Clock
from kiosk.store import lanes, receipts
from kiosk.store.handing import take_handed
from kiosk.store.journal import Journal
from kiosk.store.keys import Keyring
from kiosk.store.meta import Identity, Meta
from kiosk.store.restored import Restored
from kiosk.store.vault import Vault
from modules.errors import ChainBrokenError, MalformedError, UntrustedError, WireError
from modules.journal import Entry, Lane, verify
from sync.bodies import is_local, lane_keys
from sync.wire import Acknowledged, Feed, Receipt


class Exchange:
    """Outbox and Inbox of sync/ports.py, on one store."""

    def __init__(self, vault: Vault, keyring: Keyring, journal: Journal, identity: Identity, clock: Clock) -> None:
        self._vault = vault
        self._keyring = keyring
        self._identity = identity
        self._clock = clock
        self._meta = Meta(vault)
        self._restored = Restored(vault, journal, identity, clock)

    def due(self, most_entries: int, most_bytes: int, beyond: Mapping[str, int]) -> tuple[Entry, ...]:
        """Gives the oldest entries of this terminal's own lanes that no receipt covers, each lane in order of seq.

        Args:
            most_entries: At most this many.
            most_bytes: At most this many bytes of headers and bodies; the first entry is given even when over it.
            beyond: By `Lane.key`, a seq up to which nothing is wanted: carried already in this round, or parked.
        """
        due: list[Entry] = []
        left_bytes = most_bytes
        with self._vault.read():
            for entry in self._waiting(most_entries, beyond):
                left_bytes -= len(entry.raw) + len(entry.body or b"")
                if due and (len(due) == most_entries or left_bytes < 0):
                    break
                due.append(entry.erased() if entry.body and is_local(entry.body) else entry)
        return tuple(due)

    def draw_number(self) -> int:
        """Gives the next batch number, counted from 1; each is given once, also over restarts."""
        with self._vault.write():
            return self._meta.draw_number()

    def settle(self, receipt: Receipt) -> None:
        """Records the acknowledged heads and the time of a verified receipt; doing it twice changes nothing.

        Raises:
            ChainBrokenError: A head names an entry that does not stand here: the store is older than the gateway.
        """
        with self._vault.write():
            older = [head.lane for head in receipt.heads if self._is_news(head) and not self._is_settled(head)]
            for lane in older:
                self._restored.note(lane)
            self._meta.put_signed_ms(receipt.time_ms)
            self._meta.put_receipt_ms(receipt.time_ms)
        self._clock.learn(receipt.time_ms)
        self._restored.finish()
        if older:
            raise ChainBrokenError(
                "this store is older than what the gateway has acknowledged", hint="fetch the feed; new runs are begun"
            )

    def position(self) -> int:
        """Gives how far the feed was taken in; 0 at first."""
        return self._meta.position()

    def accept(self, feed: Feed, entries: Sequence[Entry]) -> int:
        """Merges a verified feed in one transaction and gives how many entries were new; twice changes nothing.

        Raises:
            WireError: The feed does not follow what was taken in before.
            ChainBrokenError: An entry does not follow what is here, or another stands in its place.
        """
        if feed.position < self.position():
            return 0
        if feed.after > self.position():
            raise WireError("a feed was given before the ones it follows", hint="take in the earlier feeds first")
        entries = tuple(self._wanted(entries))
        keys = dict(self._opened(entries))
        with self._vault.write():
            new = sum(self._merge(lane, found, keys.get(lane.key)) for lane, found in _by_lane(entries))
            for subject in {entry.header.lane.subject for entry in entries}:
                take_handed(self._vault, self._keyring, subject)
            if feed.roster is not None:
                self._meta.put_roster(feed.roster)
            self._meta.put_position(feed.position)
            self._meta.put_signed_ms(feed.time_ms)
        self._clock.learn(feed.time_ms)
        self._restored.finish()
        return new

    def _waiting(self, most: int, beyond: Mapping[str, int]) -> Iterator[Entry]:
        first: list[tuple[tuple[int, int], int, int]] = []
        for row, acknowledged in receipts.unsettled(self._vault, self._identity.writer):
            if not receipts.stands(self._vault, row):
                continue  # its tail is written anew once the feed has brought what the gateway has
            start = max(acknowledged, beyond.get(row.lane.key, -1)) + 1
            oldest = lanes.entries_from(self._vault, row.number, start, 1)
            first += [(entry.header.clock.position, row.number, start) for entry in oldest]
        for _, number, start in sorted(first):
            yield from lanes.entries_from(self._vault, number, start, most)

    def _is_news(self, head: Acknowledged) -> bool:
        return head.lane.writer == self._identity.writer and head.seq > receipts.acknowledged(self._vault, head.lane)

    def _is_settled(self, head: Acknowledged) -> bool:
        receipts.acknowledge(self._vault, head.lane, head.seq, head.hash)
        row = lanes.lane_row(self._vault, head.lane)
        return row is not None and receipts.stands(self._vault, row)

    def _wanted(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            yield entry.erased() if self._is_erased(entry.header.lane) else entry

    def _is_erased(self, lane: Lane) -> bool:
        return any(lane.subject == str(person) for person in self._meta.departures().erased)

    def _opened(self, entries: Iterable[Entry]) -> Iterator[tuple[str, bytes]]:
        holders = self._keyring.group()
        for entry in entries:
            if entry.header.seq == 0 and entry.body is not None:
                lane = entry.header.lane
                try:
                    found = lane_keys(lane, entry.body, holders)
                except (UntrustedError, MalformedError):
                    continue  # of another group: kept, and not readable here
                yield lane.key, self._keyring.wrap_lane_keys(lane, found)

    def _merge(self, lane: Lane, entries: Sequence[Entry], keys: bytes | None) -> int:
        row = lanes.lane_row(self._vault, lane)
        is_own = lane.writer == self._identity.writer
        if row is None:
            row = lanes.add_lane(self._vault, lane, keys)
            if self._is_erased(lane):
                lanes.mark_erased(self._vault, row.number)
            if is_own and lanes.was_erased(self._vault, lane):
                lanes.close(self._vault, row)
            elif is_own:
                self._restored.close(row)
        elif is_own:
            row = self._restored.give_way(row, entries, keys)
        head = lanes.head(self._vault, row)
        new = [entry for entry in entries if head is None or entry.header.seq > head.seq]
        here = lanes.hashes(self._vault, row.number, entries[0].header.seq, entries[-1].header.seq)
        if any(here[entry.header.seq] != entry.hash for entry in entries if entry.header.seq in here):
            raise ChainBrokenError("another entry stands where one of a feed claims to stand (JOURNAL 6)")
        verify(new, head)
        lanes.add_entries(self._vault, row.number, new)
        return len(new)


def _by_lane(entries: Sequence[Entry]) -> Iterator[tuple[Lane, Sequence[Entry]]]:
    ordered = sorted(entries, key=lambda entry: (entry.header.lane.key, entry.header.seq))
    for _, found in groupby(ordered, key=lambda entry: entry.header.lane.key):
        group = tuple(found)
        yield group[0].header.lane, group
