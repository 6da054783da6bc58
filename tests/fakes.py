"""Working stand-ins for what lies outside a unit: a clock set by hand, and a door that knows its people.

- Each does the real thing without disk, network or window; none of them checks that it was called.
- Not here: a journal in memory and passing keys (kiosk/rehearsal.py), faults (faults.py), lifelike values (makers.py).
"""

from kiosk.views.entrance import LogInTrouble
from kiosk.visit import Admission
from modules.ids import uuid7
from modules.journal import Moment
from modules.roster import RosterPerson

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
    """Lets in whoever gives a known number and its PIN."""

    def __init__(self, people: dict[tuple[str, str], RosterPerson]) -> None:
        self._people = people

    def admit(self, number: str, pin: str) -> Admission:
        """Gives the person, or trouble."""
        person = self._people.get((number, pin))
        return Admission(person, None if person else LogInTrouble.NOT_TOGETHER)
