"""Whatever is done to a pack or a release, a terminal loads it whole or refuses it; nothing else happens.

- Bytes are flipped, cut, doubled, moved and swapped; only PackError and UntrustedError may come out.
- A release that is still trusted after a change gives exactly the packs that were signed.
- Not here: each reason to refuse (tests/unit/content).
"""

from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from content.archive import read_archive, write_archive
from content.build import build
from content.pack import DEFINITION, MANIFEST, load
from content.release import load_packs
from content.source import SOURCES, read_draft
from content.trust import Release, verify_release
from modules.canonical import digest
from modules.definition.manifest import Manifest, PackFile
from modules.errors import PackError, UntrustedError
from tests.content.made import NOON, a_pack, a_release, pack_entries

PACK = write_archive(pack_entries(files={"audio/nl.opus": b"sound" * 20}))

Edit = tuple[str, int, int]
edits = st.lists(
    st.tuples(st.sampled_from(["flip", "cut", "double", "drop", "insert"]), st.integers(0, 10**6), st.integers(1, 255)),
    min_size=1,
    max_size=4,
)


@cache
def _release() -> Release:
    return a_release(a_pack("reflector"), a_pack("kvv"))


@cache
def _shipped() -> bytes:
    return build(read_draft(SOURCES / "kvv"))[0]


def _edited(raw: bytes, chosen: list[Edit]) -> bytes:
    for what, where, byte in chosen:
        at = where % (len(raw) + 1)
        match what:
            case "flip":
                raw = raw[:at] + bytes(old ^ byte for old in raw[at : at + 1]) + raw[at + 1 :]
            case "cut":
                raw = raw[:at]
            case "double":
                raw = raw[:at] + raw[max(0, at - byte) : at] + raw[at:]
            case "drop":
                raw = raw[:at] + raw[at + byte :]
            case _:
                raw = raw[:at] + bytes([byte]) + raw[at:]
    return raw


@settings(max_examples=300, deadline=None)
@given(edits)
def test_a_pack_that_was_changed_anywhere_is_refused(chosen: list[Edit]) -> None:
    raw = _edited(PACK, chosen)
    try:
        pack = load(raw)
    except PackError:
        return
    assert pack.digest == load(PACK).digest


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.from_regex(r"[a-z]{1,5}(\.[a-z]{1,3})?", fullmatch=True), st.binary(max_size=40), max_size=5))
def test_any_entries_with_good_names_come_back_as_they_went_in(entries: dict[str, bytes]) -> None:
    assert read_archive(write_archive(entries)) == entries


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_refused_as_a_pack(raw: bytes) -> None:
    try:
        load(b"PK\x03\x04" + raw)
    except PackError:
        return
    raise AssertionError("random bytes made a pack")


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["root", "timestamp", "snapshot", "targets", "reflector.zip", "kvv.zip"]), edits)
def test_a_release_that_was_changed_anywhere_gives_only_what_was_signed(name: str, chosen: list[Edit]) -> None:
    release = _release()
    match name:
        case "root":
            changed = replace(release, roots=(_edited(release.roots[0], chosen),))
        case "timestamp":
            changed = replace(release, timestamp=_edited(release.timestamp, chosen))
        case "snapshot":
            changed = replace(release, snapshot=_edited(release.snapshot, chosen))
        case "targets":
            changed = replace(release, targets=_edited(release.targets, chosen))
        case _:
            changed = replace(release, files={**release.files, name: _edited(release.files[name], chosen)})
    try:
        verified = verify_release(changed, trusted_root=release.roots[0], reference_time=NOON)
        packs = load_packs(verified)
    except (PackError, UntrustedError):
        return
    assert {pack.digest for pack in packs} == {load(raw).digest for raw in release.files.values()}


@settings(max_examples=150, deadline=None)
@given(edits)
def test_a_damaged_trusted_root_is_refused_with_a_reason(chosen: list[Edit]) -> None:
    release = _release()
    try:
        verify_release(release, trusted_root=_edited(release.roots[0], chosen), reference_time=NOON)
    except (PackError, UntrustedError) as error:
        hint = error.hint
    else:
        hint = "the change was one of spaces"
    assert hint


@settings(max_examples=300, deadline=None)
@given(edits)
def test_a_definition_that_was_changed_behind_its_digest_is_whole_or_refused(chosen: list[Edit]) -> None:
    entries = read_archive(_shipped())
    definition = _edited(entries[DEFINITION], chosen)
    manifest = Manifest.model_validate_json(entries[MANIFEST])
    listed = PackFile(name=DEFINITION, size_bytes=len(definition), sha256=digest(definition))
    sealed = manifest.model_copy(update={"files": (listed,)}).model_dump_json(exclude_none=True).encode()
    try:
        pack = load(write_archive({MANIFEST: sealed, DEFINITION: definition}))
    except PackError as error:
        told = error.findings
    else:
        told = pack.manifest.files
    assert told
