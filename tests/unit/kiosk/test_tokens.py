"""The measures: as large to the eye on every panel, and never too small for a finger."""

from dataclasses import replace

import pytest

from kiosk.theme.tokens import PANEL_15, PANEL_21, PANEL_21_PORTRAIT, TARGET_MM, Look, Panel, Role

PANELS = [PANEL_21, PANEL_15, PANEL_21_PORTRAIT]


@pytest.mark.parametrize(
    ("role", "millimetres"), [(Role.HELP, 7.3), (Role.ANSWER, 7.9), (Role.QUESTION, 9.4), (Role.TITLE, 11.0)]
)
def test_a_capital_on_the_wall_panel_is_as_high_as_the_eye_needs(role: Role, millimetres: float) -> None:
    assert Look(panel=PANEL_21).capital_px(role) * PANEL_21.mm_per_px == pytest.approx(millimetres, abs=0.05)


def test_a_panel_used_from_nearer_by_has_smaller_type_of_the_same_angle() -> None:
    near = replace(PANEL_21, viewing_distance_mm=300.0)
    wall, close = (Look(panel=panel).capital_px(Role.ANSWER) for panel in (PANEL_21, near))
    assert close == pytest.approx(wall / 2)


@pytest.mark.parametrize("factor", [1.0, 1.2, 1.45])
def test_a_person_who_asks_for_larger_letters_gets_them(factor: float) -> None:
    asked, usual = Look(text_factor=factor), Look()
    assert asked.capital_px(Role.ANSWER) == pytest.approx(usual.capital_px(Role.ANSWER) * factor)


def test_the_words_of_the_frame_grow_less_so_that_they_keep_their_places() -> None:
    assert Look(text_factor=1.45).capital_px(Role.LABEL) == Look(text_factor=1.2).capital_px(Role.LABEL)


@pytest.mark.parametrize("panel", PANELS)
def test_whatever_can_be_touched_is_at_least_twenty_millimetres_high(panel: Panel) -> None:
    assert Look(panel=panel).target * panel.mm_per_px == pytest.approx(TARGET_MM, abs=panel.mm_per_px)


@pytest.mark.parametrize("panel", PANELS)
def test_a_chosen_card_has_a_stronger_edge_than_one_at_rest(panel: Panel) -> None:
    assert Look(panel=panel).chosen_edge > Look(panel=panel).edge


def test_the_easy_level_is_known_by_its_name() -> None:
    assert Look(language="nl@simple").one_sentence_a_line
    assert not Look(language="nl").one_sentence_a_line
