"""A pack's archive: the same bytes every time, and every hostile one refused with a finding of its own."""

import hashlib
import io
import stat
import struct
import zipfile
from collections.abc import Callable

import pytest

from content.archive import MAX_ENTRIES, read_archive, write_archive
from modules.errors import PackError
from tests.content.made import codes

ENTRIES = {"manifest.json": b"{}", "audio/basics.opus": b"sound", "definition.json": b'{"a":1}'}


def _codes(raw: bytes) -> set[str]:
    with pytest.raises(PackError) as refused:
        read_archive(raw)
    assert refused.value.hint
    return set(codes(refused.value))


def _zip(*entries: tuple[zipfile.ZipInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for info, raw in entries:
            archive.writestr(info, raw)
    return buffer.getvalue()


def _entry(name: str, mode: int = stat.S_IFREG | 0o644) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def _renamed(name: bytes) -> bytes:
    raw = write_archive({"a" * len(name): b"x"})
    return raw.replace(b"a" * len(name), name)


def test_the_entries_come_back_as_they_went_in() -> None:
    assert read_archive(write_archive(ENTRIES)) == ENTRIES


def test_the_same_entries_give_the_same_bytes_in_whatever_order_they_come() -> None:
    assert write_archive(ENTRIES) == write_archive(dict(reversed(ENTRIES.items())))


def test_the_bytes_are_the_same_on_every_machine_and_python() -> None:
    digest = hashlib.sha256(write_archive(ENTRIES)).hexdigest()
    assert digest == "e81a535c9d06861e5440a2f760e23965928cc4d6093026bdeca7653fc7783b1b"


@pytest.mark.parametrize(
    "name",
    [
        "../manifest.json",
        "../../etc/passwd",
        "/etc/passwd",
        "a/../b",
        "a//b",
        "./a",
        "a/.b",
        "C:x",
        "a\\b",
        "A.json",
        "a b",
        "a/",
        "-a",
        ".hidden",
        "café",
        "a\x00b",
        "a\nb",
        "con/aux ",
        "x" * 121,
    ],
)
def test_a_hostile_name_is_refused_and_never_changed_into_another(name: str) -> None:
    assert "zip-name" in _codes(_renamed(name.encode()))


@pytest.mark.parametrize("mode", [stat.S_IFLNK | 0o777, stat.S_IFDIR | 0o755, stat.S_IFIFO | 0o644, 0, 0o644])
def test_only_plain_files_are_taken(mode: int) -> None:
    assert "zip-kind" in _codes(_zip((_entry("link", mode), b"/etc/passwd")))


def test_a_compressed_entry_is_refused_before_it_is_unpacked() -> None:
    bomb = _entry("bomb")
    bomb.compress_type = zipfile.ZIP_DEFLATED
    assert _codes(_zip((bomb, b"\0" * 1_000_000))) == {"zip-method"}


def test_an_encrypted_entry_is_refused() -> None:
    raw = bytearray(write_archive({"a": b"x"}))
    central = raw.index(b"PK\x01\x02")
    raw[6] |= 1
    raw[central + 8] |= 1
    assert _codes(bytes(raw)) == {"zip-method"}


def test_two_entries_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        raw = _zip((_entry("a"), b"x"), (_entry("a"), b"y"))
    assert _codes(raw) == {"zip-twice"}


def test_too_many_entries_are_refused() -> None:
    assert "zip-count" in _codes(write_archive({f"f{number}": b"" for number in range(MAX_ENTRIES + 1)}))


def test_entries_that_declare_more_than_a_pack_may_hold_are_refused_unread() -> None:
    raw = bytearray(write_archive({"a": b"x"}))
    central = raw.index(b"PK\x01\x02")
    struct.pack_into("<L", raw, central + 24, 0x2000_0001)
    assert _codes(bytes(raw)) == {"pack-size"}


@pytest.mark.parametrize(("declared", "code"), [(1, "zip-broken"), (9, "zip-lies")])
def test_an_entry_that_lies_about_its_size_is_refused(declared: int, code: str) -> None:
    raw = bytearray(write_archive({"a": b"12345"}))
    struct.pack_into("<L", raw, raw.index(b"PK\x01\x02") + 24, declared)
    assert _codes(bytes(raw)) == {code}


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: b"#!/bin/sh\n" + raw,
        lambda raw: raw + b"more",
        lambda raw: raw[:-2] + struct.pack("<H", 4) + b"note",
        lambda raw: raw.replace(b"\x00\x00\x21\x00", b"\x00\x00\x22\x00", 1),
    ],
    ids=["before", "after", "comment", "another date"],
)
def test_whatever_is_not_the_archive_its_entries_make_is_refused(change: Callable[[bytes], bytes]) -> None:
    assert _codes(change(write_archive(ENTRIES))) & {"zip-extra", "zip-broken"}


@pytest.mark.parametrize("raw", [b"", b"PK", b"not a zip", write_archive(ENTRIES)[:-30]])
def test_what_is_no_archive_is_refused(raw: bytes) -> None:
    assert _codes(raw) == {"zip-broken"}
