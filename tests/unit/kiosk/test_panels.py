"""Panels by name, what a size in millimetres is to the theme, and the least that holds every page."""

import pytest

from kiosk.theme.panels import KNOWN_PANELS, PANELS, holds_every_page, panel_of, panels_of
from kiosk.theme.tokens import PANEL_15, PANEL_21, Look


def test_a_terminal_set_up_with_a_sold_glass_is_the_panel_its_pages_were_judged_on() -> None:
    for sold, judged in ((panel_of(1366, 768, 346), PANEL_15), (panel_of(1920, 1080, 476), PANEL_21)):
        assert sold.viewing_distance_mm == judged.viewing_distance_mm
        assert sold.low is judged.low
        assert sold.mm_per_px == pytest.approx(judged.mm_per_px, abs=0.001)
    assert panel_of(1366, 768, 346, 640).viewing_distance_mm == 640


def test_without_names_the_three_panels_are_meant_and_others_only_by_name() -> None:
    assert panels_of() == PANELS
    assert list(panels_of(("27", "15"))) == ["27", "15"]
    sizes = {(each.width_px, each.height_px) for each in KNOWN_PANELS.values()}
    assert {(1280, 800), (1366, 768), (1920, 1080), (3840, 2160)} <= sizes


def test_the_margin_follows_the_glass_and_not_how_many_pixels_it_has() -> None:
    coarse, fine = (Look(panel=KNOWN_PANELS[name]) for name in ("15", "15-fine"))
    assert [look.margin * look.panel.mm_per_px for look in (coarse, fine)] == pytest.approx([10, 10], abs=0.2)


@pytest.mark.parametrize("panel", KNOWN_PANELS.values(), ids=KNOWN_PANELS)
def test_every_known_panel_is_large_enough_and_a_tablet_is_not(panel: object) -> None:
    side = panel.mm_per_px  # type: ignore[attr-defined]
    assert holds_every_page(panel.width_px * side, panel.height_px * side)  # type: ignore[attr-defined]
    assert not holds_every_page(217, 136)
    assert not holds_every_page(194, 346)
