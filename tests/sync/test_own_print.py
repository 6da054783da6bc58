"""The paper a person asks for: asked at the terminal, seen by his mentor, printed at the desk, and told to him."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.i18n import OWN_NAMES, base, catalogue
from modules.access import Action
from modules.events import CorrectionAsked, DataPrintAsked, LoginFailed, SessionStarted
from modules.ids import StaffId, SubjectId
from modules.reasons import CorrectionReason, NotePhrase
from modules.retention import RetentionTerms
from modules.texts import Language
from sync.gateway.cli import main
from sync.gateway.own_print import Seen, own_print, term_words
from sync.gateway.own_print_words import PRINT_WORDS, SCREEN_WORDS
from sync.gateway.review import own_asks
from sync.gateway.titles import Titles
from sync.gateway.witness import Doer
from sync.policy import Pace
from tests.definitions import a_programme, a_questionnaire
from tests.line import Opened, a_gateway
from tests.makers import answered

LANGUAGES = tuple(language for language in OWN_NAMES if language == base(language))
ASKED = (CorrectionAsked(reason=CorrectionReason.NOT_RIGHT, words="mijn adres klopt niet"), DataPrintAsked())


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with a_gateway(tmp_path / "gateway", people=2) as opened:
        (terminal,) = opened.terminals
        person = opened.person()
        mentor = StaffId(opened.roster.people[0].mentor)
        opened.gateway.notes.send(opened.roster.institution, person, mentor, NotePhrase.GOOD_START, "Tot donderdag")
        started = SessionStarted(language=Language("ar"))
        terminal.write(person, LoginFailed(), started, answered(), terminal.signs(person), *ASKED)
        terminal.courier(opened.carrier()).round(Pace())
        yield opened


def words(opened: Opened, *, vris: bool = False) -> str:
    person = opened.roster.people[0].model_copy(update={"vris": vris})
    looks = opened.gateway.log.about(SubjectId(person.detainee))
    titles = Titles((a_questionnaire(), a_programme()))
    seen = Seen(opened.roster, titles, looks, opened.gateway.clock.now_ms(), RetentionTerms())
    paper = own_print(person, opened.gateway.plans.of(person.detainee), seen)
    assert paper.is_right_to_left
    said = [part.title for part in paper.parts]
    said += [pair for part in paper.parts for told in part.told for pair in (told.label, *told.said)]
    return "\n".join(f"{dutch} {own}" for dutch, own in said)


def test_the_mentor_sees_what_he_asked_until_it_was_done(opened: Opened) -> None:
    gateway, person = opened.gateway, opened.person()
    assert own_asks(gateway.plans.of(person)) == (
        "Wil alle gegevens op papier",
        "Er staat iets dat niet klopt: “mijn adres klopt niet”",
    )
    doer = Doer.at_the_console(opened.roster.institution)
    gateway.witness.note_of(person, Action.DATA_PRINTED, doer)
    assert own_asks(gateway.plans.of(person)) == ("Er staat iets dat niet klopt: “mijn adres klopt niet”",)


def test_everything_the_gateway_can_read_stands_on_it_in_dutch_and_in_his_own_language(opened: Opened) -> None:
    person = opened.roster.people[0]
    doer = Doer.at_the_console(opened.roster.institution)
    opened.gateway.witness.note_of(person.detainee, Action.PAGE_OPENED, doer)
    found = words(opened)
    for expected in (person.name, person.number, person.wing, "Sanne de Wit", "Tot donderdag", "ik bel mijn oude baas"):
        assert expected in found
    for expected in (
        "mijn adres klopt niet",
        "las je bladzijde",
        "6 maanden",
        "10 jaar",
        "Ingelogd",
        "بياناتك",
        "إجاباتي",
    ):
        assert expected in found
    assert "hoorden niet bij elkaar" in found


def test_it_names_the_municipality_as_a_reader_only_for_who_has_one(opened: Opened) -> None:
    assert "lezen dit. De gemeente een deel." in words(opened)
    inside = words(opened, vris=True)
    assert "gemeente" not in inside
    assert "Je mentor en je casemanager lezen dit." in inside


def test_it_is_written_for_its_owner_alone_and_told_to_the_person(opened: Opened, tmp_path: Path) -> None:
    out = tmp_path / "person.html"
    assert main(["export", "person", "100001", "--out", str(out), "--gateway", str(opened.folder)]) == 0
    assert out.stat().st_mode & 0o077 == 0
    html = out.read_text()
    assert 'dir="rtl"' in html
    assert re.findall(r"<script|https?://", html) == []
    row = opened.gateway.log.about(SubjectId(opened.person()))[-1]
    assert row.action is Action.DATA_PRINTED


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_speaks_as_the_screen_does(language: str) -> None:
    forms = catalogue(language).forms
    assert {name: said[language] for name, said in SCREEN_WORDS.items()} == {
        name: forms[name][0] for name in SCREEN_WORDS
    }
    assert all(said.get(language) for said in PRINT_WORDS.values())


def test_a_mentors_phrase_stands_there_in_his_own_language(opened: Opened) -> None:
    found = words(opened)
    for language in ("nl", "ar"):
        assert catalogue(language).forms["note.phrase.good_start"][0] in found


@pytest.mark.parametrize(
    ("days", "dutch", "polish", "papiamentu"),
    [
        (184, "6 maanden", "6 miesięcy", "6 luna"),
        (3_653, "10 jaar", "10 lat", "10 aña"),
        (200, "200 dagen", "200 dni", "200 dia"),
        (1, "1 dag", "1 dzień", "1 dia"),
    ],
)
def test_a_term_is_told_as_it_is_set(days: int, dutch: str, polish: str, papiamentu: str) -> None:
    assert [term_words(days, language) for language in ("nl", "pl", "pap")] == [dutch, polish, papiamentu]
