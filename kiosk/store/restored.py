"""A store that was put back to an older state: what it lacks comes back by the feed, what it has is never lost.

- It shows when a receipt names an entry that does not stand here, or the feed brings entries of this terminal's own
  lanes that it does not have. Such a lane is closed; whatever is written from then on stands in a new run.
- Where other entries stand here in the same places, the lane is set aside as it is, a lane with the gateway's entries
  takes its place, and the events only this terminal has are written anew in the new run: nothing is overwritten.
- It is recorded once, in the terminal's own lane, and so told to the gateway.
- Not here: finding it out (exchange.py), writing (journal.py).
"""

from collections.abc import Sequence

from kiosk.clock import Clock
from kiosk.store import lanes
from kiosk.store.journal import Journal
from kiosk.store.lanes import LaneRow
from kiosk.store.meta import Identity, Meta
from kiosk.store.vault import Vault
from modules.events import StoreRestored
from modules.journal import Entry, Lane


class Restored:
    """What is done about a store that is older than the gateway."""

    def __init__(self, vault: Vault, journal: Journal, identity: Identity, clock: Clock) -> None:
        self._vault = vault
        self._journal = journal
        self._identity = identity
        self._clock = clock
        self._meta = Meta(vault)

    def close(self, row: LaneRow) -> None:
        """Ends an own lane, inside the caller's transaction; the next entry begins a new run."""
        lanes.close(self._vault, row)
        self.note(row.lane)

    def note(self, lane: Lane) -> None:
        """Keeps that an own lane was found older than the gateway's, inside the caller's transaction."""
        self._meta.put_restored(found=True)
        self._journal.read_anew(lane.subject)

    def give_way(self, row: LaneRow, entries: Sequence[Entry], keys: bytes | None) -> LaneRow:
        """Gives the lane that the gateway's entries of an own lane may be added to, inside the caller's transaction.

        Args:
            row: The lane as it stands here.
            entries: The gateway's entries of it, in order of seq.
            keys: The lane's keys as the gateway's entries have them, where they begin it.
        """
        here = lanes.hashes(self._vault, row.number, entries[0].header.seq, entries[-1].header.seq)
        other = [entry.header.seq for entry in entries if here.get(entry.header.seq, entry.hash) != entry.hash]
        if not other and len(here) == len(entries):
            return row
        if other:
            row = lanes.set_aside(self._vault, row, min(other), keys or row.keys)
        self.close(row)
        return row

    def finish(self) -> None:
        """Writes anew what only this terminal has, and records that the store was put back; nothing to do is usual."""
        for row, tail in lanes.tails(self._vault):
            self._journal.write_anew(row, tail, self._clock.moment())
        if self._meta.is_restored():
            event = StoreRestored(terminal=self._identity.terminal)
            self._journal.append(self._identity.subject, (event,), self._clock.moment())
            self._meta.put_restored(found=False)
