"""What staff did with a person's data: a row in the access log, and word of it to the person himself.

- Each deed is one row (audit.py); about a person it is also told in the gateway's lane about him, and so comes down to
  his terminal, where he reads who looked and when.
- The row is on disk first: a deed is never told and not logged.
- Not here: the log itself (audit.py), how an entry is written (own_lane.py), the sentences (kiosk/locale).
"""

from dataclasses import dataclass

from modules.access import Action
from modules.events import RecordAccessed
from modules.ids import DetaineeId, InstitutionId, StaffId, SubjectId
from modules.roster import Role
from sync.gateway.audit import AccessLog
from sync.gateway.own_lane import OwnLane

DESK = "desk"
CONSOLE = "console"


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does something and where: at the staff's pages, or at the gateway's console, where `staff` may be none."""

    institution: InstitutionId
    role: Role
    staff: StaffId | None
    terminal: str
    second: StaffId | None = None

    @classmethod
    def at_the_console(cls, institution: InstitutionId) -> "Doer":
        """Gives whoever runs the gateway."""
        return cls(institution, Role.OPERATOR, None, CONSOLE)


class Witness:
    """Notes what staff do."""

    def __init__(self, log: AccessLog, lane: OwnLane) -> None:
        self._log = log
        self._lane = lane

    def note(self, action: Action, doer: Doer, position: int = 0) -> None:
        """Notes something that is about no one person; it is on disk when this returns."""
        self._log.note(action, SubjectId(doer.institution), doer.role, doer.staff, position, terminal=doer.terminal)

    def note_of(self, person: DetaineeId, action: Action, doer: Doer, position: int = 0) -> None:
        """Notes something about a person, and tells him; both are on disk when this returns."""
        subject = SubjectId(person)
        self._log.note(action, subject, doer.role, doer.staff, position, terminal=doer.terminal, second=doer.second)
        told = RecordAccessed(by=doer.staff, action=action)
        self._lane.write(doer.institution, subject, lambda: (told,))
