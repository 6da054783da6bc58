"""Every sheet of the gallery on every panel, in both directions: all is there, can be read and can be touched."""

from typing import Any

import pytest

from kiosk.render import PANELS, Easel
from kiosk.theme.palettes import PALETTES
from kiosk.theme.tokens import Look
from kiosk.widgets.gallery import SHEETS, looks
from kiosk.widgets.places import Place

LEAST_TARGET_MM = 20.0
LEAST_KEY_MM = 16.0


def _sheets() -> list[Any]:
    return [
        pytest.param((build, look), id=f"{title}-{name}")
        for name, look in looks(PANELS, PALETTES)
        for title, build in SHEETS.items()
        if look.palette.name == "light"
    ]


@pytest.fixture(scope="module", params=_sheets())
def sheet(request: pytest.FixtureRequest, easel: Easel) -> tuple[tuple[Place, ...], Look]:
    build, look = request.param
    return easel.geometry(lambda: build(look), look), look


def test_all_is_on_the_panel_whole_readable_and_large_enough_to_touch(sheet: tuple[tuple[Place, ...], Look]) -> None:
    found, look = sheet
    assert [place.text for place in found if place.clipped] == []
    assert [place for place in found if not _on_panel(place, look)] == []
    assert [place.text for place in found if place.lines and place.contrast < 7.0] == []
    assert [place.test_id for place in found if place.touchable and not _large_enough(place, look)] == []
    assert [line for place in found for line in place.lines if len(line) > 60] == []


def test_no_touch_means_two_things(sheet: tuple[tuple[Place, ...], Look]) -> None:
    areas = [place for place in sheet[0] if place.touchable]
    assert [
        (one.test_id, other.test_id)
        for at, one in enumerate(areas)
        for other in areas[at + 1 :]
        if _overlap(one, other)
    ] == []


def test_everything_touchable_has_a_name_of_its_own(sheet: tuple[tuple[Place, ...], Look]) -> None:
    names = [place.test_id for place in sheet[0] if place.touchable]
    assert "" not in names
    assert sorted(names) == sorted(set(names))


def _on_panel(place: Place, look: Look) -> bool:
    inside = place.x >= 0 and place.x + place.width <= look.panel.width_px
    return inside and place.y >= 0 and place.y + place.height <= look.panel.height_px


def _large_enough(place: Place, look: Look) -> bool:
    key_on_low_panel = place.test_id.startswith("keyboard.") and look.panel.low
    least = LEAST_KEY_MM if key_on_low_panel else LEAST_TARGET_MM
    return place.height * look.panel.mm_per_px >= least - look.panel.mm_per_px


def _overlap(one: Place, other: Place) -> bool:
    across = min(one.x + one.width + one.reach_x, other.x + other.width + other.reach_x) - max(
        one.x - one.reach_x, other.x - other.reach_x
    )
    down = min(one.y + one.height + one.reach_y, other.y + other.height + other.reach_y) - max(
        one.y - one.reach_y, other.y - other.reach_y
    )
    return across > 1 and down > 1
