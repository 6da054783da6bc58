"""While a page comes to rest nothing but the slide is done; without motion there is no frame in between."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from kiosk.clock import Clock
from kiosk.i18n import direction
from kiosk.lockdown import Profile
from kiosk.pages import Editions
from kiosk.rehearsal import Rehearsal
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import MOVING, STILL, Look, Motion
from modules.definition.edition import Edition
from modules.texts import Language
from tests.definitions import PACK
from tests.ui import shipped
from tests.ui.hand_clock import HandClock
from tests.ui.listening import Listening

NL = Language("nl")


@pytest.fixture
def opened(easel: Any) -> Iterator[Callable[..., Any]]:
    """Gives the window of somebody who stands on a page of his own, with what is to be done ahead."""
    from kivy.core.window import Window  # noqa: PLC0415 - only after the lockdown

    from kiosk.app import KioskApp  # noqa: PLC0415
    from kiosk.widgets.rest_watch import Rests  # noqa: PLC0415

    apps: list[Any] = []

    def open_app(look: Look, ahead: tuple[Callable[[], object], ...] = ()) -> Any:
        editions = Editions(
            Edition(PACK, shipped.questionnaire(), frozenset()), Edition(PACK, shipped.programme(), frozenset())
        )
        rehearsal = Rehearsal(editions, (NL,), Clock())
        app = KioskApp(
            visit=rehearsal.visit,
            look=look,
            speaker=Listening(),
            rests=Rests(),
            profile=Profile.HIDDEN,
            ahead=ahead,
            clock=HandClock(),
        )
        apps.append(app)
        app.build()
        for _, view in rehearsal.walk(NL):
            app.paint(view)
            if hasattr(app._screen, "shift") and rehearsal.visit.session is not None:
                break
        return app

    yield open_app
    for app in apps:
        app.on_stop()
        Window.unbind(on_touch_down=app._touched, on_touch_up=app._let_go)
    gc.unfreeze()


def test_nothing_is_made_ahead_while_a_page_slides(opened: Callable[..., Any]) -> None:
    from kivy.animation import Animation  # noqa: PLC0415

    from kiosk.screens import NAMES  # noqa: PLC0415

    done: list[int] = []
    app = opened(Look(panel=PANELS["15"], language=NL), (lambda: done.append(1),))
    app._screen.slide_in()
    assert app._screen.shift
    for _ in range(len(NAMES) + 2):
        app._ahead._go(0)
    assert done == []
    Animation.cancel_all(app._screen, "shift")
    app._screen.shift = 0
    for _ in range(len(NAMES) + 2):
        app._ahead._go(0)
    assert done == [1]


def test_without_motion_a_page_stands_in_its_place_at_once(opened: Callable[..., Any]) -> None:
    moved: list[float] = []
    app = opened(replace(Look(panel=PANELS["15"], language=NL), motion=STILL))
    app._screen.fbind("shift", lambda _, shift: moved.append(shift))
    app._screen.slide_in()
    app._screen.slide_in(back=True)
    assert moved == []


@pytest.mark.parametrize("motion", [MOVING, STILL])
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_one_step_on_what_was_added_to_the_progress_grows_unless_motion_is_off(
    easel: Any, motion: Motion, language: str
) -> None:
    from kiosk.stage import Stage  # noqa: PLC0415 - only after the lockdown

    stage = Stage(Look(panel=PANELS["15"], language=language, direction=direction(language), motion=motion))
    view = dict(shipped.every_view(Language(language)))["m1.areas"]
    for done in (2, 3):
        (screen, *_) = stage.painted(replace(view, frame=replace(view.frame, done=done, total=8)))
        easel.settle()
    progress = screen.top_bar.ids.progress
    drawn, _ = progress._growing
    assert (progress.grown, drawn.image.size[0] < drawn.width / 2) == ((0, True) if motion is MOVING else (1, False))
    progress.grown = 1
    whole = drawn.image.size[0] - 2 * drawn.bleed
    assert abs(whole - drawn.width) <= 1
    stage.close()


def test_after_a_fault_what_comes_next_is_left_alone_so_that_he_can_go_elsewhere(
    opened: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    app, asked = opened(Look(panel=PANELS["15"], language=NL)), [0]

    def fails() -> None:
        asked[0] += 1
        raise ArithmeticError

    monkeypatch.setattr(app._visit, "view_ahead", fails)
    app._ahead.painted()
    with pytest.raises(ArithmeticError) as fault:
        app._ahead._go(0)
    app._fault(fault.value)
    app.paint(app._visit.view())
    for _ in range(3):
        app._ahead.touched()
        app._ahead._go(0)
    assert asked == [1]
