"""What a pack declares for running work of an older version: each fault has its finding, each loss is said.

- Folders are written, linted and built as an author does it; the program is the real one.
- Not here: what becomes of answers (tests/unit/modules/test_moving.py), a terminal (tests/kiosk/test_library.py).
"""

from pathlib import Path

import pytest

from content.build import build
from content.cli import main
from content.findings import errors
from content.lint import lint
from content.source import read_draft
from modules.definition.migration import Migration
from tests.content.made import a_pack_of
from tests.definitions import a_goal_builder, a_programme

PACK = """\
format: kvv-pack/1
id: start
type: questionnaire
version: {version}
title: Snel regelen
themes: [themes/first.yaml]
{more}"""
THEME = """\
id: first
title: Een thema
intro: Dit gaat over gewone dingen.
items:
"""
RULER = "  - {{id: {id}, kind: ruler, prompt: Hoe gaat het?, low: Slecht, high: Goed}}\n"
CHOICE = """\
  - id: {id}
    kind: single_choice
    prompt: Heb je een huis?
    options:
"""
OPTION = "      - {{id: {id}, text: {text}}}\n"


def _folder(at: Path, version: int, items: str, more: str = "") -> Path:
    (at / "themes").mkdir(parents=True)
    (at / "pack.yaml").write_text(PACK.format(version=version, more=more), encoding="utf-8")
    (at / "themes/first.yaml").write_text(THEME + items, encoding="utf-8")
    return at


def _choice(item: str, *ids: str) -> str:
    return CHOICE.format(id=item) + "".join(OPTION.format(id=one, text=one.capitalize()) for one in ids)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    items = RULER.format(id="first.mood") + _choice("first.house", "yes", "no", "maybe") + RULER.format(id="first.car")
    return _folder(tmp_path / "old", 1, items)


def _new(tmp_path: Path, more: str, version: int = 2) -> Path:
    items = RULER.format(id="first.feeling") + _choice("first.house", "yes", "nope") + RULER.format(id="first.new")
    return _folder(tmp_path / "new", version, items, more)


WHOLE = """\
migrations:
  - from_version: 1
    items: {first.mood: first.feeling}
    options: {first.house: {no: nope}}
    lost: [first.car]
    lost_options: {first.house: [maybe]}
"""


def test_what_is_declared_whole_has_no_fault_and_its_losses_are_said_by_name_and_in_counts(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["migrate", "--dry-run", str(old), str(_new(tmp_path, WHOLE))]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "first.mood: goes on as first.feeling",
        "first.house: no goes on as nope",
        "first.car: lost",
        "first.house: maybe lost",
        "first.new: new, and asked",
        "1 items as they are, 1 under another name, 1 lost, 1 options under another name, 1 options lost, 1 items new",
    ]


def test_built_packs_are_compared_as_folders_are(old: Path, tmp_path: Path) -> None:
    files = []
    for folder in (old, _new(tmp_path, WHOLE)):
        raw, pack = build(read_draft(folder))
        files.append(tmp_path / f"{pack.manifest.version}.zip")
        files[-1].write_bytes(raw)
    assert main(["migrate", "--dry-run", *map(str, files)]) == 0


