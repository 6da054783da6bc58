"""The one way from a value to bytes (RFC 8785, JSON Canonicalization Scheme), and its digest.

- Whatever is signed or digested as JSON goes through `canonical`; nothing else in the house sorts keys.
- Not here: what is signed (signed.py), and the chain's own hash over given bytes (journal.py).
"""

import hashlib
from typing import Any

import rfc8785
from pydantic import BaseModel

from modules.errors import MalformedError
from modules.ids import Digest


def canonical(value: Any) -> bytes:
    """Gives the RFC 8785 bytes of a model or of plain JSON (numbers within ±2^53).

    Raises:
        MalformedError: The value has no canonical form, such as NaN or an integer beyond 2^53.
    """
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    try:
        return rfc8785.dumps(plain)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        raise MalformedError("a value has no canonical JSON form") from error


def digest(raw: bytes) -> Digest:
    """Gives the SHA-256 of bytes, as 64 small hexadecimal digits."""
    return Digest(hashlib.sha256(raw).hexdigest())
