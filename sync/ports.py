"""What this room asks of others, as roles; kiosk/store and sync/gateway provide them, one test suite checks each.

- `Outbox` and `Inbox` are a terminal's two sides; `Carrier` is a road; `Register` is the gateway's central store.
- Not here: any implementation.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from modules.ids import Digest, EntryId, InstitutionId, SubjectId, TerminalId
from modules.journal import Entry, Head, Lane
from modules.roster import Roster
from sync.wire import Feed, Receipt


class Outbox(Protocol):
    """What a terminal still has to deliver: whatever stands after the last receipt."""

    def due(self, most_entries: int, most_bytes: int, beyond: Mapping[str, int]) -> tuple[Entry, ...]:
        """Gives the oldest entries of this terminal's own lanes that no receipt covers, each lane in order of seq.

        Args:
            most_entries: At most this many.
            most_bytes: At most this many bytes of headers and bodies; the first entry is given even when over it.
            beyond: By `Lane.key`, a seq up to which nothing is wanted: carried already in this round, or parked.

        Bodies that never leave the terminal are withheld (none).
        """
        ...

    def draw_number(self) -> int:
        """Gives the next batch number, counted from 1; each is given once, also over restarts."""
        ...

    def settle(self, receipt: Receipt) -> None:
        """Records the acknowledged heads and the time of a verified receipt; doing it twice changes nothing.

        A head that is behind one recorded before changes nothing either; the time only moves forward.

        Raises:
            RollbackError: A head names an entry that does not stand here: the store is older than the gateway.
        """
        ...


class Inbox(Protocol):
    """What a terminal takes in from the gateway."""

    def position(self) -> int:
        """Gives how far the feed was taken in; 0 at first."""
        ...

    def accept(self, feed: Feed, entries: Sequence[Entry]) -> int:
        """Merges a verified feed in one transaction and gives how many entries were new; twice changes nothing.

        Entries come per lane in order of seq and may repeat what is here, also this terminal's own. The position, the
        signed time and the roster (by its version) only move forward; a feed may bring nothing but a newer time.

        Raises:
            ChainBrokenError: An entry does not follow what is here.
            RollbackError: An entry of this terminal's own lane does not stand here: the store is older.
        """
        ...


class Carrier(Protocol):
    """A road to the gateway and back; the same bytes by either road."""

    def send(self, batch: bytes) -> bytes | None:
        """Carries one batch up and gives the receipt, or none where it comes back later.

        Raises:
            RetryLaterError: The road is closed for now.
            DeliveryRefusedError: The gateway has refused this batch for good.
        """
        ...

    def fetch(self, after: int) -> Iterable[bytes]:
        """Gives the feeds after a position that this road has now, in order, and receipts that came back by it.

        Raises:
            RetryLaterError: The road is closed for now.
        """
        ...

    def settled(self, receipt: Receipt) -> None:
        """Learns that a verified receipt was recorded; what it covers may now be cleared off the road."""
        ...


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry as the register holds it: its position among all, when it came in, and why it stands apart (if so)."""

    entry: Entry
    position: int
    arrived_ms: int
    quarantine: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The batch that entries came in: whose, which, and how far its terminal has taken the feed in."""

    terminal: TerminalId
    batch: EntryId
    number: int
    position: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """Entries accepted together: for which institution, when, and which stand apart (by hash, with the reason).

    `delivery` is none for what the gateway writes itself.
    """

    institution: InstitutionId
    arrived_ms: int
    entries: Sequence[Entry]
    quarantine: Mapping[str, str] = field(default_factory=dict)
    delivery: Delivery | None = None


class Register(Protocol):
    """The gateway's central, append-only store of all lanes; positions count over everything one feed can hold."""

    def heads(self, lanes: Iterable[Lane]) -> Mapping[str, Head]:
        """Gives the last known head of each lane, by `Lane.key`; lanes that are new are absent."""
        ...

    def append(self, arrival: Arrival) -> int:
        """Stores entries in one durable transaction and gives how many were new; twice changes nothing.

        Raises:
            ChainBrokenError: An entry claims a place where another stands; nothing of the arrival is stored.
        """
        ...

    def read(self, subject: SubjectId) -> tuple[Stored, ...]:
        """Gives every entry about a subject, by lane and seq."""
        ...

    def after(
        self, institution: InstitutionId, position: int, most_entries: int, most_bytes: int
    ) -> tuple[int, tuple[Entry, ...]]:
        """Gives an institution's entries stored after a position, in order, and the position then reached.

        The first entry is given even when it alone is over `most_bytes`.
        """
        ...

    def position(self) -> int:
        """Gives the position of the newest entry or roster; 0 at first."""
        ...

    def last_delivery(self, terminal: TerminalId) -> Delivery | None:
        """Gives the batch of a terminal that came in last; a store that was put back counts lower than before."""
        ...

    def roster(self, institution: InstitutionId, after: int = 0) -> Roster | None:
        """Gives the institution's newest roster, if it was put in after that position."""
        ...

    def put_roster(self, roster: Roster) -> None:
        """Keeps a new version of an institution's roster.

        Raises:
            RollbackError: Its version is not higher than the one that is here.
        """
        ...

    def erase(self, subject: SubjectId, keep: Collection[Digest] = ()) -> int:
        """Erases bodies about a subject but for those to keep, and gives how many; headers stay, lanes still verify."""
        ...
