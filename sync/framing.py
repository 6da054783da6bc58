"""From values to the bytes that cross, and back: length, header, signature, sealed payload (WIRE 2 and 3).

- Everything that crosses is a parcel; a batch, a receipt and a feed differ in kind, purpose and payload only.
- Compress, pad to a size class, seal, sign; the way back checks in the opposite order and inflates within bounds.
- Not here: who may send what (gateway/ingest.py), and whether lanes follow (modules/journal.py).
"""

import base64
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError

from modules.canonical import canonical, digest
from modules.errors import MalformedError, WireError
from modules.ids import EntryId, GatewayId, TerminalId
from modules.journal import Entry
from modules.signed import PublicKey, Purpose, Signature, Signer, verify
from modules.values import Value
from sync.sealed import OpeningKey, SealingKey, key_id_of, open_sealed, seal, suite_of
from sync.wire import (
    BATCH_ENTRIES,
    PARCEL_BYTES,
    Batch,
    Feed,
    Manifest,
    ParcelHeader,
    ParcelKind,
    Receipt,
)

HEADER_BYTES = 4 * 1024
FRONT_BYTES = 4 + HEADER_BYTES
PLAIN_BYTES = 32 * 1024 * 1024
NOTE_BYTES = 16 * 1024 * 1024
LEAST_BYTES = 1024
_SIGNATURE_BYTES = 64
_SMALL_WINDOW_BITS = 11
_LENGTH = struct.Struct(">I")
_LENGTHS = struct.Struct(">II")
_PURPOSES: Mapping[ParcelKind, Purpose] = {
    "entries": Purpose.BATCH,
    "receipt": Purpose.RECEIPT,
    "feed": Purpose.FEED,
}

Note = TypeVar("Note", bound=Value)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends and signs, and the key he seals to."""

    id: TerminalId | GatewayId
    signer: Signer
    to: SealingKey


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel as carried: its form is right and its digest holds, nothing else is known yet."""

    header: ParcelHeader
    header_raw: bytes
    signature: bytes
    sealed: bytes


def pack_batch(sender: Sender, batch: EntryId, number: int, manifest: Manifest, entries: Sequence[Entry]) -> bytes:
    """Gives a batch's bytes: these entries, sealed to the gateway and signed by the terminal.

    Raises:
        WireError: It would be larger than WIRE 6 allows.
    """
    return _pack(sender, ("entries", batch, number), manifest, entries)


def pack_receipt(sender: Sender, parcel: EntryId, receipt: Receipt) -> bytes:
    """Gives a receipt's bytes, sealed to the terminal's group and signed by the gateway."""
    return _pack(sender, ("receipt", parcel, receipt.number), receipt, ())


def pack_feed(sender: Sender, parcel: EntryId, feed: Feed, entries: Sequence[Entry]) -> bytes:
    """Gives a feed's bytes, sealed to the terminal's group and signed by the gateway."""
    return _pack(sender, ("feed", parcel, feed.position), feed, entries)


def read_parcel(raw: bytes) -> Parcel:
    """Gives the parcel of these bytes, unverified but for its form and digest.

    Raises:
        WireError: The bytes are no parcel, or not all of one.
    """
    if len(raw) > PARCEL_BYTES:
        raise WireError("a parcel is larger than WIRE 6 allows")
    header, header_raw = _header(raw)
    signed = _LENGTH.size + len(header_raw)
    signature, sealed = raw[signed : signed + _SIGNATURE_BYTES], raw[signed + _SIGNATURE_BYTES :]
    if header.sealed_bytes != len(sealed) or header.sealed_sha256 != digest(sealed):
        raise WireError("a parcel was cut or changed on its way (WIRE 2)")
    return Parcel(header, header_raw, signature, sealed)


def read_header(front: bytes) -> ParcelHeader:
    """Gives the header that a parcel's first `FRONT_BYTES` begin with; nothing is checked but its form.

    Raises:
        WireError: The bytes are not the beginning of a parcel.
    """
    return _header(front)[0]


