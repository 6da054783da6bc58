"""The code on a page of paper: which pack, which page, and which items stand on it; nothing about any person.

    scanned   kvv-paper/1 reflector 4 3f9a2c 2/31 hand_in basics.debts,basics.income
    typed     0ZJD-4C01-0Y02-3T   the pack's digest, the page, the items by their place in the pack, and a check

- Letters that look alike are read alike (O as 0, I and L as 1); a letter that is wrong is found by the check.
- The pack itself is needed to read it, and it has to be the very pack that was printed.
- Not here: the picture of the code (forms.py).
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from modules.errors import MalformedError
from modules.ids import Digest, ItemId

KIND = "kvv-paper/1"
DIGEST_LETTERS = 6
MOST_PAGES = 255
KEPT, HANDED_IN = "kept", "hand_in"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("OIL", "011")
_CHECK_LETTERS = 2
_MORE = 0x80
_SCANNED = re.compile(
    rf"{KIND} (?P<pack>[a-z][a-z0-9_]*) (?P<version>\d{{1,16}}) (?P<digest>[0-9a-f]{{{DIGEST_LETTERS}}}) "
    rf"(?P<page>\d{{1,3}})/(?P<pages>\d{{1,3}}) (?P<way>{KEPT}|{HANDED_IN}) ?(?P<items>[a-z0-9_.,]*)"
)


@dataclass(frozen=True, slots=True)
class Page:
    """What one page holds; `is_kept` where only the person himself may read it."""

    number: int
    items: tuple[ItemId, ...]
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """The pack that was printed: its name, version and digest, and its items in order."""

    pack: str
    version: int
    digest: Digest
    order: tuple[ItemId, ...]


def scanned_code(printed: Printed, page: Page, pages: int) -> str:
    """Gives the text in the picture of a page's code."""
    way = KEPT if page.is_kept else HANDED_IN
    pack = f"{printed.pack} {printed.version} {printed.digest[:DIGEST_LETTERS]}"
    return f"{KIND} {pack} {page.number}/{pages} {way} {','.join(page.items)}".strip()


def typed_code(printed: Printed, page: Page) -> str:
    """Gives the code of a page to be read and typed by a person, in groups of four."""
    places = [printed.order.index(item) for item in page.items]
    raw = bytes.fromhex(printed.digest[:DIGEST_LETTERS]) + bytes((page.number, page.is_kept)) + _steps(places)
    letters = _letters(raw)
    whole = letters + _check(letters)
    return "-".join(whole[at : at + 4] for at in range(0, len(whole), 4))


def read_code(code: str, printed: Printed) -> Page:
    """Gives what stands on the page that a code names, scanned or typed.

    Raises:
        MalformedError: It is no code, a letter is wrong, or it is of another pack.
    """
    text = code.strip()
    scanned = _SCANNED.fullmatch(text)
    if scanned:
        items = tuple(ItemId(one) for one in scanned["items"].split(",") if one)
        page = Page(int(scanned["page"]), items, scanned["way"] == KEPT)
        _is_of(scanned["digest"], printed)
    else:
        page = _typed(text, printed)
    if not set(page.items) <= set(printed.order):
        raise _refused("a code names an item that this pack does not have")
    return page


def _typed(text: str, printed: Printed) -> Page:
    letters = re.sub(r"[\s-]", "", text.upper()).translate(_ALIKE)
    body, check = letters[:-_CHECK_LETTERS], letters[-_CHECK_LETTERS:]
    head = DIGEST_LETTERS // 2 + 2
    if not body or set(letters) - set(_ALPHABET) or _check(body) != check:
        raise _refused("this is no code of a page, or a letter of it is wrong")
    raw = _bytes(body)
    if len(raw) < head:
        raise _refused("a code ends too early")
    _is_of(raw[: head - 2].hex(), printed)
    places = _places(raw[head:])
    if any(place >= len(printed.order) for place in places):
        raise _refused("a code names an item that this pack does not have")
    return Page(raw[head - 2], tuple(printed.order[place] for place in places), bool(raw[head - 1]))


def _is_of(digest: str, printed: Printed) -> None:
    if digest != printed.digest[:DIGEST_LETTERS]:
        raise _refused("a code is of another pack, or of another version of it")


def _refused(what: str) -> MalformedError:
    return MalformedError(what, hint="Look at the letters again; take the version of the pack that was printed.")


def _steps(places: Sequence[int]) -> bytes:
    """Gives places as steps from one to the next, each in as many groups of seven bits as it needs."""
    raw, before = bytearray(), -1
    for place in sorted(places):
        step, before = place - before, place
        while step >= _MORE:
            raw.append(_MORE | step % _MORE)
            step //= _MORE
        raw.append(step)
    return bytes(raw)


def _places(raw: bytes) -> list[int]:
    places, step, shift, before = [], 0, 0, -1
    for byte in raw:
        step |= byte % _MORE << shift
        shift += 7
        if byte < _MORE:
            before += step
            places.append(before)
            step, shift = 0, 0
    return places


def _letters(raw: bytes) -> str:
    bits = "".join(f"{byte:08b}" for byte in raw)
    bits += "0" * (-len(bits) % 5)
    return "".join(_ALPHABET[int(bits[at : at + 5], 2)] for at in range(0, len(bits), 5))


def _bytes(letters: str) -> bytes:
    bits = "".join(f"{_ALPHABET.index(letter):05b}" for letter in letters)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - len(bits) % 8, 8))


def _check(letters: str) -> str:
    left = zlib.crc32(letters.encode()) % len(_ALPHABET) ** _CHECK_LETTERS
    return _ALPHABET[left // len(_ALPHABET)] + _ALPHABET[left % len(_ALPHABET)]
