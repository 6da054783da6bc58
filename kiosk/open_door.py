"""The door and the staff's room of a terminal where nothing is kept, for pictures and previews.

- Not here: who walks through it (rehearsal.py), and the real door (kiosk/store/pins.py).
"""

from kiosk.entry import Admission
from kiosk.views.staff import PackLine, StaffReport
from modules.events import Deed, PinWay
from modules.roster import RosterPerson, RosterStaff


class OpenDoor:
    """Lets the one person in, whatever he types."""

    def __init__(self, person: RosterPerson) -> None:
        self._person = person

    def admit(self, number: str, pin: str) -> Admission:  # noqa: ARG002  a rehearsal has no secrets
        """Gives the person."""
        return Admission(self._person)

    def challenge(self, number: str) -> str:  # noqa: ARG002
        """Gives some digits."""
        return "482913"

    def redeem(self, number: str, code: str) -> Admission:  # noqa: ARG002
        """Gives the person."""
        return Admission(self._person)

    def choose(self, person: RosterPerson, pin: str, way: PinWay) -> None:
        """Keeps nothing."""


class QuietRoom:
    """What staff see at a terminal where nothing happened."""

    def note(self, staff: RosterStaff, deed: Deed) -> None:
        """Keeps nothing."""

    def give_code(self, staff: RosterStaff, number: str, shown: str) -> str:  # noqa: ARG002
        """Gives some digits."""
        return "20481357"

    def report(self) -> StaffReport:
        """Gives a terminal that is well."""
        packs = (PackLine("kvv", 4), PackLine("reflector", 7))
        return StaffReport("B2", 3, "24 november 2026", packs, (), 1, "carry.done", 12)
