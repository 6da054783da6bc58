"""The paper holds everything the gateway can read of him, field by field, in Dutch and in his own language."""

from collections.abc import Iterator
from enum import Enum

import pytest

from kiosk.i18n import OWN_NAMES, catalogue
from modules.disclosure import Disclosure, disclosure_of
from modules.events import AnswerGiven, Event, ExerciseDone, PlanDeclined, PlanSigned, RecordAccessed
from modules.exercises.shared import Said
from modules.ids import DetaineeId, OptionId
from modules.kept import WORDS_OF
from modules.plan.course import Course
from modules.plan.document import Both, PlanDocument
from modules.progress import Progress
from modules.reasons import DeclineReason, DisagreeReason
from modules.retention import RetentionTerms
from modules.roster import RosterPerson
from modules.texts import Language
from sync.gateway.drplan import DrPlan, Happened
from sync.gateway.own_print import Seen, own_print
from sync.gateway.titles import Titles
from sync.gateway.words import LANGUAGES
from tests.definitions import a_programme, a_questionnaire
from tests.every_event import every_event
from tests.makers import NOON, a_mentor, a_person, a_roster
from tests.unit.kiosk.test_kept import IN_OTHER_WORDS, OF_NO_PERSON, leaves
from tests.unit.kiosk.test_kept import forms as forms_on_screen

READABLE = [
    event
    for event in every_event()
    if not isinstance(event, (*OF_NO_PERSON, RecordAccessed)) and disclosure_of(event) is Disclosure.WHOLE
]
ARABIC = catalogue("ar").forms
ROSTER = a_roster(staff=(a_mentor(name="Sanne de Wit"),))


def paper(*events: Event, person: RosterPerson | None = None) -> str:
    """Gives the whole paper of somebody who reads Arabic, as text."""
    who = person or a_person()
    happened = tuple(Happened(number, NOON, event) for number, event in enumerate(events, 1))
    progress = Progress(language=Language("ar"))
    plan = DrPlan(DetaineeId(who.detainee), progress, (), Course(), happened, 0, 0, len(events))
    seen = Seen(ROSTER, Titles((a_questionnaire(), a_programme())), (), NOON, RetentionTerms())
    parts = own_print(who, plan, seen).parts
    pairs = [pair for part in parts for told in part.told for pair in (told.label, *told.said)]
    return "\n".join(one for pair in pairs for one in pair)


def forms(value: object) -> set[str]:
    """Gives the ways in which a thing may stand there; a language is told in Dutch."""
    return {*forms_on_screen(value), LANGUAGES.get(str(value), "")} - {""}


def missing(event: Event) -> list[str]:
    found = paper(event)
    return [name for name, leaf in leaves(event) if not any(form in found for form in forms(leaf))]


def chosen(event: Event) -> Iterator[str]:
    """Gives what was chosen from a fixed list, in Arabic."""
    for _, leaf in leaves(event):
        if isinstance(leaf, Enum):
            yield ARABIC[f"{WORDS_OF[type(leaf)]}.{leaf.value}"][0]


@pytest.mark.parametrize("event", READABLE, ids=lambda event: event.kind)
def test_everything_that_stands_in_an_event_the_gateway_reads_is_on_the_paper(event: Event) -> None:
    assert missing(event) == []
    found = paper(event)
    assert [words for words in chosen(event) if words not in found] == []
    if not isinstance(event, AnswerGiven | ExerciseDone):
        assert ARABIC[f"me.event.{event.kind.partition('/')[0]}"][0] in found


def test_a_thing_that_is_left_out_is_found() -> None:
    event = PlanDeclined(reason=DeclineReason.DISAGREE, because=Said(own="dit wil ik niet"))
    assert missing(event) == []
    assert "dit wil ik niet" not in paper()


@pytest.mark.parametrize("reason", DisagreeReason)
def test_what_he_does_not_agree_with_is_told_in_words(reason: DisagreeReason) -> None:
    declined = PlanDeclined(reason=DeclineReason.DISAGREE, because=Said(option=OptionId(reason.value)))
    assert ARABIC[f"disagree.{reason}"][0] in paper(declined)


def test_a_signed_plan_is_told_by_its_parts() -> None:
    signed = next(event for event in READABLE if isinstance(event, PlanSigned))
    document, found = PlanDocument.parse(signed.document), paper(signed)
    lines = [line for section in document.sections for block in section.blocks for line in block]
    assert lines
    for line in lines:
        assert line.label.shown in found
        assert all((value.shown if isinstance(value, Both) else value.own) in found for value in line.values)


def test_everything_the_roster_has_of_him_is_on_the_paper_or_told_in_other_words() -> None:
    person = a_person(admitted_ms=NOON)
    found = paper(person=person)
    fields = [name for name in RosterPerson.model_fields if name not in IN_OTHER_WORDS]
    assert [name for name in fields if not any(form in found for form in forms(getattr(person, name)))] == []
    assert "18 november 2026" in found
    assert ARABIC["me.self.unknown"][0] in found
    assert OWN_NAMES["nl"] in found
