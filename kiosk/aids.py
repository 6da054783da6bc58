"""How one person uses the terminal: what is spoken and how, and whether a switch does for him what a finger does.

- It belongs to whoever stands there now; when he leaves or his lock lets go, the next one begins with none of it.
- Nothing of this is kept or sent: that somebody needs help to see or to touch is nobody's business, and he needs it
  before he logs in (D97).

Deliberately not here: how he wants to see it, which is kept for him (`modules/own_look.py`), speaking (`kiosk/speech`),
moving along (`kiosk/widgets/scanning.py`), setting it on the screen (`kiosk/screens/aids.py`).
"""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.speech import Manner


class Scanning(StrEnum):
    """How many switches a person has: none; one that chooses, the ring goes by itself; two: move and choose."""

    OFF = "off"
    ONE = "one"
    TWO = "two"


class Leaf(StrEnum):
    """The leaves of the page on which all of it is set."""

    SEEN = "seen"
    HEARD = "heard"
    USED = "used"


SCAN_SECONDS = {"slow": 3.0, "normal": 1.8, "fast": 1.0}
"""How long the ring rests on one thing, by the word for it."""


@dataclass(frozen=True, slots=True)
class Aids:
    """What a person set for himself."""

    manner: Manner = field(default_factory=Manner)
    speaks: bool = False
    """Whether each page and each thing the ring comes to is spoken by itself."""
    scanning: Scanning = Scanning.OFF
    scan_pace: str = "normal"

    @property
    def scan_seconds(self) -> float:
        """How long the ring rests on one thing."""
        return SCAN_SECONDS[self.scan_pace]