@pytest.mark.parametrize(
    ("change", "code", "what"),
    [
        (("    lost: [first.car]\n", ""), "migration-lost", "first.car is not in this version"),
        (("[maybe]", "[]"), "migration-lost", "first.house: maybe is not offered in this version"),
        (("[first.car]", "[first.car, first.boat]"), "migration-unknown", "first.boat is not in the older version"),
        (("[maybe]", "[maybe, never]"), "migration-unknown", "first.house: never is not in the older version"),
        (
            ("first.feeling", "first.gone"),
            "migration-unknown",
            "first.mood goes on as first.gone, which this pack does",
        ),
        (("no: nope", "no: none"), "migration-unknown", "first.house: no goes on as none, which is not offered"),
        (("[first.car]", "[first.car, first.mood]"), "migration-twice", "first.mood goes on, and is lost"),
        (("[maybe]", "[maybe, no]"), "migration-twice", "first.house: no goes on, and is lost"),
        (("first.feeling}", "first.feeling, first.car: first.feeling}"), "migration-twice", "2 items go on as first"),
        (("no: nope", "no: nope, maybe: nope"), "migration-twice", "first.house: 2 options go on as nope"),
        (("first.feeling", "first.house"), "migration-kind", "first.mood is asked as ruler, and first.house as single"),
        (("from_version: 1", "from_version: 3"), "migration-none", "work in version 1 stays there"),
    ],
)
def test_each_fault_of_a_declaration_has_its_finding(
    old: Path, capsys: pytest.CaptureFixture[str], change: tuple[str, str], code: str, what: str
) -> None:
    assert change[0] in WHOLE
    main(["migrate", "--dry-run", str(old), str(_new(old.parent, WHOLE.replace(*change), 4))])
    said = capsys.readouterr().out
    assert what in said
    assert f"[{code}]" in said


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("first.feeling", "first.gone", "migration-unknown"),
        ("no: nope", "no: none", "migration-unknown"),
        ("[first.car]", "[first.mood]", "migration-twice"),
        ("from_version: 1", "from_version: 2", "migration-version"),
    ],
)
def test_lint_finds_at_its_line_what_the_new_version_alone_can_show(
    tmp_path: Path, was: str, now: str, code: str
) -> None:
    found = errors(lint(read_draft(_new(tmp_path, WHOLE.replace(was, now)))))
    assert {(one.code, one.place) for one in found} == {(code, "pack.yaml:8")}


def test_a_version_named_twice_is_found(tmp_path: Path) -> None:
    found = errors(lint(read_draft(_new(tmp_path, WHOLE + "  - from_version: 1\n"))))
    assert [one.code for one in found] == ["migration-version", "migration-version"]


def test_a_declaration_of_another_shape_is_refused_at_its_line(tmp_path: Path) -> None:
    found = errors(lint(read_draft(_new(tmp_path, "migrations:\n  - {from: 1}\n"))))
    assert {(one.code, one.place) for one in found} == {("schema", "pack.yaml:7")}


def test_what_a_goal_is_made_of_is_never_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    builder = a_goal_builder()
    old = tmp_path / "old.zip"
    old.write_bytes(a_pack_of(a_programme(), "kvv", 1)[0])
    area = builder.areas[0].area.id
    migration = {"from_version": 1, "lost_options": {builder.id: (area,)}}
    new = tmp_path / "new.zip"
    new.write_bytes(a_pack_of(a_programme(), "kvv", 2, [_migration(migration)])[0])
    assert main(["migrate", "--dry-run", str(old), str(new)]) == 1
    assert f"{builder.id}: {area} is lost" in capsys.readouterr().out


def _migration(said: dict[str, object]) -> Migration:
    return Migration.model_validate(said)


def test_two_packs_that_are_not_one_are_not_compared(old: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.zip"
    other.write_bytes(a_pack_of(a_programme(), "kvv", 2)[0])
    assert main(["migrate", "--dry-run", str(old), str(other)]) == 1


def test_an_author_is_given_a_declaration_to_begin_with_that_lint_takes(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["migrate", str(old), str(_new(tmp_path, ""))]) == 0
    printed = capsys.readouterr().out
    assert "lost:" in printed
    begun = _new(tmp_path / "again", printed)
    assert errors(lint(read_draft(begun))) == ()
    assert main(["migrate", "--dry-run", str(old), str(begun)]) == 0
    assert "first.mood: lost" in capsys.readouterr().out


def test_where_every_id_stayed_an_empty_declaration_is_enough(old: Path, tmp_path: Path) -> None:
    items = (old / "themes/first.yaml").read_text(encoding="utf-8").removeprefix(THEME)
    same = _folder(tmp_path / "same", 2, items, "migrations: [{from_version: 1}]\n")
    assert main(["migrate", "--dry-run", str(old), str(same)]) == 0


def test_a_pack_says_what_it_declares_in_its_manifest(tmp_path: Path) -> None:
    (migration,) = build(read_draft(_new(tmp_path, WHOLE)))[1].manifest.migrations
    assert migration.lost == ("first.car",)
