"""On every screen: all that can be touched is come to by keys and by one switch, and is told once the ring is there."""

from typing import Any

import pytest

from kiosk.i18n import Words, direction
from kiosk.speech.reading import Reading
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import Look
from kiosk.widgets.focus import TAB, in_reading_order
from kiosk.widgets.guide import Guide
from kiosk.widgets.heard import told
from kiosk.widgets.push_button import PushButton
from kiosk.widgets.scanning import Scan
from kiosk.widgets.text import Text
from modules.texts import Language
from tests.ui import views
from tests.ui.hand_clock import HandClock
from tests.ui.listening import Listening

NL = Language("nl")
MOST_STEPS = 200


def _shown(view: Any, show: Any) -> Any:
    from kiosk.screens import screen_of  # noqa: PLC0415 - only after the lockdown

    look = Look(panel=PANELS["15"], language=NL, direction=direction(NL))
    screen = screen_of(type(view))(look=look, words=Words(NL), send=lambda _: None)
    screen.paint(view)
    show(screen, look)
    return screen


def _names(things: Any) -> set[str]:
    return {each.test_id for each in things}


def _by_keys(screen: Any, wanted: set[str]) -> set[str]:
    found: set[str] = set()
    for _ in range(len(wanted) + 1):
        screen.on_key(TAB, False)
        found |= _names(screen.ring.around)
    screen.ring.hide()
    return found


def _by_switch(screen: Any, wanted: set[str]) -> set[str]:
    """Lets the ring go along all rows; into each row of several it is led once, and comes out by itself."""
    scan, found, entered = Scan(HandClock()), set[str](), set[str]()
    scan.begin(screen.ring)
    for _ in range(MOST_STEPS):
        around = screen.ring.around
        if len(around) == 1:
            found |= _names(around)
        elif around and around[0].test_id not in entered:
            entered.add(around[0].test_id)
            scan.choose()
            continue
        if found >= wanted:
            break
        scan.step()
    scan.stop()
    return found


@pytest.mark.parametrize("name", sorted(set(views.every(NL)) - {"attract", "hidden", "closed", "resting"}))
def test_read_aloud_reads_all_that_stands_there_errors_and_buttons_too(name: str, show: Any) -> None:
    view = views.every(NL)[name]
    screen = _shown(view, show)
    ears, clock = Listening(), HandClock()
    guide = Guide(clock, Reading(clock, ears))
    guide.stands(screen, Words(NL))
    guide.read_page(getattr(getattr(view, "frame", view), "spoken", ()), NL)
    heard = ears.heard()
    while ears.speaking:
        ears.speaking = False
        clock.passes(0.1)
        heard += ears.heard()
    aloud = " / ".join(heard)
    bars = {"top.place", "top.read_aloud", "top.language", "top.hide", "top.finish"}
    seen = {each for bar in bars for widget in screen.walk() if widget_name(widget) == bar for each in _texts(widget)}
    written = {text for widget in screen.walk() for text in _texts(widget)} - seen
    silent = {text for text in written if text not in aloud and len(text) > 2}
    assert silent == set()
    screen.forget()


def widget_name(widget: Any) -> str:
    return str(getattr(widget, "test_id", ""))


def _texts(root: Any) -> set[str]:
    return {each.text for each in root.walk(restrict=True) if isinstance(each, Text) and each.text and _seen(each)}


def _seen(widget: Any) -> bool:
    while widget is not None and widget is not getattr(widget, "parent", None):
        hidden = not getattr(widget, "opacity", 1) or getattr(widget, "disabled", False)
        if hidden or (isinstance(widget, PushButton) and not widget.enabled):
            return False
        widget = widget.parent
    return True


@pytest.mark.parametrize("name", sorted(views.every(NL)))
def test_all_of_a_screen_is_come_to_by_keys_and_by_one_switch_and_told(name: str, show: Any) -> None:
    screen = _shown(views.every(NL)[name], show)
    things = in_reading_order(screen)
    wanted = _names(things)
    assert wanted or name in ("closed", "resting")
    assert _by_keys(screen, wanted) == wanted
    assert _by_switch(screen, wanted) == wanted
    assert [each.test_id for each in things if not told(each, Words(NL), aside=True)[0]] == []
    screen.forget()
