"""When the door of a terminal rested, because too many tries failed there within an hour: of no person, for staff.

- A terminal writes it in its lane about itself, so it is known here after its next round.
- What was read of such a lane is kept in memory until something comes in about it.
- Not here: when a door rests (kiosk/store/tries.py), the page that shows it (pages.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from modules.events import DoorPaused
from modules.ids import InstitutionId, SubjectId, TerminalId
from sync.gateway.drplan import DrPlans
from sync.gateway.enrolments import Enrolments
from sync.gateway.register import SqliteRegister

TOLD_FOR_MS = 24 * 60 * 60 * 1000
"""So long after a pause staff are told of it."""


@dataclass(frozen=True, slots=True)
class Pause:
    """One rest of one terminal's door."""

    terminal: TerminalId
    wing: str
    at_ms: int


class Pauses:
    """The rests of every terminal this gateway serves."""

    def __init__(self, register: SqliteRegister, enrolments: Enrolments, plans: DrPlans) -> None:
        self._register = register
        self._enrolments = enrolments
        self._plans = plans
        self._kept: dict[TerminalId, tuple[int, Sequence[int]]] = {}

    def of(self, institution: InstitutionId, since_ms: int) -> tuple[Pause, ...]:
        """Gives the rests at an institution's terminals since a moment, the newest first."""
        found = [
            Pause(known.terminal, known.wing, at_ms)
            for known in self._enrolments.terminals(institution)
            for at_ms in self._at(known.terminal)
            if at_ms >= since_ms
        ]
        return tuple(sorted(found, key=lambda one: -one.at_ms))

    def _at(self, terminal: TerminalId) -> Sequence[int]:
        newest = self._register.newest(SubjectId(terminal))
        kept = self._kept.get(terminal)
        if kept is None or kept[0] != newest:
            events = self._plans.events_of(SubjectId(terminal))
            at = [entry.header.clock.time_ms for entry, event in events if isinstance(event, DoorPaused)]
            kept = self._kept[terminal] = newest, at
        return kept[1]
