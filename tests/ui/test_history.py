"""What a page looks like depends on its view alone: whatever was painted, turned or opened before, all stands the same.

- One screen goes through pages in a random order, turned on here and there, some of them painted ahead; each is held
  against one made for it alone.
"""

from collections.abc import Iterator
from hashlib import sha256
from random import Random
from typing import Any

import pytest

from kiosk.i18n import Words, direction
from kiosk.render import SETTLING_FRAMES, Easel
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import STILL, Look
from kiosk.widgets.places import Place
from modules.texts import Language
from tests.ui import shipped, views

Seen = tuple[frozenset[str], bytes]
"""What stands on a page, and the digest of its picture."""
PAGES = 20
"""How many pages of each look are held against fresh ones, drawn from all of them."""
AHEAD_PART = 0.7
"""How often something is painted ahead, and how often that is what comes."""
TURNERS = ("answers.more", "keys.later", "keys.earlier")
LOOKS = (("15", "pl", 1.2), ("21", "nl", 1.45), ("21-portrait", "ar", 1.0))


def _looks() -> Iterator[Any]:
    for panel, language, factor in LOOKS:
        look = Look(
            panel=PANELS[panel], language=language, direction=direction(language), text_factor=factor, motion=STILL
        )
        yield pytest.param(look, id=f"{panel}-{language}-{factor}")


def _made(kind: type[Any], look: Look) -> Any:
    screen = kind(look=look, words=Words(look.language), send=lambda _intent: None)
    screen.size = (look.panel.width_px, look.panel.height_px)
    return screen


def _settled(screen: Any, look: Look) -> None:
    from kivy.clock import Clock  # noqa: PLC0415 - only after the lockdown

    for _ in range(SETTLING_FRAMES):
        Clock.tick_draw()
    assert not list(Clock.get_before_frame_events()), "a page that stands still is still being placed"


def _seen(screen: Any, look: Look, easel: Easel) -> Seen:
    _settled(screen, look)
    drawn = easel.draw(lambda: screen, look)
    return frozenset(map(_told, drawn.geometry)), sha256(drawn.rgba).digest()


def _fresh(kind: type[Any], view: object, look: Look, easel: Easel) -> Seen:
    screen = _made(kind, look)
    screen.paint(view)
    found = _seen(screen, look, easel)
    screen.forget()
    return found


def _differences(one: Seen, other: Seen) -> list[str]:
    """Gives what stands otherwise in one and in the other, or that what stands the same is drawn otherwise."""
    return sorted(one[0] ^ other[0]) or ["drawn otherwise"] * (one[1] != other[1])


def _told(place: Place) -> str:
    reach, cut = f"{place.reach_x} {place.reach_y}", " cut off" if place.clipped else ""
    where = f"{place.x},{place.y} {place.width}×{place.height} reach {reach}"
    return f"{place.test_id or place.kind} {where} {place.font_px} {place.contrast} {place.lines}{cut}"


def _wander(screen: Any, view: object, look: Look, chance: Random) -> None:
    """Shows another question, and turns its steps and pages at random."""
    screen.paint(view)
    for _ in range(chance.randrange(4)):
        _settled(screen, look)
        turners = [each for each in screen.walk() if getattr(each, "test_id", "") in TURNERS and each.parent]
        if turners and chance.random() < 0.5:
            chance.choice(turners).press()
        else:
            screen._sheet.exercise.turn(1)


@pytest.mark.parametrize("look", list(_looks()))
def test_a_question_looks_the_same_whatever_was_asked_before(look: Look, easel: Easel) -> None:
    from kiosk.screens import screen_named  # noqa: PLC0415 - only after the lockdown

    chance, kind = Random(look.language), screen_named("question")
    asked = dict(shipped.every_view(Language(look.language)))
    screen, differences = _made(kind, look), {}
    for name in chance.sample(list(asked), PAGES):
        others = [other for other in asked.values() if other.prompt != asked[name].prompt]
        _wander(screen, chance.choice(others), look, chance)
        if chance.random() < AHEAD_PART:
            screen.paint_ahead(asked[name] if chance.random() < AHEAD_PART else chance.choice(others))
            _settled(screen, look)
        screen.paint(asked[name])
        differences[name] = _differences(_seen(screen, look, easel), _fresh(kind, asked[name], look, easel))
    screen.forget()
    assert {name: found for name, found in differences.items() if found} == {}


@pytest.mark.parametrize("look", list(_looks()))
def test_a_screen_looks_the_same_whatever_it_showed_before(look: Look, easel: Easel) -> None:
    from kiosk.screens import screen_of  # noqa: PLC0415 - only after the lockdown

    shown = list(views.every(Language(look.language)).items()) * 2
    Random(look.language).shuffle(shown)
    screens: dict[type[Any], Any] = {}
    fresh: dict[str, Seen] = {}
    differences: dict[str, list[str]] = {}
    for name, view in shown:
        kind = screen_of(type(view))
        if kind not in screens:
            screens[kind] = _made(kind, look)
        screens[kind].forget()
        screens[kind].paint(view)
        fresh[name] = fresh.get(name) or _fresh(kind, view, look, easel)
        differences.setdefault(name, []).extend(_differences(_seen(screens[kind], look, easel), fresh[name]))
    for screen in screens.values():
        screen.forget()
    assert {name: found for name, found in differences.items() if found} == {}
