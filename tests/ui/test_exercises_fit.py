"""Every shipped question and exercise on every panel, in every language and in large letters: whole and apart.

- One screen is painted anew for each view, as in use: what an earlier question left behind would show here.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kiosk.i18n import direction
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import Look
from kiosk.views.exercises import SummaryView
from kiosk.views.question import QuestionView
from modules.exercises.chain import LINKS, ChainAnswer
from modules.exercises.if_then import IfThenAnswer
from modules.exercises.shared import OWN_WORDS_LENGTH, Said
from modules.texts import Language
from tests.ui import shipped

LANGUAGES = ("nl", "nl@simple", "ar", "tr", "pl")


def _looks() -> Iterator[Any]:
    for panel in PANELS:
        for language in LANGUAGES:
            look = Look(panel=PANELS[panel], language=language, direction=direction(language))
            yield pytest.param(look, id=f"{panel}-{language}")
    for panel, factor in (("21", 1.45), ("21-portrait", 1.45), ("15", 1.2), ("15", 1.45)):
        yield pytest.param(Look(panel=PANELS[panel], text_factor=factor), id=f"{panel}-large-{factor}")


@pytest.mark.parametrize("look", list(_looks()))
def test_every_shipped_question_and_exercise_fits(look: Look, stage: Any) -> None:
    language = Language(look.language)
    shown: list[tuple[str, object]] = [*shipped.every_view(language), ("rivals", shipped.with_rivals(language))]
    shown += [("intro", shipped.intro(language)), ("overview", shipped.overview(language))]
    faults = {name: [str(fault) for fault in stage.faults(view)] for name, view in shown}
    assert {name: found for name, found in faults.items() if found} == {}


HARDEST = ("m1.areas", "m1.life", "m2.top", "m2.day_words", "m5.map", "m5.phone", "m7.care", "goals", "end")
"""Parts of the names of what has the least room: many things, long words, keys, a whole row of answers."""


HARDEST_BETWEEN = ("m3.balance", "m4.chain_me", "m7.creditors", "m7.first", "m7.work", "m8.setback")
"""The same on the large panels in letters between the usual and the largest."""


def _least_room() -> Iterator[Any]:
    for language in ("nl@simple", "ar", "tr", "pl", "de"):
        look = Look(panel=PANELS["15"], language=language, direction=direction(language), text_factor=1.45)
        yield pytest.param(look, HARDEST, id=f"15-{language}-1.45")
    for panel, language in (("21", "nl@simple"), ("21-portrait", "fr"), ("21-portrait", "pl")):
        look = Look(panel=PANELS[panel], language=language, text_factor=1.2)
        yield pytest.param(look, HARDEST_BETWEEN, id=f"{panel}-{language}-1.2")


@pytest.mark.parametrize(("look", "hardest"), list(_least_room()))
def test_what_has_the_least_room_fits_in_larger_letters(look: Look, hardest: tuple[str, ...], stage: Any) -> None:
    views = shipped.every_view(Language(look.language))
    shown = {name: view for name, view in views if any(part in name for part in hardest)}
    faults = {name: [str(fault) for fault in stage.faults(view)] for name, view in shown.items()}
    assert {name: found for name, found in faults.items() if found} == {}
    assert len(shown) >= len(hardest)


WORDS = "Ik wil eerst met mijn zus praten over hoe het thuis gaat, en daarna zoek ik met mijn mentor werk in de buurt. "
LONGEST = Said(own=(WORDS * 2)[:OWN_WORDS_LENGTH])


def _said_at_length(language: Language) -> Iterator[QuestionView]:
    """Gives what holds own words, with as many letters as one may write; a summary with them at its last answer."""
    pair, chain = shipped.item_of("if_then"), shipped.item_of("chain")
    yield shipped.asked(pair, IfThenAnswer(situation=LONGEST, action=LONGEST), language)
    links = dict.fromkeys(LINKS, LONGEST)
    yield shipped.asked(chain, ChainAnswer().model_copy(update=links), language)
    for _, view in shipped.summaries(language):
        if isinstance(view.exercise, SummaryView) and view.exercise.rows:
            *rows, last = view.exercise.rows
            rows = [*rows, replace(last, answer=LONGEST.own or "")]
            yield replace(view, exercise=replace(view.exercise, rows=tuple(rows)))


def _any_letters() -> Iterator[Any]:
    for panel, factor in (("15", 1.0), ("15", 1.45), ("21", 1.2), ("21-portrait", 1.2)):
        yield pytest.param(Look(panel=PANELS[panel], language="fr", text_factor=factor), id=f"{panel}-{factor}")


@pytest.mark.parametrize("look", list(_any_letters()))
def test_own_words_of_the_greatest_length_leave_the_options_their_room(look: Look, stage: Any) -> None:
    shown = list(_said_at_length(Language(look.language)))
    assert [str(fault) for view in shown for fault in stage.faults(view)] == []
    assert len(shown) > len(LINKS)
