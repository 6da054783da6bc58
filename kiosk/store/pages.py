"""The bytes of an encrypted file and of its log, not opened: whose pages they are, and whether one is missing.

- A page ends in a random vector and an HMAC-SHA-512 over itself and its number; the HMAC's key comes from the file's
  key and its first 16 bytes. One page that fits tells that the key is right, whatever became of the first page.
- The log is a header and frames; each frame's checksum goes on from the one before, so SQLite leaves out a frame that
  does not fit and all after it, also whole ones. `mended` makes the checksums anew: then only the pages speak.
- Not here: reading rows (vault.py), what is done about damage (healing.py).
"""

import hmac
import struct
from collections.abc import Iterator
from hashlib import pbkdf2_hmac
from itertools import islice
from pathlib import Path
from typing import NamedTuple

PAGE_BYTES = 4096
_HMAC_BYTES = 64
_SALT_BYTES = 16
_SALT_MASK = 0x3A
_LOOKED_AT = 256
_PLAIN = b"SQLite format 3\x00"
_LOG_HEADER, _FRAME_HEADER = struct.Struct(">8I"), struct.Struct(">6I")
_MAGIC_LITTLE, _MAGIC_BIG = 0x377F0682, 0x377F0683


class Sum(NamedTuple):
    """A checksum of the log, in its two halves."""

    first: int
    second: int


def is_plain(path: Path) -> bool:
    """Tells whether a file can't be a store: not encrypted, or not made of pages."""
    with path.open("rb") as file:
        begins = file.read(len(_PLAIN))
    return begins == _PLAIN or path.stat().st_size % PAGE_BYTES != 0


def is_store_of(path: Path, key: bytes) -> bool:
    """Tells whether a page of a file was written with this key; looks at the first few hundred."""
    return any(islice(_fits(path, key), _LOOKED_AT))


def pages_wrong(path: Path, key: bytes) -> int:
    """Gives how many pages of a file are not as they were written with this key; none where there is no file."""
    return sum(not fits for fits in _fits(path, key)) if path.is_file() else 0


def _fits(path: Path, key: bytes) -> Iterator[bool]:
    """Gives of each page whether it was written with this key."""
    with path.open("rb") as file:
        salt = file.read(_SALT_BYTES)
        with_mask = bytes(byte ^ _SALT_MASK for byte in salt)
        hmac_key = pbkdf2_hmac("sha512", key, with_mask, 2, len(key))
        file.seek(0)
        pages = iter(lambda: file.read(PAGE_BYTES), b"")
        for number, page in enumerate(pages, start=1):
            signed = page[_SALT_BYTES if number == 1 else 0 : -_HMAC_BYTES] + struct.pack("<I", number)
            yield hmac.digest(hmac_key, signed, "sha512") == page[-_HMAC_BYTES:]


def is_torn(log: Path) -> bool:
    """Tells whether a log has a frame that does not fit, and after it more of the same time.

    It is so after damage, and may be so after a power cut in the middle of a commit that nobody was told of.
    """
    found = log.read_bytes() if log.is_file() else b""
    return len(_fitting(found)) < len(_frames(found))


def mended(log: bytes) -> bytes:
    """Gives a log whose checksums fit again, as far as its frames are of the same time."""
    if not _frames(log):
        return b""
    header = _LOG_HEADER.unpack_from(log)
    running = _sum(log[:24], Sum(0, 0), header[0])
    made = bytearray(log[:24] + struct.pack(">2I", *running))
    for start in _frames(log):
        head, page = log[start : start + 8], log[start + _FRAME_HEADER.size :][:PAGE_BYTES]
        running = _sum(page, _sum(head, running, header[0]), header[0])
        made += head + log[16:24] + struct.pack(">2I", *running) + page
    return bytes(made)


def _frames(log: bytes) -> list[int]:
    """Gives where the frames that belong to the log's header begin."""
    if len(log) < _LOG_HEADER.size or _LOG_HEADER.unpack_from(log)[0] not in (_MAGIC_LITTLE, _MAGIC_BIG):
        return []
    size = _FRAME_HEADER.size + PAGE_BYTES
    starts = range(_LOG_HEADER.size, len(log) - size + 1, size)
    of_same_time = [start for start in starts if log[start + 8 : start + 16] == log[16:24]]
    last = of_same_time[-1] if of_same_time else -1
    return [start for start in starts if start <= last]


def _fitting(log: bytes) -> list[int]:
    fitting: list[int] = []
    frames = _frames(log)
    if not frames:
        return fitting
    magic = _LOG_HEADER.unpack_from(log)[0]
    running = _sum(log[:24], Sum(0, 0), magic)
    for start in frames:
        page = log[start + _FRAME_HEADER.size :][:PAGE_BYTES]
        running = _sum(page, _sum(log[start : start + 8], running, magic), magic)
        if log[start + 8 : start + 24] != log[16:24] + struct.pack(">2I", *running):
            break
        fitting.append(start)
    return fitting


def _sum(raw: bytes, running: Sum, magic: int) -> Sum:
    first, second = running
    words = struct.unpack(f"{'>' if magic == _MAGIC_BIG else '<'}{len(raw) // 4}I", raw)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return Sum(first, second)
