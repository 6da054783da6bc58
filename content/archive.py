"""A pack as one zip archive: written to the same bytes every time, read with suspicion.

- Written: entries in order of name, stored as they are, a fixed time, no extra fields, plain files. Nothing is
  compressed: the bytes would depend on the machine's zlib, and sound and pictures are compressed already.
- Read: whatever is not exactly that is refused with a finding of its own; no name is ever changed into another. Last
  of all the archive is written again from its entries and must be the same, so nothing can hide beside them.
- Limits: 2,000 entries, 512 MiB; an entry is read in pieces and stopped at the size it declares.
- Not here: what the entries mean (pack.py).
"""

import io
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping

from pydantic import TypeAdapter, ValidationError

from content.findings import Finding
from modules.definition.manifest import EntryName
from modules.errors import PackError

MAX_ENTRIES = 2_000
MAX_TOTAL_BYTES = 512 * 1024 * 1024
_PIECE_BYTES = 64 * 1024
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = stat.S_IFREG | 0o644
_WHOLE = "(archive)"
_NAME: TypeAdapter[str] = TypeAdapter(EntryName)


def write_archive(entries: Mapping[str, bytes]) -> bytes:
    """Gives the zip archive of these entries; the same entries give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(entries):
            info = zipfile.ZipInfo(name, date_time=_EPOCH)
            info.create_system = _UNIX
            info.external_attr = _MODE << 16
            archive.writestr(info, entries[name])
    return buffer.getvalue()


def read_archive(raw: bytes) -> dict[str, bytes]:
    """Gives the entries of an archive.

    Raises:
        PackError: The archive is not one that `write_archive` could have made; each reason is a finding.
    """
    if len(raw) > MAX_TOTAL_BYTES:
        raise _refused([Finding(_WHOLE, "pack-size", "the archive is larger than 512 MiB")])
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            infos = archive.infolist()
            if found := [*_shape_findings(infos)] or [one for info in infos for one in _entry_findings(info)]:
                raise _refused(found)
            entries = {info.filename: _read(archive, info) for info in infos}
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _refused([Finding(_WHOLE, "zip-broken", "the archive cannot be read to its end")]) from error
    if write_archive(entries) != raw:
        raise _refused([Finding(_WHOLE, "zip-extra", "the archive holds more or other bytes than its entries")])
    return entries


def _refused(findings: list[Finding]) -> PackError:
    return PackError("a pack's archive was refused", hint=findings[0].remedy, findings=findings)


def _shape_findings(infos: list[zipfile.ZipInfo]) -> Iterator[Finding]:
    if len(infos) > MAX_ENTRIES:
        yield Finding(_WHOLE, "zip-count", f"the archive has {len(infos)} entries")
    if sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
        yield Finding(_WHOLE, "pack-size", "the entries declare more than 512 MiB together")
    for name, count in Counter(info.filename for info in infos).items():
        if count > 1:
            yield Finding(ascii(name), "zip-twice", f"{count} entries share this name")


def _entry_findings(info: zipfile.ZipInfo) -> Iterator[Finding]:
    place = ascii(info.orig_filename)
    try:
        _NAME.validate_python(info.orig_filename)
    except ValidationError:
        yield Finding(place, "zip-name", "this name is not allowed in a pack")
    if info.external_attr >> 16 != _MODE:
        yield Finding(place, "zip-kind", "this entry is not a plain file")
    if info.flag_bits & 0x1 or info.compress_type != zipfile.ZIP_STORED:
        yield Finding(place, "zip-method", "this entry is encrypted or compressed")


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    pieces, got_bytes = [], 0
    with archive.open(info) as stream:
        while got_bytes <= info.file_size and (piece := stream.read(_PIECE_BYTES)):
            got_bytes += len(piece)
            pieces.append(piece)
    if got_bytes != info.file_size:
        raise _refused([Finding(ascii(info.orig_filename), "zip-lies", "this entry is not as large as it declares")])
    return b"".join(pieces)
