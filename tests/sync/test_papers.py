"""What is read through or printed: versions and what changed, the page to take along, and the list of the MDO."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from modules.access import Action
from modules.events import PrivateNoteKept, SessionStarted
from modules.ids import SubjectId
from modules.plan.document import Both, Line, Own, PlanDocument, Section
from modules.plan.doing import BringToMdo
from modules.plan.reading import HIMSELF
from modules.texts import DUTCH
from sync.gateway.cli import main
from sync.gateway.clock import dutch_day
from sync.gateway.versions import Change, changes
from sync.policy import Pace
from tests.line import CASE_MANAGER_NUMBER, MENTOR_NUMBER, PASSWORD, Opened, a_gateway
from tests.makers import a_plan_document, answered

STARTED = SessionStarted(language=DUTCH)
SECRET = "dit is alleen voor mij"
WORDS = "ik bel mijn oude baas"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with a_gateway(tmp_path / "gateway") as opened:
        (terminal,) = opened.terminals
        person = opened.person()
        later = a_later_section("ik ga naar de gemeente")
        previous = terminal.signs(person)
        terminal.write(person, STARTED, PrivateNoteKept(words=SECRET), answered(), previous)
        old = PlanDocument.parse(previous.document).digest
        terminal.write(person, terminal.signs(person, version=2, previous=old, sections=(later,)))
        terminal.courier(opened.carrier()).round(Pace())
        yield opened


def a_later_section(words: str) -> Section:
    (section,) = a_plan_document().sections
    line = Line(label=Both(nl="Mijn stap", shown="Mijn stap"), values=(Own(own=words, language=DUTCH),))
    return section.model_copy(update={"blocks": ((line,),)})


@pytest.fixture
def client(opened: Opened) -> Iterator[httpx.Client]:
    opened.gives_passwords()
    with opened.serving() as doors:
        url = f"http://127.0.0.1:{doors.staff.port}"
        with httpx.Client(base_url=url, headers={"Origin": url}, trust_env=False) as client:
            client.post("/inloggen", data={"number": MENTOR_NUMBER, "password": PASSWORD})
            yield client


def brings(opened: Opened) -> None:
    institution, mentor = opened.founded.institution.institution, opened.roster.staff[0]
    opened.gateway.courses.open(institution, opened.person(), mentor)
    plan = list(opened.gateway.plans.of(opened.person()).holding)[-1]
    today = dutch_day(opened.gateway.clock.now_ms()).isoformat()
    opened.gateway.courses.do(institution, opened.person(), mentor, BringToMdo(plan, today))


def test_what_changed_is_told_line_by_line_and_what_stayed_is_not() -> None:
    before = a_plan_document()
    (goal,) = before.sections
    added = Line(label=Both(nl="Wanneer", shown="Wanneer"), values=(Both(nl="Deze week", shown="This week"),))
    after = a_plan_document(version=2, sections=(goal.model_copy(update={"blocks": ((*goal.blocks[0], added),)}),))
    assert changes(before, after, HIMSELF) == (Change("added", "Mijn stap", "Wanneer", "Deze week"),)
    assert changes(after, before, HIMSELF) == (Change("removed", "Mijn stap", "Wanneer", "Deze week"),)
    assert changes(before, before, HIMSELF) == ()


def test_a_change_of_own_words_is_the_old_words_and_the_new() -> None:
    before, after = a_plan_document(), a_plan_document(sections=(a_later_section("ik wacht"),))
    assert [(one.kind, one.words) for one in changes(before, after, HIMSELF)] == [
        ("removed", WORDS),
        ("added", "ik wacht"),
    ]


def test_every_version_stands_on_the_page_with_what_changed(opened: Opened, client: httpx.Client) -> None:
    shown = client.get(f"/mensen/{opened.person()}/versies").text
    assert shown.index("Versie 2") < shown.index("Versie 1<")
    assert "deze geldt nu" in shown
    assert "Anders dan versie 1" in shown
    assert WORDS in shown
    assert "ik ga naar de gemeente" in shown
    assert SECRET not in shown


def test_the_page_to_take_along_is_the_plan_and_room_for_who_helps(opened: Opened, client: httpx.Client) -> None:
    shown = client.get(f"/mensen/{opened.person()}/meenemen").text
    assert "Mijn plan gaat mee" in shown
    assert "ik ga naar de gemeente" in shown
    assert [row.action for row in opened.gateway.log.about(SubjectId(opened.person()))][-1] is Action.PLAN_EXPORTED
    assert client.get(f"/mensen/{opened.person('100002')}/meenemen").status_code == 400


def test_only_who_was_brought_is_on_the_list_of_the_meeting(opened: Opened, client: httpx.Client) -> None:
    assert "Er staat niemand op de lijst." in client.get("/mdo").text
    brings(opened)
    shown = client.get("/mdo").text
    assert "Ruben Visser" in shown
    assert "ik ga naar de gemeente" in shown
    assert "Yusuf Amrani" not in shown
    assert SECRET not in shown
    assert [row.action for row in opened.gateway.log.about(SubjectId(opened.person()))][-1] is Action.MDO_EXPORTED


def test_the_page_and_every_file_of_the_list_say_the_same(opened: Opened, tmp_path: Path) -> None:
    brings(opened)
    raw = {}
    for kind in ("json", "csv", "html"):
        out = tmp_path / f"mdo.{kind}"
        assert main(["export", "mdo", "--out", str(out), "--gateway", str(opened.folder)]) == 0
        raw[kind] = out.read_text(encoding="utf-8")
    (person,) = json.loads(raw["json"])["people"]
    (row,) = csv.DictReader(io.StringIO(raw["csv"]))
    for name in ("name", "number", "meeting", "plan", "mentor"):
        assert row[name] == person[name]
    for line in [line for part in person["parts"] for line in part["lines"]]:
        assert line["words"] in row["parts"]
        assert line["words"] in raw["html"]
    assert SECRET not in "".join(raw.values())


def test_a_case_manager_has_everybody_on_his_list(opened: Opened, client: httpx.Client) -> None:
    brings(opened)
    client.post("/inloggen", data={"number": CASE_MANAGER_NUMBER, "password": PASSWORD})
    assert "Ruben Visser" in client.get("/mdo").text
