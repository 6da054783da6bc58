"""What staff can ask with a browser: log in, their people, one person's page, a note, the plan as a file.

- Every opening of a person's page is in the access log before the page is shown.
- Not here: sessions and forms at the door (app.py), who may have which page (desk.py), what is done with a plan
  (steps.py), page models (review.py, person_page.py), markup (templates).
"""

from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from modules.access import Action
from modules.canonical import canonical
from modules.errors import RefusedError
from modules.ids import SubjectId
from modules.plan.staff import Why
from modules.reasons import NotePhrase
from modules.roster import Role, Roster, RosterStaff
from modules.values import Value
from sync.gateway.course_page import CHOICES
from sync.gateway.course_words import WHY_NOT
from sync.gateway.desk import Asked, Shown, person_asked, visitor
from sync.gateway.due import Watch
from sync.gateway.own_print import Seen, own_print
from sync.gateway.pauses import TOLD_FOR_MS
from sync.gateway.person_page import Around, person_page
from sync.gateway.review import in_turn, people_of, row
from sync.gateway.templating import page
from sync.gateway.wiring import Gateway
from sync.gateway.witness import DESK, Doer
from sync.gateway.words import PHRASES, moment


class LoginForm(Value):
    """What stands in the login form."""

    number: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,10}$")]
    password: Annotated[str, Field(max_length=200)]


class NoteForm(Value):
    """What stands in the form of a note."""

    phrase: Annotated[NotePhrase, Field(strict=False)]
    words: Annotated[str, StringConstraints(strip_whitespace=True, max_length=280)] = ""


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
    by = visitor(gateway, asked)
    watch = Watch(gateway.clock.now_ms(), gateway.settings.terms)
    rows = []
    for person in people_of(by.roster, by.staff):
        before = gateway.log.last_opening(SubjectId(person.detainee), by.staff.staff)
        seen = before.position if before else 0
        rows.append(row(person, gateway.plans.of(person.detainee), seen, gateway.titles, watch))
    _log(gateway, Action.LIST_OPENED, by.roster, by.staff)
    pauses = [
        {"wing": pause.wing, "when": moment(pause.at_ms, watch.now_ms)}
        for pause in gateway.pauses.of(by.roster.institution, watch.now_ms - TOLD_FOR_MS)
    ]
    return Shown(page("people.html", turns=in_turn(rows), total=len(rows), pauses=pauses, **by.frame))


def person(gateway: Gateway, asked: Asked) -> Shown:
    """Gives one person's page."""
    by = visitor(gateway, asked)
    found = person_asked(gateway, asked, by)
    subject = SubjectId(found.detainee)
    before, looks = gateway.log.last_opening(subject, by.staff.staff), gateway.log.about(subject)
    gateway.courses.open(by.roster.institution, found.detainee, by.staff)
    plan = gateway.plans.of(found.detainee)
    gateway.witness.note_of(found.detainee, Action.PAGE_OPENED, by.doer, plan.position)
    wings = {str(known.terminal): known.wing for known in gateway.enrolments.terminals(by.roster.institution)}
    watch = Watch(gateway.clock.now_ms(), gateway.settings.terms)
    around = Around(by.roster, gateway.titles, wings, looks, before, watch, by.staff)
    model = person_page(found, plan, around)
    return Shown(page("person.html", model=model, phrases=PHRASES.items(), choices=CHOICES, **by.frame))


def send_note(gateway: Gateway, asked: Asked) -> Shown:
    """Sends a note and goes back to the person's page."""
    by = visitor(gateway, asked)
    found = person_asked(gateway, asked, by)
    try:
        form = NoteForm.model_validate({"phrase": asked.form.get("phrase"), "words": asked.form.get("words", "")})
    except ValidationError:
        raise RefusedError(
            "a note is a phrase and at most 280 letters",
            hint="Kies een zin; je eigen woorden mogen 280 tekens lang zijn.",
        ) from None
    words = " ".join(form.words.split())
    gateway.notes.send(by.roster.institution, found.detainee, by.staff.staff, form.phrase, words)
    gateway.witness.note_of(found.detainee, Action.NOTE_SENT, by.doer)
    return Shown(to=f"/mensen/{found.detainee}", status=303)


def plan_file(gateway: Gateway, asked: Asked) -> Shown:
    """Gives a person's signed plan as a file with every signature: the sealed PDF, or the JSON alone."""
    by = visitor(gateway, asked)
    found = person_asked(gateway, asked, by)
    plan = gateway.plans.of(found.detainee)
    if plan.plan is None:
        raise RefusedError("there is no signed plan yet", hint="Er is nog geen getekend plan.")
    if plan.plan.document and not by.reading.is_whole(plan.plan.document):
        raise RefusedError("a part of this plan is not for who asks", hint=WHY_NOT[Why.NOT_WHOLE])
    kind, raw = asked.path.get("kind", ""), None
    if kind == "json":
        raw = canonical(gateway.printer.exported(by.roster, plan, plan.plan))
    elif kind == "pdf":
        raw = gateway.printer.files(by.roster, plan, plan.plan).pdf
    if raw is None:
        raise RefusedError("there is no such file", hint="Van een plan dat niet klopt wordt geen PDF gemaakt.")
    gateway.witness.note_of(found.detainee, Action.PLAN_EXPORTED, by.doer)
    return Shown(raw, media_type=f"application/{kind}", file_name=f"plan.{kind}")


def own_print_page(gateway: Gateway, asked: Asked) -> Shown:
    """Gives everything the gateway has of a person, to print for him."""
    by = visitor(gateway, asked)
    found = person_asked(gateway, asked, by)
    looks = gateway.log.about(SubjectId(found.detainee))
    plan = gateway.plans.of(found.detainee)
    gateway.witness.note_of(found.detainee, Action.DATA_PRINTED, by.doer)
    paper = own_print(
        found, plan, Seen(by.roster, gateway.titles, looks, gateway.clock.now_ms(), gateway.settings.retention)
    )
    return Shown(page("own_print.html", paper=paper, style=""))


def error_page(message: str, status: int) -> Shown:
    """Gives a page that says what went wrong and what to do."""
    return Shown(page("error.html", message=message), status=status)


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


def _log(gateway: Gateway, action: Action, roster: Roster, staff: RosterStaff) -> None:
    gateway.witness.note(action, Doer(roster.institution, staff.role, staff.staff, DESK))
