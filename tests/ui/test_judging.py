"""The judge of pages finds one planted fault of each kind, and nothing on a page that is right."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kiosk.judging import Wrong, judge, unmirrored
from kiosk.render import Easel
from kiosk.theme.tokens import MAX_LINE_CHARACTERS, PANEL_15, Look, Role
from kiosk.widgets.places import Place, places

LOOK = Look(panel=PANEL_15)
MIRRORED = replace(LOOK, language="ar", direction="rtl")


def _page(look: Look, *, mirror: bool = True) -> Any:
    """Gives a text and two buttons under it; without `mirror` the second button keeps to one side whatever the look."""
    from kivy.uix.widget import Widget  # noqa: PLC0415 - only after the lockdown

    from kiosk.widgets.push_button import PushButton  # noqa: PLC0415
    from kiosk.widgets.text import Text  # noqa: PLC0415

    page = Widget(size=(1366, 768))
    text = Text(look=look, text="Wat wil je?", role=Role.QUESTION, size=(1200, 70), pos=(83, 600))
    page.add_widget(text)
    for name, at in (("one", 83), ("other", 683)):
        button = PushButton(look=look, text=name, test_id=name, size=(300, 90))
        turned = look.rtl and (mirror or name == "one")
        button.pos = (1366 - at - 300 if turned else at, 300)
        page.add_widget(button)
    return page


def _wrong(page: Any, easel: Easel) -> set[Wrong]:
    easel.settle()
    return {fault.wrong for fault in judge(tuple(places(page, LOOK)), LOOK)}


@pytest.fixture
def page(easel: Easel) -> Iterator[Any]:
    del easel
    return _page(LOOK)


def test_a_page_that_is_right_has_no_fault(page: Any, easel: Easel) -> None:
    assert _wrong(page, easel) == set()


@pytest.mark.parametrize(
    ("planted", "wrong"),
    [
        ({"width": 60}, {Wrong.CUT, Wrong.OVERFLOWS}),
        ({"x": 1200}, {Wrong.OUTSIDE}),
        ({"x": 350}, {Wrong.OVER}),
        ({"x": 388, "reach_x": 20}, {Wrong.OVER}),
        ({"height": 40}, {Wrong.SMALL}),
        ({"y": -30}, {Wrong.OUTSIDE}),
    ],
)
def test_a_planted_button_is_found(page: Any, easel: Easel, planted: dict[str, Any], wrong: set[Wrong]) -> None:
    for name, value in planted.items():
        setattr(page.children[0], name, value)
    assert _wrong(page, easel) == wrong


def test_reaches_that_meet_are_found_in_the_largest_letters_too(page: Any, easel: Easel) -> None:
    page.children[0].x, page.children[0].reach_x = 388, 20
    easel.settle()
    faults = judge(tuple(places(page, LOOK)), replace(LOOK, text_factor=1.45))
    assert Wrong.OVER in {fault.wrong for fault in faults}


@pytest.mark.parametrize(
    ("planted", "wrong"),
    [
        ({"colour": LOOK.palette.line}, {Wrong.FAINT}),
        ({"height": 20}, {Wrong.CUT}),
        ({"text": "Wat wil je de komende maanden leren, " * 6}, {Wrong.CUT, Wrong.OVERFLOWS}),
        ({"text": "i" * (MAX_LINE_CHARACTERS + 1), "role": Role.LABEL}, {Wrong.LONG}),
        ({"x": 1330, "width": 400}, {Wrong.OUTSIDE}),
        ({"y": 310}, {Wrong.OVER}),
        ({"x": 250, "y": 340, "width": 900}, {Wrong.OVERFLOWS}),
    ],
)
def test_a_planted_text_is_found(page: Any, easel: Easel, planted: dict[str, Any], wrong: set[Wrong]) -> None:
    for name, value in planted.items():
        setattr(page.children[-1], name, value)
    assert _wrong(page, easel) == wrong


@pytest.mark.parametrize("name", ["card.walk", "pile.good.more"])
def test_a_planted_small_card_on_a_pile_is_found_and_lies_over_it(page: Any, easel: Easel, name: str) -> None:
    other, one, _ = page.children
    other.test_id, other.pos, other.height = name, (one.x, one.y), 42
    one.test_id = "pile.good"
    assert _wrong(page, easel) >= {Wrong.SMALL, Wrong.OVER}


def test_a_planted_fault_of_every_kind_is_looked_for() -> None:
    tables = (test_a_planted_button_is_found, test_a_planted_text_is_found)
    marks = [mark for table in tables for mark in getattr(table, "pytestmark", ())]
    planted = {wrong for mark in marks for _, wrongs in mark.args[1] for wrong in wrongs}
    assert planted | {Wrong.UNMIRRORED} == set(Wrong)


def test_what_is_not_mirrored_is_found(easel: Easel) -> None:
    for mirror, expected in ((True, []), (False, ["other", "other"])):
        found, twin = (_settled(_page(look, mirror=mirror), look, easel) for look in (MIRRORED, LOOK))
        assert [fault.what for fault in unmirrored(found, twin, MIRRORED)] == expected


def _settled(page: Any, look: Look, easel: Easel) -> tuple[Place, ...]:
    easel.settle()
    return tuple(places(page, look))


def test_the_way_to_earlier_years_is_mirrored_with_its_arrow(easel: Easel) -> None:
    from kivy.uix.widget import Widget  # noqa: PLC0415 - only after the lockdown

    from kiosk.exercises.parts.key_grid import KeyGrid  # noqa: PLC0415

    def years(look: Look) -> Any:
        page, grid = Widget(size=(1366, 768)), KeyGrid(earlier_word="Eerdere jaren", later_word="Latere jaren")
        grid.look, grid.paged, grid.pos, grid.size = look, True, (83, 100), (1200, 500)
        grid.show([(year, str(year)) for year in range(1980, 2027)], None, "year")
        page.add_widget(grid)
        return page

    right, left = years(MIRRORED), years(LOOK)
    easel.settle()
    assert any(place.test_id == "keys.earlier" for place in places(left, LOOK))
    assert unmirrored(tuple(places(right, MIRRORED)), tuple(places(left, LOOK)), MIRRORED) == ()
