"""What a terminal and its gateway hand each other once, when the terminal is set up: a bundle in, an introduction out.

- `Bundle` is made by `drplan enrol` and read by `kiosk provision`; it holds secrets of the institution's terminals,
  so it is carried by hand and destroyed once it was used.
- `Introduction` is made by `kiosk provision` and told to the gateway: the public half of a signing key that the
  terminal drew itself and that never leaves it. Until the gateway knows it, it refuses the terminal's batches.
- Both are files of canonical JSON. Not here: drawing keys, certificates (certificates.py), and where secrets are
  kept (kiosk/store/keys.py).
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError

from modules.canonical import canonical
from modules.errors import MalformedError
from modules.ids import GatewayId, InstitutionId, TerminalId
from modules.roster import Name, Roster
from modules.signed import PublicKey
from modules.values import Value
from sync.sealed import OpeningKey, SealingKey

BUNDLE_BYTES = 64 * 1024 * 1024
PEPPER_BYTES = 32

Pem = Annotated[str, StringConstraints(pattern=r"^-----BEGIN [A-Z ]+-----\n", max_length=20_000)]
Pepper = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]{43}=$")]


class GatewayKeys(Value):
    """The gateway as a terminal knows it: its id, the key that lanes and batches are sealed to, its signing key."""

    gateway: GatewayId
    sealing: SealingKey
    signing: PublicKey


class GroupKeys(Value):
    """What all terminals of one institution share: the key pair that bodies travel under, and the PIN pepper."""

    opening: OpeningKey
    sealing: SealingKey
    pepper: Pepper


class TlsIdentity(Value):
    """How a terminal shows itself at the gateway's door: certificate, private key, and who signs the gateway's."""

    certificate: Pem
    key: Pem
    authority: Pem


class Bundle(Value):
    """Everything a new terminal needs of its gateway, in one file."""

    v: Literal[1] = 1
    kind: Literal["bundle"] = "bundle"
    institution: InstitutionId
    terminal: TerminalId
    wing: Name
    url: Annotated[str, StringConstraints(pattern=r"^https://[^\s/]+(/[^\s]*)?$", max_length=300)]
    gateway: GatewayKeys
    group: GroupKeys
    tls: TlsIdentity
    roster: Roster
    anchor_ms: Annotated[int, Field(ge=0, lt=1 << 48)]


class Introduction(Value):
    """A terminal's public signing key, for the gateway's roster of terminals."""

    v: Literal[1] = 1
    kind: Literal["introduction"] = "introduction"
    institution: InstitutionId
    terminal: TerminalId
    wing: Name
    key: PublicKey


def bundle_raw(bundle: Bundle) -> bytes:
    """Gives a bundle as the bytes of its file."""
    return canonical(bundle)


def parse_bundle(raw: bytes) -> Bundle:
    """Gives the bundle of a file's bytes.

    Raises:
        MalformedError: The bytes are no bundle of this version.
    """
    try:
        return Bundle.model_validate_json(raw)
    except ValidationError:  # its text would quote secrets
        raise MalformedError("this file is no bundle of a gateway", hint="make it anew with `drplan enrol`") from None


def introduction_raw(introduction: Introduction) -> bytes:
    """Gives an introduction as the bytes of its file."""
    return canonical(introduction)


def parse_introduction(raw: bytes) -> Introduction:
    """Gives the introduction of a file's bytes.

    Raises:
        MalformedError: The bytes are no introduction of this version.
    """
    try:
        return Introduction.model_validate_json(raw)
    except ValidationError as error:
        raise MalformedError(
            "this file is no introduction of a terminal", hint="take the one that `kiosk provision` wrote"
        ) from error
