"""What everybody near hears: none of a person's own words, on any page; on a headset all of them."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from kiosk.aids import Aids
from kiosk.aside import FIELDS, own_words
from kiosk.clock import Clock
from kiosk.i18n import Words
from kiosk.lockdown import Profile
from kiosk.pages import Editions
from kiosk.rehearsal import Rehearsal
from kiosk.speech import Manner, Out
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import Look
from modules.definition.edition import Edition
from modules.exercises.shared import OwnWords
from modules.texts import Language
from tests.definitions import PACK
from tests.every_event import every_event
from tests.ui import shipped
from tests.ui.hand_clock import HandClock
from tests.ui.listening import Listening

NL = Language("nl")


@pytest.fixture
def heard(easel: Any) -> Any:
    """Gives what is heard of all pages of a person who wrote much himself, with the reading sent to one place."""
    from kiosk.app import KioskApp  # noqa: PLC0415 - only after the lockdown
    from kiosk.widgets.rest_watch import Rests  # noqa: PLC0415

    def read(out: Out) -> tuple[str, set[str]]:
        editions = Editions(
            Edition(PACK, shipped.questionnaire(), frozenset()), Edition(PACK, shipped.programme(), frozenset())
        )
        rehearsal, ears = Rehearsal(editions, (NL,), Clock()), Listening()
        look = Look(panel=PANELS["15"], language=NL)
        app = KioskApp(
            visit=rehearsal.visit,
            look=look,
            speaker=ears,
            rests=Rests(hard_stop_seconds=1e6),
            profile=Profile.HIDDEN,
            clock=HandClock(),
        )
        app._guide.set(Aids(Manner(out=out)))
        own: set[str] = set()
        for _, view in rehearsal.walk(NL):
            for text in getattr(getattr(view, "frame", view), "spoken", ()):
                app._guide.read((text,), NL)
            session = rehearsal.visit.session
            if session is not None:
                own |= {words for each in session.everything() for words in own_words(each.event)}
        return " ".join(ears.heard()), own

    return read


def test_own_words_are_heard_on_a_headset_and_by_nobody_else(heard: Any) -> None:
    loud, own = heard(Out.SPEAKER)
    aside, _ = heard(Out.HEADSET)
    told = {words for words in own if words in aside and len(words) > 3}
    assert told
    assert {words for words in told if words in loud} == set()
    assert Words(NL)("aids.own") in loud


def test_every_text_a_person_writes_is_known_by_the_name_of_its_field() -> None:
    names = {name for event in every_event() for name in _own_fields(type(event))}
    assert names
    assert names <= set(FIELDS)


def _own_fields(kind: Any) -> Iterator[str]:
    written = set(get_args(OwnWords)[1:])
    for name, field in kind.model_fields.items():
        if field.annotation in (OwnWords, OwnWords | None) or set(field.metadata) & written:
            yield name
        elif hasattr(field.annotation, "model_fields"):
            yield from _own_fields(field.annotation)
