"""The course of a signed plan over the whole line: the gateway writes it, and every terminal of his reads it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from modules.events import Event, PlanCountersigned, PlanReceived, SessionStarted
from modules.ids import Digest
from modules.person import PersonState
from modules.plan.course import verify_countersigned
from modules.plan.doing import BringToMdo, Discuss, Read, RecordOutcome
from modules.plan.staff import CourseRefusedError, Why
from modules.reasons import MdoOutcome, MdoReason
from modules.roster import RosterStaff
from modules.texts import DUTCH
from sync.gateway.clock import dutch_day
from sync.policy import Pace
from tests.line import CASE_MANAGER_NUMBER, MENTOR_NUMBER, Opened, a_gateway
from tests.memory_terminal import MemoryTerminal

STARTED = SessionStarted(language=DUTCH)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with a_gateway(tmp_path / "gateway", terminals=2) as opened:
        terminal = opened.terminals[0]
        terminal.write(opened.person(), STARTED, terminal.signs(opened.person()))
        terminal.courier(opened.carrier()).round(Pace())
        yield opened


def staff(opened: Opened, number: str = MENTOR_NUMBER) -> RosterStaff:
    return next(one for one in opened.roster.staff if one.number == number)


def version(opened: Opened) -> Digest:
    return next(iter(opened.gateway.plans.of(opened.person()).holding))


def does(opened: Opened, command: Discuss | Read | BringToMdo | RecordOutcome, number: str = MENTOR_NUMBER) -> None:
    institution = opened.founded.institution.institution
    opened.gateway.courses.do(institution, opened.person(), staff(opened, number), command)


def countersigns(opened: Opened) -> tuple[Event, ...]:
    institution = opened.founded.institution.institution
    return opened.gateway.courses.countersign(institution, opened.person(), staff(opened), version(opened))


def on(terminal: MemoryTerminal, opened: Opened) -> PersonState:
    terminal.courier(opened.carrier()).round(Pace())
    return terminal.state(opened.person())


def test_a_plan_that_came_in_is_said_to_be_received_at_every_terminal(opened: Opened) -> None:
    for terminal in opened.terminals:
        received = on(terminal, opened).course.of(version(opened)).received
        assert received is not None
        assert received.place.lane.startswith("g-")


def test_a_plan_is_received_once_however_often_its_batch_comes(opened: Opened) -> None:
    (terminal, _) = opened.terminals
    terminal.write(opened.person(), STARTED)
    terminal.courier(opened.carrier()).round(Pace())
    opened.gateway.courses.receive(opened.founded.institution.institution, opened.person())
    happened = opened.gateway.plans.of(opened.person()).happened
    assert sum(isinstance(one.event, PlanReceived) for one in happened) == 1


def test_all_that_staff_did_comes_down_to_another_terminal(opened: Opened) -> None:
    plan, today = version(opened), dutch_day(opened.gateway.clock.now_ms()).isoformat()
    for command in (Read(plan), Discuss(plan), BringToMdo(plan, today)):
        does(opened, command)
    countersigns(opened)
    does(opened, RecordOutcome(plan, MdoOutcome.GO_ON, MdoReason.FITS, "Goed zo."), CASE_MANAGER_NUMBER)
    course = on(opened.terminals[1], opened).course.of(plan)
    assert [read.event.by for read in course.reads] == [staff(opened).staff]
    assert course.discussed
    assert course.decided
    assert course.decided.event.words == "Goed zo."
    assert len(course.countersigned) == 1
    gateway_key = opened.gateway.secret.signer.public_key
    verify_countersigned(course.countersigned[0].event, plan, gateway_key)


def test_what_is_refused_writes_nothing(opened: Opened) -> None:
    before = opened.gateway.register.position()
    with pytest.raises(CourseRefusedError) as told:
        countersigns(opened)
    assert told.value.why is Why.NOT_READ
    assert opened.gateway.register.position() == before


def test_a_new_version_begins_a_new_course_and_the_old_one_is_left_as_it_was(opened: Opened) -> None:
    (terminal, _) = opened.terminals
    first = version(opened)
    does(opened, Read(first))
    countersigns(opened)
    terminal.write(opened.person(), STARTED, terminal.signs(opened.person(), version=2))
    terminal.courier(opened.carrier()).round(Pace())
    plan = opened.gateway.plans.of(opened.person())
    (old, new) = plan.holding
    assert old == first
    assert plan.known == {old: False, new: True}
    assert plan.course.of(new).countersigned == ()
    with pytest.raises(CourseRefusedError) as told:
        does(opened, Discuss(old))
    assert told.value.why is Why.NEWER_VERSION


def test_a_countersignature_that_a_terminal_made_up_is_left_out_and_counted(opened: Opened) -> None:
    plan = version(opened)
    does(opened, Read(plan))
    (event,) = countersigns(opened)
    assert isinstance(event, PlanCountersigned)
    (_, other) = opened.terminals
    forged = event.model_copy(update={"signature": event.staff_key.certified})
    other.write(opened.person(), STARTED, forged)
    before = opened.gateway.plans.of(opened.person()).apart
    other.courier(opened.carrier()).round(Pace())
    now = opened.gateway.plans.of(opened.person())
    assert now.apart == before + 1
    assert len(now.course.of(plan).countersigned) == 1
