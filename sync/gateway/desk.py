"""The staff's desk: what a browser asks and gets, who is at it, and whose page he may have.

- A page that is not for who asks is refused the same way whether or not there is such a person.
- Not here: what the pages are (pages.py, steps.py), and the door (app.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from modules.access import Action
from modules.errors import RefusedError
from modules.plan.reading import Reading, reading_of_staff
from modules.roster import Roster, RosterPerson, RosterStaff
from sync.gateway.entrance import Session
from sync.gateway.review import may_see
from sync.gateway.wiring import Gateway
from sync.gateway.witness import DESK, Doer
from sync.gateway.words import ROLES

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


class NotYoursError(RefusedError):
    """This page is not for who asked for it."""

    code = "not-yours"


@dataclass(frozen=True, slots=True)
class Visitor:
    """A member of staff who is in."""

    session: Session
    roster: Roster
    staff: RosterStaff

    @property
    def doer(self) -> Doer:
        """Who the access log says it was."""
        return Doer(self.roster.institution, self.staff.role, self.staff.staff, DESK)

    @property
    def reading(self) -> Reading:
        """What of a plan is for his eyes."""
        return reading_of_staff(self.staff.role)

    @property
    def frame(self) -> dict[str, str]:
        """What the frame of every page shows."""
        return {
            "institution": self.roster.institution_name,
            "staff_name": self.staff.name,
            "staff_role": ROLES[self.staff.role],
            "form_token": self.session.form_token,
        }


def visitor(gateway: Gateway, asked: Asked) -> Visitor:
    """Gives who asks.

    Raises:
        NotYoursError: He is on the roster no longer.
    """
    session = asked.session
    roster = gateway.register.roster(session.institution) if session else None
    staff = next((one for one in roster.staff if session and one.staff == session.staff), None) if roster else None
    if session is None or roster is None or staff is None:
        raise NotYoursError("who asks is no longer on the roster", hint="Log opnieuw in, of vraag beheer om hulp.")
    return Visitor(session, roster, staff)


def person_asked(gateway: Gateway, asked: Asked, by: Visitor) -> RosterPerson:
    """Gives the person whose page is asked for.

    Raises:
        NotYoursError: There is no such person, or he is somebody else's; which of the two is not told.
    """
    found = next((one for one in by.roster.people if one.detainee == asked.path.get("person")), None)
    if found is not None and may_see(by.staff, found):
        return found
    if found is not None:
        gateway.witness.note_of(found.detainee, Action.PAGE_REFUSED, by.doer)
    raise NotYoursError("this page is of somebody else's person", hint="Deze pagina is er niet, of is niet voor jou.")
