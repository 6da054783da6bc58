"""The sealed bodies of entries, and the opening entry that carries a lane's two keys (JOURNAL 8 and 9).

- A body is one marker byte, a 12-byte nonce, and AES-256-GCM of the zlib-compressed event; the lane and place in it
  are bound as associated data.
- Each lane has two random 32-byte keys: `shared` (gateway and terminal group) and `own` (terminal group only).
- The opening entry (seq 0) is not encrypted: it holds the keys, each HPKE-sealed to who may have it.
- Randomness comes in as arguments. Not here: keeping keys at rest (kiosk/store/keys.py, sync/gateway/register.py).
"""

import base64
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import Field, ValidationError

from modules.canonical import canonical
from modules.disclosure import Disclosure
from modules.errors import MalformedError, UnknownKeyError, UntrustedError
from modules.event_json import event_raw, parse_event
from modules.events import Event
from modules.ids import KeyId
from modules.journal import Lane
from modules.values import Value
from sync.sealed import OpeningKey, SealingKey, key_id_of, open_sealed, seal

OPENING, SHARED, OWN, LOCAL = b"\x00", b"\x01", b"\x02", b"\x03"
NONCE_BYTES = 12
_SEALED_FROM = 1 + NONCE_BYTES
KEY_BYTES = 32
EVENT_BYTES = 1_000_000
_SMALL_BYTES, _SMALL_WINDOW_BITS, _SMALL_MEMORY_LEVEL = 4096, 12, 5
_MARKERS = {Disclosure.WHOLE: SHARED, Disclosure.DIGEST: OWN, Disclosure.NEVER: LOCAL}

KeyName = Literal["shared", "own"]


@dataclass(frozen=True, slots=True)
class LaneKeys:
    """A lane's data keys, 32 bytes each; `own` is none where it cannot be opened."""

    shared: bytes
    own: bytes | None


class WrappedKey(Value):
    """One lane key, HPKE-sealed (base64) to the holder of `to`."""

    name: KeyName
    to: KeyId
    sealed: Annotated[str, Field(max_length=4000)]


class Opening(Value):
    """The body of a lane's first entry."""

    kind: Literal["lane_opened/1"] = "lane_opened/1"
    keys: Annotated[tuple[WrappedKey, ...], Field(max_length=8)]


def opening_body(lane: Lane, keys: LaneKeys, *, gateway: SealingKey | None, group: SealingKey) -> bytes:
    """Gives the body that opens `lane`: `shared` for the gateway and the group, `own` for the group alone.

    Args:
        lane: The lane.
        keys: Its new keys; `own` may be none for a lane that the gateway itself writes.
        gateway: The gateway's sealing key; none when the writer is the gateway and keeps the key itself.
        group: The sealing key of the institution's terminals.
    """
    wrapped = [_wrap(lane, "shared", keys.shared, to) for to in (gateway, group) if to]
    if keys.own is not None:
        wrapped.append(_wrap(lane, "own", keys.own, group))
    return OPENING + canonical(Opening(keys=tuple(wrapped)))


def lane_keys(lane: Lane, body: bytes, holders: Mapping[KeyId, OpeningKey]) -> LaneKeys:
    """Gives the keys of `lane` from its opening body, as far as the holder's keys open them.

    Raises:
        MalformedError: The body is not an opening.
        UnknownKeyError: No key here opens the lane's shared key.
        UntrustedError: A wrapped key was changed, is of another lane, or is no key.
    """
    if body[:1] != OPENING:
        raise MalformedError("a lane does not begin with its keys (JOURNAL 9)")
    try:
        opening = Opening.model_validate_json(body[1:])
    except ValidationError as error:
        raise MalformedError("a lane's opening is not as JOURNAL 9 says") from error
    return keys_in(lane, opening.keys, holders)


def wrapped_keys(lane: Lane, keys: LaneKeys, to: SealingKey) -> tuple[WrappedKey, ...]:
    """Gives the keys of `lane`, as far as they are here, each sealed to one holder."""
    named: dict[KeyName, bytes | None] = {"shared": keys.shared, "own": keys.own}
    return tuple(_wrap(lane, name, key, to) for name, key in named.items() if key is not None)


def keys_in(lane: Lane, wrapped: Iterable[WrappedKey], holders: Mapping[KeyId, OpeningKey]) -> LaneKeys:
    """Gives the keys of `lane` from among wrapped ones, as far as the holder's keys open them.

    Raises:
        UnknownKeyError: No key here opens the lane's shared key.
        UntrustedError: A wrapped key was changed, is of another lane, or is no key.
    """
    found: dict[KeyName, bytes] = {}
    for key in wrapped:
        if key.to in holders and key.name not in found:
            found[key.name] = _unwrap(lane, key, holders[key.to])
    if "shared" not in found:
        raise UnknownKeyError("this place holds no key of a lane")
    return LaneKeys(found["shared"], found.get("own"))


