"""Every screen around the questions, on every panel and in every language: whole, apart, inside the panel, readable."""

from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.i18n import OWN_NAMES, direction
from kiosk.theme.palettes import PALETTES, PaletteName
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import Look
from kiosk.views.entrance import language_view
from kiosk.widgets.places import places
from modules.texts import Language
from tests.ui import views

LANGUAGES = {"15": tuple(OWN_NAMES), "21": ("nl", "ar", "tr"), "21-portrait": ("nl", "ar", "tr")}
"""The low panel, which has the least room, is tried in every language with words of its own length."""


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


def _faults(stage: Any, language: str) -> dict[str, list[str]]:
    """Gives what is wrong with any screen in a language."""
    shown = views.every(Language(language)).items()
    found = {name: [str(fault) for fault in stage.faults(view)] for name, view in shown}
    return {name: faults for name, faults in found.items() if faults}


@pytest.mark.parametrize("look", list(_looks()))
def test_every_screen_fits_in_every_language_on_every_panel(look: Look, stage: Any) -> None:
    assert _faults(stage, look.language) == {}


@pytest.mark.parametrize("look", [*_looks(), *_large()])
def test_all_languages_are_seen_at_once_for_who_cannot_read_more(look: Look, stage: Any) -> None:
    screens = stage.painted(language_view(views.LANGUAGES, Language(look.language)))
    assert [str(fault) for fault in stage.seen(screens)] == []
    seen = [place.test_id for place in places(screens[0], look) if place.test_id.startswith(("language.", "answers."))]
    assert sorted(seen) == sorted(f"language.{language}" for language in views.LANGUAGES)


@pytest.mark.parametrize("look", list(_looks()))
def test_every_step_of_signing_fits_in_every_language_on_every_panel(look: Look, stage: Any) -> None:
    from kiosk.screens.parts.sign_steps import Step  # noqa: PLC0415 - only after the lockdown

    screens = stage.painted(views.sign(Language(look.language), trouble=True))
    faults = {}
    for step in Step:
        for screen in screens:
            screen.go(step)
        faults[step.name] = [str(fault) for fault in stage.seen(screens)]
    assert {step: found for step, found in faults.items() if found} == {}


@pytest.mark.parametrize("look", [Look(palette=PALETTES[name]) for name in (PaletteName.NIGHT, PaletteName.CONTRAST)])
def test_every_text_can_be_read_in_every_palette(stage: Any) -> None:
    assert _faults(stage, "nl") == {}


@pytest.mark.parametrize("look", list(_large()))
def test_no_word_of_the_bars_is_cut_in_large_letters_whichever_screen_came_before(look: Look, stage: Any) -> None:
    from kiosk.widgets.foot_bar import FootBar  # noqa: PLC0415 - only after the lockdown
    from kiosk.widgets.push_button import PushButton  # noqa: PLC0415
    from kiosk.widgets.top_bar import TopBar  # noqa: PLC0415

    cut = []
    for name, view in views.every(Language(look.language)).items():
        screens = stage.painted(view)
        list(stage.seen(screens))
        bars = [widget for widget in screens[0].walk() if isinstance(widget, FootBar | TopBar)]
        buttons = [
            button
            for bar in bars
            for button in bar.walk(restrict=True)
            if isinstance(button, PushButton) and button.text
        ]
        cut += [(name, button.text) for button in buttons if button.ids.words.clipped]
    assert cut == []
