"""A pack is loaded only when its manifest, its files and its definition agree."""

import json
from collections.abc import Callable

import pytest

from content.archive import write_archive
from content.pack import DEFINITION, MANIFEST, load
from modules.canonical import digest
from modules.errors import PackError
from tests.content.made import a_pack, a_questionnaire, codes, pack_entries

Entries = dict[str, bytes]


def _codes(entries: Entries) -> set[str]:
    with pytest.raises(PackError) as refused:
        load(write_archive(entries))
    return set(codes(refused.value))


def _with_definition(entries: Entries, raw: bytes) -> Entries:
    manifest = json.loads(entries[MANIFEST])
    manifest["files"][0] |= {"sha256": digest(raw), "size_bytes": len(raw)}
    return {MANIFEST: json.dumps(manifest).encode(), DEFINITION: raw}


def _without(name: str) -> Callable[[Entries], Entries]:
    return lambda entries: {other: raw for other, raw in entries.items() if other != name}


def test_a_pack_is_known_by_the_digest_of_its_archive() -> None:
    raw, pack = a_pack()
    assert pack.digest == digest(raw)
    assert pack.definition == a_questionnaire()


def test_sounds_and_pictures_come_with_the_pack() -> None:
    pack = load(write_archive(pack_entries(files={"audio/nl.opus": b"sound"})))
    assert pack.files == {"audio/nl.opus": b"sound"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_without(MANIFEST), "manifest-missing"),
        (_without(DEFINITION), "file-missing"),
        (lambda entries: {**entries, "extra.txt": b"x"}, "file-unlisted"),
        (lambda entries: {**entries, DEFINITION: entries[DEFINITION] + b" "}, "file-digest"),
        (lambda entries: {**entries, MANIFEST: b"{}"}, "manifest-broken"),
        (lambda entries: {**entries, MANIFEST: b"\xff"}, "manifest-broken"),
        (lambda entries: _with_definition(entries, b"{}"), "definition-broken"),
        (lambda entries: _with_definition(entries, b"[" * 100_000), "definition-broken"),
        (lambda entries: _with_definition(entries, b'{"type":"game"}'), "definition-broken"),
        (lambda entries: _with_definition(entries, b" " * (16 * 1024 * 1024 + 1)), "pack-size"),
    ],
)
def test_each_way_a_pack_can_be_wrong_has_its_own_finding(change: Callable[[Entries], Entries], code: str) -> None:
    assert _codes(change(pack_entries())) == {code}


@pytest.mark.parametrize("asked", ['"basics"', "7", "[]", '{"item":1}', '{"all":[{"not":"x"}]}', "{}"])
def test_a_condition_of_another_shape_is_refused_and_nothing_else_happens(asked: str) -> None:
    entries = pack_entries()
    definition = entries[DEFINITION].replace(b'"kind":"ruler"', f'"kind":"ruler","show_if":{asked}'.encode())
    assert _codes(_with_definition(entries, definition)) == {"definition-broken"}


def test_a_text_without_dutch_is_no_text() -> None:
    entries = pack_entries()
    definition = entries[DEFINITION].replace(b'{"nl":"Zwaar"}', b'{"en":"Heavy"}')
    assert _codes(_with_definition(entries, definition)) == {"definition-broken"}
