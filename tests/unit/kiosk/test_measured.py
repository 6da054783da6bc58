"""A page is laid out again only where something of it became another."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.measured import Measured, Places
from kiosk.theme.tokens import Look


@dataclass(frozen=True)
class Page:
    said: str
    note: str = "note-01a21452-af2b-76a7-9e75-ead93ebb9b7f"


class Ruler:
    """Measures, and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> Places:
        self.count += 1
        return [{"x": self.count}]


def _walk(folder: Path | None, *pages: Page, look: Look | None = None, all_pages: bool = True) -> int:
    """Gives how many of the pages were measured."""
    ruler, measured = Ruler(), Measured(folder, all_pages=all_pages)
    for page in pages:
        assert measured.places(page, look or Look(), ruler)
    measured.keep()
    return ruler.count


def test_what_was_measured_before_is_not_measured_again(tmp_path: Path) -> None:
    assert _walk(tmp_path, Page("Ja"), Page("Nee")) == 2
    assert _walk(tmp_path, Page("Ja"), Page("Nee")) == 0
    assert _walk(tmp_path, Page("Ja"), Page("Misschien")) == 1


def test_an_id_that_was_drawn_for_a_walk_makes_no_other_page(tmp_path: Path) -> None:
    _walk(tmp_path, Page("Ja"))
    assert _walk(tmp_path, Page("Ja", "note-01a21452-b6ed-7fb8-be6c-35914dbc3ef5")) == 0
    assert _walk(tmp_path, Page("Ja", "another")) == 1


def test_another_language_or_look_is_another_page(tmp_path: Path) -> None:
    _walk(tmp_path, Page("Ja"))
    assert _walk(tmp_path, Page("Ja"), look=Look(language="en")) == 1
    assert _walk(tmp_path, Page("Ja"), look=Look(text_factor=1.2)) == 1


def test_a_changed_terminal_makes_every_page_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _walk(tmp_path, Page("Ja"))
    monkeypatch.setattr("kiosk.measured.FOREIGN", ("kivy",))
    assert _walk(tmp_path, Page("Ja")) == 1


def test_a_walk_over_some_pages_keeps_the_others_and_one_over_all_drops_what_is_gone(tmp_path: Path) -> None:
    _walk(tmp_path, Page("Ja"), Page("Nee"))
    _walk(tmp_path, Page("Ja"), all_pages=False)
    assert _walk(tmp_path, Page("Nee"), all_pages=False) == 0
    _walk(tmp_path, Page("Ja"))
    assert _walk(tmp_path, Page("Nee")) == 1


def test_a_broken_file_of_before_is_measured_anew_and_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    _walk(tmp_path, Page("Ja"))
    (tmp_path / "nl.json").write_text("{", encoding="utf-8")
    assert _walk(tmp_path, Page("Ja")) == 1
    assert _walk(None, Page("Ja"), Page("Ja")) == 2
