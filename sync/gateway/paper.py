"""The code on each page of a printed plan: what it says, and reading it back (PLAN.md).

- It carries the plan's digest, the page's number and that page's Dutch text, and the gateway's signature over all of
  it: whoever has the gateway's public key reads it with no network (SETTLED 15).
- It proves that such a plan was signed and came in here; never that the paper it stands on is untouched.
- A text that is too long is cut, so that the code stays one that a phone reads from paper.
- Not here: drawing it (typeset.py), what stands on a page (sheets.py), the words of a proof (proving.py).
"""

import base64
import binascii
import zlib
from dataclasses import dataclass
from typing import Final

from modules.errors import MalformedError, SignatureError
from modules.ids import Digest
from modules.signed import PublicKey, Purpose, Signature, Signer, verify

BEGINS: Final = "KVVP1:"
MOST_LETTERS: Final = 970  # of version 20 with error correction M, in a QR code's alphanumeric mode
MOST_TEXT_BYTES: Final = 4096
MOST_PAGES: Final = 255
CUT: Final = " …"
_DIGEST_BYTES, _KEY_BYTES, _SIGNATURE_BYTES = 32, 4, 64
_HEAD_BYTES = _KEY_BYTES + _DIGEST_BYTES + 2


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One page of a printed plan: of which plan, which page of how many, and its Dutch text."""

    plan: Digest
    page: int
    pages: int
    text: str


def paper_text(page: PaperPage, signer: Signer) -> str:
    """Gives the text of a page's code; words at the end are left out where the code grows too large to read."""
    text = page.text
    while len(said := _said(page, text, signer)) > MOST_LETTERS:
        kept = text.removesuffix(CUT).rsplit(maxsplit=1)[0]
        text = kept + CUT
    return said


def read_paper(text: str, keys: tuple[PublicKey, ...]) -> PaperPage:
    """Gives the page of a code, if one of these keys signed it.

    Raises:
        MalformedError: It is no such code.
        SignatureError: None of the keys made it, or it was changed.
    """
    payload, signed = _parts(text)
    for key in keys:
        if key.key_id.startswith(payload[:_KEY_BYTES].hex()):
            made = base64.b64encode(signed).decode("ascii")
            verify(Purpose.PAPER, payload, Signature(key_id=key.key_id, signature=made), key)
            return _page(payload)
    raise SignatureError("the code was made by another gateway")


def unproven_page(text: str) -> PaperPage:
    """Gives what a code says, proved by nobody.

    Raises:
        MalformedError: It is no such code.
    """
    return _page(_parts(text)[0])


def _said(page: PaperPage, text: str, signer: Signer) -> str:
    key = bytes.fromhex(signer.public_key.key_id)[:_KEY_BYTES]
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(text.encode("utf-8")) + packer.flush()
    payload = key + bytes.fromhex(page.plan) + bytes((page.page, page.pages)) + packed
    signed = base64.b64decode(signer.sign(Purpose.PAPER, payload).signature)
    return BEGINS + base64.b32encode(payload + signed).decode("ascii").rstrip("=")


def _parts(text: str) -> tuple[bytes, bytes]:
    letters = "".join(text.split())
    if not letters.startswith(BEGINS):
        raise MalformedError("this is no code of a plan")
    letters = letters.removeprefix(BEGINS)
    try:
        raw = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except binascii.Error as error:
        raise MalformedError("this is no code of a plan") from error
    if len(raw) <= _HEAD_BYTES + _SIGNATURE_BYTES:
        raise MalformedError("this is no code of a plan")
    return raw[:-_SIGNATURE_BYTES], raw[-_SIGNATURE_BYTES:]


def _page(payload: bytes) -> PaperPage:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        text = unpacker.decompress(payload[_HEAD_BYTES:], MOST_TEXT_BYTES).decode("utf-8")
    except (zlib.error, UnicodeDecodeError) as error:
        raise MalformedError("the text in this code cannot be read") from error
    if not unpacker.eof or unpacker.unused_data:
        raise MalformedError("the text in this code cannot be read")
    plan = payload[_KEY_BYTES : _KEY_BYTES + _DIGEST_BYTES].hex()
    return PaperPage(Digest(plan), payload[_HEAD_BYTES - 2], payload[_HEAD_BYTES - 1], text)
