"""A translator's round: texts taken out, catalogues brought up to date, what changed marked, compiled and read."""

import gettext
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from content.cli import main
from content.source import LOCALE, SOURCES, read_draft


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SOURCES / "start", tmp_path / "start")
    return tmp_path / "start"


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_template_has_every_text_by_its_id_and_where_it_stands(folder: Path) -> None:
    assert main(["messages", "extract", str(folder)]) == 0
    path = folder / LOCALE / "pack.pot"
    with path.open("rb") as file:
        told = {message.context: message for message in read_po(file) if message.id}
    texts = {text.id: text for text in read_draft(folder).texts}
    assert {name: message.id for name, message in told.items()} == {name: text.dutch for name, text in texts.items()}
    assert [f"{file}:{line}" for file, line in told["start.title"].locations] == [texts["start.title"].place]
    first = path.read_bytes()
    assert main(["messages", "extract", str(folder)]) == 0
    assert path.read_bytes() == first, "the same sources give the same bytes"


def test_update_keeps_a_translation_marks_a_changed_one_and_drops_a_gone_one(folder: Path) -> None:
    _change(folder / "snel_regelen.yaml", "title: Snel regelen", "title: Eerst dit regelen")
    assert main(["messages", "update", str(folder), "en"]) == 0
    with (folder / LOCALE / "en.po").open("rb") as file:
        told = {message.context: message for message in read_po(file) if message.id}
    draft = read_draft(folder)
    assert set(told) == {text.id for text in draft.texts}
    fuzzy = [name for name, message in told.items() if message.fuzzy]
    assert fuzzy == ["start.title"]
    assert told["start.title"].string, "what was said stays to be looked at"
    others = [name for name, message in told.items() if not message.string]
    assert others == []


def test_a_new_language_begins_empty_and_unreviewed(folder: Path) -> None:
    assert main(["messages", "update", str(folder), "uk"]) == 0
    (begun,) = [one for one in read_draft(folder).catalogues if one.language == "uk"]
    assert not begun.is_reviewed
    assert {one.words for one in begun.translations.values()} == {""}


def test_a_compiled_catalogue_says_what_the_pack_shows(folder: Path, tmp_path: Path) -> None:
    _change(folder / LOCALE / "en.po", 'msgctxt "start.goal"', '#, fuzzy\nmsgctxt "start.goal"')
    assert main(["messages", "compile", str(folder), "en", "ar", "--out", str(tmp_path / "mo")]) == 0
    draft = read_draft(folder)
    (english,) = (one for one in draft.catalogues if one.language == "en")
    (arabic,) = (one for one in draft.catalogues if one.language == "ar")
    for catalogue in (english, arabic):
        with (tmp_path / "mo" / catalogue.language / "LC_MESSAGES" / "start.mo").open("rb") as file:
            read = gettext.GNUTranslations(file)
        shown = {text.id: catalogue.sentence(text.id, text.dutch) or text.dutch for text in draft.texts}
        assert {text.id: read.pgettext(text.id, text.dutch) for text in draft.texts} == shown
    assert not (tmp_path / "mo" / "pl").exists()
    assert english.sentence("start.goal", next(one.dutch for one in draft.texts if one.id == "start.goal")) is None


def test_a_catalogue_with_an_error_is_not_compiled(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _change(folder / LOCALE / "en.po", 'msgctxt "start.title"', 'msgctxt "start.titel"')
    assert main(["messages", "compile", str(folder), "--out", str(folder / "mo")]) == 1
    assert "[translation-unknown]" in capsys.readouterr().out
    assert not (folder / "mo").exists()


def test_every_shipped_catalogue_compiles(capsys: pytest.CaptureFixture[str]) -> None:
    for pack in ("start", "institution"):
        assert main(["messages", "compile", str(SOURCES / pack)]) == 0
    assert "texts compile" in capsys.readouterr().out
