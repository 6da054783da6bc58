"""A carried medium at the gateway: batches are taken in from it, receipts and feeds are put on it.

- The same counter as over the network (exchange.py); only the road differs.
- One batch that is refused, torn or lost does not keep the others from coming in; each is told, by its file's name.
- Taking in needs no more than to read, so the medium can be mounted read-only; what goes back may go on another.
- Not here: the layout (sync/carriers/medium.py), mounting, and which sticks are allowed (kiosk/deploy).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from modules.errors import MalformedError, UntrustedError, WireError
from modules.ids import InstitutionId
from sync.carriers.medium import DOWN, UP, FileKind, Shelf, parcel_name
from sync.framing import FRONT_BYTES, read_header, read_parcel
from sync.gateway.enrolments import Enrolments, KnownTerminal
from sync.gateway.exchange import Exchange
from sync.gateway.keys import GatewaySecret
from sync.wire import Problem, ProblemCode, ProblemError, problem

FEEDS = 1_000


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of one medium: batches taken in, refused (with why), and named in an index but lost or torn."""

    taken: tuple[str, ...]
    refused: tuple[tuple[str, Problem], ...]
    lost: tuple[str, ...]
    was_ours: bool = True
    """Whether a terminal ever wrote on it."""


class ByHand:
    """The gateway's side of a carried medium."""

    def __init__(self, exchange: Exchange, enrolments: Enrolments, secret: GatewaySecret) -> None:
        self._exchange = exchange
        self._enrolments = enrolments
        self._secret = secret

    def take_in(self, medium: Path) -> TakenIn:
        """Takes in every batch on a medium, in order of writing.

        Raises:
            RetryLaterError: The medium cannot be read.
        """
        shelf = Shelf(medium, UP)
        taken: list[str] = []
        refused: list[tuple[str, Problem]] = []
        for name in sorted(shelf.names("batch"), key=shelf.number):
            try:
                self._exchange.take(shelf.read(name))
                taken.append(name)
            except ProblemError as error:
                refused.append((name, error.problem))
            except WireError as error:
                refused.append((name, problem(ProblemCode.MALFORMED, error.message)))
        return TakenIn(tuple(taken), tuple(refused), tuple(self._lost(shelf)), was_ours=shelf.is_there)

    def put_back(self, medium: Path, institution: InstitutionId, after: int | None = None) -> tuple[str, ...]:
        """Puts a receipt for every terminal of an institution and all it has not taken in yet on a medium.

        Args:
            medium: Where the medium is.
            institution: Whose terminals it goes to.
            after: The position to begin at; none: as far as all of its terminals have told they are.

        Raises:
            RetryLaterError: The medium is full, gone, or cannot be written.
        """
        shelf = Shelf(medium, DOWN)
        before = self._own(shelf, institution) if after is None else ()
        written = [*self._receipts(shelf, institution), *self._feeds(shelf, institution, after)]
        shelf.remove(name for name in before if name not in written)
        shelf.write_index(self._secret.gateway, self._secret.signer, [*shelf.names("receipt"), *shelf.names("feed")])
        return tuple(written)

    def _receipts(self, shelf: Shelf, institution: InstitutionId) -> Iterable[str]:
        for known in self._enrolments.terminals(institution):
            raw = None if known.is_revoked else self._exchange.receipt(known)
            if raw is not None:
                yield _put(shelf, known.terminal, raw, "receipt")

    def _feeds(self, shelf: Shelf, institution: InstitutionId, after: int | None) -> Iterable[str]:
        reached = self._exchange.reached(institution) if after is None else after
        for number in range(FEEDS):
            raw = self._exchange.feed(institution, reached)
            position = read_header(raw[:FRONT_BYTES]).number
            if position == reached and number:
                return
            yield _put(shelf, institution, raw, "feed")
            reached = position

    def _own(self, shelf: Shelf, institution: InstitutionId) -> tuple[str, ...]:
        """Gives the receipts and feeds that new ones will cover whole, as long as this gateway made them."""
        names = list(shelf.names("feed", institution))
        for known in self._enrolments.terminals(institution):
            names += shelf.names("receipt", known.terminal)
        return tuple(name for name in names if self._is_own(shelf, name))

    def _is_own(self, shelf: Shelf, name: str) -> bool:
        try:
            return read_parcel(shelf.read(name)).header.sender == self._secret.gateway
        except WireError:
            return False

    def _lost(self, shelf: Shelf) -> Iterable[str]:
        for known in self._known():
            if known.key is not None:
                try:
                    index = shelf.index(known.terminal, known.key)
                except (UntrustedError, MalformedError):
                    yield f"dr-{known.terminal}.index"
                else:
                    yield from shelf.lost(index) if index else ()

    def _known(self) -> Iterable[KnownTerminal]:
        for known in self._enrolments.institutions():
            yield from self._enrolments.terminals(known.institution)


def _put(shelf: Shelf, whose: str, raw: bytes, kind: FileKind) -> str:
    name = parcel_name(whose, read_header(raw[:FRONT_BYTES]).id, kind)
    shelf.put(name, raw)
    return name
