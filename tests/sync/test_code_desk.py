"""One-time codes given at the gateway: the ones that terminals take, noted, and told to the person."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from modules.access import Action
from modules.errors import MalformedError, RefusedError
from modules.events import RecordAccessed
from modules.ids import SubjectId
from sync.codes import Asked, challenge, code_key, is_response
from sync.gateway.cli import main
from sync.gateway.clock import Clock
from sync.gateway.code_desk import code_for
from sync.gateway.keys import ENROLMENT_FILE, read_enrolment_secret, read_gateway_secret
from sync.gateway.setting_up import found
from sync.gateway.settings import Settings, StaffListener, TerminalsListener
from sync.gateway.wiring import open_gateway
from sync.policy import Pace
from tests.line import MENTOR_NUMBER, PASSWORD, Opened, a_gateway
from tests.makers import INSTITUTION, NOON, TERMINAL

PEOPLE = """
{"staff": [{"number": "5001", "name": "M. de Groot", "role": "mentor", "pin": "864209"}],
 "people": [{"number": "100001", "name": "A. Voorbeeld", "wing": "A", "mentor": "5001"}]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    url = "https://127.0.0.1:8443/"
    settings = Settings(terminals=TerminalsListener(url=url), staff=StaffListener(url="http://127.0.0.1:8080/"))
    found(tmp_path / "gateway", "PI De Linde", settings, Clock())
    (tmp_path / "people.json").write_text(PEOPLE, encoding="utf-8")
    assert main(["roster", str(tmp_path / "people.json"), "--gateway", str(tmp_path / "gateway")]) == 0
    return tmp_path / "gateway"


def test_the_desk_gives_the_code_that_the_terminal_takes_without_having_the_pepper(folder: Path) -> None:
    pepper = base64.b64decode(read_enrolment_secret(folder / ENROLMENT_FILE).group.pepper)
    secret, asked = read_gateway_secret(folder), Asked(TERMINAL, "100001", 0)
    shown = challenge(code_key(pepper), asked, NOON)
    institution = read_enrolment_secret(folder / ENROLMENT_FILE).institution
    assert is_response(code_for(secret, institution, "100001", shown), code_key(pepper), asked, NOON)
    assert base64.b64encode(pepper).decode() not in secret.model_dump_json()


def test_a_code_given_by_command_is_noted_under_the_id_of_who_gave_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["code", "100001", "482913", "--staff", "5001", "--gateway", str(folder)]) == 0
    assert len("".join(capsys.readouterr().out.split("\n")[0].split())) == 8
    gateway = open_gateway(folder)
    roster = gateway.register.roster(gateway.enrolments.institutions()[0].institution)
    assert roster is not None
    rows = gateway.log.about(roster.people[0].detainee)  # type: ignore[arg-type]
    assert [(row.action, row.by) for row in rows] == [(Action.CODE_GIVEN, roster.staff[0].staff)]
    gateway.close()


@pytest.mark.parametrize(("number", "staff"), [("999999", "5001"), ("100001", "9999")])
def test_nobody_gets_or_gives_a_code_who_is_not_on_the_roster(folder: Path, number: str, staff: str) -> None:
    assert main(["code", number, "482913", "--staff", staff, "--gateway", str(folder)]) == 1


def test_what_are_not_six_digits_gives_no_code(folder: Path) -> None:
    secret = read_gateway_secret(folder)
    for shown in ("", "48291", "4829134", "48291a"):
        with pytest.raises(MalformedError):
            code_for(secret, INSTITUTION, "100001", shown)
    with pytest.raises(RefusedError):
        code_for(secret.model_copy(update={"codes": None}), INSTITUTION, "100001", "482913")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with a_gateway(tmp_path / "line") as opened:
        opened.gives_passwords()
        yield opened


@pytest.fixture
def desk(opened: Opened) -> Iterator[httpx.Client]:
    with opened.serving() as doors:
        base = f"http://127.0.0.1:{doors.staff.port}"
        with httpx.Client(base_url=base, headers={"Origin": base}, trust_env=False) as client:
            client.post("/inloggen", data={"number": MENTOR_NUMBER, "password": PASSWORD})
            yield client


def ask(opened: Opened, desk: httpx.Client, shown: str) -> httpx.Response:
    found = re.search(r'name="form_token" value="([^"]+)"', desk.get("/").text)
    assert found
    data = {"form_token": found[1], "shown": shown}
    return desk.post(f"/mensen/{opened.person()}/code", data=data)


def test_the_page_gives_the_code_that_the_terminal_takes_and_the_person_reads_who_gave_it(
    opened: Opened, desk: httpx.Client
) -> None:
    key = code_key(base64.b64decode(opened.founded.enrolment.group.pepper))
    asked = Asked(opened.terminals[0].id, "100001", 0)
    answer = ask(opened, desk, challenge(key, asked, NOON))
    found = re.search(r'class="given-code">([0-9]{4} [0-9]{4})<', answer.text)
    assert found
    assert is_response(found[1].replace(" ", ""), key, asked, NOON)
    assert answer.headers["Cache-Control"] == "no-store"
    row = opened.gateway.log.about(SubjectId(opened.person()))[-1]
    mentor = opened.roster.staff_by_number(MENTOR_NUMBER)
    assert mentor is not None
    assert (row.action, row.by, row.terminal) == (Action.CODE_GIVEN, mentor.staff, "desk")
    opened.terminals[0].courier(opened.carrier()).round(Pace())
    told = [one for one in opened.terminals[0].events(opened.person()) if isinstance(one, RecordAccessed)]
    assert told[-1] == RecordAccessed(by=mentor.staff, action=Action.CODE_GIVEN)


@pytest.mark.parametrize("shown", ["", "12345", "abcdef"])
def test_the_page_says_what_to_fill_in_and_notes_nothing(opened: Opened, desk: httpx.Client, shown: str) -> None:
    answer = ask(opened, desk, shown)
    assert answer.status_code == 400
    assert "Vul de 6 cijfers in" in answer.text
    assert opened.gateway.log.about(SubjectId(opened.person())) == ()
