"""Screens that are made once a visit: used again, made ahead, and let go of; and when the collector works."""

import gc
from dataclasses import replace
from typing import Any

import pytest

from kiosk.i18n import Words
from kiosk.render import SETTLING_FRAMES
from kiosk.sweeping import ALL_SECONDS, NEW_SECONDS, OLDER_SECONDS, Sweeping
from kiosk.theme.tokens import PANEL_15, Look
from kiosk.widgets.places import Place, places
from modules.texts import Language
from tests.ui import shipped, views
from tests.ui.hand_clock import HandClock

LOOK = Look(panel=PANEL_15)
NL = Language("nl")


def _shelf() -> Any:
    from kiosk.shelf import Shelf  # noqa: PLC0415 - only after the lockdown

    return Shelf(lambda _: None)


def _made(name: str) -> Any:
    return _kind(name)(look=LOOK, words=Words(NL), send=lambda _: None)


def _settled(screen: Any) -> tuple[Place, ...]:
    from kivy.clock import Clock  # noqa: PLC0415 - only after the lockdown

    for _ in range(SETTLING_FRAMES):
        Clock.tick_draw()
    return tuple(places(screen, LOOK))


def _shown(screen: Any, view: Any) -> tuple[Place, ...]:
    screen.size = (LOOK.panel.width_px, LOOK.panel.height_px)
    screen.paint(view)
    return _settled(screen)


def _kind(name: str) -> Any:
    from kiosk.screens import screen_named  # noqa: PLC0415 - only after the lockdown

    return screen_named(name)


def test_a_screen_one_comes_back_to_is_made_once_until_somebody_leaves(easel: Any) -> None:
    shelf = _shelf()
    first = shelf.take(_kind("question"), LOOK)
    shelf.clear_used()
    assert shelf.take(_kind("question"), LOOK) is first
    shelf.paint(first, shipped.asked(shipped.item_of("ruler"), None, NL))
    assert not shelf.were_let_go()
    shelf.clear_used()
    assert (shelf.were_let_go(), shelf.were_let_go()) == (True, False)
    assert shelf.take(_kind("question"), LOOK) is not first


def test_what_was_painted_ahead_and_never_seen_is_let_go_of_too(easel: Any) -> None:
    shelf = _shelf()
    first = shelf.take(_kind("home"), LOOK)
    assert shelf.paint_ahead(views.home(NL), LOOK)
    shelf.clear_used()
    assert shelf.take(_kind("home"), LOOK) is not first


def test_another_language_has_screens_of_its_own(easel: Any) -> None:
    shelf = _shelf()
    first = shelf.take(_kind("intro"), LOOK)
    other = Look(panel=PANEL_15, language="tr")
    assert shelf.take(_kind("intro"), other).word("foot.back") == Words("tr")("foot.back")
    assert shelf.take(_kind("intro"), LOOK) is not first


def test_a_screen_where_somebody_writes_is_made_anew_each_time(easel: Any) -> None:
    shelf = _shelf()
    assert shelf.take(_kind("write"), LOOK) is not shelf.take(_kind("write"), LOOK)


@pytest.mark.parametrize("name", ["home", "intro", "question"])
def test_a_screen_made_ahead_or_used_before_shows_what_a_fresh_one_shows(name: str, easel: Any) -> None:
    done = views.done_module(NL)
    pages: dict[str, tuple[Any, ...]] = {
        "home": (views.home(NL), views.home(NL, notes=0)),
        "intro": (done, replace(done, lines=done.lines * 6)),
        "question": tuple(shipped.asked(shipped.item_of(kind), None, NL) for kind in ("ruler", "multi_choice")),
    }
    view, other = pages[name]
    fresh = _made(name)
    as_made = _shown(fresh, view)
    for before in ((), (other, view, other)):
        kept = _made(name)
        _settled(kept)
        for shown in (*before, view):
            kept.forget()
            found = _shown(kept, shown)
        assert found == as_made


def test_what_is_made_ahead_is_what_is_taken_and_comes_to_an_end(easel: Any) -> None:
    shelf, steps = _shelf(), 0
    while shelf.make_ahead(LOOK):
        steps += 1
    assert 20 < steps < 400
    made = shelf.take(_kind("question"), LOOK)
    assert not made.warm()
    shelf.paint_ahead(views.home(NL), LOOK)
    shelf.clear_used()
    assert shelf.make_ahead(LOOK)


def test_the_collector_waits_for_a_pause_and_for_all_of_it_for_nobody_or_for_screens_let_go_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    swept: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda generation=2: swept.append(generation))
    clock, somebody, let_go = HandClock(), [True], [True]
    sweeping = Sweeping(clock, lambda: not somebody[0], lambda: bool(let_go and let_go.pop()))
    for _ in range(10):
        sweeping.touched()
        clock.passes(NEW_SECONDS / 2)
    assert swept == []
    clock.passes(OLDER_SECONDS)
    assert swept == [0, 2]
    clock.passes(ALL_SECONDS)
    assert swept == [0, 2]
    somebody[0] = False
    sweeping.touched()
    clock.passes(ALL_SECONDS)
    assert swept == [0, 2, 0, 1, 2]
