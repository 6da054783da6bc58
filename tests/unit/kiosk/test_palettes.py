"""The colours: what is read can be read, in every palette."""

import pytest

from kiosk.theme.palettes import CONTRAST, PALETTES, Colour, Palette, colour, contrast

PAIRS = [
    pytest.param(one, other, id=f"{palette.name}: {name}")
    for palette in PALETTES.values()
    for name, one, other in palette.text_pairs()
]


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_text_has_a_contrast_of_seven_to_one(ink: Colour, ground: Colour) -> None:
    assert contrast(ink, ground) >= 7.0


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
def test_an_edge_that_carries_meaning_can_be_seen_on_paper_and_card(palette: Palette) -> None:
    assert contrast(palette.line, palette.paper) >= 3.0
    assert contrast(palette.line, palette.card) >= 3.0
    assert contrast(palette.deep, palette.deep_soft) >= 3.0


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
def test_the_focus_ring_can_be_seen_on_every_ground(palette: Palette) -> None:
    for ground in (palette.paper, palette.card, palette.deep, palette.own_paper, palette.note_paper):
        assert max(contrast(palette.focus_ring, ground), contrast(palette.focus_core, ground)) >= 3.0


def test_black_and_white_are_as_far_apart_as_can_be() -> None:
    assert contrast(colour("#000000"), colour("#FFFFFF")) == pytest.approx(21.0)


def test_the_palette_of_most_contrast_casts_no_shadow() -> None:
    assert CONTRAST.shadow == 0.0
