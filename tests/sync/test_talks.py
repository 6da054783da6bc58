"""A wish to talk goes to the mentor's page with its time, and comes back read, and answered."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from modules.events import ExerciseDone, SessionStarted, TalkAsked, TalkWithdrawn, TogetherBegun
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import Audience
from modules.ids import ItemId, ModuleId
from modules.reasons import Companion, NotePhrase, Whom
from modules.talk import TalkRequest
from modules.texts import DUTCH
from sync.policy import Pace
from tests.definitions import KVV_PACK
from tests.line import MENTOR_NUMBER, PASSWORD, Opened, a_gateway

HELPED = ExerciseDone(
    pack=KVV_PACK,
    module=ModuleId("m1"),
    item=ItemId("m1.content"),
    answer=RulerAnswer(value=6),
    audience=Audience.MENTOR,
)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with a_gateway(tmp_path / "gateway") as opened:
        opened.gives_passwords()
        yield opened


@pytest.fixture
def mentor(opened: Opened) -> Iterator[httpx.Client]:
    with opened.serving() as doors:
        base = f"http://127.0.0.1:{doors.staff.port}"
        with httpx.Client(base_url=base, headers={"Origin": base}, trust_env=False) as client:
            client.post("/inloggen", data={"number": MENTOR_NUMBER, "password": PASSWORD})
            yield client


def carries(opened: Opened) -> None:
    opened.terminals[0].courier(opened.carrier()).round(Pace())


def request(opened: Opened, whom: Whom) -> TalkRequest | None:
    return opened.terminals[0].state(opened.person()).talk.waiting.get(whom)


def test_it_stands_first_with_its_time_and_he_reads_who_read_it(opened: Opened, mentor: httpx.Client) -> None:
    opened.terminals[0].write(opened.person(), SessionStarted(language=DUTCH), TalkAsked(whom=Whom.MEDICAL))
    carries(opened)
    listed = mentor.get("/").text
    assert "Wil vandaag praten met de medische dienst, gevraagd" in listed
    assert listed.index("Vraagt om je") < listed.index("gevraagd")
    carries(opened)
    waiting = request(opened, Whom.MEDICAL)
    assert waiting is not None
    assert waiting.read_by is None
    assert "gevraagd" in mentor.get(f"/mensen/{opened.person()}").text
    carries(opened)
    read = request(opened, Whom.MEDICAL)
    assert read is not None
    assert read.read_by == opened.roster.people[0].mentor
    assert read.read_ms > 0


def test_a_note_answers_it_and_what_was_taken_back_is_asked_no_more(opened: Opened, mentor: httpx.Client) -> None:
    person, terminal = opened.person(), opened.terminals[0]
    terminal.write(person, SessionStarted(language=DUTCH), TalkAsked(whom=Whom.MENTOR), TalkAsked(whom=Whom.ANYONE))
    terminal.write(person, TalkWithdrawn(whom=Whom.ANYONE))
    carries(opened)
    page = mentor.get(f"/mensen/{person}").text
    assert "praten met de mentor" in page
    assert "maakt niet uit wie" not in page
    institution, mentor_id = opened.roster.institution, opened.roster.people[0].mentor
    opened.gateway.notes.send(institution, person, mentor_id, NotePhrase.TALK_THIS_WEEK, "")
    carries(opened)
    assert request(opened, Whom.MENTOR) is None
    assert "praten met de mentor" not in mentor.get(f"/mensen/{person}").text


def test_who_sat_beside_him_stands_beside_the_answers_that_are_read(opened: Opened, mentor: httpx.Client) -> None:
    begun = TogetherBegun(companion=Companion.INTERPRETER)
    opened.terminals[0].write(opened.person(), SessionStarted(language=DUTCH), begun, HELPED)
    carries(opened)
    page = mentor.get(f"/mensen/{opened.person()}").text
    assert "samen met een tolk" in page
