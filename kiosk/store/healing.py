"""A store made anew from what can be read of damaged ones: nothing that any of them still has is left out.

- It begins empty; each source in turn gives its rows, the newest first: of two rows in one place that one counts.
- A lane grows as far as anything found follows its head; where a body cannot be read anywhere its header still stands,
  so that the lane goes on proving. What no longer follows is written anew, in a new run, where it is this terminal's.
- Every own lane is closed and the feed is taken in from its beginning: the gateway may know more than what was found.
- What one source says is erased is erased.
- Not here: which files these are and what takes whose place (exchanged.py), reading damaged files (salvage.py).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kiosk.clock import Clock
from kiosk.store import lanes
from kiosk.store.journal import Journal
from kiosk.store.keys import Keyring, StoreKey
from kiosk.store.lanes import LaneRow, Stored
from kiosk.store.meta import Healed, Identity, Meta
from kiosk.store.salvage import Found, FoundLane, Salvage
from kiosk.store.vault import Vault
from modules.errors import MalformedError, StoreError, UntrustedError
from modules.ids import Digest
from modules.journal import GENESIS, Entry, Lane
from modules.ordering import place_of
from sync.bodies import lane_keys


@dataclass
class Pool:
    """What was found of one lane and does not follow yet, by seq."""

    row: LaneRow
    waiting: dict[int, list[Found]] = field(default_factory=lambda: defaultdict(list))

    def next(self, seq: int, previous: Digest, *, bodiless: bool) -> Entry | None:
        """Takes out the entry that follows at `seq`."""
        for found in self.waiting.get(seq, ()):
            if found.entry.header.previous == previous and (bodiless or not found.is_bodiless):
                del self.waiting[seq]
                return found.entry
        return None


class Healing:
    """Fills one empty store."""

    def __init__(self, vault: Vault, key: StoreKey, clock: Clock) -> None:
        self._vault = vault
        self._meta = Meta(vault)
        self._clock = clock
        self._keyring = Keyring(vault, key, clock)
        self._pools: dict[str, Pool] = {}
        self._heads: dict[int, tuple[int, Digest]] = {}
        self._entries = self._bodies_lost = 0

    def fill(self, sources: Sequence[Salvage], pages_wrong: int = 0) -> Healed:
        """Takes what the sources have, the newest first.

        Raises:
            StoreDamagedError: None of them says who this terminal is, or its keys are gone.
        """
        with self._vault.write():
            for source in sources:
                self._take_tables(source)
            identity = self._meta.identity()
            for source in sources:
                for found in source.lanes():
                    self._take_lane(found)
            for pool in self._pools.values():
                self._bodies_lost += self._grow(pool, bodiless=True)
            missing = sum(self._gaps(pool) for pool in self._pools.values())
            self._close_own(identity)
            self._clock.learn(self._meta.signed_ms())
            anew = self._write_anew(Journal(self._vault, self._keyring, identity, self._clock), identity)
            self._meta.rewind()
            self._meta.put_restored(found=True)
            healed = Healed(
                at_ms=self._clock.moment().anchor_ms,
                entries=self._entries,
                written_anew=anew,
                pages_wrong=pages_wrong,
                missing=missing,
                bodies_lost=self._bodies_lost,
            )
            self._meta.put_healed(healed)
        return healed

    def _take_tables(self, source: Salvage) -> None:
        for table, columns in source.tables().items():
            here = [str(name) for (name,) in self._vault.rows("SELECT name FROM pragma_table_info(?)", (table,))]
            wanted = tuple(name for name in columns if name in here)
            if wanted:
                names, marks = ", ".join(f'"{name}"' for name in wanted), ", ".join("?" for _ in wanted)
                into = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608  names of the schema
                self._vault.run_each(into, source.table(table, wanted))

    def _take_lane(self, found: FoundLane) -> None:
        if found.is_aside:
            self._take_aside(found)
            return
        pool = self._pools.get(found.row.lane.key) or Pool(self._placed(found))
        self._pools[found.row.lane.key] = pool
        pool.row = self._with_keys(pool.row, found)
        for seq, one in found.entries.items():
            if not self._stands(pool.row.number, one.entry):
                pool.waiting[seq].append(one)
        self._grow(pool, bodiless=False)
        if found.is_erased:
            self._erase(pool.row)

    def _take_aside(self, found: FoundLane) -> None:
        if all(self._known(one.entry) for one in found.entries.values()):
            return
        row = self._placed(found)
        self._vault.run("UPDATE lanes SET aside = id, tail = ? WHERE id = ?", (found.tail, row.number))
        pool = Pool(self._with_keys(row, found))
        for seq, one in found.entries.items():
            pool.waiting[seq].append(one)
        self._bodies_lost += self._grow(pool, bodiless=True)
        if found.is_erased:
            self._erase(row)
        elif found.tail is not None:
            self._pools[f"{row.lane.key}/{row.number}"] = pool

    def _placed(self, found: FoundLane) -> LaneRow:
        taken = self._vault.row("SELECT 1 FROM lanes WHERE id = ?", (found.row.number,))
        lane, aside = found.row.lane, -1 if found.is_aside else 0
        number = self._vault.run(
            "INSERT INTO lanes (id, subject, writer, run, aside, closed) VALUES (?, ?, ?, ?, ?, ?)",
            (None if taken else found.row.number, lane.subject, lane.writer, lane.run, aside, found.row.is_closed),
        )
        return LaneRow(number, lane, None, found.row.is_closed)

    def _with_keys(self, row: LaneRow, found: FoundLane) -> LaneRow:
        keys = row.keys or self._openable(row.lane, found.row.keys) or self._told(row.lane, found.entries)
        if keys != row.keys:
            self._vault.run("UPDATE lanes SET keys = ? WHERE id = ?", (keys, row.number))
        return LaneRow(row.number, row.lane, keys, row.is_closed)

    def _openable(self, lane: Lane, keys: bytes | None) -> bytes | None:
        try:
            if keys:
                self._keyring.unwrap_lane_keys(lane, keys)
        except StoreError:
            return None
        return keys

    def _told(self, lane: Lane, entries: dict[int, Found]) -> bytes | None:
        first = entries.get(0)
        if first is None or first.entry.body is None:
            return None
        try:
            found = lane_keys(lane, first.entry.body, self._keyring.group())
        except (UntrustedError, MalformedError, StoreError):
            return None
        return self._keyring.wrap_lane_keys(lane, found)

    def _grow(self, pool: Pool, *, bodiless: bool) -> int:
        """Adds what follows the lane's head, and gives how many of it have lost their bodies."""
        lost, number = 0, pool.row.number
        seq, previous = self._heads.get(number, (-1, GENESIS))
        new: list[Entry] = []
        while True:
            entry = pool.next(seq + 1, previous, bodiless=False)
            if entry is None and bodiless:
                entry = pool.next(seq + 1, previous, bodiless=True)
                lost += entry is not None
            if entry is None:
                break
            new.append(entry)
            seq, previous = entry.header.seq, entry.hash
        lanes.add_entries(self._vault, number, new)
        self._heads[number] = seq, previous
        self._entries += len(new)
        return lost

    def _gaps(self, pool: Pool) -> int:
        """Gives how many entries of a lane neither source has, before the last that one of them does."""
        head, _ = self._heads[pool.row.number]
        later = [seq for seq in pool.waiting if seq > head]
        return max(later, default=head) - head - len(later)

    def _stands(self, number: int, entry: Entry) -> bool:
        seq = entry.header.seq
        return lanes.hashes(self._vault, number, seq, seq).get(seq) == entry.hash

    def _known(self, entry: Entry) -> bool:
        found = self._vault.row(
            "SELECT 1 FROM entries JOIN lanes ON lanes.id = lane WHERE subject = ? AND hash = ?",
            (entry.header.lane.subject, bytes.fromhex(entry.hash)),
        )
        return found is not None

    def _erase(self, row: LaneRow) -> None:
        lanes.mark_erased(self._vault, row.number)
        self._vault.run("UPDATE entries SET body = NULL WHERE lane = ?", (row.number,))
        self._vault.run("UPDATE lanes SET keys = NULL WHERE id = ?", (row.number,))

    def _close_own(self, identity: Identity) -> None:
        for row in lanes.all_lanes(self._vault):
            if row.lane.writer == identity.writer:
                lanes.close(self._vault, row)

    def _write_anew(self, journal: Journal, identity: Identity) -> int:
        written = 0
        for pool in self._pools.values():
            if pool.row.lane.writer == identity.writer and pool.row.keys is not None:
                left = [one.entry for seq in sorted(pool.waiting) for one in pool.waiting[seq]]
                written += journal.add_anew(pool.row, self._stored(left), self._clock.moment())
        return written

    def _stored(self, entries: Iterable[Entry]) -> Iterable[Stored]:
        seen: set[Digest] = set()
        for entry in entries:
            if entry.hash not in seen and not self._known(entry):
                seen.add(entry.hash)
                yield Stored(place_of(entry), entry.body)
