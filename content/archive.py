"""A pack as one zip archive: written to the same bytes every time, read with suspicion.

- Written: entries in order of name, a fixed time, deflate, no extra fields, plain files.
- Read: whatever is not exactly that is refused with a finding of its own; no name is ever changed into another.
- Limits: 2,000 entries, 512 MiB unpacked; an entry is unpacked in pieces and stopped at the size it declares.
- Not here: what the entries mean (pack.py).
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from pydantic import TypeAdapter, ValidationError

from content.findings import Finding
from modules.definition.manifest import EntryName
from modules.errors import PackError

MAX_ENTRIES = 2_000
MAX_TOTAL_BYTES = 512 * 1024 * 1024
_PIECE_BYTES = 64 * 1024
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LOCAL_HEADER_BYTES = 30
_CENTRAL_HEADER_BYTES = 46
_END_BYTES = 22
_LEVEL = 9
_UNIX = 3
_NAME: TypeAdapter[str] = TypeAdapter(EntryName)


def write_archive(entries: Mapping[str, bytes]) -> bytes:
    """Gives the zip archive of these entries; the same entries give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in sorted(entries):
            info = zipfile.ZipInfo(name, date_time=_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = _UNIX
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, entries[name])
    return buffer.getvalue()


def read_archive(raw: bytes) -> dict[str, bytes]:
    """Gives the entries of an archive.

    Raises:
        PackError: The archive is not one that `write_archive` could have made; each reason is a finding.
    """
    if len(raw) > MAX_TOTAL_BYTES:
        raise _refused([Finding("(archive)", "pack-size", "the archive is larger than 512 MiB")])
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            found = [*_shape_findings(archive, raw)] or [
                finding for info in archive.infolist() for finding in _entry_findings(info)
            ]
            if found:
                raise _refused(found)
            return {info.filename: _unpack(archive, info) for info in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _refused([Finding("(archive)", "zip-broken", "the archive cannot be read to its end")]) from error


def _refused(findings: list[Finding]) -> PackError:
    return PackError("a pack's archive was refused", hint=findings[0].remedy, findings=findings)


def _shape_findings(archive: zipfile.ZipFile, raw: bytes) -> Iterator[Finding]:
    infos = archive.infolist()
    if len(infos) > MAX_ENTRIES:
        yield Finding("(archive)", "zip-count", f"the archive has {len(infos)} entries")
    if sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
        yield Finding("(archive)", "pack-size", "the entries declare more than 512 MiB together")
    names = [info.filename for info in infos]
    for name in sorted({name for name in names if names.count(name) > 1} if len(infos) <= MAX_ENTRIES else ()):
        yield Finding(ascii(name), "zip-twice", "two entries share this name")
    declared = _END_BYTES + sum(
        _LOCAL_HEADER_BYTES + _CENTRAL_HEADER_BYTES + 2 * len(info.orig_filename.encode()) + info.compress_size
        for info in infos
    )
    if declared != len(raw) or archive.comment:
        yield Finding("(archive)", "zip-extra", "the archive holds other bytes than its entries")


def _entry_findings(info: zipfile.ZipInfo) -> Iterator[Finding]:
    place = ascii(info.orig_filename)
    try:
        _NAME.validate_python(info.orig_filename)
    except ValidationError:
        yield Finding(place, "zip-name", "this name is not allowed in a pack")
    if info.filename != info.orig_filename:
        yield Finding(place, "zip-name", "this name would be changed on reading")
    if stat.S_IFMT(info.external_attr >> 16) != stat.S_IFREG or info.is_dir():
        yield Finding(place, "zip-kind", "this entry is not a plain file")
    if info.flag_bits & 0x1 or info.compress_type != zipfile.ZIP_DEFLATED:
        yield Finding(place, "zip-method", "this entry is encrypted or not deflated")


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    pieces, got_bytes = [], 0
    with archive.open(info) as stream:
        while piece := stream.read(_PIECE_BYTES):
            got_bytes += len(piece)
            if got_bytes > info.file_size:
                break
            pieces.append(piece)
    if got_bytes != info.file_size:
        raise _refused([Finding(ascii(info.orig_filename), "zip-lies", "this entry is not as large as it declares")])
    return b"".join(pieces)
