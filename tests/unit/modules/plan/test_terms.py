"""What staff owe a person and by when: counted from the day he came in, met by what was done, resting with a reason."""

from datetime import date, timedelta

import pytest

from modules.events import (
    BroughtToMdo,
    DrPlanEstablished,
    Event,
    MdoDecided,
    PlanHandedOver,
    ScreeningDone,
    TermExempted,
)
from modules.ids import Digest
from modules.plan.course import Course, evolve
from modules.plan.terms import Owed, Stay, Terms, is_pressing, owed
from modules.plan.workdays import after_working_days, easter, holidays, is_working_day
from modules.reasons import Exemption, MdoOutcome, MdoReason, Term
from modules.roster import Role
from tests.makers import MENTOR, a_plan_document, recorded

PLAN: Digest = a_plan_document().digest
IN = date(2026, 11, 2)
STAY = Stay(admitted=IN)


def by_term(today: date, *events: Event, stay: Stay = STAY) -> dict[Term, Owed]:
    course = Course()
    for one in recorded(*events):
        course = evolve(course, one)
    return {one.term: one for one in owed(Terms(), stay, course, today)}


def exempted(until: str, term: Term = Term.ESTABLISHING) -> TermExempted:
    return TermExempted(by=MENTOR, role=Role.MENTOR, term=term, until=until, reason=Exemption.ILL_OR_AWAY)


def established() -> DrPlanEstablished:
    return DrPlanEstablished(by=MENTOR, role=Role.CASE_MANAGER, plan=None, on="2026-11-20")


def brought(meeting: str) -> BroughtToMdo:
    return BroughtToMdo(by=MENTOR, role=Role.MENTOR, plan=PLAN, meeting=meeting)


def decided(meeting: str) -> MdoDecided:
    outcome, reason = MdoOutcome.GO_ON, MdoReason.FITS
    return MdoDecided(by=MENTOR, role=Role.CASE_MANAGER, plan=PLAN, meeting=meeting, outcome=outcome, reason=reason)


@pytest.mark.parametrize(
    ("year", "sunday"), [(2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25")]
)
def test_easter_is_where_the_calendar_has_it(year: int, sunday: str) -> None:
    assert easter(year).isoformat() == sunday


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-04-27",
        "2026-05-05",
        "2026-05-14",
        "2026-05-25",
        "2026-12-25",
        "2026-12-26",
        "2026-11-28",
        "2026-11-29",
    ],
)
def test_no_term_counts_a_weekend_or_a_day_of_the_law(day: str) -> None:
    assert not is_working_day(date.fromisoformat(day))


def test_kings_day_is_a_day_earlier_where_it_falls_on_a_sunday() -> None:
    assert date(2031, 4, 26) in holidays(2031)
    assert date(2031, 4, 27) not in holidays(2031)


def test_ten_working_days_over_christmas_skip_weekends_and_four_holidays() -> None:
    assert after_working_days(date(2026, 12, 21), 10) == date(2027, 1, 6)
    assert after_working_days(IN, 10) == date(2026, 11, 16)


def test_where_the_day_he_came_in_is_not_known_nothing_is_counted() -> None:
    assert by_term(IN, stay=Stay()) == {}


def test_who_came_in_is_owed_screening_a_plan_and_a_meeting() -> None:
    told = by_term(IN)
    assert {term: one.by for term, one in told.items()} == {
        Term.SCREENING: date(2026, 11, 16),
        Term.ESTABLISHING: date(2026, 11, 30),
        Term.MDO: date(2026, 12, 14),
    }
    assert list(told) == [Term.SCREENING, Term.ESTABLISHING, Term.MDO]


def test_what_was_done_is_owed_no_longer() -> None:
    screened = ScreeningDone(by=MENTOR, role=Role.CASE_MANAGER, on="2026-11-05")
    assert set(by_term(IN, screened)) == {Term.ESTABLISHING, Term.MDO}
    assert set(by_term(IN, established())) == {Term.MDO}


def test_a_term_is_overdue_the_day_after_and_not_before() -> None:
    last = date(2026, 11, 30)
    assert not by_term(last)[Term.ESTABLISHING].is_overdue
    assert by_term(last + timedelta(days=1))[Term.ESTABLISHING].is_overdue


def test_staff_are_reminded_a_week_before() -> None:
    terms = Terms()
    assert not is_pressing(by_term(date(2026, 11, 22))[Term.ESTABLISHING], terms)
    assert is_pressing(by_term(date(2026, 11, 23))[Term.ESTABLISHING], terms)


def test_an_exemption_lets_a_term_rest_until_its_day_and_says_why() -> None:
    late = date(2026, 12, 10)
    rests = by_term(late, exempted("2026-12-10"))[Term.ESTABLISHING]
    assert (rests.is_overdue, rests.rests_for) == (False, Exemption.ILL_OR_AWAY)
    assert not is_pressing(rests, Terms())
    assert by_term(late, exempted("2026-12-09"))[Term.ESTABLISHING].is_overdue
    assert by_term(late, exempted("2026-12-31", Term.MDO))[Term.ESTABLISHING].is_overdue


def test_the_next_meeting_is_six_weeks_after_the_last_or_the_one_he_is_listed_for() -> None:
    today = date(2026, 12, 1)
    assert by_term(today, brought("2026-12-08"))[Term.MDO].by == date(2026, 12, 8)
    held = (brought("2026-12-01"), decided("2026-12-01"))
    assert by_term(today, *held)[Term.MDO].by == date(2027, 1, 12)


def test_a_meeting_that_passed_without_an_outcome_holds_nothing_back() -> None:
    assert by_term(date(2027, 1, 1), brought("2026-12-08"))[Term.MDO].is_overdue


def test_the_end_of_a_stay_is_told_two_months_ahead_until_the_plan_is_handed_over() -> None:
    stay, handed = (
        Stay(leaves=date(2027, 1, 31)),
        PlanHandedOver(by=MENTOR, role=Role.MENTOR, plan=None, on="2027-01-30", takes_along=()),
    )
    assert by_term(date(2026, 12, 1), stay=stay) == {}
    assert by_term(date(2026, 12, 2), stay=stay)[Term.LEAVING].by == date(2027, 1, 31)
    assert by_term(date(2027, 2, 1), stay=stay)[Term.LEAVING].is_overdue
    assert by_term(date(2027, 1, 30), handed, stay=stay) == {}
