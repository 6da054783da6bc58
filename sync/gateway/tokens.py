"""RFC 3161 tokens read and checked: what digest, what time, by whom.

- Checked with certificates that were trusted beforehand, and nothing is fetched: a proof works with no network.
- Not here: getting tokens (stamps.py), the words (proving.py).
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from asn1crypto import cms, x509
from cryptography import x509 as pyca_x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko.sign.validation.status import TimestampSignatureStatus
from pyhanko_certvalidator import ValidationContext

from modules.errors import MalformedError
from modules.ids import Digest


@dataclass(frozen=True, slots=True)
class TokenProof:
    """What a token comes to: whether it holds for this digest and its authority is trusted; when, and by whom."""

    holds: bool
    is_trusted: bool
    time_ms: int
    authority: str


def trusting(roots: Iterable[pyca_x509.Certificate]) -> ValidationContext:
    """Gives what certificates are checked against: these and no others, with no network."""
    anchors = [x509.Certificate.load(root.public_bytes(Encoding.DER)) for root in roots]
    return ValidationContext(trust_roots=anchors, allow_fetching=False, revocation_mode="soft-fail")


def token_time_ms(token: bytes) -> int:
    """Gives the time a token says, whatever that is worth.

    Raises:
        MalformedError: It is no token.
    """
    said = _signed_data(token)["encap_content_info"]["content"].parsed
    return int(said["gen_time"].native.timestamp() * 1000)


def token_proof(token: bytes, plan: Digest, roots: Iterable[pyca_x509.Certificate]) -> TokenProof:
    """Gives what a token over a plan's digest comes to.

    Raises:
        MalformedError: It is no token.
    """
    signed = _signed_data(token)
    checked = validate_tst_signed_data(signed, trusting(roots), lambda name: _imprint(name, plan))
    try:
        status = TimestampSignatureStatus(**asyncio.run(checked))
    except (SignatureValidationError, ValueError, TypeError, KeyError) as error:
        raise MalformedError("a time stamp cannot be checked") from error
    authority = str(status.signing_cert.subject.native.get("common_name", ""))
    return TokenProof(bool(status.intact and status.valid), bool(status.trusted), token_time_ms(token), authority)


def _imprint(name: str, plan: Digest) -> bytes:
    return bytes.fromhex(plan) if name == "sha256" else b""


def _signed_data(token: bytes) -> cms.SignedData:
    try:
        info = cms.ContentInfo.load(token, strict=True)
        signed = info["content"]
        kind = signed["encap_content_info"]["content_type"].native
    except (ValueError, TypeError, KeyError) as error:
        raise MalformedError("this is no time stamp") from error
    if kind != "tst_info":
        raise MalformedError("this is no time stamp")
    return signed
