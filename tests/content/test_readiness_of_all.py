"""Readiness over everything: eleven catalogues, each pack and the terminal's own words, counted apart and together."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from content.cli import main
from content.interface import LOCALES, interface_readiness
from content.readiness import COUNTS, LANGUAGES, Row, readiness, together
from content.source import SOURCES, read_draft
from kiosk.i18n import catalogue

ELEVEN = ("nl", "nl@simple", "en", "ar", "tr", "pl", "es", "fr", "pap", "ro", "de")


def _by_language(rows: Iterable[Row]) -> dict[str, Row]:
    return {row.language: row for row in rows}


def test_each_of_the_eleven_has_a_row_also_where_it_has_no_catalogue(tmp_path: Path) -> None:
    shutil.copytree(SOURCES / "start", tmp_path / "start")
    (tmp_path / "start" / "locale" / "ro.po").unlink()
    rows = list(readiness(read_draft(tmp_path / "start")))
    assert tuple(row.language for row in rows) == LANGUAGES == ELEVEN
    romanian = _by_language(rows)["ro"]
    assert (romanian.translated, romanian.same, romanian.fallback) == (0, 0, romanian.texts)


def test_a_language_beyond_the_eleven_has_a_row_too(tmp_path: Path) -> None:
    shutil.copytree(SOURCES / "start", tmp_path / "start")
    assert main(["messages", "update", str(tmp_path / "start"), "uk"]) == 0
    assert [row.language for row in readiness(read_draft(tmp_path / "start"))] == [*ELEVEN, "uk"]


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    shutil.copytree(LOCALES, tmp_path / "locale")
    return tmp_path / "locale"


def _english(locales: Path, old: str, new: str) -> None:
    path = locales / "en" / "LC_MESSAGES" / "kiosk.po"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_words_of_the_terminal_are_counted_as_the_terminal_reads_them() -> None:
    rows = _by_language(interface_readiness())
    assert tuple(rows) == ELEVEN
    for language in ("nl", "en", "ar"):
        assert rows[language].texts == len(catalogue("nl").forms)
        assert rows[language].translated + rows[language].same == len(catalogue(language).forms)
    assert rows["nl"].translated == rows["nl"].texts


def test_a_missing_an_equal_and_a_reviewed_word_of_the_terminal_are_counted_apart(locales: Path) -> None:
    before = _by_language(interface_readiness(locales))["en"]
    _english(locales, 'msgstr "Read aloud"', 'msgstr ""')
    _english(locales, 'msgstr "Language"', 'msgstr "Taal"')
    _english(locales, '#. unreviewed\nmsgid "top.hide"', 'msgid "top.hide"')
    after = _by_language(interface_readiness(locales))["en"]
    assert (after.fallback - before.fallback, after.same - before.same) == (1, 1)
    assert (before.translated - after.translated, before.unreviewed - after.unreviewed) == (2, 3)


def test_together_adds_what_each_part_counts() -> None:
    parts = [list(readiness(read_draft(SOURCES / name))) for name in ("start", "institution")]
    whole = _by_language(together(parts))
    for language in ELEVEN:
        each = [_by_language(part)[language] for part in parts]
        assert [getattr(whole[language], name) for name in COUNTS] == [
            sum(getattr(row, name) for row in each) for name in COUNTS
        ]


def test_with_no_folder_every_pack_and_the_interface_are_told_and_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["readiness", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"interface", *(path.parent.name for path in SOURCES.glob("*/pack.yaml"))} == set(told["parts"])
    assert [row["language"] for row in told["languages"]] == list(ELEVEN)
    assert main(["readiness"]) == 0
    shown = capsys.readouterr().out
    assert shown.index("interface\n") < shown.index("together\n")
