"""Staff and a signed plan, over the pages: each step is taken, noted and told, and nothing is done that is refused."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from modules.access import Action
from modules.events import SessionStarted
from modules.ids import SubjectId
from modules.plan.course import VersionCourse
from modules.plan.staff import Why
from modules.reasons import Exemption, Feasibility, FeasibilityReason, MdoOutcome, MdoReason, TakesAlong, Term
from modules.texts import DUTCH
from sync.gateway.clock import dutch_day
from sync.gateway.course_page import CHOICES
from sync.gateway.course_words import WHY_NOT
from sync.gateway.entrance import FREE_TRIES
from sync.policy import Pace
from tests.line import CASE_MANAGER_NUMBER, MENTOR_NUMBER, PASSWORD, Opened, a_gateway

STARTED = SessionStarted(language=DUTCH)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with a_gateway(tmp_path / "gateway") as opened:
        opened.gives_passwords()
        signs(opened)
        yield opened


@pytest.fixture
def clients(opened: Opened) -> Iterator[list[httpx.Client]]:
    with opened.serving() as doors, ExitStack() as stack:
        url = f"http://127.0.0.1:{doors.staff.port}"
        yield [
            stack.enter_context(httpx.Client(base_url=url, headers={"Origin": url}, trust_env=False)) for _ in range(2)
        ]


@pytest.fixture
def mentor(opened: Opened, clients: list[httpx.Client]) -> "Desk":
    return Desk(clients[0], opened, MENTOR_NUMBER)


@pytest.fixture
def manager(opened: Opened, clients: list[httpx.Client]) -> "Desk":
    return Desk(clients[1], opened, CASE_MANAGER_NUMBER)


def signs(opened: Opened, **fields: object) -> None:
    (terminal,) = opened.terminals
    terminal.write(opened.person(), STARTED, terminal.signs(opened.person(), **fields))
    terminal.courier(opened.carrier()).round(Pace())


class Desk:
    """Somebody at the pages, with this person's page open."""

    def __init__(self, client: httpx.Client, opened: Opened, number: str) -> None:
        self.page = f"/mensen/{opened.person()}"
        self.client = client
        assert self.client.post("/inloggen", data={"number": number, "password": PASSWORD}).status_code == 303
        self.shown = self.client.get(self.page).text
        self.today = dutch_day(opened.gateway.clock.now_ms()).isoformat()

    def post(self, where: str, **fields: str) -> httpx.Response:
        form = re.search(rf'action="{self.page}/{where}">(.*?)</form>', self.shown, re.DOTALL)
        hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]+)"', form[1] if form else self.shown))
        return self.client.post(f"{self.page}/{where}", data={**hidden, **fields})

    def look(self) -> str:
        self.shown = self.client.get(self.page).text
        return self.shown


def course(opened: Opened) -> VersionCourse:
    plan = opened.gateway.plans.of(opened.person())
    return plan.course.of(list(plan.holding)[-1])


def actions(opened: Opened) -> list[Action]:
    return [row.action for row in opened.gateway.log.about(SubjectId(opened.person()))]


def test_opening_the_page_is_reading_the_plan_and_the_person_is_told_who(opened: Opened, mentor: Desk) -> None:
    assert mentor.shown
    assert [read.event.by for read in course(opened).reads] == [
        next(one.staff for one in opened.roster.staff if one.number == MENTOR_NUMBER)
    ]
    (terminal,) = opened.terminals
    terminal.courier(opened.carrier()).round(Pace())
    (version,) = terminal.state(opened.person()).course.versions.values()
    assert version.reads


def test_a_mentor_takes_a_plan_from_the_talk_to_the_meeting(opened: Opened, mentor: Desk) -> None:
    assert mentor.post("stap/besproken").headers["Location"] == f"{mentor.page}#verder"
    assert mentor.post("stap/haalbaar", outcome="feasible").status_code == 303
    assert mentor.post("ondertekenen", password=PASSWORD).status_code == 303
    assert mentor.post("stap/naar-mdo", meeting=mentor.today).status_code == 303
    assert actions(opened)[-4:] == [
        Action.PLAN_STEP_TAKEN,
        Action.PLAN_STEP_TAKEN,
        Action.PLAN_COUNTERSIGNED,
        Action.PLAN_STEP_TAKEN,
    ]
    version = course(opened)
    assert version.discussed
    assert version.countersigned
    assert version.awaits_mdo
    assert "Uitkomst van het MDO van" not in mentor.look()


