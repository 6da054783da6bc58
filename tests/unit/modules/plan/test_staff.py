"""What staff can do with a signed plan: nothing unread, nothing on a version that was replaced, nothing out of turn."""

from dataclasses import replace

import pytest

from modules.events import (
    BroughtToMdo,
    DrPlanEstablished,
    Event,
    FeasibilityChecked,
    MdoDecided,
    PlanDiscussed,
    PlanRead,
    PlanSigned,
)
from modules.ids import Digest, StaffId, TerminalId
from modules.journal import head_of
from modules.ordering import Recorded
from modules.plan.course import Course, evolve
from modules.plan.doing import (
    BringToMdo,
    CheckFeasibility,
    Countersign,
    Discuss,
    Doing,
    Establish,
    Exempt,
    HandOver,
    Read,
    RecordOutcome,
    Revise,
    Screen,
    StaffCommand,
)
from modules.plan.staff import CourseRefusedError, Known, Why, decide, known_versions
from modules.reasons import Exemption, Feasibility, FeasibilityReason, MdoOutcome, MdoReason, TakesAlong, Term
from modules.roster import Role
from tests.makers import (
    MENTOR,
    OTHER_TERMINAL,
    a_countersignature,
    a_lane,
    a_plan_document,
    a_signed_plan,
    an_id,
    entries,
    recorded,
    replayed,
)

PLAN, OLD = a_plan_document().digest, Digest("0d" * 32)
KNOWN: Known = {PLAN: True, OLD: False}
TODAY = "2026-11-24"
CASE_MANAGER = StaffId(an_id("s-", 43))
READ = PlanRead(by=MENTOR, role=Role.MENTOR, plan=PLAN)
CM_READ = PlanRead(by=CASE_MANAGER, role=Role.CASE_MANAGER, plan=PLAN)
BROUGHT = BroughtToMdo(by=MENTOR, role=Role.MENTOR, plan=PLAN, meeting=TODAY)
OUTCOME = RecordOutcome(PLAN, MdoOutcome.GO_ON, MdoReason.FITS, "")
SIGNED_TOO = Countersign(PLAN, a_countersignature().staff_key, a_countersignature().signature)
OF_VERSION = (
    Discuss(PLAN),
    CheckFeasibility(PLAN, Feasibility.FEASIBLE, None, ""),
    SIGNED_TOO,
    BringToMdo(PLAN, TODAY),
)


def does(command: StaffCommand, *before: Event, role: Role = Role.MENTOR) -> tuple[Event, ...]:
    course = Course()
    for one in recorded(*before):
        course = evolve(course, one)
    by = CASE_MANAGER if role is Role.CASE_MANAGER else MENTOR
    return decide(KNOWN, course, Doing(by, role, TODAY, command))


def refused(command: StaffCommand, *before: Event, role: Role = Role.MENTOR) -> Why:
    with pytest.raises(CourseRefusedError) as told:
        does(command, *before, role=role)
    return told.value.why


def test_opening_a_version_is_told_once_for_each_reader() -> None:
    assert does(Read(PLAN)) == (READ,)
    assert does(Read(PLAN), READ) == ()
    assert does(Read(PLAN), READ, role=Role.CASE_MANAGER) == (CM_READ,)


@pytest.mark.parametrize("command", OF_VERSION, ids=lambda one: type(one).__name__)
def test_who_has_not_opened_a_version_says_nothing_about_it(command: StaffCommand) -> None:
    assert refused(command, CM_READ) is Why.NOT_READ
    assert len(does(command, READ)) == 1


@pytest.mark.parametrize("command", OF_VERSION, ids=lambda one: type(one).__name__)
def test_nothing_is_added_to_a_version_that_a_newer_one_replaced(
    command: Discuss | CheckFeasibility | Countersign | BringToMdo,
) -> None:
    of_old = replace(command, plan=OLD)
    assert refused(of_old, READ.model_copy(update={"plan": OLD})) is Why.NEWER_VERSION


def test_a_plan_that_was_never_signed_here_has_no_course() -> None:
    for command in (Read(Digest("ff" * 32)), Discuss(Digest("ff" * 32)), Establish(Digest("ff" * 32), TODAY)):
        assert refused(command, role=Role.CASE_MANAGER) is Why.UNKNOWN_VERSION


def test_a_smaller_step_or_not_now_needs_a_reason() -> None:
    bare = CheckFeasibility(PLAN, Feasibility.SMALLER_STEP, None, "")
    assert refused(bare, READ) is Why.NO_REASON
    (event,) = does(replace(bare, reason=FeasibilityReason.TALK_FIRST), READ)
    assert isinstance(event, FeasibilityChecked)
    assert event.reason is FeasibilityReason.TALK_FIRST


def test_a_plan_that_was_found_too_large_is_not_countersigned_until_that_is_taken_back() -> None:
    (too_large,) = does(CheckFeasibility(PLAN, Feasibility.NOT_NOW, FeasibilityReason.TALK_FIRST, ""), READ)
    (feasible,) = does(CheckFeasibility(PLAN, Feasibility.FEASIBLE, None, ""), READ)
    assert refused(SIGNED_TOO, READ, too_large) is Why.NOT_FEASIBLE
    assert len(does(SIGNED_TOO, READ, too_large, feasible)) == 1


