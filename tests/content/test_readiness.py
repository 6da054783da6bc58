"""Readiness: counts stand apart, a hard text is named, what does not fit is named by text, language and panel."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from content import words
from content.cli import main
from content.fitting import misfits
from content.readiness import hard_texts, readiness, reading_ease, table
from content.rendering import measured
from content.source import SOURCES, read_draft
from modules.errors import SettingsError

PANEL = {"width": 1366, "height": 768, "mm_per_px": 0.253}
PLACE: dict[str, Any] = {
    "test_id": "",
    "x": 40,
    "y": 40,
    "width": 400,
    "height": 100,
    "touchable": False,
    "text": "",
    "clipped": False,
    "contrast": 0.0,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SOURCES / "start", tmp_path / "start")
    return tmp_path / "start"


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _page(**changed: object) -> dict[str, Any]:
    return {"page": "kvv-x", "language": "en", "panel": PANEL, "places": [PLACE | changed]}


def test_the_counts_of_a_language_add_up_to_all_its_texts(folder: Path) -> None:
    rows = {row.language: row for row in readiness(read_draft(folder))}
    assert [row for row in rows.values() if row.translated + row.same + row.fallback != row.texts] == []
    assert rows["nl"].translated == rows["nl"].texts
    assert rows["en"].unreviewed == rows["en"].translated


def test_a_text_left_empty_and_a_copy_are_counted_apart(folder: Path) -> None:
    before = {row.language: row for row in readiness(read_draft(folder))}["en"]
    draft = read_draft(folder)
    first, second = draft.texts[:2]
    catalogue = next(one for one in draft.catalogues if one.language == "en")
    said = [str(catalogue.sentence(text.id, text.dutch)) for text in (first, second)]
    path = folder / "locale" / "en.po"
    _change(path, f'msgid "{first.dutch}"\nmsgstr "{said[0]}"', f'msgid "{first.dutch}"\nmsgstr ""')
    _change(path, f'msgid "{second.dutch}"\nmsgstr "{said[1]}"', f'msgid "{second.dutch}"\nmsgstr "{second.dutch}"')
    after = {row.language: row for row in readiness(read_draft(folder))}["en"]
    assert (after.fallback - before.fallback, after.same - before.same) == (1, 1)
    assert before.translated - after.translated == 2


def test_dutch_has_a_reading_level_and_other_languages_have_none(folder: Path) -> None:
    rows = {row.language: row for row in readiness(read_draft(folder))}
    assert rows["nl"].ease is not None
    assert rows["nl"].ease > 60
    assert rows["nl@simple"].sentence_words is not None
    assert rows["nl@simple"].sentence_words <= 10
    assert rows["ar"].ease is None
    assert "sentence words" in table(tuple(rows.values()))


# Counted by hand: syllables, words, sentences.
BY_HAND = [
    ("De kat zit op de mat. Hij slaapt de hele dag.", 12, 11, 2),
    ("Ik wil het over de avond hebben. Even open praten.", 16, 10, 2),
    ("De verantwoordelijkheid voor de arbeidsongeschiktheidsverzekering ligt bij de werkgever.", 25, 9, 1),
]


@pytest.mark.parametrize(("text", "syllables", "counted", "parts"), BY_HAND)
def test_reading_ease_is_what_a_person_counts(text: str, syllables: int, counted: int, parts: int) -> None:
    by_hand = 206.84 - 77 * syllables / counted - 0.93 * counted / parts
    assert reading_ease(list(words.sentences(text))) == pytest.approx(by_hand, abs=0.5)


def test_a_text_of_long_words_is_named(folder: Path) -> None:
    assert list(hard_texts(read_draft(folder))) == []
    hard = "Inkomensvoorzieningen veronderstellen onvoorwaardelijke medewerkingsverplichtingen. "
    path = folder / "snel_regelen.yaml"
    title = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("title:"))
    _change(path, title, f"title: {(hard * 4).strip()}")
    (found,) = hard_texts(read_draft(folder))
    assert (found.code, found.place.split(":")[0]) == ("reading-hard", "snel_regelen.yaml")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"clipped": True}, "fit-cut"),
        ({"x": 1000}, "fit-outside"),
        ({"y": -2}, "fit-outside"),
        ({"contrast": 3.0}, "fit-faint"),
        ({"touchable": True, "height": 60}, "fit-small"),
    ],
)
def test_what_does_not_fit_is_named_by_text_language_and_panel(
    folder: Path, changed: dict[str, object], code: str
) -> None:
    draft = read_draft(folder)
    text = draft.texts[0]
    catalogue = next(one for one in draft.catalogues if one.language == "en")
    said = catalogue.sentence(text.id, text.dutch)
    assert list(misfits([draft], [_page(text=said)])) == []
    (found,) = misfits([draft], [_page(text=said, **changed)])
    assert (found.code, found.place) == (code, text.place)
    assert found.what == f"{text.id}, en, 1366×768, page kvv-x"


def test_a_key_of_the_keyboard_may_be_lower_on_the_low_panel(folder: Path) -> None:
    key = _page(touchable=True, test_id="keyboard.a", height=66)
    assert list(misfits([read_draft(folder)], [key])) == []


def test_what_lies_on_a_pile_or_a_map_is_as_high_as_any_target(folder: Path) -> None:
    for name in ("card.walk", "pile.good.more", "person.mother"):
        (found,) = misfits([read_draft(folder)], [_page(touchable=True, test_id=name, height=60)])
        assert found.code == "fit-small"


def test_the_real_screens_are_measured_with_the_text_that_is_being_written(folder: Path) -> None:
    _change(folder / "snel_regelen.yaml", "prompt: Vandaag en morgen", "prompt: Vandaag al doen")
    pages = list(measured(folder, ("start.today-nl-15",), folder.with_name("kept"), ("nl",)))
    assert [page["panel"]["width"] for page in pages] == [1366]
    assert "Vandaag al doen" in {place["text"] for page in pages for place in page["places"]}
    assert list(misfits([read_draft(folder)], pages)) == []
    assert list(measured(folder, ("start.today-nl-15",), folder.with_name("kept"), ("nl",))) == pages


def test_a_pack_no_terminal_shows_is_not_measured(folder: Path) -> None:
    _change(folder / "pack.yaml", "id: start", "id: elsewhere")
    with pytest.raises(SettingsError):
        list(measured(folder))


def test_a_program_reads_the_same_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["readiness", str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["languages"][0]["language"] == "nl"
    assert [one for one in told["findings"] if one["severity"] == "error"] == []
