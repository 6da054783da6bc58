"""One store key in several slots: any of them opens it, nobody without it can change the list."""

import pytest

from modules.canonical import canonical
from modules.errors import MalformedError, UntrustedError
from sync.envelope import (
    Envelope,
    Grant,
    Lock,
    Request,
    Slot,
    SlotKind,
    check,
    enveloped,
    granted,
    opened,
    read_as,
    slot_pair,
    taken,
)

KEY, OTHER_KEY = b"\x07" * 32, b"\x08" * 32
SECRETS = {kind: bytes([number]) * 32 for number, kind in enumerate(SlotKind, start=1)}
PAIRS = {kind: slot_pair(kind, secret) for kind, secret in SECRETS.items()}


def _lock(kind: SlotKind, number: int = 1) -> Lock:
    return Lock(id=f"{number:08x}", kind=kind, sealing=PAIRS[kind].sealing)


def _envelope(*kinds: SlotKind) -> Envelope:
    return enveloped(KEY, 1, [_lock(kind, number) for number, kind in enumerate(kinds)])


def test_every_slot_opens_the_same_key_and_no_other_secret_does() -> None:
    envelope = _envelope(*SlotKind)
    for slot in envelope.slots:
        for kind, pair in PAIRS.items():
            if kind is slot.lock.kind:
                assert opened(envelope, slot, pair.opening) == KEY
            else:
                with pytest.raises(UntrustedError):
                    opened(envelope, slot, pair.opening)


def test_the_same_secret_is_another_key_in_another_kind_of_slot() -> None:
    assert slot_pair(SlotKind.CREDENTIAL, KEY) != slot_pair(SlotKind.KEY_FILE, KEY)


def test_a_new_key_is_sealed_to_the_same_slots_without_their_secrets() -> None:
    before = _envelope(SlotKind.CREDENTIAL, SlotKind.ESCROW)
    after = enveloped(OTHER_KEY, 2, before.locks)
    assert after.locks == before.locks
    assert [opened(after, slot, PAIRS[slot.lock.kind].opening) for slot in after.slots] == [OTHER_KEY] * 2


def test_whoever_lacks_the_key_cannot_plant_a_slot_drop_one_or_turn_back_the_count() -> None:
    envelope = _envelope(SlotKind.CREDENTIAL, SlotKind.ESCROW)
    planted = enveloped(OTHER_KEY, 1, [_lock(SlotKind.PASSPHRASE, 9)]).slots[0]
    changed = (
        envelope.model_copy(update={"slots": (*envelope.slots, planted)}),
        envelope.model_copy(update={"slots": envelope.slots[:1]}),
        envelope.model_copy(update={"slots": envelope.slots[::-1]}),
    )
    for found in changed:
        slot = next(slot for slot in found.slots if slot.lock.kind is SlotKind.CREDENTIAL)
        with pytest.raises(UntrustedError, match="changed by somebody without its key"):
            opened(found, slot, PAIRS[SlotKind.CREDENTIAL].opening)
    with pytest.raises(UntrustedError):
        check(envelope.model_copy(update={"generation": 2}), KEY)


def test_a_slots_seal_holds_for_its_own_lock_and_generation_only() -> None:
    envelope = _envelope(SlotKind.CREDENTIAL)
    (slot,) = envelope.slots
    renamed = Slot(lock=slot.lock.model_copy(update={"id": "0000000f"}), sealed=slot.sealed)
    for found in (
        envelope.model_copy(update={"slots": (renamed,)}),
        envelope.model_copy(update={"generation": 2}),
    ):
        with pytest.raises(UntrustedError):
            opened(found, found.slots[0], PAIRS[SlotKind.CREDENTIAL].opening)


def test_a_grant_opens_on_the_machine_that_asked_and_nowhere_else() -> None:
    grant = granted(Request(lock=_lock(SlotKind.CREDENTIAL)), KEY)
    assert taken(grant, PAIRS[SlotKind.CREDENTIAL].opening) == KEY
    for found, pair in (
        (grant, PAIRS[SlotKind.KEY_FILE]),
        (grant.model_copy(update={"lock": _lock(SlotKind.CREDENTIAL, 2)}), PAIRS[SlotKind.CREDENTIAL]),
    ):
        with pytest.raises(UntrustedError):
            taken(found, pair.opening)


def test_files_are_read_as_they_were_written_and_nothing_else_is_taken_for_one() -> None:
    envelope = _envelope(SlotKind.CREDENTIAL)
    assert read_as(Envelope, canonical(envelope), "envelope") == envelope
    request = Request(lock=_lock(SlotKind.CREDENTIAL))
    assert read_as(Request, canonical(request), "request") == request
    no_key = canonical(request).replace(b"mlkem768-x25519:", b"mlkem768-x25519:AAAA")
    for kind, raw in ((Envelope, b""), (Envelope, canonical(request)), (Grant, canonical(request)), (Request, no_key)):
        with pytest.raises(MalformedError):
            read_as(kind, raw, "such file")
