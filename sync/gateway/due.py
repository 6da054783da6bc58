"""What waits for staff: the terms they owe somebody, and the next step of a signed plan; one at a time.

- Not here: whether a step may be taken (modules/plan/staff.py), who asks (review.py).
"""

from dataclasses import dataclass
from datetime import date

from modules.plan.terms import Owed, Stay, Terms, is_pressing, owed
from modules.reasons import Feasibility
from modules.roster import RosterPerson
from sync.gateway.clock import dutch_day
from sync.gateway.course_words import term_words
from sync.gateway.drplan import DrPlan


@dataclass(frozen=True, slots=True)
class Watch:
    """What time it is, and the terms that staff keep."""

    now_ms: int
    terms: Terms

    @property
    def today(self) -> date:
        """The day it is in the Netherlands."""
        return dutch_day(self.now_ms)


def stay_of(person: RosterPerson) -> Stay:
    """Gives when somebody came in and leaves, as the roster has it."""
    admitted, leaves = person.admitted_ms, person.leaves_ms
    return Stay(
        None if admitted is None else dutch_day(admitted),
        None if leaves is None else dutch_day(leaves),
    )


def owed_to(person: RosterPerson, plan: DrPlan, watch: Watch) -> tuple[Owed, ...]:
    """Gives the terms that staff owe somebody."""
    return owed(watch.terms, stay_of(person), plan.course, watch.today)


def pressing(person: RosterPerson, plan: DrPlan, watch: Watch) -> tuple[str, ...]:
    """Gives in words what terms are overdue or near, for the list."""
    return tuple(term_words(one) for one in owed_to(person, plan, watch) if is_pressing(one, watch.terms))


def next_step(plan: DrPlan, now_ms: int) -> str:
    """Gives in words what comes next for the plan that stands, or nothing where it is not staff's turn."""
    standing = [version for version, stands in plan.known.items() if stands]
    if not standing:
        return ""
    version = plan.course.of(standing[-1])
    checked, brought = version.feasibility, version.brought
    if version.awaits_mdo and brought is not None:
        is_held = brought.event.meeting <= dutch_day(now_ms).isoformat()
        return "Uitkomst van het MDO opschrijven (casemanager)" if is_held else ""
    if version.decided is not None:
        return ""
    if version.discussed is None:
        return "Plan bespreken"
    if checked is None:
        return "Kijken of het plan haalbaar is"
    if checked.event.outcome is not Feasibility.FEASIBLE:
        return ""
    return "Naar het MDO brengen" if version.countersigned else "Plan mede ondertekenen"