def check_signature(parcel: Parcel, key: PublicKey) -> None:
    """Returns only if the holder of `key` signed this parcel.

    Raises:
        SignatureError: He did not.
    """
    text = base64.b64encode(parcel.signature).decode("ascii")
    signature = Signature(key_id=key.key_id, signature=text)
    verify(_PURPOSES[parcel.header.kind], parcel.header_raw, signature, key)


def open_batch(parcel: Parcel, with_key: OpeningKey) -> Batch:
    """Gives the batch in a parcel.

    Raises:
        UntrustedError: It was not sealed to this key for this use.
        WireError: What is inside is not as WIRE 3 says.
    """
    note, records = _open(parcel, "entries", with_key)
    return Batch(parcel.header, _parse(Manifest, note), _entries(records))


def open_receipt(parcel: Parcel, with_key: OpeningKey) -> Receipt:
    """Gives the receipt in a parcel.

    Raises:
        UntrustedError: It was not sealed to this key for this use.
        WireError: What is inside is not as WIRE 3 says.
    """
    note, records = _open(parcel, "receipt", with_key)
    if records:
        raise WireError("a receipt holds no entries (WIRE 4)")
    return _parse(Receipt, note)


def open_feed(parcel: Parcel, with_key: OpeningKey) -> tuple[Feed, tuple[Entry, ...]]:
    """Gives the feed in a parcel and its entries.

    Raises:
        UntrustedError: It was not sealed to this key for this use.
        WireError: What is inside is not as WIRE 3 says.
    """
    note, records = _open(parcel, "feed", with_key)
    return _parse(Feed, note), _entries(records)


def padded_bytes(length: int) -> int:
    """Gives the size class of a length (Padmé): at most 12 % more, and never under 1 KiB."""
    if length <= LEAST_BYTES:
        return LEAST_BYTES
    exponent = length.bit_length() - 1
    mask = (1 << exponent - exponent.bit_length()) - 1
    return (length + mask) & ~mask


def signed_note(signer: Signer, purpose: Purpose, note: Value) -> bytes:
    """Gives a note in clear with a signature: length, canonical JSON, signature."""
    raw = canonical(note)
    signature = base64.b64decode(signer.sign(purpose, raw).signature)
    return _LENGTH.pack(len(raw)) + raw + signature


def read_signed_note(kind: type[Note], purpose: Purpose, raw: bytes, key: PublicKey) -> Note:
    """Gives a signed note of these bytes.

    Raises:
        WireError: They are no such note.
        SignatureError: The holder of `key` did not sign it.
    """
    (length,) = _LENGTH.unpack_from(raw) if len(raw) >= _LENGTH.size else (0,)
    note, signature = raw[_LENGTH.size : _LENGTH.size + length], raw[_LENGTH.size + length :]
    if len(signature) != _SIGNATURE_BYTES:
        raise WireError("these bytes are no signed note (WIRE 5)")
    text = base64.b64encode(signature).decode("ascii")
    verify(purpose, note, Signature(key_id=key.key_id, signature=text), key)
    return _parse(kind, note)


def _pack(
    sender: Sender,
    named: tuple[ParcelKind, EntryId, int],
    note: Value,
    entries: Sequence[Entry],
) -> bytes:
    kind, parcel, number = named
    if len(entries) > BATCH_ENTRIES:
        raise WireError("a parcel holds more entries than WIRE 6 allows")
    note_raw = note.model_dump_json().encode("utf-8")
    plain = b"".join((_LENGTH.pack(len(note_raw)), note_raw, *_records(entries)))
    packed = _deflated(plain)
    sealed = seal(sender.to, _info(kind, sender.id), packed.ljust(padded_bytes(len(packed)), b"\0"))
    header = ParcelHeader(
        id=parcel,
        kind=kind,
        number=number,
        sealed_bytes=len(sealed),
        sealed_sha256=digest(sealed),
        sender=sender.id,
        suite=suite_of(sender.to),
        to=key_id_of(sender.to),
    )
    raw = header.raw
    signature = base64.b64decode(sender.signer.sign(_PURPOSES[kind], raw).signature)
    whole = b"".join((_LENGTH.pack(len(raw)), raw, signature, sealed))
    if len(whole) > PARCEL_BYTES:
        raise WireError("a parcel is larger than WIRE 6 allows")
    return whole


