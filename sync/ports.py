"""What this room asks of others, as roles; kiosk/store and sync/gateway provide them, one test suite checks each.

- `Outbox` and `Inbox` are a terminal's two sides; `Carrier` is a road; `Register` is the gateway's central store.
- Not here: any implementation.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from modules.ids import SubjectId
from modules.journal import Entry, Head, Lane
from sync.wire import Feed, Receipt


class Outbox(Protocol):
    """What a terminal still has to deliver: whatever stands after the last receipt."""

    def due(self, most_entries: int, most_bytes: int) -> tuple[Entry, ...]:
        """Gives the oldest entries of this terminal's own lanes that no receipt covers, whole lanes in order.

        Bodies that never leave the terminal are withheld (none).
        """
        ...

    def settle(self, receipt: Receipt) -> None:
        """Records the acknowledged heads of a verified receipt; doing it twice changes nothing."""
        ...


class Inbox(Protocol):
    """What a terminal takes in from the gateway."""

    def position(self) -> int:
        """Gives how far the feed was taken in; 0 at first."""
        ...

    def accept(self, feed: Feed, entries: Sequence[Entry]) -> int:
        """Merges a verified feed in one transaction and gives how many entries were new; twice changes nothing."""
        ...


class Carrier(Protocol):
    """A road to the gateway and back; the same bytes by either road."""

    def send(self, batch: bytes) -> bytes | None:
        """Carries one sealed batch up and gives the receipt, or none where it comes back later.

        Raises:
            RetryLaterError: The road is closed for now.
            DeliveryRefusedError: The gateway has refused this batch for good.
        """
        ...

    def fetch(self, after: int) -> Iterable[bytes]:
        """Gives the sealed feeds after a position, and receipts that came back by this road.

        Raises:
            RetryLaterError: The road is closed for now.
        """
        ...


class Register(Protocol):
    """The gateway's central, append-only store of all lanes."""

    def heads(self, lanes: Iterable[Lane]) -> Mapping[str, Head]:
        """Gives the last known head of each lane, by `Lane.key`; lanes that are new are absent."""
        ...

    def append(self, entries: Sequence[Entry]) -> int:
        """Stores entries in one durable transaction and gives how many were new.

        Raises:
            ChainBrokenError: An entry claims a place where another stands.
        """
        ...

    def read(self, subject: SubjectId) -> tuple[Entry, ...]:
        """Gives every entry about a subject, by lane and seq."""
        ...

    def after(self, position: int, most_entries: int) -> tuple[int, tuple[Entry, ...]]:
        """Gives the entries stored after a position, and the position then reached."""
        ...
