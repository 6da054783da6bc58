"""Every screen around the questions, on every panel and in every language: whole, apart, inside the panel, readable."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import pytest

from kiosk.i18n import OWN_NAMES, Words, direction
from kiosk.render import PANELS, Easel
from kiosk.theme.palettes import PALETTES, PaletteName
from kiosk.theme.tokens import Look
from kiosk.views.entrance import language_view
from kiosk.widgets.places import Place, places
from modules.texts import Language
from tests.ui import views

LANGUAGES = {"15": tuple(OWN_NAMES), "21": ("nl", "ar", "tr"), "21-portrait": ("nl", "ar", "tr")}
"""The low panel, which has the least room, is tried in every language with words of its own length."""
WHOLE_PANEL = {"attract.begin", "hidden.touch"}
READABLE = 7.0


def _looks() -> Iterator[Any]:
    for panel in PANELS:
        for language in LANGUAGES[panel]:
            look = Look(panel=PANELS[panel], language=language, direction=direction(language))
            yield pytest.param(look, id=f"{panel}-{language}")


def _large() -> Iterator[Any]:
    for panel, factor in (("21", 1.45), ("21-portrait", 1.45), ("15", 1.2)):
        for language in ("nl", "ar", "tr"):
            look = Look(panel=PANELS[panel], language=language, direction=direction(language), text_factor=factor)
            yield pytest.param(look, id=f"{panel}-{language}-large")


class Stage:
    """The screens of one look, each made once and painted anew, as the window does."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._screens: dict[type[Any], Any] = {}

    def paint(self, view: Any) -> Any:
        """Gives the view's screen, painted."""
        from kiosk.screens import screen_of  # noqa: PLC0415 - only after the lockdown

        kind = screen_of(type(view))
        if kind not in self._screens:
            look = self._look
            screen = kind(look=look, words=Words(look.language), send=lambda _intent: None)
            screen.size = (look.panel.width_px, look.panel.height_px)
            self._screens[kind] = screen
        self._screens[kind].paint(view)
        return self._screens[kind]

    def faults(self, screen: Any) -> list[str]:
        """Gives what is wrong with a screen as it stands now."""
        from kivy.clock import Clock  # noqa: PLC0415 - only after the lockdown

        for _ in range(3):
            Clock.tick_draw()
        return _faults(tuple(places(screen, self._look)), self._look)

    def close(self) -> None:
        """Lets every screen go."""
        for screen in self._screens.values():
            screen.forget()


def _faults(found: Sequence[Place], look: Look) -> list[str]:
    panel = look.panel
    faults = [f"cut off: {place.text}" for place in found if place.clipped]
    for place in found:
        inside = place.x >= 0 and place.x + place.width <= panel.width_px
        inside = inside and place.y >= 0 and place.y + place.height <= panel.height_px
        if (place.text or place.test_id) and not inside:
            faults.append(f"outside: {place.test_id} {place.text}")
        if place.text and 0 < place.contrast < READABLE:
            faults.append(f"faint: {place.text}")
    touchable = [place for place in found if place.touchable and place.test_id and place.test_id not in WHOLE_PANEL]
    faults += [f"over each other: {a.test_id} {b.test_id}" for a, b in combinations(touchable, 2) if _overlap(a, b)]
    return faults


def _overlap(one: Place, other: Place) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 1 and down > 1


@pytest.fixture
def stage(look: Look, easel: Easel) -> Iterator[Stage]:
    """Gives the screens of a look."""
    opened = Stage(look)
    yield opened
    opened.close()


@pytest.mark.parametrize("look", list(_looks()))
def test_every_screen_fits_in_every_language_on_every_panel(look: Look, stage: Stage) -> None:
    shown = views.every(Language(look.language))
    faults = {name: stage.faults(stage.paint(view)) for name, view in shown.items()}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("look", [*_looks(), *_large()])
def test_all_languages_are_seen_at_once_for_who_cannot_read_more(look: Look, stage: Stage) -> None:
    screen = stage.paint(language_view(views.LANGUAGES, Language(look.language)))
    assert stage.faults(screen) == []
    seen = [place.test_id for place in places(screen, look) if place.test_id.startswith(("language.", "answers."))]
    assert sorted(seen) == sorted(f"language.{language}" for language in views.LANGUAGES)


@pytest.mark.parametrize("look", list(_looks()))
def test_every_step_of_signing_fits_in_every_language_on_every_panel(look: Look, stage: Stage) -> None:
    from kiosk.screens.parts.sign_steps import Step  # noqa: PLC0415 - only after the lockdown

    screen = stage.paint(views.sign(Language(look.language), trouble=True))
    faults = {}
    for step in Step:
        screen.go(step)
        faults[step.name] = stage.faults(screen)
    assert {step: found for step, found in faults.items() if found} == {}


@pytest.mark.parametrize("look", [Look(palette=PALETTES[name]) for name in (PaletteName.NIGHT, PaletteName.CONTRAST)])
def test_every_text_can_be_read_in_every_palette(stage: Stage) -> None:
    shown = views.every(Language("nl"))
    faults = {name: stage.faults(stage.paint(view)) for name, view in shown.items()}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("look", list(_large()))
def test_no_word_of_the_bars_is_cut_in_large_letters_whichever_screen_came_before(look: Look, stage: Stage) -> None:
    from kiosk.widgets.foot_bar import FootBar  # noqa: PLC0415 - only after the lockdown
    from kiosk.widgets.push_button import PushButton  # noqa: PLC0415
    from kiosk.widgets.top_bar import TopBar  # noqa: PLC0415

    cut = []
    for name, view in views.every(Language(look.language)).items():
        screen = stage.paint(view)
        stage.faults(screen)
        bars = [widget for widget in screen.walk() if isinstance(widget, FootBar | TopBar)]
        buttons = [
            button
            for bar in bars
            for button in bar.walk(restrict=True)
            if isinstance(button, PushButton) and button.text
        ]
        cut += [(name, button.text) for button in buttons if button.ids.words.clipped]
    assert cut == []
