"""Seal to a recipient's key and open it there: HPKE single-shot (RFC 9180), hybrid post-quantum by default.

- `mlkem768-x25519` follows draft-ietf-hpke-pq; `x25519` is RFC 9180's own suite and stays accepted.
- A key text is `<suite>:<base64 of the raw key>`: public 1,216 or 32 bytes, private 96 (ML-KEM seed ‖ X25519) or 32.
- `info` binds what is sealed to its use and recipient; opening with another `info` fails.
- Not here: signing (modules/signed.py), lane bodies (bodies.py), where private keys are kept.
"""

import base64
from functools import lru_cache
from typing import Annotated, Final, Literal, NewType

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from pydantic import StringConstraints

from modules.canonical import digest
from modules.errors import UntrustedError, WireError
from modules.ids import KeyId

SealingKey = NewType("SealingKey", Annotated[str, StringConstraints(pattern=r"^(mlkem768-)?x25519:[A-Za-z0-9+/=]+$")])
OpeningKey = NewType("OpeningKey", Annotated[str, StringConstraints(pattern=r"^(mlkem768-)?x25519:[A-Za-z0-9+/=]+$")])

HYBRID: Final = "mlkem768-x25519"
CLASSICAL: Final = "x25519"
_SUITES = {
    HYBRID: hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM),
    CLASSICAL: hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM),
}
_MLKEM_PUBLIC_BYTES = 1184
_MLKEM_SEED_BYTES = 64
SEED_BYTES = _MLKEM_SEED_BYTES + 32
KEPT_KEYS = 16  # a key is told apart once, not at each parcel: that takes longer than opening one


def key_pair(seed: bytes) -> tuple[OpeningKey, SealingKey]:
    """Gives the hybrid key pair of a 96-byte random seed."""
    mlkem = MLKEM768PrivateKey.from_seed_bytes(seed[:_MLKEM_SEED_BYTES])
    x25519 = X25519PrivateKey.from_private_bytes(seed[_MLKEM_SEED_BYTES:])
    public = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
    return OpeningKey(_text(HYBRID, seed)), SealingKey(_text(HYBRID, public))


@lru_cache(maxsize=KEPT_KEYS)
def key_id_of(key: SealingKey) -> KeyId:
    """The first 16 bytes of the public key's SHA-256, in hexadecimal."""
    return KeyId(digest(_raw(key)[1])[:32])


def suite_of(key: SealingKey) -> Literal["mlkem768-x25519", "x25519"]:
    """Gives the suite a key is of.

    Raises:
        WireError: The key is not one of the suites here.
    """
    return HYBRID if _raw(key)[0] == HYBRID else CLASSICAL


def seal(to: SealingKey, info: bytes, plain: bytes) -> bytes:
    """Seals `plain` to the holder of `to`, bound to `info`.

    Raises:
        WireError: The key is not one of the suites here.
    """
    suite, raw = _raw(to)
    return _SUITES[suite].encrypt(plain, _public(suite, raw), info)


def open_sealed(with_key: OpeningKey, info: bytes, sealed: bytes) -> bytes:
    """Gives what was sealed to this key with this `info`.

    Raises:
        UntrustedError: It was not sealed to this key, with this info, or it was changed.
    """
    suite, raw = _raw(with_key)
    try:
        return _SUITES[suite].decrypt(sealed, _private(suite, raw), info)
    except (InvalidTag, ValueError) as error:
        raise UntrustedError("what was sealed does not open with this key") from error


@lru_cache(maxsize=KEPT_KEYS)
def _public(suite: str, raw: bytes) -> hpke.MLKEM768X25519PublicKey | X25519PublicKey:
    if suite == CLASSICAL:
        return X25519PublicKey.from_public_bytes(raw)
    return hpke.MLKEM768X25519PublicKey(
        MLKEM768PublicKey.from_public_bytes(raw[:_MLKEM_PUBLIC_BYTES]),
        X25519PublicKey.from_public_bytes(raw[_MLKEM_PUBLIC_BYTES:]),
    )


@lru_cache(maxsize=KEPT_KEYS)
def _private(suite: str, raw: bytes) -> hpke.MLKEM768X25519PrivateKey | X25519PrivateKey:
    if suite == CLASSICAL:
        return X25519PrivateKey.from_private_bytes(raw)
    return hpke.MLKEM768X25519PrivateKey(
        MLKEM768PrivateKey.from_seed_bytes(raw[:_MLKEM_SEED_BYTES]),
        X25519PrivateKey.from_private_bytes(raw[_MLKEM_SEED_BYTES:]),
    )


def _text(suite: str, raw: bytes) -> str:
    return f"{suite}:{base64.b64encode(raw).decode('ascii')}"


@lru_cache(maxsize=KEPT_KEYS)
def _raw(key: SealingKey | OpeningKey) -> tuple[str, bytes]:
    suite, _, text = key.partition(":")
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise WireError("a sealing key is not base64") from error
    if suite not in _SUITES:
        raise WireError("a sealing key names a suite that is not known here")
    return suite, raw
