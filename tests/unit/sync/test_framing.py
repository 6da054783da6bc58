"""A parcel's bytes: what goes in comes out, and nothing else ever does."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.errors import ProductError, SignatureError, UntrustedError, WireError
from modules.ids import EntryId
from modules.journal import Entry
from modules.signed import Purpose, SoftwareSigner
from sync.framing import (
    PLAIN_BYTES,
    Parcel,
    Sender,
    check_signature,
    open_batch,
    open_feed,
    open_receipt,
    pack_batch,
    pack_feed,
    pack_receipt,
    padded_bytes,
    read_header,
    read_parcel,
    read_signed_note,
    signed_note,
)
from sync.sealed import SEED_BYTES, key_id_of, key_pair, seal
from sync.wire import BATCH_ENTRIES, PARCEL_BYTES, Feed, Manifest, ParcelHeader, Receipt
from tests.makers import GATEWAY, INSTITUTION, NOON, TERMINAL, TERMINAL_SIGNER, a_roster, an_id, answered, entries

OPENING, SEALING = key_pair(b"\x07" * SEED_BYTES)
OTHER_OPENING, OTHER_SEALING = key_pair(b"\x08" * SEED_BYTES)
GATEWAY_SIGNER = SoftwareSigner(b"gateways" * 4)
TO_GATEWAY = Sender(TERMINAL, TERMINAL_SIGNER, SEALING)
TO_TERMINALS = Sender(GATEWAY, GATEWAY_SIGNER, SEALING)
BATCH = EntryId(an_id("", 900))
SOME = (*entries(answered(), answered("basics.debts")), *(one.erased() for one in entries(answered("work.before"))))


def a_batch(written: tuple[Entry, ...] = SOME) -> bytes:
    return pack_batch(TO_GATEWAY, BATCH, 7, Manifest(position=12), written)


WHOLE = pack_batch(TO_GATEWAY, BATCH, 7, Manifest(position=12), SOME)


def a_receipt() -> Receipt:
    return Receipt(gateway=GATEWAY, terminal=TERMINAL, batch=BATCH, number=7, heads=(), new=0, time_ms=NOON)


def a_feed() -> Feed:
    return Feed(gateway=GATEWAY, institution=INSTITUTION, after=3, position=9, time_ms=NOON, roster=a_roster())


def opened(raw: bytes) -> object:
    parcel = read_parcel(raw)
    check_signature(parcel, TERMINAL_SIGNER.public_key)
    return open_batch(parcel, OPENING)


def test_a_batch_comes_out_as_it_went_in() -> None:
    parcel = read_parcel(a_batch())
    check_signature(parcel, TERMINAL_SIGNER.public_key)
    batch = open_batch(parcel, OPENING)
    assert batch.entries == SOME
    assert batch.manifest == Manifest(position=12)
    assert (batch.header.number, batch.header.sender, batch.header.to) == (7, TERMINAL, key_id_of(SEALING))


def test_a_batch_can_hold_nothing_at_all() -> None:
    assert open_batch(read_parcel(a_batch(())), OPENING).entries == ()


def test_a_receipt_and_a_feed_come_out_as_they_went_in() -> None:
    assert open_receipt(read_parcel(pack_receipt(TO_TERMINALS, BATCH, a_receipt())), OPENING) == a_receipt()
    assert open_feed(read_parcel(pack_feed(TO_TERMINALS, BATCH, a_feed(), SOME)), OPENING) == (a_feed(), SOME)


def test_the_front_of_a_parcel_says_what_it_is() -> None:
    assert read_header(pack_feed(TO_TERMINALS, BATCH, a_feed(), ())[:4096]).number == 9


@given(st.data())
def test_one_flipped_bit_anywhere_is_refused(data: st.DataObject) -> None:
    raw = bytearray(WHOLE)
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(ProductError):
        opened(bytes(raw))


@given(st.integers(0, 3000), st.binary(max_size=40))
def test_bytes_that_are_no_parcel_are_refused_by_name(cut: int, tail: bytes) -> None:
    with pytest.raises(WireError):
        read_parcel(WHOLE[: min(cut, len(WHOLE) - 1)] + tail)


def test_a_batch_of_another_terminal_does_not_pass_for_this_one() -> None:
    other = SoftwareSigner(b"somebody" * 4)
    with pytest.raises(SignatureError):
        check_signature(read_parcel(a_batch()), other.public_key)


def test_a_batch_sealed_to_another_gateway_does_not_open() -> None:
    raw = pack_batch(Sender(TERMINAL, TERMINAL_SIGNER, OTHER_SEALING), BATCH, 7, Manifest(), SOME)
    with pytest.raises(UntrustedError):
        open_batch(read_parcel(raw), OPENING)


def test_what_one_terminal_sealed_cannot_be_sent_on_by_another() -> None:
    parcel = read_parcel(a_batch())
    header = parcel.header.model_copy(update={"sender": an_id("t-", 99)})
    stolen = Parcel(header, header.raw, b"", parcel.sealed)
    with pytest.raises(UntrustedError):
        open_batch(stolen, OPENING)


@pytest.mark.parametrize("wrong", [open_receipt, open_feed])
def test_a_batch_is_never_taken_for_another_kind(wrong: object) -> None:
    with pytest.raises(WireError):
        wrong(read_parcel(a_batch()), OPENING)  # type: ignore[operator]


def test_a_signature_for_a_receipt_is_none_for_a_feed() -> None:
    parcel = read_parcel(pack_receipt(TO_TERMINALS, BATCH, a_receipt()))
    header = parcel.header.model_copy(update={"kind": "feed"})
    with pytest.raises(SignatureError):
        check_signature(Parcel(header, header.raw, parcel.signature, parcel.sealed), GATEWAY_SIGNER.public_key)


def _sealed_as_batch(packed: bytes) -> Parcel:
    sealed = seal(SEALING, f"kvv-kiosk/entries/1|{TERMINAL}".encode(), packed)
    header = read_parcel(WHOLE).header.model_copy(update={"sealed_bytes": len(sealed)})
    return Parcel(header, header.raw, b"", sealed)


def test_a_bomb_is_refused_within_the_limit() -> None:
    bomb = zlib.compress(bytes(PLAIN_BYTES * 2), 9)
    assert len(bomb) < PARCEL_BYTES
    with pytest.raises(WireError, match="larger"):
        open_batch(_sealed_as_batch(bomb), OPENING)


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"no zlib at all",
        zlib.compress(b""),
        zlib.compress(struct.pack(">I", 500) + b"short"),
        zlib.compress(struct.pack(">I", 2) + b"{}"),
        zlib.compress(b"x" * 50)[:-4],
        zlib.compress(b"x" * 50) + b"what is this",
    ],
)
def test_a_payload_that_is_not_as_written_down_is_refused_by_name(packed: bytes) -> None:
    with pytest.raises(WireError):
        open_batch(_sealed_as_batch(packed), OPENING)


@pytest.mark.parametrize("tail", [b"\0\0\0", struct.pack(">II", 9999, 1), struct.pack(">II", 2, 1) + b"{}"])
def test_an_entry_that_is_cut_or_none_is_refused_by_name(tail: bytes) -> None:
    note = Manifest().model_dump_json().encode()
    with pytest.raises(WireError):
        open_batch(_sealed_as_batch(zlib.compress(struct.pack(">I", len(note)) + note + tail)), OPENING)


def test_more_than_fits_is_not_packed() -> None:
    with pytest.raises(WireError):
        pack_batch(TO_GATEWAY, BATCH, 1, Manifest(), SOME[:1] * (BATCH_ENTRIES + 1))
    with pytest.raises(WireError):
        read_parcel(bytes(PARCEL_BYTES + 1))


@given(st.integers(1, 1 << 24))
def test_a_size_class_holds_its_length_and_costs_at_most_an_eighth(length: int) -> None:
    padded = padded_bytes(length)
    assert length <= padded
    assert padded <= 1024 or padded <= length * 1.12 + 1
    assert padded_bytes(padded) == padded


def test_batches_of_like_size_cannot_be_told_apart_by_length() -> None:
    lengths = {len(a_batch(entries(*[answered(f"basics.q{number}")] * 2))) for number in range(10, 30)}
    assert len(lengths) == 1


def test_nothing_of_a_person_stands_in_a_batch_in_clear() -> None:
    raw = a_batch()
    for entry in SOME:
        assert entry.header.lane.subject.encode() not in raw
        assert entry.raw not in raw


def test_a_header_that_says_more_than_it_may_is_refused() -> None:
    header = read_parcel(a_batch()).header.raw
    longer = header[:-1] + b',"name":"x"}'
    with pytest.raises(WireError):
        read_parcel(struct.pack(">I", len(longer)) + longer + bytes(64))


def test_a_signed_note_is_read_only_with_its_writers_key() -> None:
    raw = signed_note(GATEWAY_SIGNER, Purpose.MEDIUM, Manifest(position=4))
    assert read_signed_note(Manifest, Purpose.MEDIUM, raw, GATEWAY_SIGNER.public_key) == Manifest(position=4)
    with pytest.raises(SignatureError):
        read_signed_note(Manifest, Purpose.MEDIUM, raw, TERMINAL_SIGNER.public_key)
    with pytest.raises(SignatureError):
        read_signed_note(Manifest, Purpose.RECEIPT, raw, GATEWAY_SIGNER.public_key)
    with pytest.raises(WireError):
        read_signed_note(Manifest, Purpose.MEDIUM, raw[:-1], GATEWAY_SIGNER.public_key)


def test_the_header_is_written_in_canonical_form() -> None:
    fields = list(ParcelHeader.model_fields)
    assert fields == sorted(fields)