def seal_event(event: Event, disclosure: Disclosure, lane: Lane, seq: int, keys: LaneKeys, *, nonce: bytes) -> bytes:
    """Gives the sealed body of an event at its place in the lane.

    Raises:
        UnknownKeyError: The event needs the own key, and it is not here.
    """
    marker = _MARKERS[disclosure]
    sealed = AESGCM(_key(keys, marker)).encrypt(nonce, _packed(event_raw(event)), _place_of(lane) + b"%d" % seq)
    return marker + nonce + sealed


class Opener:
    """Opens the bodies of one lane; made once for a lane, because a replay opens thousands.

    Half of what a person does he did before, word for word (a page reached again); that is read once.
    """

    def __init__(self, lane: Lane, keys: LaneKeys) -> None:
        self._ciphers = {SHARED: AESGCM(keys.shared)}
        if keys.own is not None:
            self._ciphers[OWN] = self._ciphers[LOCAL] = AESGCM(keys.own)
        self._lane = _place_of(lane)
        self._read: dict[bytes, Event] = {}

    def open(self, body: bytes, seq: int) -> Event:
        """Gives the event of a sealed body.

        Raises:
            UnknownKeyError: The body is sealed with the own key, and it is not here.
            UntrustedError: The body was changed, or stands at another place than it was sealed for.
            MalformedError: What is inside is no event.
        """
        cipher = self._ciphers.get(body[:1])
        if cipher is None:
            raise _unopened(body[:1])
        try:
            packed = cipher.decrypt(body[1:_SEALED_FROM], body[_SEALED_FROM:], self._lane + b"%d" % seq)
        except (InvalidTag, ValueError) as error:  # ValueError: too short to hold a nonce
            raise UntrustedError("a body does not open with its lane's key at its place") from error
        event = self._read.get(packed)
        if event is None:
            event = self._read[packed] = parse_event(_unpacked(packed))
        return event


def open_event(body: bytes, lane: Lane, seq: int, keys: LaneKeys) -> Event:
    """Gives the event of one sealed body.

    Raises:
        UnknownKeyError: The body is sealed with the own key, and it is not here.
        UntrustedError: The body was changed, or stands at another place than it was sealed for.
        MalformedError: What is inside is no event.
    """
    return Opener(lane, keys).open(body, seq)


def is_opening(body: bytes) -> bool:
    """Tells whether a body is a lane's opening."""
    return body[:1] == OPENING


def is_own(body: bytes) -> bool:
    """Tells whether a body is sealed with the own key, which the gateway does not have."""
    return body[:1] == OWN


def is_local(body: bytes) -> bool:
    """Tells whether a body never leaves the terminal that wrote it."""
    return body[:1] == LOCAL


def _key(keys: LaneKeys, marker: bytes) -> bytes:
    key = keys.shared if marker == SHARED else keys.own
    if key is None:
        raise _unopened(marker)
    return key


def _unopened(marker: bytes) -> UnknownKeyError | MalformedError:
    if marker in (OWN, LOCAL):
        return UnknownKeyError("a body is sealed with a key that is not here")
    return MalformedError("a body has a marker that JOURNAL 8 does not name")


def _wrap(lane: Lane, name: KeyName, key: bytes, to: SealingKey) -> WrappedKey:
    sealed = base64.b64encode(seal(to, _info(lane, name), key)).decode("ascii")
    return WrappedKey(name=name, to=key_id_of(to), sealed=sealed)


def _unwrap(lane: Lane, wrapped: WrappedKey, holder: OpeningKey) -> bytes:
    try:
        sealed = base64.b64decode(wrapped.sealed, validate=True)
    except ValueError as error:
        raise UntrustedError("a wrapped lane key is not base64") from error
    key = open_sealed(holder, _info(lane, wrapped.name), sealed)
    if len(key) != KEY_BYTES:
        raise UntrustedError("a wrapped lane key is not 32 bytes")
    return key


def _info(lane: Lane, name: KeyName) -> bytes:
    return f"kvv-kiosk/lane-key/1|{lane.key}|{name}".encode("ascii")


def _packed(raw: bytes) -> bytes:
    """Gives bytes compressed; in a small window where they are few, which takes a tenth of the time."""
    if len(raw) > _SMALL_BYTES:
        return zlib.compress(raw, 1)
    packer = zlib.compressobj(1, zlib.DEFLATED, _SMALL_WINDOW_BITS, _SMALL_MEMORY_LEVEL)
    return packer.compress(raw) + packer.flush()


def _unpacked(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj(0)  # a window as large as the body says, which is small
    try:
        raw = unpacker.decompress(packed, EVENT_BYTES)
    except zlib.error as error:
        raise MalformedError("a body is not compressed as JOURNAL 8 says") from error
    if not unpacker.eof:
        raise MalformedError("an event is cut off, or larger than JOURNAL 8 allows")
    return raw


def _place_of(lane: Lane) -> bytes:
    return f"kvv-kiosk/body/1|{lane.key}|".encode("ascii")
