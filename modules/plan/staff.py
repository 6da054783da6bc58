"""What staff can do with a signed plan, and what then happens: decide(known, course, doing) -> events.

- Who has not opened a version says nothing about it: no talk, no check, no countersignature, no meeting.
- A new version begins a new course: once it is signed, nothing is added to the one before but the outcome of a meeting
  that it was brought to already.
- An outcome needs a plan that was brought, and a meeting that has been; it is the case manager's to write down.
- The D&R-plan is fixed once and then revised; with the signed version it rests on, or without one.
- `decide` guards what this place knows; the fold (course.py) takes any union of lanes.
- Not here: the staff's keys and who is whose mentor (sync/gateway).
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from modules.errors import RefusedError
from modules.events import (
    BroughtToMdo,
    DrPlanEstablished,
    DrPlanRevised,
    Event,
    FeasibilityChecked,
    MdoDecided,
    PlanCountersigned,
    PlanDiscussed,
    PlanHandedOver,
    PlanRead,
    PlanSigned,
    ScreeningDone,
    TermExempted,
)
from modules.ids import Digest
from modules.ordering import Recorded
from modules.plan.course import Course, VersionCourse
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
)
from modules.reasons import (
    Feasibility,
)
from modules.roster import Role


class Why(StrEnum):
    """Why something cannot be done with a plan now."""

    NOT_FOR_ROLE = "not_for_role"
    UNKNOWN_VERSION = "unknown_version"
    NEWER_VERSION = "newer_version"
    NOT_READ = "not_read"
    NOT_WHOLE = "not_whole"
    NO_REASON = "no_reason"
    NOT_FEASIBLE = "not_feasible"
    NOT_BROUGHT = "not_brought"
    MEETING_PAST = "meeting_past"
    MEETING_AHEAD = "meeting_ahead"
    ESTABLISHED = "established"
    NOT_ESTABLISHED = "not_established"
    DAY_AHEAD = "day_ahead"


class CourseRefusedError(RefusedError):
    """A step of a plan's course is refused; `why` says which rule it meets."""

    code = "course-refused"

    def __init__(self, why: Why) -> None:
        super().__init__(f"a step of a plan's course is refused: {why}")
        self.why = why


Known = Mapping[Digest, bool]


def known_versions(signed: Sequence[tuple[Digest, Recorded[PlanSigned]]]) -> Known:
    """Gives each signed version, and whether it still stands: no later signer had seen it when he signed."""
    return {
        plan: not any(later.saw(one.place) for other, later in signed if other != plan and later.place != one.place)
        for plan, one in signed
    }


def decide(known: Known, course: Course, doing: Doing) -> tuple[Event, ...]:
    """Gives what happens when a member of staff does this; nothing where it was done before.

    Args:
        known: The signed versions whose signature holds, and whether each still stands.
        course: What became of them so far.
        doing: Who does what.

    Raises:
        CourseRefusedError: A rule is not met; `why` says which.
    """
    command = doing.command
    if doing.role is Role.OPERATOR:
        raise CourseRefusedError(Why.NOT_FOR_ROLE)
    match command:
        case Screen() | Establish() | Revise() | HandOver() | Exempt():
            return _of_dr_plan(known, course, doing, command)
        case Read(plan):
            _need(plan in known, Why.UNKNOWN_VERSION)
            if course.of(plan).was_read_by(doing.by):
                return ()
            return (PlanRead(by=doing.by, role=doing.role, plan=plan),)
        case _:
            _need(command.plan in known, Why.UNKNOWN_VERSION)
            return _of_version(known, course.of(command.plan), doing, command)


def _of_version(
    known: Known,
    version: VersionCourse,
    doing: Doing,
    command: Discuss | CheckFeasibility | Countersign | BringToMdo | RecordOutcome,
) -> tuple[Event, ...]:
    if isinstance(command, RecordOutcome):
        return (_outcome(version, doing, command),)
    _need(known[command.plan], Why.NEWER_VERSION)
    _need(version.was_read_by(doing.by), Why.NOT_READ)
    by, role, plan = doing.by, doing.role, command.plan
    match command:
        case Discuss():
            return (PlanDiscussed(by=by, role=role, plan=plan),)
        case CheckFeasibility(_, outcome, reason, words):
            _need(outcome is Feasibility.FEASIBLE or reason is not None, Why.NO_REASON)
            kept = None if outcome is Feasibility.FEASIBLE else reason
            return (FeasibilityChecked(by=by, role=role, plan=plan, outcome=outcome, reason=kept, words=words),)
        case Countersign(_, staff_key, signature):
            checked = version.feasibility
            _need(checked is None or checked.event.outcome is Feasibility.FEASIBLE, Why.NOT_FEASIBLE)
            if any(one.event.by == by for one in version.countersigned):
                return ()
            return (PlanCountersigned(by=by, role=role, plan=plan, staff_key=staff_key, signature=signature),)
        case BringToMdo(_, meeting):
            _need(meeting >= doing.today, Why.MEETING_PAST)
            return (BroughtToMdo(by=by, role=role, plan=plan, meeting=meeting),)


def _outcome(version: VersionCourse, doing: Doing, command: RecordOutcome) -> MdoDecided:
    _need(doing.role is Role.CASE_MANAGER, Why.NOT_FOR_ROLE)
    if version.brought is None or not version.awaits_mdo:
        raise CourseRefusedError(Why.NOT_BROUGHT)
    meeting = version.brought.event.meeting
    _need(meeting <= doing.today, Why.MEETING_AHEAD)
    return MdoDecided(
        by=doing.by,
        role=doing.role,
        plan=command.plan,
        meeting=meeting,
        outcome=command.outcome,
        reason=command.reason,
        words=command.words,
    )


def _of_dr_plan(
    known: Known, course: Course, doing: Doing, command: Screen | Establish | Revise | HandOver | Exempt
) -> tuple[Event, ...]:
    by, role = doing.by, doing.role
    if isinstance(command, Exempt):
        return (TermExempted(by=by, role=role, term=command.term, until=command.until, reason=command.reason),)
    _need(isinstance(command, HandOver) or role is Role.CASE_MANAGER, Why.NOT_FOR_ROLE)
    _need(command.on <= doing.today, Why.DAY_AHEAD)
    if isinstance(command, Screen):
        return (ScreeningDone(by=by, role=role, on=command.on),)
    if command.plan is not None:
        _need(command.plan in known, Why.UNKNOWN_VERSION)
        _need(known[command.plan], Why.NEWER_VERSION)
        _need(course.of(command.plan).was_read_by(by), Why.NOT_READ)
    plan, on = command.plan, command.on
    match command:
        case Establish():
            _need(course.established is None, Why.ESTABLISHED)
            return (DrPlanEstablished(by=by, role=role, plan=plan, on=on),)
        case Revise():
            _need(course.established is not None, Why.NOT_ESTABLISHED)
            return (DrPlanRevised(by=by, role=role, plan=plan, on=on),)
        case HandOver(_, _, takes_along):
            return (PlanHandedOver(by=by, role=role, plan=plan, on=on, takes_along=takes_along),)


def _need(is_met: bool, why: Why) -> None:
    if not is_met:
        raise CourseRefusedError(why)