def _deflated(plain: bytes) -> bytes:
    """Deflates; a small payload within a small window, which takes a tenth of the time."""
    small = len(plain) <= 1 << _SMALL_WINDOW_BITS
    deflater = zlib.compressobj(1, wbits=_SMALL_WINDOW_BITS, memLevel=5) if small else zlib.compressobj(1)
    return deflater.compress(plain) + deflater.flush()


def _open(parcel: Parcel, kind: ParcelKind, with_key: OpeningKey) -> tuple[bytes, bytes]:
    if parcel.header.kind != kind:
        raise WireError("a parcel is of another kind than was asked for")
    packed = open_sealed(with_key, _info(kind, parcel.header.sender), parcel.sealed)
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(packed, PLAIN_BYTES)
    except zlib.error as error:
        raise WireError("a payload is not compressed as WIRE 3 says") from error
    if not inflater.eof or inflater.unused_data.strip(b"\0"):
        raise WireError("a payload is larger than WIRE 6 allows, or does not end where it says")
    (length,) = _LENGTH.unpack_from(plain) if len(plain) >= _LENGTH.size else (0,)
    end = _LENGTH.size + length
    if not 0 < length <= NOTE_BYTES or len(plain) < end:
        raise WireError("a payload does not begin with its note (WIRE 3)")
    return plain[_LENGTH.size : end], plain[end:]


def _header(raw: bytes) -> tuple[ParcelHeader, bytes]:
    (length,) = _LENGTH.unpack_from(raw) if len(raw) >= _LENGTH.size else (0,)
    header_raw = raw[_LENGTH.size : _LENGTH.size + length]
    if not 0 < length <= HEADER_BYTES or len(header_raw) != length:
        raise WireError("these bytes are no parcel (WIRE 2)")
    header = _parse(ParcelHeader, header_raw)
    if header.raw != header_raw:
        raise WireError("a parcel's header is not canonical (WIRE 2)")
    return header, header_raw


def _records(entries: Iterable[Entry]) -> Iterable[bytes]:
    for entry in entries:
        yield _LENGTHS.pack(len(entry.raw), 0 if entry.body is None else len(entry.body) + 1)
        yield entry.raw
        if entry.body is not None:
            yield entry.body


def _entries(records: bytes) -> tuple[Entry, ...]:
    found: list[Entry] = []
    at = 0
    while at < len(records):
        if len(found) == BATCH_ENTRIES or at + _LENGTHS.size > len(records):
            raise WireError("entries are more than WIRE 6 allows, or cut")
        header_bytes, body_bytes = _LENGTHS.unpack_from(records, at)
        middle = at + _LENGTHS.size + header_bytes
        at = middle + max(body_bytes - 1, 0)
        if at > len(records):
            raise WireError("an entry is cut (WIRE 3)")
        try:
            body = records[middle:at] if body_bytes else None
            found.append(Entry.parse(records[middle - header_bytes : middle], body))
        except MalformedError as error:
            raise WireError(error.message) from error
    return tuple(found)


def _info(kind: ParcelKind, sender: str) -> bytes:
    return f"kvv-kiosk/{kind}/1|{sender}".encode("ascii")


def _parse(kind: type[Note], raw: bytes) -> Note:
    try:
        value = kind.model_validate_json(raw)
    except ValidationError:  # its text would quote what came in
        raise WireError(f"this is no {kind.__name__} as WIRE.md says") from None
    if value.model_fields_set != set(kind.model_fields):
        raise WireError(f"a {kind.__name__} lacks a field that WIRE.md names")
    return value
