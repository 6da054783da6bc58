"""The gateway's one counter, whichever road a parcel came by: a batch in, a receipt out; a position in, a feed out.

- Checked in the order of WIRE 2.5; a refusal is raised as its problem and changes nothing.
- A receipt is made only after the entries are on disk.
- Not here: HTTP (app.py), the medium (by_hand.py), the decision itself (ingest.py).
"""

from collections.abc import Callable, Sequence

from modules.errors import ChainBrokenError, SignatureError, StoreError, UntrustedError, WireError
from modules.ids import EntryId, InstitutionId, TerminalId
from modules.journal import Entry, Head
from modules.signed import PublicKey
from sync.framing import (
    Parcel,
    Sender,
    check_signature,
    open_batch,
    pack_feed,
    pack_receipt,
    read_parcel,
)
from sync.gateway.clock import Clock
from sync.gateway.enrolments import Enrolments, KnownTerminal
from sync.gateway.ingest import Accepted, admit, by_lane, decide
from sync.gateway.keys import GatewaySecret
from sync.gateway.register import SqliteRegister
from sync.ports import Arrival, Delivery
from sync.sealed import SealingKey, key_id_of
from sync.wire import PARCEL_BYTES, Acknowledged, Batch, Feed, Problem, ProblemCode, ProblemError, Receipt, problem

Arrived = Callable[[InstitutionId, Sequence[Entry]], None]
FEED_ENTRIES = 2_000
FEED_BYTES = 4 * 1024 * 1024
_UNKNOWN = problem(ProblemCode.UNKNOWN_TERMINAL, "this terminal was not enrolled here")


class Exchange:
    """Takes batches in and gives receipts and feeds out."""

    def __init__(
        self,
        register: SqliteRegister,
        enrolments: Enrolments,
        secret: GatewaySecret,
        clock: Clock,
        arrived: Arrived,
    ) -> None:
        self._register = register
        self._enrolments = enrolments
        self._secret = secret
        self._clock = clock
        self._arrived = arrived
        self._signer = secret.signer
        self._own_key = key_id_of(secret.sealing)

    def take(self, raw: bytes) -> bytes:
        """Takes a batch in and gives its receipt; the same batch again gives a receipt again and changes nothing.

        Raises:
            ProblemError: It is refused, or cannot be stored now; nothing has changed.
        """
        parcel = _read(raw)
        known = self._enrolments.terminal(parcel.header.sender)
        key = admit(parcel.header, known, self._own_key)
        if isinstance(key, Problem) or known is None:
            raise ProblemError(key if isinstance(key, Problem) else _UNKNOWN)
        batch = self._open(parcel, key)
        lanes = by_lane(batch.entries)
        heads = self._register.heads(run[0].header.lane for run in lanes.values())
        now_ms = self._clock.now_ms()
        decided = decide(known, heads, lanes, self._people(known.institution), now_ms)
        if not isinstance(decided, Accepted):
            raise ProblemError(decided)
        delivery = Delivery(known.terminal, batch.header.id, batch.header.number, batch.manifest.position)
        new = self._store(Arrival(known.institution, now_ms, decided.entries, decided.quarantine, delivery))
        if new:
            self._tell(known.institution, decided.entries)
        return self._receipt(known, delivery, decided.heads, new)

    def receipt(self, terminal: KnownTerminal) -> bytes | None:
        """Gives a receipt for everything that ever came from a terminal, or none where nothing did."""
        last = self._register.last_delivery(terminal.terminal)
        if last is None:
            return None
        return self._receipt(terminal, last, self._register.heads_of(terminal.terminal), 0)

    def feed(self, institution: InstitutionId, after: int) -> bytes:
        """Gives what is new for an institution after a position, sealed to its terminals."""
        position, entries = self._register.after(institution, after, FEED_ENTRIES, FEED_BYTES)
        feed = Feed(
            gateway=self._secret.gateway,
            institution=institution,
            after=after,
            position=position,
            time_ms=self._clock.now_ms(),
            roster=self._register.roster(institution, after),
        )
        return pack_feed(self._sender(institution), self._new_id(), feed, entries)

    def reached(self, institution: InstitutionId) -> int:
        """Gives how far every terminal of an institution has taken the feed in, as far as they have told."""
        told = [
            self._register.last_delivery(known.terminal)
            for known in self._enrolments.terminals(institution)
            if not known.is_revoked
        ]
        return min((delivery.position if delivery else 0 for delivery in told), default=0)

    def terminal(self, terminal: TerminalId) -> KnownTerminal:
        """Gives the terminal at the door.

        Raises:
            ProblemError: It is not known, or was revoked.
        """
        known = self._enrolments.terminal(terminal)
        if known is None:
            raise ProblemError(_UNKNOWN)
        if known.is_revoked:
            raise ProblemError(problem(ProblemCode.REVOKED_TERMINAL, "this terminal was revoked"))
        return known

    def _open(self, parcel: Parcel, key: PublicKey) -> Batch:
        try:
            check_signature(parcel, key)
            return open_batch(parcel, self._secret.opening)
        except SignatureError as error:
            raise ProblemError(problem(ProblemCode.BAD_SIGNATURE, error.message)) from error
        except UntrustedError as error:
            raise ProblemError(problem(ProblemCode.NOT_OPENED, error.message)) from error
        except WireError as error:
            raise ProblemError(problem(ProblemCode.MALFORMED, error.message)) from error

    def _people(self, institution: InstitutionId) -> frozenset[str]:
        roster = self._register.roster(institution)
        here = frozenset[str](person.detainee for person in roster.people) if roster else frozenset[str]()
        return here | self._register.left(institution)

    def _store(self, arrival: Arrival) -> int:
        try:
            return self._register.append(arrival)
        except ChainBrokenError as error:
            raise ProblemError(problem(ProblemCode.LANE_FORK, error.message)) from error
        except StoreError as error:
            raise ProblemError(problem(ProblemCode.UNAVAILABLE, error.message)) from error

    def _tell(self, institution: InstitutionId, entries: Sequence[Entry]) -> None:
        try:
            self._arrived(institution, entries)
        except StoreError:  # the batch is safe and gets its receipt; what follows from it is written at the next turn
            return

    def _receipt(self, known: KnownTerminal, delivery: Delivery, heads: tuple[Head, ...], new: int) -> bytes:
        receipt = Receipt(
            gateway=self._secret.gateway,
            terminal=known.terminal,
            batch=delivery.batch,
            number=delivery.number,
            heads=tuple(Acknowledged.of(head) for head in heads),
            new=new,
            time_ms=self._clock.now_ms(),
        )
        return pack_receipt(self._sender(known.institution), self._new_id(), receipt)

    def _sender(self, institution: InstitutionId) -> Sender:
        sealing: SealingKey = self._enrolments.institution(institution).sealing
        return Sender(self._secret.gateway, self._signer, sealing)

    def _new_id(self) -> EntryId:
        return EntryId(self._clock.new_id())


def _read(raw: bytes) -> Parcel:
    try:
        return read_parcel(raw)
    except WireError as error:
        code = ProblemCode.TOO_LARGE if len(raw) > PARCEL_BYTES else ProblemCode.MALFORMED
        raise ProblemError(problem(code, error.message)) from error
