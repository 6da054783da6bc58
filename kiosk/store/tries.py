"""How many tries failed and how long to wait, counted in the journal (SECURITY 5.3).

- Per number: four tries are free, then 30 s, 60 s, 5 min, 15 min; after ten in a row a member of staff must help.
- Per terminal: thirty failures within an hour, over all numbers, and its door pauses for five minutes.
- Waits run on uptime: setting the clock changes none, and none is shorter for a restart's sake. What failed before a
  restart is taken to have failed at the restart.
- Not here: whose number it is and whether the PIN is right (pins.py).
"""

import math
from collections import deque
from collections.abc import Iterable

from kiosk.clock import Clock
from kiosk.store.journal import Journal
from kiosk.store.meta import Identity
from modules.events import DoorFailed, DoorPaused, Event, LoginFailed, PinChosen, PinWay, SessionStarted, StaffActed
from modules.events.door import Deed, Mark
from modules.ids import StaffId
from modules.ordering import Recorded

FREE_TRIES = 4
WAITS_SECONDS = (30, 60, 300, 900, 900, 900)
LOCKED_AFTER = FREE_TRIES + len(WAITS_SECONDS)
MOST_FAILURES = 30
HOUR_SECONDS = 3_600.0
PAUSE_SECONDS = 300.0


def wait_seconds(failures: int) -> int:
    """Gives how long to wait after so many failures in a row; what is locked is not a matter of waiting."""
    if not FREE_TRIES <= failures < LOCKED_AFTER:
        return 0
    return WAITS_SECONDS[failures - FREE_TRIES]


def failures_in_a_row(recorded: Iterable[Recorded[Event]], forgiven: int) -> int:
    """Gives how often a login failed since the last session or code, the first `forgiven` failures ever not counted."""
    ever = in_a_row = 0
    for one in recorded:
        match one.event:
            case LoginFailed():
                ever += 1
                in_a_row += ever > forgiven
            case SessionStarted() | PinChosen(way=PinWay.CODE):
                in_a_row = 0
            case _:
                pass
    return in_a_row


def marked_in_a_row(recorded: Iterable[Recorded[Event]], mark: Mark, staff: StaffId | None) -> int:
    """Gives how often tries with a number that is no detainee's failed, since this member of staff last came in."""
    in_a_row = 0
    for one in recorded:
        match one.event:
            case DoorFailed(mark=failed) if failed == mark:
                in_a_row += 1
            case StaffActed(staff=came, deed=Deed.CAME) if came == staff:
                in_a_row = 0
            case _:
                pass
    return in_a_row


class Waits:
    """How long each number must still wait, in this process."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._started_seconds = clock.monotonic_seconds()
        self._counted: dict[str, tuple[int, float]] = {}

    def left_seconds(self, number: str, failures: int) -> int:
        """Gives how many seconds are left of the wait after so many failures."""
        counted, since_seconds = self._counted.get(number, (failures, self._started_seconds))
        if counted != failures:  # others came in from another terminal
            since_seconds = self._clock.monotonic_seconds()
            self._counted[number] = failures, since_seconds
        passed_seconds = self._clock.monotonic_seconds() - since_seconds
        return max(0, math.ceil(wait_seconds(failures) - passed_seconds))

    def failed(self, number: str, failures: int) -> None:
        """Begins the wait after one more failure."""
        self._counted[number] = failures, self._clock.monotonic_seconds()

    def forget(self, number: str) -> None:
        """Ends a number's waiting."""
        self._counted.pop(number, None)


class Doorway:
    """One terminal's own door: every failure at it, and its pauses."""

    def __init__(self, journal: Journal, identity: Identity, clock: Clock) -> None:
        self._journal = journal
        self._identity = identity
        self._clock = clock
        self._failed: deque[float] = deque()
        self._paused_seconds: float | None = None
        self._take_up()

    def pause_seconds(self) -> int:
        """Gives how many seconds are left of the door's pause."""
        if self._paused_seconds is None:
            return 0
        return max(0, math.ceil(self._paused_seconds + PAUSE_SECONDS - self._clock.monotonic_seconds()))

    def failed(self, mark: Mark) -> None:
        """Records a failure, and the pause it may lead to; on disk when this returns."""
        now_seconds = self._clock.monotonic_seconds()
        self._failed.append(now_seconds)
        while now_seconds - self._failed[0] > HOUR_SECONDS:
            self._failed.popleft()
        events: list[Event] = [DoorFailed(mark=mark)]
        if len(self._failed) >= MOST_FAILURES:
            events.append(DoorPaused())
            self._failed.clear()
            self._paused_seconds = now_seconds
        self._journal.append(self._identity.subject, events, self._clock.moment())

    def _take_up(self) -> None:
        """Goes on from what the journal says: the failures of its last hour since a pause, or the pause itself."""
        own = [
            one
            for one in self._journal.read(self._identity.subject)
            if one.place.lane.startswith(f"{self._identity.writer}/")
        ]
        last_ms = own[-1].place.clock[0] if own else 0
        now_seconds = self._clock.monotonic_seconds()
        for one in own:
            is_recent = one.place.clock[0] >= last_ms - HOUR_SECONDS * 1000
            if isinstance(one.event, DoorPaused):
                self._failed.clear()
                self._paused_seconds = now_seconds if is_recent else None
            elif isinstance(one.event, DoorFailed) and is_recent:
                self._failed.append(now_seconds)
                self._paused_seconds = None