def test_the_case_manager_writes_down_what_the_meeting_came_to(opened: Opened, mentor: Desk, manager: Desk) -> None:
    mentor.post("stap/naar-mdo", meeting=mentor.today)
    assert WHY_NOT[Why.NOT_FOR_ROLE] in mentor.post("stap/uitkomst", outcome="go_on", reason="fits").text
    assert "Uitkomst van het MDO van" in manager.look()
    outcome = {"outcome": "partly", "reason": "no_place_yet", "words": "Volgende maand"}
    assert manager.post("stap/uitkomst", **outcome).status_code == 303
    decided = course(opened).decided
    assert decided is not None
    assert (decided.event.outcome, decided.event.reason) == (MdoOutcome.PARTLY, MdoReason.NO_PLACE_YET)
    assert "Omdat er nog geen plek is." in manager.look()


def test_a_case_manager_screens_fixes_and_revises_the_d_and_r_plan(opened: Opened, manager: Desk) -> None:
    for step in ("screening", "vaststellen", "bijstellen"):
        assert manager.post(f"stap/{step}", on=manager.today).status_code == 303
    plan = opened.gateway.plans.of(opened.person())
    assert plan.course.screened
    assert plan.course.established
    assert plan.course.established.event.plan == next(iter(plan.holding))
    assert len(plan.course.revised) == 1
    assert "Bijgesteld op" in manager.look()


def test_handing_over_keeps_what_goes_along(opened: Opened, mentor: Desk) -> None:
    mentor.post("stap/overdragen", on=mentor.today, mee_plan_on_paper="ja", mee_who_helps="ja")
    handed = opened.gateway.plans.of(opened.person()).course.handed_over
    assert handed is not None
    assert handed.event.takes_along == (TakesAlong.PLAN_ON_PAPER, TakesAlong.WHO_HELPS)
    assert "Gaat mee: het plan op papier; wie er helpt" in mentor.look()


def test_a_term_can_rest_with_a_reason(opened: Opened, mentor: Desk) -> None:
    assert mentor.post("stap/ontheffing", term="mdo", reason="transfer", until="2030-01-01").status_code == 303
    exempted = opened.gateway.plans.of(opened.person()).course.exempted
    assert exempted[Term.MDO].event.reason is Exemption.TRANSFER


def test_a_plan_is_not_countersigned_without_the_right_password_and_wrong_ones_are_counted(
    opened: Opened, mentor: Desk
) -> None:
    assert mentor.post("ondertekenen").status_code == 400
    told = [mentor.post("ondertekenen", password="verkeerd") for _ in range(FREE_TRIES + 1)]
    assert {one.status_code for one in told} == {400}
    assert "Er is niets getekend" in told[0].text
    assert "Te vaak geprobeerd" in told[-1].text
    assert "Te vaak geprobeerd" in mentor.post("ondertekenen", password=PASSWORD).text
    assert course(opened).countersigned == ()


def test_a_page_that_was_open_when_a_newer_version_came_in_changes_nothing(opened: Opened, mentor: Desk) -> None:
    signs(opened, version=2)
    answer = mentor.post("stap/besproken")
    assert answer.status_code == 400
    assert "nieuwere versie" in answer.text
    assert course(opened).discussed is None
    mentor.look()
    assert mentor.post("stap/besproken").status_code == 303
    assert course(opened).discussed


@pytest.mark.parametrize(
    ("where", "fields"),
    [
        ("stap/niets", {}),
        ("stap/haalbaar", {"outcome": "impossible"}),
        ("stap/haalbaar", {"outcome": "not_now"}),
        ("stap/naar-mdo", {}),
        ("stap/naar-mdo", {"meeting": "31-12-2026"}),
        ("stap/overdragen", {"on": "2026-01-01", "mee_everything": "ja"}),
        ("stap/besproken", {"plan": "x"}),
        ("stap/besproken", {"extra": "x"}),
    ],
)
def test_a_form_that_is_not_filled_in_is_told_and_changes_nothing(
    opened: Opened, mentor: Desk, where: str, fields: dict[str, str]
) -> None:
    before = opened.gateway.register.position()
    assert mentor.post(where, **fields).status_code == 400
    assert opened.gateway.register.position() == before


def test_a_plan_whose_signature_does_not_hold_has_nothing_to_be_done_with(opened: Opened, mentor: Desk) -> None:
    (terminal,) = opened.terminals
    other = opened.person("100002")
    terminal.write(other, STARTED, terminal.signs(opened.person()))
    terminal.courier(opened.carrier()).round(Pace())
    mentor.page = f"/mensen/{other}"
    shown = mentor.look()
    assert "Dit plan is van iemand anders" in shown
    assert "besproken</button>" not in shown
    assert opened.gateway.plans.of(other).course.versions == {}


def test_every_choice_has_its_words() -> None:
    offered = {name: set(options) for name, options in CHOICES.items()}
    assert offered == {
        "feasibility": set(Feasibility),
        "feasibility_reasons": set(FeasibilityReason),
        "outcomes": set(MdoOutcome),
        "mdo_reasons": set(MdoReason),
        "takes_along": set(TakesAlong),
        "terms": set(Term),
        "exemptions": set(Exemption),
    }
