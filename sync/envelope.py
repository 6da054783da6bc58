"""The envelope of a store key: one random key, sealed to several slots, any of which opens it (kiosk/store/KEYS.md).

- Each slot has a key pair; only its public half stands in the envelope. So whoever holds the store key can seal a new
  one to every slot, without anybody's passphrase, and an old store key opens nothing of it.
- The list of slots is authenticated under the store key: nobody without it can plant a slot that the next rekey
  would seal to.
- `Request` and `Grant` are how a machine that holds no slot asks the recovery desk for one: the desk never sees the
  machine's new key, the machine never sees the recovery key.
- Not here: where the file lies and who may open it (kiosk/store/unlock.py), the recovery key and its sheets
  (gateway/recovery.py).
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Literal, NamedTuple, TypeVar

from pydantic import Field, StringConstraints, ValidationError

from modules.canonical import canonical
from modules.errors import MalformedError, UntrustedError, WireError
from modules.values import Value
from sync.sealed import SEED_BYTES, OpeningKey, SealingKey, key_pair, open_sealed, seal

ENVELOPE_BYTES = 256 * 1024
MOST_SLOTS = 16
_INFO = b"kvv-kiosk/store-key/1|"
_MAC = b"kvv-kiosk/envelope/1|"
_PAIR = b"kvv-kiosk/slot/1|"
_GRANT = b"kvv-kiosk/grant/1|"

Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=8_000)]
SlotId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
Read = TypeVar("Read", bound=Value)


class SlotKind(StrEnum):
    """What opens a slot."""

    CREDENTIAL = "credential"
    """32 bytes that the system gives, bound to this machine and its TPM."""
    PASSPHRASE = "passphrase"  # noqa: S105  the name of a kind
    """Words that staff know."""
    ESCROW = "escrow"
    """The central recovery key, whose private half is in three sheets."""
    KEY_FILE = "key_file"
    """A file of a development desk."""


class Stretch(Value):
    """What turning a passphrase into a slot's key costs: Argon2id, version 1.3."""

    salt: Base64
    memory_kib: Annotated[int, Field(ge=65_536, le=4_194_304)] = 262_144
    iterations: Annotated[int, Field(ge=1, le=64)] = 3
    lanes: Annotated[int, Field(ge=1, le=16)] = 1


class Lock(Value):
    """A slot without what is sealed in it: which one, of what kind, and its public key."""

    id: SlotId
    kind: SlotKind
    sealing: SealingKey
    stretch: Stretch | None = None


class Slot(Value):
    """A lock, and the store key sealed to it."""

    lock: Lock
    sealed: Base64


class Envelope(Value):
    """A store key in all its slots. The generation counts the store keys that this store has had."""

    v: Literal[1] = 1
    kind: Literal["store_keys"] = "store_keys"
    generation: Annotated[int, Field(ge=1, lt=1 << 31)]
    slots: Annotated[tuple[Slot, ...], Field(min_length=1, max_length=MOST_SLOTS)]
    mac: Base64

    @property
    def locks(self) -> tuple[Lock, ...]:
        """Every slot's lock, in the order they were added."""
        return tuple(slot.lock for slot in self.slots)

    def of_kind(self, kind: SlotKind) -> tuple[Slot, ...]:
        """Gives the slots of a kind."""
        return tuple(slot for slot in self.slots if slot.lock.kind is kind)


class Request(Value):
    """A machine's wish for a slot: the public key of what it holds."""

    v: Literal[1] = 1
    kind: Literal["slot_request"] = "slot_request"
    lock: Lock


class Grant(Value):
    """The store key, sealed to the lock of a request."""

    v: Literal[1] = 1
    kind: Literal["slot_grant"] = "slot_grant"
    lock: Lock
    sealed: Base64


class Pair(NamedTuple):
    """Both halves of a slot's key."""

    opening: OpeningKey
    sealing: SealingKey


def slot_pair(kind: SlotKind, secret: bytes) -> Pair:
    """Gives the key pair of a slot from a secret of at least 32 uniformly random (or stretched) bytes."""
    seed = hashlib.shake_256(_PAIR + kind.value.encode("ascii") + b"|" + secret).digest(SEED_BYTES)
    return Pair(*key_pair(seed))


def enveloped(store_key: bytes, generation: int, locks: Sequence[Lock]) -> Envelope:
    """Gives the envelope of a store key, sealed anew to every lock."""
    slots = tuple(
        Slot(lock=lock, sealed=_text(seal(lock.sealing, _info(generation, lock), store_key))) for lock in locks
    )
    return Envelope(generation=generation, slots=slots, mac=_mac(store_key, generation, slots))


def opened(envelope: Envelope, slot: Slot, opening: OpeningKey) -> bytes:
    """Gives the store key of a slot, once the whole envelope was found to be what its holder wrote.

    Raises:
        UntrustedError: The slot is not this key's, or the envelope was changed.
    """
    store_key = open_sealed(opening, _info(envelope.generation, slot.lock), base64.b64decode(slot.sealed))
    check(envelope, store_key)
    return store_key


def check(envelope: Envelope, store_key: bytes) -> None:
    """Refuses an envelope that the holder of this store key did not write.

    Raises:
        UntrustedError: It is another store's, or somebody changed it.
    """
    if not hmac.compare_digest(_mac(store_key, envelope.generation, envelope.slots), envelope.mac):
        raise UntrustedError("the slots of this store were changed by somebody without its key")


def granted(request: Request, store_key: bytes) -> Grant:
    """Gives the store key to the maker of a request."""
    return Grant(lock=request.lock, sealed=_text(seal(request.lock.sealing, _GRANT + canonical(request), store_key)))


def taken(grant: Grant, opening: OpeningKey) -> bytes:
    """Gives the store key of a grant.

    Raises:
        UntrustedError: It was granted to another machine.
    """
    return open_sealed(opening, _GRANT + canonical(Request(lock=grant.lock)), base64.b64decode(grant.sealed))


def read_as(kind: type[Read], raw: bytes, named: str) -> Read:
    """Gives the envelope, request or grant of a file's bytes.

    Raises:
        MalformedError: The bytes are none of this version.
    """
    try:
        value = kind.model_validate_json(raw)
        for lock in _locks(value):
            seal(lock.sealing, b"", b"")  # whether it is a key at all shows in its use
    except (ValidationError, ValueError, WireError):
        raise MalformedError(
            f"this file is no {named}", hint="take the file itself, whole and as it was made"
        ) from None
    return value


def _locks(value: Value) -> tuple[Lock, ...]:
    return value.locks if isinstance(value, Envelope) else (value.lock,) if isinstance(value, Request) else ()


def _info(generation: int, lock: Lock) -> bytes:
    return _INFO + canonical({"generation": generation, "lock": lock.model_dump(mode="json")})


def _mac(store_key: bytes, generation: int, slots: Sequence[Slot]) -> str:
    said = canonical({"generation": generation, "slots": [slot.model_dump(mode="json") for slot in slots]})
    key = hmac.digest(store_key, _MAC, hashlib.sha256)
    return _text(hmac.digest(key, said, hashlib.sha256))


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
