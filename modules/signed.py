"""Sign and verify, each with a purpose, so that a signature made for one thing never serves another.

- What is signed is the DSSE pre-authentication encoding of purpose and payload (secure-systems-lab/dsse, protocol.md).
- Ed25519 (RFC 8032) only; the field `algorithm` is there so that a key held in a TPM can be P-256 one day.
- A private key is reached through the `Signer` port; `SoftwareSigner` is the one that holds its key in memory.
- Not here: where keys are kept (kiosk/store/keys.py, sync/gateway), and pack signatures (content/trust.py, TUF).
"""

import base64
from enum import StrEnum
from typing import Annotated, Literal, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import StringConstraints

from modules.canonical import digest
from modules.errors import SignatureError
from modules.ids import KeyId
from modules.values import Value

PublicKeyText = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]{43}=$")]
SignatureText = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]{86}==$")]


class Purpose(StrEnum):
    """What a signature is for; each value appears in the signed bytes."""

    BATCH = "kvv-kiosk/batch/1"
    RECEIPT = "kvv-kiosk/receipt/1"
    EXPORT = "kvv-kiosk/export/1"
    PAPER = "kvv-kiosk/paper/1"
    FEED = "kvv-kiosk/feed/1"
    MEDIUM = "kvv-kiosk/medium/1"
    PLAN = "kvv-kiosk/plan/1"
    PERSON_KEY = "kvv-kiosk/person-key/1"
    COUNTERSIGN = "kvv-kiosk/countersign/1"
    STAFF_KEY = "kvv-kiosk/staff-key/1"
    CHECKPOINT = "kvv-kiosk/checkpoint/1"


class PublicKey(Value):
    """An Ed25519 public key: 32 bytes, base64."""

    algorithm: Literal["ed25519"] = "ed25519"
    key: PublicKeyText

    @property
    def key_id(self) -> KeyId:
        """The first 16 bytes of the key's SHA-256, in hexadecimal."""
        return KeyId(digest(base64.b64decode(self.key))[:32])


class Signature(Value):
    """A signature and the key that made it; 64 bytes, base64."""

    key_id: KeyId
    signature: SignatureText


class Signer(Protocol):
    """Something that can sign with one private key, wherever that key lives."""

    @property
    def public_key(self) -> PublicKey:
        """The public half."""
        ...

    def sign(self, purpose: Purpose, payload: bytes) -> Signature:
        """Signs `payload` for `purpose`."""
        ...


class SoftwareSigner:
    """A signer that holds its 32-byte Ed25519 seed in memory."""

    def __init__(self, seed: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        raw = self._private.public_key().public_bytes_raw()
        self._public = PublicKey(key=base64.b64encode(raw).decode("ascii"))

    @property
    def public_key(self) -> PublicKey:
        """The public half."""
        return self._public

    def sign(self, purpose: Purpose, payload: bytes) -> Signature:
        """Signs `payload` for `purpose`."""
        raw = self._private.sign(signed_bytes(purpose, payload))
        return Signature(key_id=self._public.key_id, signature=base64.b64encode(raw).decode("ascii"))


def signed_bytes(purpose: Purpose, payload: bytes) -> bytes:
    """Gives the DSSE pre-authentication encoding of `payload` for `purpose`."""
    kind = purpose.value.encode("ascii")
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)


def verify(purpose: Purpose, payload: bytes, signature: Signature, key: PublicKey) -> None:
    """Returns only if `signature` was made by `key` over exactly this purpose and payload.

    Raises:
        SignatureError: It was not.
    """
    if signature.key_id != key.key_id:
        raise SignatureError("the signature was made by another key")
    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key.key))
        public.verify(base64.b64decode(signature.signature), signed_bytes(purpose, payload))
    except (InvalidSignature, ValueError) as error:
        raise SignatureError("the signature does not belong to these bytes") from error
