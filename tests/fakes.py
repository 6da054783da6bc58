"""Working stand-ins for what lies outside a unit: a clock set by hand, and a door that knows its people.

- Each does the real thing without disk, network or window; none of them checks that it was called.
- Not here: a journal in memory and passing keys (kiosk/rehearsal.py), faults (faults.py), lifelike values (makers.py).
"""

from kiosk.entry import Admission
from kiosk.views.entrance import LogInTrouble
from kiosk.views.staff import StaffReport
from modules.events import Deed, PinWay
from modules.ids import uuid7
from modules.journal import Moment
from modules.roster import RosterPerson, RosterStaff

NOON = 1_795_000_000_000


class FakeClock:
    """A clock that stands still until it is moved; ids are drawn from a counter."""

    def __init__(self, wall_ms: int = NOON) -> None:
        self.wall_ms = wall_ms
        self.anchor_ms = wall_ms
        self._drawn = 0

    def moment(self) -> Moment:
        """Gives now, one millisecond after the last now."""
        self.wall_ms += 1
        return Moment(self.wall_ms, self.anchor_ms)

    def new_id(self, prefix: str) -> str:
        """Gives the next id."""
        self._drawn += 1
        return prefix + uuid7(self.wall_ms, self._drawn.to_bytes(10, "big"))

    def random(self, count: int) -> bytes:
        """Gives bytes that are never the same twice."""
        self._drawn += 1
        return self._drawn.to_bytes(count, "big")


class FakeDoor:
    """Lets in whoever gives a known number and its PIN; its one code is for whoever asks."""

    CODE = "20481357"

    def __init__(
        self, people: dict[tuple[str, str], RosterPerson], staff: dict[tuple[str, str], RosterStaff] | None = None
    ) -> None:
        self.people = people
        self._staff = staff or {}
        self.ways: list[PinWay] = []
        self.rests: LogInTrouble | None = None

    def admit(self, number: str, pin: str) -> Admission:
        """Gives the person or member of staff, or trouble; while it rests, nobody."""
        if self.rests is not None:
            return Admission(None, self.rests, 240)
        person, staff = self.people.get((number, pin)), self._staff.get((number, pin))
        return Admission(person, None if person or staff else LogInTrouble.NOT_TOGETHER, staff=staff)

    def challenge(self, number: str) -> str:
        """Gives six digits that belong to the number."""
        return f"{sum(map(ord, number)):06}"

    def redeem(self, number: str, code: str) -> Admission:
        """Gives the person of the number, if the code is the one there is."""
        person = next((known for (his, _), known in self.people.items() if his == number), None)
        person = person if code == self.CODE else None
        return Admission(person, None if person else LogInTrouble.NOT_TOGETHER)

    def choose(self, person: RosterPerson, pin: str, way: PinWay) -> None:
        """Lets the person in with this PIN from now on, and with no other."""
        self.people = {known: each for known, each in self.people.items() if each != person}
        self.people[person.number, pin] = person
        self.ways.append(way)


class FakeRoom:
    """Keeps what staff did at a terminal that is well."""

    def __init__(self) -> None:
        self.deeds: list[Deed] = []

    def note(self, staff: RosterStaff, deed: Deed) -> None:
        """Keeps a deed."""
        self.deeds.append(deed)

    def give_code(self, staff: RosterStaff, number: str, shown: str) -> str:
        """Gives the code that the door takes."""
        self.deeds.append(Deed.GAVE_CODE)
        return FakeDoor.CODE

    def report(self) -> StaffReport:
        """Gives a terminal that is well."""
        return StaffReport("B", 0, "", (), (), 0, "")
