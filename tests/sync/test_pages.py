"""The staff's door: who may open what, what is noted, and what a page never does."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kiosk.i18n import SOURCE_LANGUAGE, catalogue
from modules.access import Action, Outcome, Purpose
from modules.events import MentorNoteSent, RecordAccessed, SessionStarted
from modules.ids import SubjectId
from modules.reasons import NotePhrase
from modules.roster import Role
from modules.texts import DUTCH
from sync.gateway.app import STAFF_ROUTES, TERMINAL_ROUTES, Who
from sync.gateway.entrance import FREE_TRIES
from sync.gateway.plan_verbs import trust_of
from sync.gateway.proving_pdf import prove_pdf
from sync.gateway.serving import Doors
from sync.gateway.words import DECLINES, PHRASES, PROOFS, REPLIES
from sync.policy import Pace
from tests.line import (
    CASE_MANAGER_NUMBER,
    MENTOR_NUMBER,
    OPERATOR_NUMBER,
    OTHER_MENTOR_NUMBER,
    PASSWORD,
    Opened,
    a_gateway,
)
from tests.makers import answered

STARTED = SessionStarted(language=DUTCH)
TEMPLATES = Path(__file__).parents[2] / "sync" / "gateway" / "templates"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with a_gateway(tmp_path_factory.mktemp("pages") / "gateway", people=3) as opened:
        opened.gives_passwords()
        (terminal,) = opened.terminals
        person = opened.person()
        terminal.write(person, STARTED, answered(), terminal.signs(person))
        terminal.courier(opened.carrier()).round(Pace())
        yield opened


@pytest.fixture(scope="module")
def doors(opened: Opened) -> Iterator[Doors]:
    with opened.serving() as doors:
        yield doors


@pytest.fixture
def nobody(doors: Doors) -> Iterator[httpx.Client]:
    base = f"http://127.0.0.1:{doors.staff.port}"
    with httpx.Client(base_url=base, headers={"Origin": base}, trust_env=False) as client:
        yield client


@pytest.fixture
def mentor(nobody: httpx.Client) -> httpx.Client:
    return logged_in(nobody, MENTOR_NUMBER)


def logged_in(client: httpx.Client, number: str) -> httpx.Client:
    response = client.post("/inloggen", data={"number": number, "password": PASSWORD})
    assert response.status_code == 303
    return client


def token(client: httpx.Client) -> str:
    found = re.search(r'name="form_token" value="([^"]+)"', client.get("/").text)
    assert found
    return found[1]


def page(opened: Opened, number: str = "100001") -> str:
    return f"/mensen/{opened.person(number)}"


def actions(opened: Opened, subject: str) -> list[Action]:
    return [row.action for row in opened.gateway.log.about(SubjectId(subject))]


def test_every_route_says_who_may_take_it() -> None:
    assert {route.who for route in TERMINAL_ROUTES} == {Who.TERMINAL}
    open_to_all = {(route.method, route.path) for route in STAFF_ROUTES if route.who is Who.ANYBODY}
    assert open_to_all == {("GET", "/inloggen"), ("POST", "/inloggen"), ("GET", "/static/{name}")}
    assert {route.who for route in STAFF_ROUTES} == {Who.ANYBODY, Who.STAFF}


@pytest.mark.parametrize(
    "route", [route for route in STAFF_ROUTES if route.who is Who.STAFF], ids=lambda one: f"{one.method} {one.path}"
)
def test_nobody_who_is_not_logged_in_gets_further_than_the_login(
    opened: Opened, nobody: httpx.Client, route: object
) -> None:
    path = str(getattr(route, "path", "")).replace("{person}", opened.person())
    response = nobody.request(str(getattr(route, "method", "")), path)
    assert (response.status_code, response.headers["Location"]) == (303, "/inloggen")
    assert response.content == b""


@pytest.mark.parametrize(
    "route", [route for route in STAFF_ROUTES if "{person}" in route.path], ids=lambda one: f"{one.method} {one.path}"
)
@pytest.mark.parametrize("number", [OTHER_MENTOR_NUMBER])
def test_no_mentor_opens_anything_of_a_person_who_is_not_his(
    opened: Opened, nobody: httpx.Client, route: object, number: str
) -> None:
    client = logged_in(nobody, number)
    path, form = str(getattr(route, "path", "")), {"form_token": token(client), "phrase": "good_start"}
    method = str(getattr(route, "method", ""))
    asked = [
        client.request(method, path.replace("{person}", one), data=form if method == "POST" else None)
        for one in (opened.person(), "p-nobody")
    ]
    assert [one.status_code for one in asked] == [403, 403]
    assert asked[0].text == asked[1].text
    assert "Ruben" not in asked[0].text
    assert actions(opened, opened.person())[-1] is Action.PAGE_REFUSED


def test_a_mentor_sees_his_people_and_their_pages(opened: Opened, mentor: httpx.Client) -> None:
    listed = mentor.get("/").text
    assert "Ruben Visser" in listed
    assert "Plan bespreken" in listed
    shown = mentor.get(page(opened)).text
    assert "De handtekening klopt" in shown
    assert "ik bel mijn oude baas" in shown


def test_a_case_manager_sees_everybody(opened: Opened, nobody: httpx.Client) -> None:
    assert logged_in(nobody, CASE_MANAGER_NUMBER).get(page(opened)).status_code == 200


def test_an_operator_has_no_business_here(nobody: httpx.Client) -> None:
    response = nobody.post("/inloggen", data={"number": OPERATOR_NUMBER, "password": PASSWORD})
    assert response.status_code == 401


def test_each_opening_of_a_page_is_noted_once(opened: Opened, mentor: httpx.Client) -> None:
    before = len(actions(opened, opened.person("100002")))
    mentor.get(page(opened, "100002"))
    assert actions(opened, opened.person("100002"))[before:] == [Action.PAGE_OPENED]


def test_a_page_says_what_is_new_since_the_last_visit(opened: Opened, mentor: httpx.Client) -> None:
    mentor.get(page(opened, "100003"))
    assert "Nieuw sinds" not in mentor.get(page(opened, "100003")).text
    (terminal,) = opened.terminals
    terminal.write(opened.person("100003"), STARTED)
    terminal.courier(opened.carrier()).round(Pace())
    assert "1 keer ingelogd" in mentor.get("/").text
    assert "Nieuw sinds vandaag" in mentor.get(page(opened, "100003")).text


def test_a_note_goes_to_the_person_and_is_noted(opened: Opened, mentor: httpx.Client) -> None:
    form = {"form_token": token(mentor), "phrase": "talk_this_week", "words": "Vrijdag\n om 10 uur?"}
    assert mentor.post(f"{page(opened)}/bericht", data=form).status_code == 303
    notes = opened.gateway.plans.of(opened.person()).progress.notes
    assert (notes[-1].event.phrase, notes[-1].event.words) == (NotePhrase.TALK_THIS_WEEK, "Vrijdag om 10 uur?")
    assert actions(opened, opened.person())[-1] is Action.NOTE_SENT
    (terminal,) = opened.terminals
    terminal.courier(opened.carrier()).round(Pace())
    down = terminal.events(opened.person())
    assert [event.words for event in down if isinstance(event, MentorNoteSent)][-1] == "Vrijdag om 10 uur?"


def test_who_looked_and_what_was_done_comes_down_to_the_person(opened: Opened, mentor: httpx.Client) -> None:
    person = opened.person("100003")
    mentor.get(page(opened, "100003"))
    (terminal,) = opened.terminals
    terminal.courier(opened.carrier()).round(Pace())
    told = [event for event in terminal.events(person) if isinstance(event, RecordAccessed)]
    assert [event.action for event in told] == actions(opened, person)
    listed = opened.roster.person(person)
    assert listed is not None
    assert told[-1] == RecordAccessed(by=listed.mentor, action=Action.PAGE_OPENED)


def test_a_row_of_the_log_says_who_why_where_and_how_it_ended(opened: Opened, nobody: httpx.Client) -> None:
    person = SubjectId(opened.person("100002"))
    logged_in(nobody, OTHER_MENTOR_NUMBER).get(page(opened, "100002"))
    row = opened.gateway.log.about(person)[-1]
    assert (row.purpose, row.outcome, row.terminal) == (Purpose.REINTEGRATION, Outcome.REFUSED, "desk")
    assert row.role is Role.MENTOR
    assert row.by is not None


@pytest.mark.parametrize("form", [{}, {"phrase": "insult"}, {"phrase": "good_start", "words": "x" * 281}])
def test_a_note_that_is_none_is_told_and_not_sent(opened: Opened, mentor: httpx.Client, form: dict[str, str]) -> None:
    before = opened.gateway.register.position()
    response = mentor.post(f"{page(opened)}/bericht", data={"form_token": token(mentor), **form})
    assert response.status_code == 400
    assert opened.gateway.register.position() == before


@pytest.mark.parametrize("wrong", ["", "x", None])
def test_a_form_without_its_token_does_nothing(opened: Opened, mentor: httpx.Client, wrong: str | None) -> None:
    form = {"phrase": "good_start"} | ({"form_token": wrong} if wrong is not None else {})
    before = opened.gateway.register.position()
    assert mentor.post(f"{page(opened)}/bericht", data=form).status_code == 403
    assert opened.gateway.register.position() == before


def test_a_form_of_another_site_does_nothing(opened: Opened, mentor: httpx.Client) -> None:
    form, elsewhere = {"form_token": token(mentor), "phrase": "good_start"}, {"Origin": "https://elsewhere.example"}
    assert mentor.post(f"{page(opened)}/bericht", data=form, headers=elsewhere).status_code == 403
    data = {"number": MENTOR_NUMBER, "password": PASSWORD}
    assert mentor.post("/inloggen", data=data, headers=elsewhere).status_code == 403


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(nobody: httpx.Client) -> None:
    response = nobody.post("/inloggen", data={"number": MENTOR_NUMBER, "password": PASSWORD})
    cookie = response.headers["Set-Cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_no_page_has_a_script_or_a_style_of_its_own_or_anything_from_elsewhere(
    opened: Opened, mentor: httpx.Client
) -> None:
    for path in ("/", page(opened), "/inloggen"):
        response = mentor.get(path)
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert response.headers["Cache-Control"] == "no-store"
        assert re.findall(r"<script|style=|<style|onclick|javascript:|https?://", response.text) == []


def test_who_logs_out_is_out(opened: Opened, mentor: httpx.Client) -> None:
    mentor.post("/uitloggen", data={"form_token": token(mentor)})
    assert mentor.get("/").status_code == 303


def test_a_wrong_password_and_an_unknown_number_are_told_the_same(nobody: httpx.Client) -> None:
    wrong = nobody.post("/inloggen", data={"number": CASE_MANAGER_NUMBER, "password": "verkeerd"})
    unknown = nobody.post("/inloggen", data={"number": "77777", "password": "verkeerd"})
    assert (wrong.status_code, unknown.status_code) == (401, 401)
    assert wrong.text == unknown.text


def test_after_too_many_wrong_passwords_a_number_waits(nobody: httpx.Client) -> None:
    statuses = [
        nobody.post("/inloggen", data={"number": "66666", "password": "x"}).status_code for _ in range(FREE_TRIES + 1)
    ]
    assert statuses == [401] * FREE_TRIES + [429]
    assert nobody.post("/inloggen", data={"number": MENTOR_NUMBER, "password": PASSWORD}).status_code == 303


def test_a_plan_can_be_taken_as_a_file_and_that_is_noted(opened: Opened, mentor: httpx.Client) -> None:
    response = mentor.get(f"{page(opened)}/plan.json")
    assert "attachment" in response.headers["Content-Disposition"]
    assert response.json()["proof"] == "holds"
    assert actions(opened, opened.person())[-1] is Action.PLAN_EXPORTED
    assert mentor.get(f"{page(opened, '100002')}/plan.json").status_code == 400
    assert mentor.get(f"{page(opened)}/plan.exe").status_code == 400


def test_a_plan_can_be_taken_as_a_sealed_pdf(opened: Opened, mentor: httpx.Client) -> None:
    response = mentor.get(f"{page(opened)}/plan.pdf", timeout=60)  # the first one also makes the keys
    assert response.headers["Content-Type"] == "application/pdf"
    assert prove_pdf(response.content, [trust_of(opened.gateway)]).holds


@pytest.mark.parametrize("path", ["/static/desk.css", "/static/regular.ttf", "/static/bold.ttf", "/static/icon.svg"])
def test_what_a_page_needs_is_there(nobody: httpx.Client, path: str) -> None:
    assert nobody.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/static/keys.py", "/static/..%2fkeys.py", "/mensen", "/wp-admin"])
def test_what_is_not_on_the_list_is_not_there(nobody: httpx.Client, path: str) -> None:
    assert nobody.get(path).status_code == 404


def test_what_a_person_typed_is_shown_as_words_and_never_as_markup(opened: Opened, mentor: httpx.Client) -> None:
    form = {"form_token": token(mentor), "phrase": "good_start", "words": "<script>alert(1)</script>&amp;"}
    mentor.post(f"{page(opened)}/bericht", data=form)
    shown = mentor.get(page(opened)).text
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_a_phrase_is_the_very_sentence_the_person_reads() -> None:
    dutch = catalogue(SOURCE_LANGUAGE).forms
    assert {phrase: (words,) for phrase, words in PHRASES.items()} == {
        phrase: tuple(dutch[f"note.phrase.{phrase}"]) for phrase in NotePhrase
    }


def test_no_page_speaks_of_hij_zij_or_u() -> None:
    texts = [*(path.read_text() for path in TEMPLATES.glob("*.html")), *map(str, (PROOFS, DECLINES, REPLIES))]
    unwanted = re.compile(r"(?i)\b(?:hij|zijn plan|haar plan|u|uw|dader|delict)\b")
    assert [word for text in texts for word in unwanted.findall(text)] == []
