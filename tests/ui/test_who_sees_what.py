"""Wie ziet wat under a finger: a mark with its word for each of the people, and pages where it does not fit."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from kiosk.i18n import OWN_NAMES, Words, direction
from kiosk.intents import GoOn, OpenPage
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import Look
from kiosk.views.frame import FrameView
from kiosk.views.shares import PersonView, Sees, ShareRow, SharesView
from modules.texts import Language
from tests.ui.person import Person

NL = Language("nl")
TITLES = ("Waar ik goed in ben", "Waar ik het voor doe", "Mijn doelen", "Mijn lastige momenten", "Als het lastig wordt")
LONG = "Mijn familie weet waar ik ben, mijn baas weet dat ik er niet ben, en mijn buurman zorgt voor de hond."
MENTOR_SEES = (Sees.ALL, Sees.ALL, Sees.NOTHING, Sees.NOTHING)
GEMEENTE_SEES = (Sees.ALL, Sees.ALL, Sees.ALL, Sees.SOME)
SHOWN = (("15", 1.0), ("15", 1.45), ("21-portrait", 1.45))
"""The panels with the least height, and the least width for names of people."""
LOOKS = [
    pytest.param(Look(panel=PANELS[panel], language=code, direction=direction(code), text_factor=factor), id=str(each))
    for each in product(SHOWN, OWN_NAMES)
    for (panel, factor), code in [each]
]
Stand = Callable[..., Person]


def shares(language: Language) -> SharesView:
    """Gives the page of a person with five parts of a plan, and a long answer shown."""
    words = Words(language)
    names = ("me", "mentor", "case_manager", "municipality")
    pictures = ("account-outline", "account-tie-outline", "briefcase-account-outline", "bank-outline")
    people = tuple(PersonView(words(f"own.sees.{name}"), each) for name, each in zip(names, pictures, strict=True))
    by_law = 2
    rows = [
        ShareRow(
            f"plan/share/{place}",
            title,
            "",
            GEMEENTE_SEES if place == by_law else MENTOR_SEES,
            words("own.reads.outside" if place == by_law else "own.reads.mentor"),
            is_choice=place != by_law,
        )
        for place, title in enumerate(TITLES)
    ]
    shown = words("own.share.shown")
    rows.insert(1, ShareRow("plan/share/shown", shown, LONG, MENTOR_SEES, words("own.reads.mentor"), is_choice=True))
    frame = FrameView(words("own.place"), back=words("foot.back"), next=words("foot.sign"))
    return SharesView(frame, words("own.shares"), words("own.shares.help"), people, tuple(rows))


@pytest.mark.parametrize("look", LOOKS)
def test_people_and_marks_have_room_in_every_language_and_size(look: Look, stage: Any) -> None:
    screens = stage.painted(shares(Language(look.language)))
    met: set[str] = set()
    for _ in range(len(TITLES) + 1):
        assert [str(fault) for fault in stage.seen(screens)] == []
        met |= {card.value for card in screens[0].ids.rows.children}
        for screen in screens:
            screen.ids.rows.turn()
    assert len(met) == len(TITLES) + 1


def test_each_of_the_people_has_a_mark_with_its_word_in_every_row(stand: Stand) -> None:
    person = stand(shares(NL), panel="21-portrait")
    read = person.reads()
    for word in ("Jij", "Mentor", "Casemanager", "Gemeente", "ja", "nee", "een deel"):
        assert word in read
    cards = person.screen.ids.rows.children
    heads = {mark.word: mark.center_x for mark in person.screen.ids.head.children if hasattr(mark, "word")}
    for card in cards:
        marks = [each.center_x for each in card.children if hasattr(each, "word")]
        assert sorted(marks) == pytest.approx(sorted(heads.values()), abs=2)


def test_more_turns_the_pages_and_signing_stays_at_hand(stand: Stand) -> None:
    person = stand(shares(NL), panel="15")
    first = {name for name in person.sees() if name.startswith("row.")}
    person.touch("foot.skip")
    second = {name for name in person.sees() if name.startswith("row.")}
    assert first
    assert second
    assert not first & second
    person.touch("foot.skip", "foot.next")
    assert {name for name in person.sees() if name.startswith("row.")} == first
    assert person.wants == [GoOn()]


def test_a_row_leads_to_its_choice_and_is_read_as_one_sentence(stand: Stand) -> None:
    person = stand(shares(NL))
    person.touch("row.plan/share/1")
    assert person.wants == [OpenPage("plan/share/1")]
    spoken = next(card.spoken for card in person.screen.ids.rows.children if card.value == "plan/share/shown")
    assert LONG in spoken
    assert LONG not in person.reads()
