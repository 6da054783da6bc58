"""Every shipped question and exercise on every panel, in every language and in large letters: whole and apart.

- One screen is painted anew for each view, as in use: what an earlier question left behind would show here.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from kiosk.i18n import Words, direction
from kiosk.render import PANELS
from kiosk.theme.tokens import Look
from kiosk.widgets.places import Place, places
from modules.texts import Language
from tests.ui import shipped

MOST_STEPS = 12
LANGUAGES = ("nl", "nl@simple", "ar", "tr", "pl")


def _looks() -> Iterator[Any]:
    for panel in PANELS:
        for language in LANGUAGES:
            look = Look(panel=PANELS[panel], language=language, direction=direction(language))
            yield pytest.param(look, id=f"{panel}-{language}")
    for panel, factor in (("21", 1.45), ("21-portrait", 1.45), ("15", 1.2)):
        yield pytest.param(Look(panel=PANELS[panel], text_factor=factor), id=f"{panel}-large")


def _settle() -> None:
    from kivy.clock import Clock  # noqa: PLC0415 - only after the lockdown

    for _ in range(3):
        Clock.tick_draw()


def _screen(name: str, look: Look) -> Any:
    from kiosk.screens import screen_named  # noqa: PLC0415 - only after the lockdown

    screen = screen_named(name)(look=look, words=Words(look.language), send=lambda _intent: None)
    screen.size = (look.panel.width_px, look.panel.height_px)
    return screen


def _faults(found: Sequence[Place], look: Look) -> list[str]:
    foot = min(place.y for place in found if place.test_id.startswith("foot."))
    faults = [f"cut off: {place.text}" for place in found if place.clipped]
    faults += [f"long line: {line}" for place in found for line in place.lines if len(line) > 60]
    for place in found:
        across = place.x >= 0 and place.x + place.width <= look.panel.width_px
        above_foot = place.test_id.startswith("foot.") or place.y >= foot or place.y + place.height <= foot + 1
        if not (across and above_foot):
            faults.append(f"out of place: {place.test_id} {place.text}")
    touchable = [place for place in found if place.touchable and place.width]
    for at, one in enumerate(touchable):
        faults += [
            f"over each other: {one.test_id} {other.test_id}"
            for other in touchable[at + 1 :]
            if _overlap(one, other) and not _lies_on_a_pile(one, other)
        ]
    return faults


def _overlap(one: Place, other: Place) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 1 and down > 1


def _lies_on_a_pile(one: Place, other: Place) -> bool:
    pile = one.test_id.startswith("pile.")
    return pile and (other.test_id.startswith("card.") or other.test_id.endswith(".more"))


@pytest.mark.parametrize("look", list(_looks()))
@pytest.mark.usefixtures("easel")
def test_every_shipped_question_and_exercise_fits(look: Look) -> None:
    screen = _screen("question", look)
    views = [*shipped.every_view(Language(look.language)), ("rivals", shipped.with_rivals(Language(look.language)))]
    faults: dict[str, list[str]] = {}
    for name, view in views:
        screen.paint(view)
        for step in range(MOST_STEPS):
            _settle()
            faults[f"{name} {step}"] = _faults(tuple(places(screen, look)), look)
            if not screen._exercise.turn(1):
                break
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("look", list(_looks()))
@pytest.mark.usefixtures("easel")
def test_introductions_and_overviews_fit(look: Look) -> None:
    for name, view in (("intro", shipped.intro), ("overview", shipped.overview)):
        screen = _screen(name, look)
        screen.paint(view(Language(look.language)))
        _settle()
        assert _faults(tuple(places(screen, look)), look) == []