def test_who_signed_a_version_does_not_sign_it_twice() -> None:
    assert does(SIGNED_TOO, READ, a_countersignature()) == ()


def test_a_plan_is_brought_to_a_meeting_that_is_still_to_come() -> None:
    assert refused(BringToMdo(PLAN, "2026-11-23"), READ) is Why.MEETING_PAST


def test_an_outcome_needs_a_plan_that_was_brought_and_a_meeting_that_has_been() -> None:
    assert refused(OUTCOME, READ, role=Role.CASE_MANAGER) is Why.NOT_BROUGHT
    later = BROUGHT.model_copy(update={"meeting": "2026-11-25"})
    assert refused(OUTCOME, later, role=Role.CASE_MANAGER) is Why.MEETING_AHEAD
    (event,) = does(OUTCOME, BROUGHT, role=Role.CASE_MANAGER)
    assert isinstance(event, MdoDecided)
    assert event.meeting == TODAY
    assert refused(OUTCOME, BROUGHT, event, role=Role.CASE_MANAGER) is Why.NOT_BROUGHT


def test_the_outcome_of_a_meeting_still_comes_to_the_version_it_was_about() -> None:
    brought = BROUGHT.model_copy(update={"plan": OLD})
    (event,) = does(replace(OUTCOME, plan=OLD), brought, role=Role.CASE_MANAGER)
    assert isinstance(event, MdoDecided)
    assert event.plan == OLD


@pytest.mark.parametrize("command", [OUTCOME, Screen(TODAY), Establish(None, TODAY), Revise(None, TODAY)])
def test_some_things_are_the_case_managers_alone(command: StaffCommand) -> None:
    assert refused(command, BROUGHT) is Why.NOT_FOR_ROLE


@pytest.mark.parametrize("command", [*OF_VERSION, Read(PLAN), HandOver(None, TODAY, ())])
def test_an_operator_does_nothing_with_a_plan(command: StaffCommand) -> None:
    assert refused(command, READ, role=Role.OPERATOR) is Why.NOT_FOR_ROLE


def test_a_d_and_r_plan_is_fixed_once_and_then_revised_also_without_a_signed_plan() -> None:
    established = DrPlanEstablished(by=CASE_MANAGER, role=Role.CASE_MANAGER, plan=None, on=TODAY)
    assert does(Establish(None, TODAY), role=Role.CASE_MANAGER) == (established,)
    assert refused(Establish(None, TODAY), established, role=Role.CASE_MANAGER) is Why.ESTABLISHED
    assert refused(Revise(None, TODAY), role=Role.CASE_MANAGER) is Why.NOT_ESTABLISHED
    assert len(does(Revise(PLAN, TODAY), established, CM_READ, role=Role.CASE_MANAGER)) == 1
    assert refused(Revise(PLAN, TODAY), established, role=Role.CASE_MANAGER) is Why.NOT_READ
    assert refused(Revise(OLD, TODAY), established, role=Role.CASE_MANAGER) is Why.NEWER_VERSION
    assert refused(Establish(None, "2026-11-25"), role=Role.CASE_MANAGER) is Why.DAY_AHEAD


def test_a_mentor_hands_over_and_lets_a_term_rest() -> None:
    assert len(does(HandOver(PLAN, TODAY, (TakesAlong.WHO_HELPS,)), READ)) == 1
    assert len(does(Exempt(Term.MDO, "2026-12-24", Exemption.TRANSFER))) == 1


def test_talking_again_about_the_same_version_is_told_again() -> None:
    again = does(Discuss(PLAN), READ, PlanDiscussed(by=MENTOR, role=Role.MENTOR, plan=PLAN))
    assert len(again) == 1


def test_two_versions_signed_apart_both_stand_and_one_signed_after_replaces_what_it_saw() -> None:
    first, second, third = (a_signed_plan(a_plan_document(version=number)) for number in (1, 2, 3))
    here = entries(first)
    there = entries(second, lane=a_lane(writer=TerminalId(OTHER_TERMINAL)))
    after = entries(third, after=head_of(here[-1]), seen=(head_of(there[-1]),))
    apart = [(a_plan_document(version=number).digest, one) for number, one in enumerate(_signed(here, there), 1)]
    assert list(known_versions(apart).values()) == [True, True]
    all_three = _signed(here, there, after)
    joined = [(Digest(f"{number}" * 64), one) for number, one in enumerate(all_three)]
    assert sum(known_versions(joined).values()) == 1
    assert known_versions(joined)[joined[-1][0]]


def _signed(*lanes: tuple[object, ...]) -> list[Recorded[PlanSigned]]:
    return [
        Recorded(one.event, one.place, one.seen)
        for one in replayed(*lanes)  # type: ignore[arg-type]
        if isinstance(one.event, PlanSigned)
    ]
