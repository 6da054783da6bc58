"""Every sheet of the gallery on every panel, in both directions: all is there, can be read and can be touched."""

from typing import Any

import pytest

from kiosk.judging import judge
from kiosk.render import Easel
from kiosk.theme.palettes import PALETTES
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import Look
from kiosk.widgets.gallery import SHEETS, looks
from kiosk.widgets.places import Place


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


def test_nothing_on_a_sheet_is_cut_outside_small_faint_long_or_over_another(
    sheet: tuple[tuple[Place, ...], Look],
) -> None:
    assert [str(fault) for fault in judge(*sheet)] == []


def test_everything_touchable_has_a_name_of_its_own(sheet: tuple[tuple[Place, ...], Look]) -> None:
    names = [place.test_id for place in sheet[0] if place.touchable]
    assert "" not in names
    assert sorted(names) == sorted(set(names))
