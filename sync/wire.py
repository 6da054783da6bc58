"""What crosses between terminal and gateway, as values; the specification is WIRE.md beside this file.

- `ParcelHeader` stands in clear before a sealed payload and is what the sender signs; it names no person.
- `Manifest` goes up with a batch; `Receipt` and `Feed` come back: heads that are safe at the gateway, and everything
  new for the institution.
- `Problem` is an RFC 9457 problem document; it never holds a person's words.
- Not here: how these become bytes (framing.py), what a gateway decides (gateway/ingest.py), and what a terminal does
  about a problem (policy.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from modules.errors import DeliveryRefusedError
from modules.ids import Digest, EntryId, GatewayId, InstitutionId, KeyId, TerminalId
from modules.journal import Entry, Head, Lane
from modules.roster import Roster
from modules.values import Value

PARCEL_BYTES = 8 * 1024 * 1024
BATCH_ENTRIES = 5_000
BATCH_PLAIN_BYTES = 6 * 1024 * 1024
MEDIA_TYPE = "application/vnd.kvv-kiosk.parcel"
PROBLEM_MEDIA_TYPE = "application/problem+json"

Whole = Annotated[int, Field(ge=0, lt=1 << 53)]
ParcelKind = Literal["entries", "receipt", "feed"]


class ParcelHeader(Value):
    """What stands in clear before a sealed payload: from whom, to which key, and the digest of what follows.

    The fields stand in canonical order, so dumping it is RFC 8785. `number` counts a terminal's batches; in a feed it
    is the position reached, in a receipt the number of the batch it answers.
    """

    id: EntryId
    kind: ParcelKind
    number: Whole
    sealed_bytes: Whole
    sealed_sha256: Digest
    sender: TerminalId | GatewayId
    suite: Literal["mlkem768-x25519", "x25519"]
    to: KeyId
    v: Literal[1] = 1

    @property
    def raw(self) -> bytes:
        """The canonical bytes."""
        return self.model_dump_json().encode("ascii")


class Manifest(Value):
    """What a terminal says beside the entries of a batch: how far it has taken the feed in."""

    v: Literal[1] = 1
    kind: Literal["entries"] = "entries"
    position: Whole = 0


class Acknowledged(Value):
    """The last entry of a lane that is safe at the gateway."""

    lane: Lane
    seq: Whole
    hash: Digest

    @classmethod
    def of(cls, head: Head) -> "Acknowledged":
        """Gives the acknowledgement of a head."""
        return cls(lane=head.lane, seq=head.seq, hash=head.hash)


class Receipt(Value):
    """The gateway's answer to a batch: what is safe, how many entries were new, and the gateway's time."""

    v: Literal[1] = 1
    kind: Literal["receipt"] = "receipt"
    gateway: GatewayId
    terminal: TerminalId
    batch: EntryId
    number: Whole
    heads: tuple[Acknowledged, ...]
    new: Whole
    time_ms: Whole


class Feed(Value):
    """What is new for one institution: from which position to which, the gateway's time, its roster when it changed.

    The entries of the feed travel beside it in the same sealed payload.
    """

    v: Literal[1] = 1
    kind: Literal["feed"] = "feed"
    gateway: GatewayId
    institution: InstitutionId
    after: Whole
    position: Whole
    time_ms: Whole
    roster: Roster | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as opened by the gateway: what stood in clear, what the terminal said, and its entries."""

    header: ParcelHeader
    manifest: Manifest
    entries: tuple[Entry, ...]


class ProblemCode(StrEnum):
    """Everything a gateway can refuse a batch or a request for; WIRE 7 says what each means."""

    MALFORMED = "malformed"
    TOO_LARGE = "too-large"
    WRONG_MEDIA_TYPE = "wrong-media-type"
    NOT_FOUND = "not-found"
    NO_CERTIFICATE = "no-certificate"
    UNKNOWN_TERMINAL = "unknown-terminal"
    REVOKED_TERMINAL = "revoked-terminal"
    BAD_SIGNATURE = "bad-signature"
    WRONG_RECIPIENT = "wrong-recipient"
    NOT_OPENED = "not-opened"
    FOREIGN_LANE = "foreign-lane"
    CHAIN_BROKEN = "chain-broken"
    LANE_GAP = "lane-gap"
    LANE_FORK = "lane-fork"
    BUSY = "busy"
    UNAVAILABLE = "unavailable"


class Problem(Value):
    """An RFC 9457 problem document; `lane` only where the problem is in one lane."""

    type: str
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    code: ProblemCode
    lane: Lane | None = None


class ProblemError(DeliveryRefusedError):
    """The gateway has refused a batch and said why."""

    def __init__(self, found: Problem) -> None:
        super().__init__(f"{found.code}: {found.detail}", hint=found.title)
        self.problem = found


_MEANING: Mapping[ProblemCode, tuple[int, str]] = {
    ProblemCode.MALFORMED: (400, "The bytes are not as WIRE.md says"),
    ProblemCode.TOO_LARGE: (413, "The batch is larger than WIRE.md allows"),
    ProblemCode.WRONG_MEDIA_TYPE: (415, "The media type is not that of a parcel"),
    ProblemCode.NOT_FOUND: (404, "There is nothing at this address"),
    ProblemCode.NO_CERTIFICATE: (401, "No terminal's certificate was shown"),
    ProblemCode.UNKNOWN_TERMINAL: (403, "The gateway does not know this terminal"),
    ProblemCode.REVOKED_TERMINAL: (403, "This terminal was revoked"),
    ProblemCode.BAD_SIGNATURE: (400, "The bytes are not those the terminal signed"),
    ProblemCode.WRONG_RECIPIENT: (421, "The batch is sealed to another gateway"),
    ProblemCode.NOT_OPENED: (400, "The batch does not open with the gateway's key"),
    ProblemCode.FOREIGN_LANE: (403, "An entry stands in a lane that is not the terminal's own"),
    ProblemCode.CHAIN_BROKEN: (422, "The entries of a lane do not follow each other"),
    ProblemCode.LANE_GAP: (409, "Entries are missing before those of this batch"),
    ProblemCode.LANE_FORK: (409, "Another entry already stands where one of this batch claims to stand"),
    ProblemCode.BUSY: (429, "The gateway is busy"),
    ProblemCode.UNAVAILABLE: (503, "The gateway cannot store anything now"),
}


def problem(code: ProblemCode, detail: str, lane: Lane | None = None) -> Problem:
    """Gives the problem document of a code; `detail` never holds a person's words."""
    status, title = _MEANING[code]
    return Problem(
        type=f"urn:kvv-kiosk:problem:{code}", title=title, status=status, detail=detail, code=code, lane=lane
    )
