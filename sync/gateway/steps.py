"""What staff do with a plan from a person's page: a form in, one step of the plan's course, and back to the page.

- Every step is in the access log, and comes down to the person's terminal.
- A plan is countersigned with the password given again; wrong ones are counted as at the door.
- Each form names the version that was on the page, so that a newer one that came in meanwhile is never meant.
- Not here: whether a step may be taken (modules/plan/staff.py), and the pages (pages.py, papers.py).
"""

from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from modules.access import Action
from modules.errors import RefusedError
from modules.events import Day, StaffWords
from modules.ids import Digest
from modules.plan.doing import (
    BringToMdo,
    CheckFeasibility,
    Discuss,
    Establish,
    Exempt,
    HandOver,
    RecordOutcome,
    Revise,
    Screen,
    StaffCommand,
)
from modules.plan.staff import CourseRefusedError
from modules.reasons import Exemption, Feasibility, FeasibilityReason, MdoOutcome, MdoReason, TakesAlong, Term
from modules.roster import RosterPerson
from modules.values import Value
from sync.gateway.course_words import WHY_NOT
from sync.gateway.desk import Asked, Shown, Visitor, person_asked, visitor
from sync.gateway.wiring import Gateway

ALONG = "mee_"


class PlanForm(Value):
    """A step that only names the version."""

    plan: Digest


class FeasibilityForm(PlanForm):
    """Whether the steps can be done."""

    outcome: Annotated[Feasibility, Field(strict=False)]
    reason: Annotated[FeasibilityReason, Field(strict=False)] | None = None
    words: StaffWords = ""


class CountersignForm(PlanForm):
    """Signing too, with the password again."""

    password: Annotated[str, StringConstraints(min_length=1, max_length=200)]


class MeetingForm(PlanForm):
    """To which meeting."""

    meeting: Day


class OutcomeForm(PlanForm):
    """What the meeting came to."""

    outcome: Annotated[MdoOutcome, Field(strict=False)]
    reason: Annotated[MdoReason, Field(strict=False)]
    words: StaffWords = ""


class DayForm(Value):
    """A step of the D&R-plan, on a day; with the version it rests on, if there is one."""

    on: Day
    plan: Digest | None = None


class HandOverForm(DayForm):
    """Handing over, and what goes along."""

    along: tuple[Annotated[TakesAlong, Field(strict=False)], ...] = ()


class ExemptForm(Value):
    """Which term does not count, until when, and why."""

    term: Annotated[Term, Field(strict=False)]
    until: Day
    reason: Annotated[Exemption, Field(strict=False)]


def _discuss(form: PlanForm) -> StaffCommand:
    return Discuss(form.plan)


def _check(form: FeasibilityForm) -> StaffCommand:
    return CheckFeasibility(form.plan, form.outcome, form.reason, form.words)


def _bring(form: MeetingForm) -> StaffCommand:
    return BringToMdo(form.plan, form.meeting)


def _record(form: OutcomeForm) -> StaffCommand:
    return RecordOutcome(form.plan, form.outcome, form.reason, form.words)


def _hand_over(form: HandOverForm) -> StaffCommand:
    return HandOver(form.plan, form.on, form.along)


_FORMS: Mapping[str, Callable[[Mapping[str, object]], StaffCommand]] = {
    "besproken": lambda given: _discuss(PlanForm.model_validate(given)),
    "haalbaar": lambda given: _check(FeasibilityForm.model_validate(given)),
    "naar-mdo": lambda given: _bring(MeetingForm.model_validate(given)),
    "uitkomst": lambda given: _record(OutcomeForm.model_validate(given)),
    "screening": lambda given: Screen(DayForm.model_validate(given).on),
    "vaststellen": lambda given: Establish(*_plan_and_day(DayForm.model_validate(given))),
    "bijstellen": lambda given: Revise(*_plan_and_day(DayForm.model_validate(given))),
    "overdragen": lambda given: _hand_over(HandOverForm.model_validate(given)),
    "ontheffing": lambda given: _exempt(ExemptForm.model_validate(given)),
}


def take_step(gateway: Gateway, asked: Asked) -> Shown:
    """Takes one step of a plan's course and goes back to the person's page."""
    by = visitor(gateway, asked)
    found = person_asked(gateway, asked, by)
    parse = _FORMS.get(asked.path["step"])
    if parse is None:
        raise RefusedError("there is no such step", hint="Deze stap bestaat niet.")
    try:
        command = parse(_given(asked.form))
    except ValidationError:  # its text would quote what was typed
        raise RefusedError("a step's form is not filled in", hint="Vul alles in en probeer het opnieuw.") from None
    try:
        gateway.courses.do(by.roster.institution, found.detainee, by.staff, command)
    except CourseRefusedError as error:
        raise RefusedError(error.message, hint=WHY_NOT[error.why]) from error
    return _back(gateway, by, found, Action.PLAN_STEP_TAKEN)


def countersign(gateway: Gateway, asked: Asked) -> Shown:
    """Signs the version on the page too, where the password is right."""
    by = visitor(gateway, asked)
    found = person_asked(gateway, asked, by)
    try:
        form = CountersignForm.model_validate(_given(asked.form))
    except ValidationError:  # its text would quote the password
        raise RefusedError("a password is missing", hint="Vul je wachtwoord in om te tekenen.") from None
    number = by.staff.number
    wait = gateway.throttle.wait_seconds(number)
    if wait:
        raise RefusedError("too many wrong passwords", hint=f"Te vaak geprobeerd. Wacht {wait} seconden.")
    if not gateway.passwords.is_right(by.staff.staff, form.password):
        gateway.throttle.wrong(number)
        raise RefusedError("a wrong password", hint="Dit is je wachtwoord niet. Er is niets getekend.")
    gateway.throttle.right(number)
    try:
        gateway.courses.countersign(by.roster.institution, found.detainee, by.staff, form.plan)
    except CourseRefusedError as error:
        raise RefusedError(error.message, hint=WHY_NOT[error.why]) from error
    return _back(gateway, by, found, Action.PLAN_COUNTERSIGNED)


def _back(gateway: Gateway, by: Visitor, found: RosterPerson, action: Action) -> Shown:
    gateway.witness.note_of(found.detainee, action, by.doer)
    return Shown(to=f"/mensen/{found.detainee}#verder", status=303)


def _given(form: Mapping[str, str]) -> dict[str, object]:
    """Gives a form's fields; what was left empty is left out, and ticks become one list."""
    along = tuple(name.removeprefix(ALONG) for name in form if name.startswith(ALONG))
    filled: dict[str, object] = {
        name: value for name, value in form.items() if value and name != "form_token" and not name.startswith(ALONG)
    }
    return {**filled, "along": along} if along else filled


def _plan_and_day(form: DayForm) -> tuple[Digest | None, str]:
    return form.plan, form.on


def _exempt(form: ExemptForm) -> StaffCommand:
    return Exempt(form.term, form.until, form.reason)
