"""What became of a signed plan: each version on its own, states side by side, and nothing carried over."""

from itertools import permutations

import pytest

from modules.errors import SignatureError
from modules.events import BroughtToMdo, DrPlanRevised, Event, MdoDecided, PlanRead
from modules.ids import Digest, StaffId
from modules.ordering import Recorded
from modules.plan.course import CHANGED_BY, Course, VersionCourse, evolve, verify_countersigned
from modules.reasons import MdoOutcome, MdoReason, Term
from modules.roster import Role
from tests.every_event import course_events, every_event
from tests.makers import (
    GATEWAY_SIGNER,
    MENTOR,
    OTHER_TERMINAL_SIGNER,
    a_countersignature,
    a_plan_document,
    an_id,
    recorded,
)

PLAN = a_plan_document().digest
OTHER_PLAN = Digest("ab" * 32)


def course_of(*events: Event) -> Course:
    return folded(recorded(*events))


def folded(happened: tuple[Recorded[Event], ...]) -> Course:
    course = Course()
    for one in happened:
        course = evolve(course, one)
    return course


def brought(meeting: str) -> BroughtToMdo:
    return BroughtToMdo(by=MENTOR, role=Role.MENTOR, plan=PLAN, meeting=meeting)


def decided(meeting: str) -> MdoDecided:
    outcome, reason = MdoOutcome.GO_ON, MdoReason.FITS
    return MdoDecided(by=MENTOR, role=Role.MENTOR, plan=PLAN, meeting=meeting, outcome=outcome, reason=reason)


def test_every_step_of_staff_is_there_afterwards_and_none_hinders_another() -> None:
    version = course_of(*course_events()).of(PLAN)
    assert version.received
    assert version.discussed
    assert version.feasibility
    assert version.decided
    assert [len(version.reads), len(version.countersigned)] == [1, 1]


def test_the_steps_of_the_d_and_r_plan_stand_beside_the_versions() -> None:
    course = course_of(*course_events())
    assert course.screened
    assert course.established
    assert course.handed_over
    assert [revised.event.plan for revised in course.revised] == [None]
    assert set(course.exempted) == {Term.SCREENING}
    assert len(course.decisions) == 1


def test_nothing_is_carried_to_another_version() -> None:
    assert course_of(*course_events()).of(OTHER_PLAN) == VersionCourse()


def test_only_the_events_it_names_change_the_course() -> None:
    changed = {type(event) for event in every_event() if course_of(event) != Course()}
    assert changed == CHANGED_BY


def test_any_order_gives_a_course_and_each_step_still_stands() -> None:
    events = recorded(*course_events()[:5])
    for order in permutations(events):
        version = folded(order).of(PLAN)
        assert version.received
        assert version.discussed
        assert version.countersigned


def test_a_second_reading_by_the_same_reader_leaves_the_first() -> None:
    other = StaffId(an_id("s-", 42))
    reads = [PlanRead(plan=PLAN, by=by, role=Role.MENTOR) for by in (MENTOR, MENTOR, other)]
    version = course_of(*reads).of(PLAN)
    assert [read.event.by for read in version.reads] == [MENTOR, other]
    assert version.reads[0].place.seq == 0
    assert version.was_read_by(other)


def test_a_version_waits_for_the_meeting_it_was_last_brought_to() -> None:
    assert not course_of(decided("2026-11-24")).of(PLAN).awaits_mdo
    assert course_of(brought("2026-11-24")).of(PLAN).awaits_mdo
    assert not course_of(brought("2026-11-24"), decided("2026-11-24")).of(PLAN).awaits_mdo
    assert course_of(brought("2026-11-24"), decided("2026-11-24"), brought("2027-01-05")).of(PLAN).awaits_mdo


def test_each_revision_stays() -> None:
    revised = DrPlanRevised(by=MENTOR, role=Role.CASE_MANAGER, plan=PLAN, on="2026-12-01")
    assert len(course_of(revised, revised).revised) == 2


def test_a_countersignature_proves_who_signed_which_plan() -> None:
    verify_countersigned(a_countersignature(), PLAN, GATEWAY_SIGNER.public_key)


@pytest.mark.parametrize(
    "change",
    [{"plan": OTHER_PLAN}, {"by": StaffId(an_id("s-", 42))}, {"role": Role.CASE_MANAGER}],
    ids=["another plan", "another member of staff", "another role"],
)
def test_a_countersignature_serves_nothing_else(change: dict[str, object]) -> None:
    event = a_countersignature().model_copy(update=change)
    with pytest.raises(SignatureError):
        verify_countersigned(event, event.plan, GATEWAY_SIGNER.public_key)


def test_a_countersignature_is_never_taken_for_that_of_another_plan() -> None:
    with pytest.raises(SignatureError, match="another plan"):
        verify_countersigned(a_countersignature(), OTHER_PLAN, GATEWAY_SIGNER.public_key)


def test_a_key_that_the_gateway_did_not_certify_signs_nothing() -> None:
    with pytest.raises(SignatureError):
        verify_countersigned(a_countersignature(), PLAN, OTHER_TERMINAL_SIGNER.public_key)
