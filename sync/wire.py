"""What crosses between terminal and gateway, as values; the specification is WIRE.md beside this file.

- `BatchHeader` stands in clear before a sealed payload and is what the sender signs; it names no person.
- `Receipt` and `Feed` come back: heads that are safe at the gateway, and everything new for the institution.
- `Problem` is an RFC 9457 problem document; it never holds a person's words.
- Not here: how these become bytes (framing.py) and what a gateway decides (gateway/ingest.py).
"""

from typing import Annotated, Literal

from pydantic import Field

from modules.ids import Digest, EntryId, GatewayId, KeyId, TerminalId
from modules.journal import Head, Lane
from modules.roster import Roster
from modules.values import Value

BATCH_BYTES = 8 * 1024 * 1024
BATCH_ENTRIES = 5_000
MEDIA_TYPE = "application/vnd.kvv-kiosk.batch"

Whole = Annotated[int, Field(ge=0, lt=1 << 53)]


class BatchHeader(Value):
    """What stands in clear before a sealed payload: from whom, to which key, and the digest of what follows."""

    v: Literal[1] = 1
    kind: Literal["entries", "feed"]
    suite: Literal["mlkem768-x25519", "x25519"]
    id: EntryId
    sender: TerminalId | GatewayId
    number: Whole
    to: KeyId
    sealed_bytes: Whole
    sealed_sha256: Digest


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
    """The gateway's answer to one batch: what is safe, how many entries were new, and the gateway's time."""

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
    """What is new for one institution: the position reached, the gateway's time, and its roster when it changed.

    The entries of the feed travel beside it in the same sealed payload.
    """

    v: Literal[1] = 1
    kind: Literal["feed"] = "feed"
    gateway: GatewayId
    after: Whole
    position: Whole
    time_ms: Whole
    roster: Roster | None = None


class Problem(Value):
    """An RFC 9457 problem document."""

    type: str
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    code: str
