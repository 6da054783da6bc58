"""Mijn gegevens: whatever is kept of a person stands there, or on a list that says why it does not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any, get_args

import pytest
from babel.dates import format_date
from pydantic import BaseModel

from kiosk.i18n import OWN_NAMES, SOURCE_LANGUAGE, Words, base, catalogue
from kiosk.pages import Editions
from kiosk.views.kept import Reading, kept_lines
from kiosk.views.me import kept_view, me_view
from modules.access import Action
from modules.events import (
    CodeUsed,
    DoorFailed,
    DoorPaused,
    Event,
    PersonErased,
    PersonMoved,
    PlanDeclined,
    PrivateNoteKept,
    RecordAccessed,
    StaffActed,
    StoreRestored,
    TerminalStarted,
)
from modules.exercises.shared import Said
from modules.ids import OptionId
from modules.kept import DAY, NOT_SHOWN, WORDS_OF, Group, group_of
from modules.reasons import DeclineReason, DisagreeReason
from modules.retention import RetentionTerms
from modules.roster import RosterPerson
from modules.texts import Language
from tests.definitions import a_kvv_edition, a_reflector_edition
from tests.every_event import every_event
from tests.makers import MENTOR, NOON, a_person, recorded

NL = Language("nl")
SPOKEN = tuple(language for language in OWN_NAMES if language == base(language))
"""The languages without their levels."""
EDITIONS = Editions(a_reflector_edition(), a_kvv_edition())
READING = Reading(EDITIONS, lambda staff: "Sanne de Wit" if staff == MENTOR else "", NL)
OF_NO_PERSON = (TerminalStarted, StoreRestored, PersonErased, PersonMoved, DoorFailed, DoorPaused, CodeUsed, StaffActed)
OF_HIM = [event for event in every_event() if not isinstance(event, OF_NO_PERSON)]
IN_OTHER_WORDS = {
    "pin": "that it is kept, and that nobody can read it, is told",
    "detainee": "a number of the machine, instead of his name",
    "admitted_ms": "the day it falls on is told",
    "leaves_ms": "the day it falls on is told",
}


def shown(*events: Event) -> str:
    lines = [line for group in Group for line in kept_lines(recorded(*events), group, READING)]
    return "\n".join(f"{line.label} {line.said}" for line in lines)


def named() -> dict[str, set[str]]:
    """Gives the words of everything in the packs that has an id."""
    found: dict[str, set[str]] = {}
    waiting: list[Any] = [edition.definition.model_dump() for edition in (EDITIONS.questionnaire, EDITIONS.programme)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            text = one.get("text") or one.get("title") or one.get("prompt")
            if "id" in one and isinstance(text, dict):
                found.setdefault(str(one["id"]), set()).add(next(_strings(text)))
            waiting += one.values()
        elif isinstance(one, list | tuple):
            waiting += one
    return found


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (form for part in value.values() for form in _strings(part))


def leaves(value: object, name: str = "") -> Iterator[tuple[str, object]]:
    """Gives every single thing that stands in an event, but what is on the list of what is not shown."""
    if name in NOT_SHOWN or value is None or value == "":
        return
    if isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from leaves(getattr(value, field), field)
    elif isinstance(value, dict):
        yield from (leaf for pair in value.items() for part in pair for leaf in leaves(part, name + "*"))
    elif isinstance(value, tuple):
        yield from (leaf for part in value for leaf in leaves(part, name + "*"))
    else:
        yield name, value


def forms(value: object) -> set[str]:
    """Gives the ways in which a thing may stand there."""
    text = str(getattr(value, "value", value))
    words = {forms[0] for name, forms in catalogue(SOURCE_LANGUAGE).forms.items() if name.endswith(f".{text}")}
    if isinstance(value, bool):
        return {"Ja", "Nee"}
    if DAY.fullmatch(text):
        return {format_date(date.fromisoformat(text), "d MMMM y", locale="nl")}
    named_so = {*named().get(text, ()), OWN_NAMES.get(text, ""), "Sanne de Wit" if text == MENTOR else ""}
    said = set() if isinstance(value, Enum) else {text}
    return {form for form in {*said, *words, *named_so} if form}


def choices(kind: object) -> Iterator[type[Enum]]:
    """Gives every kind of choice that can stand in an event of his."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        yield kind
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            if name not in NOT_SHOWN:
                yield from choices(field.annotation)
    else:
        yield from (found for part in get_args(kind) for found in choices(part))


CHOICES = dict.fromkeys((*(kind for event in OF_HIM for kind in choices(type(event))), DisagreeReason))


def missing(event: Event) -> list[str]:
    found = shown(event)
    return [name for name, leaf in leaves(event) if not any(form in found for form in forms(leaf))]


@pytest.mark.parametrize("event", OF_HIM, ids=lambda event: event.kind)
def test_everything_that_stands_in_an_event_of_his_is_shown_to_him(event: Event) -> None:
    assert shown(event)
    assert missing(event) == []


