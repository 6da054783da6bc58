"""Signatures, each for one purpose."""

import base64

import pytest

from modules.errors import SignatureError
from modules.signed import PublicKey, Purpose, Signature, SoftwareSigner, signed_bytes, verify
from tests.makers import OTHER_TERMINAL_SIGNER, TERMINAL_SIGNER

PAYLOAD = b"wat er getekend wordt"


def _changed(text: str, at: int = 10) -> str:
    raw = bytearray(base64.b64decode(text))
    raw[at] ^= 1
    return base64.b64encode(bytes(raw)).decode("ascii")


def test_a_signature_verifies_under_its_key_for_its_purpose() -> None:
    signature = TERMINAL_SIGNER.sign(Purpose.BATCH, PAYLOAD)
    verify(Purpose.BATCH, PAYLOAD, signature, TERMINAL_SIGNER.public_key)


@pytest.mark.parametrize("purpose", [purpose for purpose in Purpose if purpose is not Purpose.BATCH])
def test_a_signature_for_one_purpose_serves_no_other(purpose: Purpose) -> None:
    signature = TERMINAL_SIGNER.sign(Purpose.BATCH, PAYLOAD)
    with pytest.raises(SignatureError):
        verify(purpose, PAYLOAD, signature, TERMINAL_SIGNER.public_key)


def test_changed_bytes_are_not_what_was_signed() -> None:
    signature = TERMINAL_SIGNER.sign(Purpose.PLAN, PAYLOAD)
    with pytest.raises(SignatureError):
        verify(Purpose.PLAN, PAYLOAD + b".", signature, TERMINAL_SIGNER.public_key)


def test_a_changed_signature_is_none() -> None:
    signature = TERMINAL_SIGNER.sign(Purpose.PLAN, PAYLOAD)
    changed = Signature(key_id=signature.key_id, signature=_changed(signature.signature))
    with pytest.raises(SignatureError):
        verify(Purpose.PLAN, PAYLOAD, changed, TERMINAL_SIGNER.public_key)


def test_another_key_is_refused_also_under_a_borrowed_name() -> None:
    signature = OTHER_TERMINAL_SIGNER.sign(Purpose.PLAN, PAYLOAD)
    borrowed = Signature(key_id=TERMINAL_SIGNER.public_key.key_id, signature=signature.signature)
    for given in (signature, borrowed):
        with pytest.raises(SignatureError):
            verify(Purpose.PLAN, PAYLOAD, given, TERMINAL_SIGNER.public_key)


def test_a_key_that_is_no_point_of_the_curve_verifies_nothing() -> None:
    key = PublicKey(key=base64.b64encode(b"\xff" * 32).decode("ascii"))
    signature = Signature(key_id=key.key_id, signature=TERMINAL_SIGNER.sign(Purpose.PLAN, PAYLOAD).signature)
    with pytest.raises(SignatureError):
        verify(Purpose.PLAN, PAYLOAD, signature, key)


def test_what_is_signed_names_purpose_and_lengths() -> None:
    # DSSE v1: "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body
    assert signed_bytes(Purpose.PLAN, b"abc") == b"DSSEv1 16 kvv-kiosk/plan/1 3 abc"


def test_the_signer_is_ed25519_as_rfc_8032_has_it() -> None:
    # RFC 8032, 7.1, test 1: the public key of this seed
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert base64.b64decode(SoftwareSigner(seed).public_key.key).hex() == public
