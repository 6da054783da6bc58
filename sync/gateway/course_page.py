"""What a person's page shows of the course of his plan, and what this member of staff can do with it now.

- What can be done is asked of the very rules that decide it (modules/plan/staff.py), so that no page offers what is
  refused.
- Not here: markup (templates/course.html), forms (steps.py), the words (course_words.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from modules.events import ByStaff
from modules.ids import Digest
from modules.ordering import Recorded
from modules.plan.course import Course, VersionCourse
from modules.plan.reading import reading_of_staff
from modules.plan.terms import Owed
from modules.reasons import Feasibility
from modules.roster import Role, Roster, RosterPerson, RosterStaff
from sync.gateway.course_words import (
    EXEMPTIONS,
    FEASIBILITY,
    FEASIBILITY_REASONS,
    MDO_REASONS,
    OUTCOMES,
    TAKES_ALONG,
    TERMS,
    term_words,
)
from sync.gateway.drplan import DrPlan
from sync.gateway.due import Watch, owed_to, stay_of
from sync.gateway.words import moment, whole_date

Done = TypeVar("Done", bound=ByStaff)

CHOICES: Mapping[str, Mapping[str, str]] = {
    "feasibility": {key.value: words for key, words in FEASIBILITY.items()},
    "feasibility_reasons": {key.value: words for key, words in FEASIBILITY_REASONS.items()},
    "outcomes": {key.value: words for key, words in OUTCOMES.items()},
    "mdo_reasons": {key.value: words for key, words in MDO_REASONS.items()},
    "takes_along": {key.value: words for key, words in TAKES_ALONG.items()},
    "terms": {key.value: words for key, words in TERMS.items()},
    "exemptions": {key.value: words for key, words in EXEMPTIONS.items()},
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One step of a plan's course: what it is, whether it was done, and what is told of it."""

    name: str
    is_done: bool
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermLine:
    """One term that is owed: its words, and whether it is overdue or rests."""

    words: str
    state: str


@dataclass(frozen=True, slots=True)
class CoursePage:
    """The course of the version that is shown, the D&R-plan beside it, and what can be done."""

    plan: Digest | None
    marks: tuple[Mark, ...]
    dr_plan: tuple[str, ...]
    terms: tuple[TermLine, ...]
    counts_terms: bool
    can: frozenset[str]
    meeting: str
    today: str


def course_page(plan: DrPlan, person: RosterPerson, staff: RosterStaff, roster: Roster, watch: Watch) -> CoursePage:
    """Gives the course as this member of staff sees it."""
    shown = next((key for key, one in plan.holding.items() if one is plan.plan), None)
    version = plan.course.of(shown) if shown else VersionCourse()
    today = watch.today
    stay = stay_of(person)
    return CoursePage(
        plan=shown,
        marks=marks(version, roster, watch.now_ms) if shown else (),
        dr_plan=dr_plan_lines(plan.course),
        terms=tuple(TermLine(term_words(one), _state(one)) for one in owed_to(person, plan, watch)),
        counts_terms=stay.admitted is not None,
        can=_can(plan, version, shown, staff, today),
        meeting=said_day(version.brought.event.meeting) if version.brought else "",
        today=today.isoformat(),
    )


def marks(version: VersionCourse, roster: Roster, now_ms: int) -> tuple[Mark, ...]:
    """Gives each step of a version's course, done or not."""
    received = (moment(version.received.place.clock[0], now_ms),) if version.received else ()
    checked, brought, decided = version.feasibility, version.brought, version.decided
    checked_words: tuple[str, ...] = ()
    if checked is not None:
        reason = FEASIBILITY_REASONS[checked.event.reason] if checked.event.reason else ""
        told = (FEASIBILITY[checked.event.outcome], reason, checked.event.words, _who(checked, roster, now_ms))
        checked_words = tuple(one for one in told if one)
    decided_words: tuple[str, ...] = ()
    if decided is not None:
        event = decided.event
        meeting = f"Overleg van {said_day(event.meeting)}"
        told = (OUTCOMES[event.outcome], MDO_REASONS[event.reason], event.words, meeting)
        decided_words = tuple(one for one in told if one)
    listed = (f"Overleg van {said_day(brought.event.meeting)}", _who(brought, roster, now_ms)) if brought else ()
    return (
        Mark("Ontvangen", version.received is not None, received),
        Mark("Gelezen", bool(version.reads), tuple(_who(one, roster, now_ms) for one in version.reads)),
        Mark("Besproken", version.discussed is not None, _whos(version.discussed, roster, now_ms)),
        Mark("Haalbaarheid bekeken", checked is not None, checked_words),
        Mark("Mede ondertekend", bool(version.countersigned), _signers(version, roster, now_ms)),
        Mark("Op de lijst voor het MDO", brought is not None, listed),
        Mark("Uitkomst van het MDO", decided is not None and not version.awaits_mdo, decided_words),
    )


def dr_plan_lines(course: Course) -> tuple[str, ...]:
    """Gives what was done with the D&R-plan itself, in words."""
    lines: list[str] = []
    if course.screened:
        lines.append(f"Screening gedaan op {said_day(course.screened.event.on)}")
    if course.established:
        lines.append(f"Vastgesteld op {said_day(course.established.event.on)}{_without(course.established.event.plan)}")
    lines += [f"Bijgesteld op {said_day(one.event.on)}" for one in course.revised]
    if course.handed_over:
        along = [TAKES_ALONG[one] for one in course.handed_over.event.takes_along]
        taken = f". Gaat mee: {'; '.join(one[0].lower() + one[1:] for one in along)}" if along else ""
        lines.append(f"Overgedragen op {said_day(course.handed_over.event.on)}{taken}")
    return tuple(lines)


def _can(plan: DrPlan, version: VersionCourse, shown: Digest | None, staff: RosterStaff, today: date) -> frozenset[str]:
    is_manager = staff.role is Role.CASE_MANAGER
    can = {"ontheffing", "overdragen"}
    if is_manager:
        can.add("bijstellen" if plan.course.established else "vaststellen")
        if plan.course.screened is None and plan.course.established is None:
            can.add("screening")
    if shown is not None and plan.known.get(shown):
        can |= {"besproken", "haalbaar", "naar-mdo"}
        checked = version.feasibility
        signed = any(one.event.by == staff.staff for one in version.countersigned)
        document = plan.holding[shown].document
        whole = document is not None and reading_of_staff(staff.role).is_whole(document)
        if whole and not signed and (checked is None or checked.event.outcome is Feasibility.FEASIBLE):
            can.add("ondertekenen")
    if is_manager and version.awaits_mdo and version.brought and version.brought.event.meeting <= today.isoformat():
        can.add("uitkomst")
    return frozenset(can)


def _state(one: Owed) -> str:
    return "rests" if one.rests_until else "overdue" if one.is_overdue else "ahead"


def _signers(version: VersionCourse, roster: Roster, now_ms: int) -> tuple[str, ...]:
    return tuple(_who(one, roster, now_ms) for one in version.countersigned)


def _whos(one: Recorded[Done] | None, roster: Roster, now_ms: int) -> tuple[str, ...]:
    return (_who(one, roster, now_ms),) if one else ()


def _who(one: Recorded[Done], roster: Roster, now_ms: int) -> str:
    name = roster.staff_name(one.event.by) or "een collega"
    return f"{name}, {moment(one.place.clock[0], now_ms)}"


def _without(plan: Digest | None) -> str:
    return "" if plan else ", zonder getekend plan"


def said_day(day: str) -> str:
    """Gives a day, `2026-11-02`, in full: `2 november 2026`."""
    return whole_date(date.fromisoformat(day))
