"""Mijn pad on one leaf: plan and path together in every language on the panels that lie, and one stone says now."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.i18n import OWN_NAMES, Words, direction
from kiosk.theme.icons import Icon
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import Look
from kiosk.views.home import HomeView, Stone, StoneState
from modules.texts import Language
from tests.ui import views

OPEN = ("Snel regelen", "Reflector: over jou", "1 · Waar sta ik nu?")
LATER = (
    "2 · Wat vind ik belangrijk?",
    "3 · Blijven of veranderen?",
    "4 · Zo werkt het bij mij",
    "5 · Mensen om mij heen",
)
LATEST = ("6 · Lastige momenten", "7 · Mijn leven op orde", "8 · Mijn plan")


def my_path(language: Language, *, notes: int) -> HomeView:
    """Gives mijn pad with as many stones as the programme has."""
    words = Words(language)
    states = (StoneState.NOW, StoneState.OPEN, StoneState.OPEN)
    first = [
        Stone(title, state, words(f"progress.{state}"), "door-open", f"page/{title}")
        for title, state in zip(OPEN, states, strict=True)
    ]
    skipped = Stone(LATER[0], StoneState.SKIPPED, words("progress.skipped"), "door-open", f"page/{LATER[0]}")
    waits = words("home.opens_after", modules="1, 2, 3")
    later = [Stone(title, StoneState.LATER, waits, "door-open", None) for title in (*LATER[1:], *LATEST)]
    home = views.home(language, notes=notes)
    return replace(
        home, stones=(*first, skipped, *later), last_time=words("home.last_time", at="24 nov 2026, 14:10", wing="B2")
    )


@pytest.mark.parametrize("panel", ["15", "21"])
@pytest.mark.parametrize("language", list(OWN_NAMES))
def test_plan_and_path_stand_together_and_apart_in_every_language(panel: str, language: str, easel: Any) -> None:
    from kiosk.stage import Stage  # noqa: PLC0415 - only after the lockdown

    stage = Stage(Look(panel=PANELS[panel], language=language, direction=direction(language)))
    screens = stage.painted(my_path(Language(language), notes=0))
    assert [str(fault) for fault in stage.seen(screens)] == []
    board = screens[0].ids.board
    assert board.leaves == 1
    assert {board.plan, board.heading, board.path} == set(board.children)
    assert all(stone.beside for stone in board.path.children)
    stage.close()


def test_a_short_note_leaves_room_for_the_path_on_the_low_panel_too(stand: Any) -> None:
    home = my_path(Language("nl"), notes=1)
    short = replace(home.notes[0], text="Ik zag dat je begonnen bent.")
    person = stand(replace(home, notes=(short,), plan_text="Je hebt nog geen plan."), panel="15")
    assert {"plan.card", "note.seen", "note.talk"} <= set(person.sees())
    assert person.screen.next_word == ""


def test_a_skipped_stone_has_its_own_mark_in_the_ring_of_one_that_is_open(stand: Any) -> None:
    person = stand(my_path(Language("nl"), notes=0))
    stones = {stone.title: stone for stone in person.screen.ids.board.path.children}
    skipped, other = stones[LATER[0]], stones[OPEN[1]]
    assert skipped.ids.picture.icon is Icon.SKIP
    assert skipped.stone().edge_px == other.stone().edge_px
    assert "overgeslagen, kan nog" in person.reads()


def test_one_stone_says_now_and_the_others_that_are_open_say_so(stand: Any) -> None:
    person = stand(my_path(Language("nl"), notes=0))
    rings = {stone.title: stone.stone().edge_px for stone in person.screen.ids.board.path.children}
    assert rings[OPEN[0]] > rings[OPEN[1]]
    assert person.reads().count("kan ook") == len(OPEN) - 1
