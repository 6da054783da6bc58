"""Tiles on pages: whatever number of columns the first page takes, each tile is met by turning on."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize("count", range(7, 13))
def test_each_tile_is_met_and_no_column_of_the_first_page_is_bare(count: int, show: Callable[..., Any]) -> None:
    from kiosk.theme.tokens import PANEL_15, Look  # noqa: PLC0415 - only after the lockdown
    from kiosk.widgets.answer_list import AnswerList  # noqa: PLC0415
    from kiosk.widgets.tile import Tile  # noqa: PLC0415

    look = Look(panel=PANEL_15)
    tiles = AnswerList(look=look, fill=True, most_columns=3, more_word="Meer")
    tiles.show([Tile(look=look, title="Ik en mijn toekomst", text="klaar", value=each) for each in range(count)])
    show(tiles, look)
    tiles.size = (1290, 340)
    tiles.arrange()
    assert max(card.right for card in tiles.children) == pytest.approx(tiles.right, abs=3)
    met: set[object] = set()
    for page in range(count):
        tiles.page = page
        tiles.arrange()
        met |= {card.value for card in tiles.children if card.value is not None}
    assert met == set(range(count))


def test_the_way_to_more_fills_its_column_where_longer_words_leave_it_alone_there(show: Callable[..., Any]) -> None:
    from kiosk.theme.tokens import PANEL_15, Look  # noqa: PLC0415 - only after the lockdown
    from kiosk.widgets.answer_list import AnswerList  # noqa: PLC0415
    from kiosk.widgets.tile import Tile  # noqa: PLC0415

    look = Look(panel=PANEL_15)
    tiles = AnswerList(look=look, fill=True, most_columns=3, more_word="Meer")
    titles = (
        "Geld",
        "Mijn toekomst en alles wat ik daarin graag wil",
        "Werk",
        "Rust",
        "Mijn toekomst en alles wat ik daar wil",
    )
    tiles.show([Tile(look=look, title=title, text="klaar") for title in (*titles, *titles)])
    show(tiles, look)
    tiles.size = (1290, 350)
    tiles.arrange()
    *others, more = reversed(tiles.children)
    assert len(others) == 4
    assert more.top == max(card.top for card in others)
    assert more.y == min(card.y for card in others)
