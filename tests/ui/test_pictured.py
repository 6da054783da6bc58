"""What is drawn and judged is everything: each screen, kind and item of every pack, in every look asked for."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from content.rendering import Passing
from content.source import SOURCES, read_draft
from kiosk.beside import Beside
from kiosk.gallery import PICTURED, SHOWN_PALETTES, _first_of_each, _pages, _sheets, editions_of
from kiosk.item_pages import item_pages
from kiosk.pages import Editions
from kiosk.screens import NAMES
from kiosk.theme.panels import PANELS
from kiosk.views.question import QuestionView
from modules.definition.manifest import exercises_of
from modules.exercises import KINDS
from modules.exercises.scenario import Scenario
from modules.texts import DUTCH, Language

ASKED = ("nl", "nl@simple", "ar", "tr", "pl")


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Passing(tmp_path_factory.mktemp("packs")).release(SOURCES / "kvv")


@pytest.fixture(scope="module")
def editions(release: Path) -> Editions:
    return editions_of(release)


def _screen(view: object) -> str:
    return type(view).__name__.removesuffix("View").lower()


def test_every_screen_and_every_kind_of_exercise_is_pictured(editions: Editions) -> None:
    pages = dict(_first_of_each(editions, DUTCH))
    assert {_screen(view) for view in pages.values()} == set(NAMES)
    in_a_course = {view.kind for name, view in pages.items() if isinstance(view, QuestionView) and "kvv-" in name}
    in_a_course |= {
        view.kind for name, view in pages.items() if isinstance(view, QuestionView) and "reflector-" in name
    }
    assert in_a_course == set(KINDS)


def test_each_page_is_pictured_in_every_language_on_every_panel_and_in_both_palettes(editions: Editions) -> None:
    assert set(ASKED) <= set(PICTURED)
    assert {(each.width_px, each.height_px) for each in PANELS.values()} == {(1920, 1080), (1366, 768), (1080, 1920)}
    assert SHOWN_PALETTES == ("light", "contrast")
    languages = tuple(map(Language, ASKED))
    names = [name for _, name, *_ in _sheets(_pages(editions, languages, _first_of_each), SHOWN_PALETTES, ())]
    pages = [page for page, _ in _first_of_each(editions, DUTCH)]
    said = [language.replace("@", "-") for language in ASKED]
    assert len(set(names)) == len(names)
    assert set(names) == set(map("-".join, product(pages, said, PANELS, SHOWN_PALETTES)))


def _items(definition: object) -> Iterator[str]:
    return (item.id for item in exercises_of(definition))  # type: ignore[arg-type]


def test_every_item_of_every_pack_is_judged_asked_and_answered(editions: Editions) -> None:
    pages = dict(item_pages(editions, DUTCH))
    items = [item for name in ("reflector", "kvv", "start") for item in _items(read_draft(SOURCES / name).definition)]
    assert len(items) > 150
    assert [item for item in items if not any(f"-{item}" in name for name in pages)] == []
    unanswerable = {"info_card", "goal_builder", "summary", "signature"}
    kinds = {name: view.kind for name, view in pages.items() if isinstance(view, QuestionView)}
    asked = [name for name in kinds if kinds[name] not in unanswerable and "-answered-" not in name]
    asked = [name for name in asked if not name.endswith("-rivals")]
    assert [name for name in asked if f"{name}-answered-0" not in pages] == []


def test_every_way_through_a_scenario_is_judged(editions: Editions) -> None:
    scenarios = [item for item in exercises_of(editions.programme.definition) if isinstance(item, Scenario)]
    assert scenarios
    pages = dict(item_pages(editions, DUTCH))
    for item in scenarios:
        paths = {view.exercise.path for name, view in pages.items() if f"-{item.id}-answered-" in name}  # type: ignore[attr-defined]
        assert {way.id for scene in item.scenes for way in scene.options} == {way for path in paths for way in path}


def test_what_is_put_otherwise_to_somebody_is_judged_too(editions: Editions) -> None:
    pages = dict(item_pages(editions, DUTCH))
    otherwise = [name for name in pages if name.endswith("-vris")]
    assert otherwise
    assert [name for name in otherwise if pages[name] == pages[name.removesuffix("-vris")]] == []


def test_languages_drawn_beside_each_other_come_one_after_the_other(release: Path, tmp_path: Path) -> None:
    beside = Beside(["--all", str(tmp_path), "--packs", str(release), "--only", "closed-"])
    drawn = [Path(line).name for line in beside.lines(("ar", "nl"))]
    assert beside.ended == 0
    assert drawn == [
        f"closed-{language}-{panel}-{palette}.png"
        for language, panel, palette in product(("ar", "nl"), PANELS, SHOWN_PALETTES)
    ]
    assert sorted(path.name for path in tmp_path.glob("*.png")) == sorted(drawn)


def test_a_language_that_was_not_drawn_is_told_by_the_exit_code(tmp_path: Path) -> None:
    beside = Beside(["--all", str(tmp_path), "--packs", str(tmp_path / "nothing")])
    assert list(beside.lines(("nl",))) == []
    assert beside.ended