def test_a_thing_that_is_left_out_is_found() -> None:
    event = PrivateNoteKept(words="een geheim")
    assert [name for name, leaf in leaves(event) if not any(form in "Notitie" for form in forms(leaf))] == ["words"]


def test_everything_the_roster_has_of_him_is_shown_or_told_in_other_words() -> None:
    person = a_person()
    view = kept_view(Group.SELF, (), person, READING)
    text = " ".join(line.said for section in view.sections for block in section.blocks for line in block)
    fields = [name for name in RosterPerson.model_fields if name not in IN_OTHER_WORDS]
    assert [name for name in fields if not any(form in text for form in forms(getattr(person, name)))] == []


def test_the_days_of_his_stay_are_told_as_days_or_as_not_known() -> None:
    view = kept_view(Group.SELF, (), a_person(admitted_ms=NOON), READING)
    told = {line.label: line.said for section in view.sections for block in section.blocks for line in block}
    assert told["Binnengekomen"] == "18 november 2026"
    assert told["Gaat weg, voor zover bekend"] == "Niet bekend"


def test_who_looked_is_told_with_what_he_did() -> None:
    lines = kept_lines(recorded(RecordAccessed(by=MENTOR, action=Action.PAGE_OPENED)), Group.LOOKS, READING)
    assert lines[0].label == "Sanne de Wit"
    assert "las je bladzijde" in lines[0].said
    desk = kept_lines(recorded(RecordAccessed(by=None, action=Action.LOG_READ)), Group.LOOKS, READING)
    assert desk[0].label == "Beheer"


def test_every_event_is_in_one_group_and_the_groups_say_how_much_is_in_them() -> None:
    assert {group_of(event) for event in OF_HIM} == set(Group) - {Group.SELF}
    view = me_view(recorded(*OF_HIM), READING)
    assert [tile.page for tile in view.tiles] == [f"me/{group}" for group in Group]
    assert all("bewaard" in tile.text for tile in view.tiles[1:])


def test_everything_is_read_aloud() -> None:
    events = recorded(*OF_HIM)
    for group in Group:
        view = kept_view(group, events, a_person(), READING)
        spoken = " ".join(view.frame.spoken)
        lines = [line for section in view.sections for block in section.blocks for line in block]
        assert lines
        assert all(line.said in spoken and line.label in spoken for line in lines)


@pytest.mark.parametrize(
    "action", [action for action in Action if action.value not in ("logged_in", "login_refused", "list_opened")]
)
def test_whatever_is_done_with_his_data_has_words_in_every_language(action: Action) -> None:
    for language in SPOKEN:
        assert f"did.{action}" in catalogue(language).forms


@pytest.mark.parametrize("kind", CHOICES, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("language", SPOKEN)
def test_whatever_can_be_chosen_has_words_in_every_language(kind: type[Enum], language: str) -> None:
    forms = catalogue(language).forms
    told = [one for one in kind if one not in (Action.LOGGED_IN, Action.LOGIN_REFUSED, Action.LIST_OPENED)]
    assert [one for one in told if not forms.get(f"{WORDS_OF[kind]}.{one.value}", ("",))[0]] == []


@pytest.mark.parametrize("reason", DisagreeReason)
def test_what_he_does_not_agree_with_is_told_in_words(reason: DisagreeReason) -> None:
    declined = PlanDeclined(reason=DeclineReason.DISAGREE, because=Said(option=OptionId(reason.value)))
    assert catalogue(SOURCE_LANGUAGE).forms[f"disagree.{reason}"][0] in shown(declined)


@pytest.mark.parametrize(
    ("language", "days", "told"),
    [
        ("nl", 184, "6 maanden"),
        ("nl", 200, "200 dagen"),
        ("en", 365, "1 year"),
        ("pl", 61, "2 miesiące"),
        ("ar", 184, "6 أشهر"),
    ],
)
def test_how_long_it_is_kept_is_told_as_it_is_set(language: Language, days: int, told: str) -> None:
    terms = RetentionTerms(institution_days=days)
    reading = Reading(EDITIONS, lambda _: "", language, terms)
    said = " ".join(
        line.said for block in kept_view(Group.SELF, (), a_person(), reading).sections for (line,) in block.blocks
    )
    assert told in said
    assert Words(language).term(terms.penitentiary_days) in said


def test_how_long_the_copy_of_this_terminal_stays_is_told_as_this_terminal_has_it_set() -> None:
    def told(days: int) -> str:
        view = kept_view(Group.SELF, (), a_person(), replace(READING, kiosk_days=days))
        return " ".join(line.said for section in view.sections for block in section.blocks for line in block)

    assert "Op deze terminal: tot je hier weg bent." in told(0)
    assert f"Op deze terminal: nog {Words(NL).term(45)} nadat je hier weg bent." in told(45)
