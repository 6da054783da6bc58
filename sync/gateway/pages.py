"""What staff can ask with a browser: log in, their people, one person's page, a note, the plan as a file.

- Every opening of a person's page is in the access log before the page is shown.
- A page that is not for who asks is refused the same way whether or not there is such a person.
- Not here: sessions and forms at the door (app.py), page models (review.py, person_page.py), markup (templates).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from modules.access import Action
from modules.errors import RefusedError
from modules.ids import SubjectId
from modules.reasons import NotePhrase
from modules.roster import Role, Roster, RosterPerson, RosterStaff
from modules.values import Value
from sync.gateway.entrance import Session
from sync.gateway.exports import plan_json
from sync.gateway.person_page import Around, person_page
from sync.gateway.review import in_turn, may_see, people_of, row
from sync.gateway.templating import page
from sync.gateway.wiring import Gateway
from sync.gateway.witness import DESK, Doer
from sync.gateway.words import PHRASES, ROLES

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request of a browser: whose session, where to, and the fields of a form."""

    session: Session | None = None
    path: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a browser gets: a page or a file; or another address to go to; and a session begun or ended."""

    content: bytes = b""
    media_type: str = HTML
    status: int = 200
    to: str | None = None
    begins: str | None = None
    ends: bool = False
    file_name: str | None = None


class LoginForm(Value):
    """What stands in the login form."""

    number: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,10}$")]
    password: Annotated[str, Field(max_length=200)]


class NoteForm(Value):
    """What stands in the form of a note."""

    phrase: Annotated[NotePhrase, Field(strict=False)]
    words: Annotated[str, StringConstraints(strip_whitespace=True, max_length=280)] = ""


class NotYoursError(RefusedError):
    """This page is not for who asked for it."""

    code = "not-yours"


def login_page(gateway: Gateway, asked: Asked) -> Shown:
    """Gives the login form."""
    del asked
    return Shown(page("login.html", message="", institution=_names(gateway)))


def log_in(gateway: Gateway, asked: Asked) -> Shown:
    """Begins a session, or gives the form again with what to do."""
    try:
        form = LoginForm(number=asked.form.get("number", "").strip(), password=asked.form.get("password", ""))
    except ValidationError:
        return _again(gateway, "Vul je personeelsnummer en je wachtwoord in.", 400)
    wait = gateway.throttle.wait_seconds(form.number)
    if wait:
        return _again(gateway, f"Te vaak geprobeerd. Wacht {wait} seconden en probeer het dan opnieuw.", 429)
    found = _staff_by_number(gateway, form.number)
    if not gateway.passwords.is_right(found[1].staff if found else None, form.password) or found is None:
        gateway.throttle.wrong(form.number)
        if found:
            _log(gateway, Action.LOGIN_REFUSED, *found)
        return _again(gateway, "Dit nummer en wachtwoord horen niet bij elkaar.", 401)
    roster, staff = found
    gateway.throttle.right(form.number)
    _log(gateway, Action.LOGGED_IN, roster, staff)
    return Shown(to="/", status=303, begins=gateway.sessions.begin(staff.staff, roster.institution))


def log_out(gateway: Gateway, asked: Asked) -> Shown:
    """Ends the session."""
    gateway.sessions.end(asked.token)
    return Shown(to="/inloggen", status=303, ends=True)


def people(gateway: Gateway, asked: Asked) -> Shown:
    """Gives the list of one's people."""
    session, roster, staff = _who(gateway, asked)
    now_ms = gateway.clock.now_ms()
    rows = []
    for person in people_of(roster, staff):
        before = gateway.log.last_opening(SubjectId(person.detainee), staff.staff)
        seen = before.position if before else 0
        rows.append(row(person, gateway.plans.of(person.detainee), seen, gateway.titles, now_ms))
    _log(gateway, Action.LIST_OPENED, roster, staff)
    return Shown(page("people.html", turns=in_turn(rows), total=len(rows), **_frame(session, roster, staff)))


