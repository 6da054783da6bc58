"""One round: what came back first (feed → open → verify → merge), then due → sign → seal → carry → settle.

- Knows only the ports, so that a round over HTTPS and over a carried medium is one and the same.
- Nothing is settled without a receipt whose signature, sender and terminal were checked; nothing is merged without a
  feed that was.
- An unknown outcome needs no care: what was not settled is due again, and arriving twice changes nothing.
- Not here: when the next round is (policy.py), and who runs it (kiosk, as a process of its own).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from modules.errors import (
    ChainBrokenError,
    MalformedError,
    RetryLaterError,
    RollbackError,
    UnknownKeyError,
    UntrustedError,
)
from modules.ids import EntryId, InstitutionId, TerminalId
from modules.journal import Entry, head_of, verify
from modules.signed import Signer
from sync.framing import Sender, check_signature, open_feed, open_receipt, pack_batch, read_parcel
from sync.policy import Outcome, Pace
from sync.ports import Carrier, Inbox, Outbox
from sync.provisioning import GatewayKeys
from sync.sealed import OpeningKey
from sync.wire import BATCH_ENTRIES, BATCH_PLAIN_BYTES, Feed, Manifest, ProblemError

ROUND_BATCHES = 32


@dataclass(frozen=True, slots=True)
class Post:
    """Who this terminal is on the wire, whom it trusts, and where its batch ids are drawn."""

    terminal: TerminalId
    institution: InstitutionId
    signer: Signer
    opening: OpeningKey
    gateway: GatewayKeys
    new_id: Callable[[], EntryId]


class Courier:
    """Carries what is due over one road, and brings back what came."""

    def __init__(self, outbox: Outbox, inbox: Inbox, carrier: Carrier, post: Post) -> None:
        self._outbox = outbox
        self._inbox = inbox
        self._carrier = carrier
        self._post = post

    def round(self, pace: Pace) -> Outcome:
        """Makes one round and gives what it came to; what could not be done stays due.

        What came back goes first: a receipt spares carrying what it covers once more, and a store that was put back
        learns of it before it sends anything. What is due goes up whatever became of that.
        """
        outcome = Outcome()
        for half in (self._collect, self._deliver):
            try:
                outcome = half(pace, outcome)
            except RetryLaterError as error:
                outcome = replace(outcome, is_closed=True, after_seconds=error.after_seconds)
            except ProblemError as error:
                outcome = replace(outcome, refused=error.problem)
        return outcome

    def _deliver(self, pace: Pace, outcome: Outcome) -> Outcome:
        beyond = dict(pace.beyond)
        for _ in range(ROUND_BATCHES):
            entries = self._outbox.due(BATCH_ENTRIES, BATCH_PLAIN_BYTES, beyond)
            if not entries:
                return replace(outcome, is_more=False)
            raw = self._carrier.send(self._pack(entries))
            if raw is None:
                beyond |= {entry.header.lane.key: entry.header.seq for entry in entries}
                outcome = replace(outcome, carried=outcome.carried + len(entries), is_more=True)
                continue
            before, outcome = outcome.distrusted, self._try(outcome, self._settle, raw)
            if outcome.distrusted > before:
                return replace(outcome, is_more=False)
            outcome = replace(outcome, delivered=outcome.delivered + len(entries), is_more=True)
        return outcome

    def _pack(self, entries: Sequence[Entry]) -> bytes:
        post = self._post
        sender = Sender(post.terminal, post.signer, post.gateway.sealing)
        manifest = Manifest(position=self._inbox.position())
        return pack_batch(sender, post.new_id(), self._outbox.draw_number(), manifest, entries)

    def _collect(self, pace: Pace, outcome: Outcome) -> Outcome:
        del pace
        while True:
            before = self._inbox.position()
            for raw in self._carrier.fetch(before):
                outcome = self._try(outcome, self._take, raw)
            if self._inbox.position() == before:
                return outcome

    def _try(self, outcome: Outcome, take: Callable[[bytes], int], raw: bytes) -> Outcome:
        try:
            return replace(outcome, taken=outcome.taken + take(raw))
        except RollbackError:
            return replace(outcome, distrusted=outcome.distrusted + 1, is_rolled_back=True)
        except (UntrustedError, MalformedError):
            return replace(outcome, distrusted=outcome.distrusted + 1)

    def _take(self, raw: bytes) -> int:
        return self._settle(raw) if read_parcel(raw).header.kind == "receipt" else self._accept(raw)

    def _settle(self, raw: bytes) -> int:
        parcel = read_parcel(raw)
        check_signature(parcel, self._post.gateway.signing)
        receipt = open_receipt(parcel, self._post.opening)
        if (receipt.gateway, receipt.terminal) != (self._post.gateway.gateway, self._post.terminal):
            raise UnknownKeyError("a receipt is of another gateway, or for another terminal")
        self._outbox.settle(receipt)
        self._carrier.settled(receipt)
        return 0

    def _accept(self, raw: bytes) -> int:
        parcel = read_parcel(raw)
        check_signature(parcel, self._post.gateway.signing)
        feed, entries = open_feed(parcel, self._post.opening)
        if (feed.gateway, feed.institution) != (self._post.gateway.gateway, self._post.institution):
            raise UnknownKeyError("a feed is of another gateway, or for another institution")
        position = self._inbox.position()
        if feed.position < position:
            return 0
        _check_feed(feed, entries, position)
        return self._inbox.accept(feed, entries)


def _check_feed(feed: Feed, entries: Sequence[Entry], position: int) -> None:
    if feed.after > position:
        raise ChainBrokenError("a feed begins beyond what was taken in; one before it is missing")
    for _, lane in groupby(sorted(entries, key=_place), key=lambda entry: entry.header.lane.key):
        first, *rest = lane
        verify(rest, head_of(first))


def _place(entry: Entry) -> tuple[str, int]:
    return entry.header.lane.key, entry.header.seq
