"""By when staff owe a person something: screening, the D&R-plan, the next MDO, handing over before he leaves.

- Terms are staff's to keep and are shown to staff alone; there is no event for missing one.
- Counted from the day somebody came in, as the roster has it; where it has none, nothing is counted.
- A term is met by what was done, rests while an exemption lasts, and else is due by a day.
- Not here: the words (sync/gateway), and working days (workdays.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from modules.events import TermExempted
from modules.plan.course import Course
from modules.plan.workdays import after_working_days
from modules.reasons import Exemption, Term
from modules.values import Value

Days = Annotated[int, Field(ge=1, le=3650)]


class Terms(Value):
    """How long each term is; what an institution sets itself."""

    screening_working_days: Annotated[int, Field(ge=1, le=250)] = 10
    establishing_days: Days = 28
    mdo_every_days: Days = 42
    leaving_days: Days = 60
    warn_days: Annotated[int, Field(ge=0, le=365)] = 7


@dataclass(frozen=True, slots=True)
class Stay:
    """When somebody came in and when he is to leave, as far as the roster knows."""

    admitted: date | None = None
    leaves: date | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """A term that was not met yet: by when, how many days are left (fewer than none: overdue), and why it rests."""

    term: Term
    by: date
    days_left: int
    rests_until: date | None = None
    rests_for: Exemption | None = None

    @property
    def is_overdue(self) -> bool:
        """Whether its day is past and nothing exempts it."""
        return self.days_left < 0 and self.rests_until is None


def owed(terms: Terms, stay: Stay, course: Course, today: date) -> tuple[Owed, ...]:
    """Gives the terms that are not met, the most pressing first."""
    found = [_owed(term, by, course, today) for term, by in _open(terms, stay, course, today)]
    return tuple(sorted(found, key=lambda one: (one.rests_until is not None, one.by)))


def is_pressing(one: Owed, terms: Terms) -> bool:
    """Tells whether a term is overdue, or so near that staff are reminded."""
    return one.rests_until is None and one.days_left <= terms.warn_days


def _open(terms: Terms, stay: Stay, course: Course, today: date) -> Iterator[tuple[Term, date]]:
    gone = stay.leaves is not None and stay.leaves < today and course.handed_over is not None
    if stay.admitted is not None and not gone:
        if course.screened is None and course.established is None:
            yield Term.SCREENING, after_working_days(stay.admitted, terms.screening_working_days)
        if course.established is None:
            yield Term.ESTABLISHING, stay.admitted + timedelta(days=terms.establishing_days)
        yield Term.MDO, _next_mdo(terms, stay.admitted, course, today)
    if stay.leaves is not None and course.handed_over is None and stay.leaves - today <= timedelta(terms.leaving_days):
        yield Term.LEAVING, stay.leaves


def _next_mdo(terms: Terms, admitted: date, course: Course, today: date) -> date:
    """Gives by when he is to be talked about: a meeting he is on the list of, else so long after the last one."""
    listed = [
        date.fromisoformat(version.brought.event.meeting)
        for version in course.versions.values()
        if version.brought is not None and version.awaits_mdo
    ]
    ahead = [meeting for meeting in listed if meeting >= today]
    if ahead:
        return min(ahead)
    held = [date.fromisoformat(one.event.meeting) for one in course.decisions]
    return max([admitted, *held]) + timedelta(days=terms.mdo_every_days)


def _owed(term: Term, by: date, course: Course, today: date) -> Owed:
    exempted = course.exempted.get(term)
    left = (by - today).days
    if exempted is None or _until(exempted.event) < today:
        return Owed(term, by, left)
    return Owed(term, by, left, _until(exempted.event), exempted.event.reason)


def _until(exempted: TermExempted) -> date:
    return date.fromisoformat(exempted.until)