def person(gateway: Gateway, asked: Asked) -> Shown:
    """Gives one person's page."""
    session, roster, staff = _who(gateway, asked)
    found = _person(gateway, asked, roster, staff)
    subject = SubjectId(found.detainee)
    before, looks = gateway.log.last_opening(subject, staff.staff), gateway.log.about(subject)
    plan = gateway.plans.of(found.detainee)
    _log_of(gateway, found, Action.PAGE_OPENED, _doer(roster, staff), plan.position)
    wings = {str(known.terminal): known.wing for known in gateway.enrolments.terminals(roster.institution)}
    around = Around(roster, gateway.titles, wings, looks, before, gateway.clock.now_ms())
    model = person_page(found, plan, around)
    return Shown(page("person.html", model=model, phrases=PHRASES.items(), **_frame(session, roster, staff)))


def send_note(gateway: Gateway, asked: Asked) -> Shown:
    """Sends a note and goes back to the person's page."""
    _, roster, staff = _who(gateway, asked)
    found = _person(gateway, asked, roster, staff)
    try:
        form = NoteForm.model_validate({"phrase": asked.form.get("phrase"), "words": asked.form.get("words", "")})
    except ValidationError:
        raise RefusedError(
            "a note is a phrase and at most 280 letters",
            hint="Kies een zin; je eigen woorden mogen 280 tekens lang zijn.",
        ) from None
    words = " ".join(form.words.split())
    gateway.notes.send(roster.institution, found.detainee, staff.staff, form.phrase, words)
    _log_of(gateway, found, Action.NOTE_SENT, _doer(roster, staff))
    return Shown(to=f"/mensen/{found.detainee}", status=303)


def plan_file(gateway: Gateway, asked: Asked) -> Shown:
    """Gives a person's signed plan as a file, with both signatures."""
    _, roster, staff = _who(gateway, asked)
    found = _person(gateway, asked, roster, staff)
    signed = gateway.plans.of(found.detainee).plan
    if signed is None:
        raise RefusedError("there is no signed plan yet", hint="Er is nog geen getekend plan.")
    _log_of(gateway, found, Action.PLAN_EXPORTED, _doer(roster, staff))
    return Shown(plan_json(signed, gateway.enrolments), media_type="application/json", file_name="plan.json")


def error_page(message: str, status: int) -> Shown:
    """Gives a page that says what went wrong and what to do."""
    return Shown(page("error.html", message=message), status=status)


def _who(gateway: Gateway, asked: Asked) -> tuple[Session, Roster, RosterStaff]:
    session = asked.session
    roster = gateway.register.roster(session.institution) if session else None
    staff = next((one for one in roster.staff if session and one.staff == session.staff), None) if roster else None
    if session is None or roster is None or staff is None:
        raise NotYoursError("who asks is no longer on the roster", hint="Log opnieuw in, of vraag beheer om hulp.")
    return session, roster, staff


def _person(gateway: Gateway, asked: Asked, roster: Roster, staff: RosterStaff) -> RosterPerson:
    found = next((one for one in roster.people if one.detainee == asked.path.get("person")), None)
    if found is not None and may_see(staff, found):
        return found
    if found is not None:
        _log_of(gateway, found, Action.PAGE_REFUSED, _doer(roster, staff))
    raise NotYoursError("this page is of somebody else's person", hint="Deze pagina is er niet, of is niet voor jou.")


def _staff_by_number(gateway: Gateway, number: str) -> tuple[Roster, RosterStaff] | None:
    for known in gateway.enrolments.institutions():
        roster = gateway.register.roster(known.institution)
        for staff in roster.staff if roster else ():
            if staff.number == number and staff.role is not Role.OPERATOR and roster:
                return roster, staff
    return None


def _again(gateway: Gateway, message: str, status: int) -> Shown:
    return Shown(page("login.html", message=message, institution=_names(gateway)), status=status)


def _names(gateway: Gateway) -> str:
    return ", ".join(known.name for known in gateway.enrolments.institutions())


def _frame(session: Session, roster: Roster, staff: RosterStaff) -> dict[str, str]:
    return {
        "institution": roster.institution_name,
        "staff_name": staff.name,
        "staff_role": ROLES[staff.role],
        "form_token": session.form_token,
    }


def _log(gateway: Gateway, action: Action, roster: Roster, staff: RosterStaff) -> None:
    gateway.witness.note(action, _doer(roster, staff))


def _log_of(gateway: Gateway, person: RosterPerson, action: Action, doer: Doer, position: int = 0) -> None:
    gateway.witness.note_of(person.detainee, action, doer, position)


def _doer(roster: Roster, staff: RosterStaff) -> Doer:
    return Doer(roster.institution, staff.role, staff.staff, DESK)
