"""Kivy off screen, once for all tests of what is painted: no window is seen and no display is needed.

- The lockdown is done before any test of this folder imports Kivy, as in the program itself.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kiosk.i18n import direction
from kiosk.lockdown import Profile, prepare
from kiosk.render import Easel
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import PANEL_21, Look
from tests.ui.person import Person

prepare(Profile.HIDDEN, PANEL_21.width_px, PANEL_21.height_px)


@pytest.fixture(scope="session")
def easel() -> Easel:
    return Easel()


@pytest.fixture
def show(easel: Easel) -> Iterator[Callable[..., Any]]:
    """Gives what puts a widget into the window and settles it."""
    from kivy.base import EventLoop  # noqa: PLC0415 - only after the lockdown
    from kivy.core.window import Window  # noqa: PLC0415

    shown: list[Any] = []

    def put(widget: Any, look: Look | None = None) -> Any:
        panel = (look or Look()).panel
        widget.size_hint = (None, None)
        widget.pos, widget.size = (0, 0), (panel.width_px, panel.height_px)
        Window.add_widget(widget)
        shown.append(widget)
        settle()
        return widget

    def settle() -> None:
        for _ in range(6):
            EventLoop.idle()

    put.settle = settle  # type: ignore[attr-defined]
    yield put
    for widget in shown:
        Window.remove_widget(widget)


@pytest.fixture
def stage(look: Look, easel: Easel) -> Iterator[Any]:
    """Gives the screens of a look, each made once and painted anew, as the window does."""
    del easel
    from kiosk.stage import Stage  # noqa: PLC0415 - only after the lockdown

    opened = Stage(look)
    yield opened
    opened.close()


@pytest.fixture
def tap() -> Callable[..., None]:
    """Gives what touches the window at a place, and lets go there or elsewhere."""
    from kivy.base import EventLoop  # noqa: PLC0415 - only after the lockdown
    from kivy.tests.common import UnitTestTouch  # noqa: PLC0415

    def touch(x: float, y: float, let_go: tuple[float, float] | None = None) -> None:
        finger = UnitTestTouch(x, y)
        finger.touch_down()
        EventLoop.idle()
        if let_go is not None:
            finger.touch_move(*let_go)
        finger.touch_up()
        EventLoop.idle()

    return touch


@pytest.fixture
def asking(show: Any, tap: Callable[..., None]) -> Callable[..., Any]:
    """Gives what puts a question on the screen and touches it."""
    from tests.ui.asking import Asking  # noqa: PLC0415 - only after the lockdown

    return lambda **values: Asking(show, tap, **values)


@pytest.fixture
def stand(show: Any, tap: Callable[..., None]) -> Callable[..., Person]:
    """Gives what puts somebody in front of a screen."""

    def before(view: object, language: str = "nl", panel: str = "21") -> Person:
        look = Look(panel=PANELS[panel], language=language, direction=direction(language))
        return Person(show, tap, view, look)

    return before
