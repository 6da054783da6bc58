"""Each kind of hostile pack and release is refused by the program with a finding or an error of its own.

- The table holds every code there is for a built pack and a release; a new code must be given its fault here.
- Not here: random changes (tests/property/test_loading.py), the same on a terminal (tests/kiosk/test_loading.py).
"""

import io
import json
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from content.archive import MAX_ENTRIES, write_archive
from content.cli import main
from content.findings import CATALOGUE
from content.pack import DEFINITION, MANIFEST
from content.release import write_release
from modules.canonical import digest
from tests.content.made import ALL, DAY, a_pack, a_release, pack_entries

PLAIN = write_archive(pack_entries())
CENTRAL = PLAIN.index(b"PK\x01\x02")


def _entry(mode: int = stat.S_IFREG | 0o644, method: int = zipfile.ZIP_STORED) -> bytes:
    info = zipfile.ZipInfo("link")
    info.create_system, info.external_attr, info.compress_type = 3, mode << 16, method
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, b"\0" * 100_000)
    return buffer.getvalue()


def _declares(size: int) -> bytes:
    raw = bytearray(PLAIN)
    struct.pack_into("<L", raw, CENTRAL + 24, size)
    return bytes(raw)


def _twice() -> bytes:
    raw = write_archive({"a1": b"x", "a2": b"y"})
    return raw.replace(b"a2", b"a1")


def _changed(name: str, raw: bytes) -> bytes:
    return write_archive({**pack_entries(), name: raw})


def _with_definition(raw: bytes) -> bytes:
    manifest = json.loads(pack_entries()[MANIFEST])
    manifest["files"][0] |= {"sha256": digest(raw), "size_bytes": len(raw)}
    return write_archive({MANIFEST: json.dumps(manifest).encode(), DEFINITION: raw})


PACKS: Mapping[str, Callable[[], bytes]] = {
    "pack-size": lambda: _declares(0x2000_0001),
    "zip-broken": lambda: PLAIN[:-30],
    "zip-count": lambda: write_archive({f"f{number}": b"" for number in range(MAX_ENTRIES + 1)}),
    "zip-name": lambda: write_archive({"aaaaaaaaaaa": b"x"}).replace(b"aaaaaaaaaaa", b"../../etc/x"),
    "zip-twice": _twice,
    "zip-kind": lambda: _entry(stat.S_IFLNK | 0o777),
    "zip-method": lambda: _entry(method=zipfile.ZIP_DEFLATED),
    "zip-lies": lambda: _declares(len(pack_entries()[DEFINITION]) + 1),
    "zip-extra": lambda: PLAIN + b"more",
    "manifest-missing": lambda: write_archive({DEFINITION: b"{}"}),
    "manifest-broken": lambda: _changed(MANIFEST, b"{}"),
    "file-missing": lambda: write_archive({MANIFEST: pack_entries()[MANIFEST]}),
    "file-unlisted": lambda: _changed("extra.txt", b"x"),
    "file-digest": lambda: _changed(DEFINITION, pack_entries()[DEFINITION] + b" "),
    "definition-broken": lambda: _with_definition(b'{"type":"game"}'),
}


def _wrote(folder: Path) -> Path:
    write_release(folder, a_release(a_pack("kvv"), a_pack("reflector")))
    return folder


def _link(folder: Path) -> None:
    real = folder / "packs/kvv.zip"
    real.rename(folder / "elsewhere")
    real.symlink_to(folder / "elsewhere")


def _flip(folder: Path) -> None:
    file = folder / "packs/kvv.zip"
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)


def _other(folder: Path) -> None:
    raw, pack = a_pack("kvv", 2)
    signed_as = a_pack("kvv", 3)[1]
    write_release(folder, a_release((raw, signed_as)))
    assert pack.manifest.version != signed_as.manifest.version


def _signed_by(folder: Path, *names: str) -> None:
    write_release(folder, a_release(a_pack("kvv"), a_pack("reflector"), names=names))


RELEASES: Mapping[str, Callable[[Path], object]] = {
    "release-incomplete": lambda at: (at / "packs/kvv.zip").unlink(),
    "release-size": lambda at: (at / "metadata/targets.json").write_bytes(b" " * 600_000),
    "release-kind": _link,
    "metadata-broken": lambda at: (at / "metadata/timestamp.json").write_bytes(b"{}"),
    "pack-other": _other,
    "signature: a flipped byte": _flip,
    "signature: once signed": lambda at: _signed_by(at, *(name for name in ALL if name != "approver")),
    "signature: no station": lambda at: _signed_by(at, *(name for name in ALL if name != "station")),
}


def _told(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return said.out + said.err


@pytest.mark.parametrize("code", PACKS)
def test_each_kind_of_hostile_pack_is_refused_with_its_own_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str
) -> None:
    file = tmp_path / "hostile.zip"
    file.write_bytes(PACKS[code]())
    assert main(["inspect", str(file)]) == 1
    assert f"[{code}]" in _told(capsys)
    assert [path.name for path in tmp_path.iterdir()] == ["hostile.zip"]


@pytest.mark.parametrize("named", RELEASES)
def test_each_kind_of_hostile_release_is_refused_with_its_own_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    root, folder = tmp_path / "root.json", _wrote(tmp_path / "release")
    root.write_bytes((folder / "metadata/1.root.json").read_bytes())
    RELEASES[named](folder)
    assert main(["verify", str(folder), "--root", str(root), "--at", f"{DAY}"]) == 1
    assert f"[{named.partition(':')[0]}]" in _told(capsys)


def test_a_release_that_is_over_is_refused_and_says_until_when_it_was_good(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _wrote(tmp_path / "release")
    root = folder / "metadata/1.root.json"
    assert main(["verify", str(folder), "--root", str(root), "--at", "2026-06-01"]) == 1
    told = _told(capsys)
    assert "[expired]" in told
    assert "2026-04-01" in told


def test_no_finding_about_packs_and_releases_is_without_its_fault() -> None:
    beginnings = ("pack-", "zip-", "manifest-", "file-", "definition-", "release-", "metadata-")
    codes = {code for code in CATALOGUE if code.startswith(beginnings)}
    assert codes == PACKS.keys() | {named for named in RELEASES if ":" not in named}
