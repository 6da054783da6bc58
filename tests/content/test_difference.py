"""`packs diff`: every kind of change is told once, with what it does to answers that were given before."""

import shutil
from pathlib import Path

import pytest

from content.build import build
from content.cli import main
from content.difference import Touch, differences
from content.source import SOURCES, read_draft

THEME = "themes/basics.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SOURCES / "reflector", tmp_path / "reflector")
    return tmp_path / "reflector"


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _told(folder: Path) -> list[tuple[str, str, Touch]]:
    old, new = (read_draft(one).definition for one in (SOURCES / "reflector", folder))
    assert old is not None
    assert new is not None
    return [(change.id, change.what, change.touch) for change in differences(old, new)]


def test_the_same_pack_has_no_difference(folder: Path) -> None:
    assert _told(folder) == []


def _prompt(folder: Path) -> str:
    lines = (folder / THEME).read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.strip().startswith("prompt:"))


def test_a_reworded_question_is_told_with_what_it_does(folder: Path) -> None:
    item = read_draft(folder).definition.themes[0].items[0].id  # type: ignore[union-attr]
    _change(folder / THEME, _prompt(folder), "    prompt: Heb je een kaart of een paspoort?")
    assert _told(folder) == [(item, "prompt reworded", Touch.READ_AGAIN)]


def test_a_translation_alone_touches_no_answer(folder: Path) -> None:
    draft = read_draft(folder)
    text = next(one for one in draft.texts if one.id.endswith(".prompt"))
    catalogue = next(one for one in draft.catalogues if one.language == "en")
    said = catalogue.sentence(text.id, text.dutch)
    _change(folder / "locale" / "en.po", f'msgstr "{said}"', 'msgstr "Said in another way?"')
    assert [(what, touch) for _, what, touch in _told(folder)] == [("prompt translated anew in en", Touch.NOTHING)]


def test_an_item_added_and_one_removed_are_told(folder: Path) -> None:
    text = (folder / THEME).read_text(encoding="utf-8")
    added = "\n  - {id: basics.extra, kind: ruler, prompt: Hoe gaat het nu?, low: Slecht, high: Goed}\n"
    (folder / THEME).write_text(text + added, encoding="utf-8")
    assert _told(folder) == [("basics.extra", "added", Touch.ASKED_MORE)]
    there, back = (read_draft(one).definition for one in (folder, SOURCES / "reflector"))
    assert there is not None
    assert back is not None
    assert [(one.id, one.what, one.touch) for one in differences(there, back)] == [
        ("basics.extra", "removed", Touch.NO_LONGER_ASKED)
    ]


def test_a_changed_condition_and_option_are_told_apart(folder: Path) -> None:
    _change(
        folder / THEME,
        "show_if: {item: basics.id_document, is: [yes]}",
        "show_if: {item: basics.id_document, is: [no]}",
    )
    _change(folder / THEME, "{id: lost,", "{id: gone,")
    told = [(what, touch) for name, what, touch in _told(folder) if name == "basics.id_place"]
    assert ("no longer offers lost", Touch.MAY_NOT_FIT) in told
    assert ("also offers gone", Touch.NOTHING) in told
    assert ("condition changed", Touch.SHOWN_TO_OTHERS) in told


def test_another_kind_of_question_may_not_fit_what_was_answered(folder: Path) -> None:
    _change(folder / THEME, "basics.id_place\n    kind: single_choice", "basics.id_place\n    kind: multi_choice")
    assert [touch for _, _, touch in _told(folder)] == [Touch.MAY_NOT_FIT]


def test_folders_and_built_packs_are_compared_alike(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw, _ = build(read_draft(folder))
    (tmp_path / "old.zip").write_bytes(raw)
    _change(folder / THEME, _prompt(folder), "    prompt: Heb je een kaart of een paspoort?")
    assert main(["diff", str(tmp_path / "old.zip"), str(folder)]) == 0
    told = capsys.readouterr().out
    assert "prompt reworded - running answers stand, and were given to other words" in told
    assert "1 change" in told
