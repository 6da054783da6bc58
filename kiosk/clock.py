"""Time and chance, read here and nowhere else in this room.

- The anchor (SETTLED 4) is the newest signed gateway time, carried forward by the machine's uptime since it was
  learned. It never goes back and no setting of the machine's clock moves it. It is learned from a receipt or feed;
  at start it is the later of the one the store kept and the time of the last entry written in certainty.
- The machine's own clock counts only near the anchor; `Moment` says so itself (modules/journal.py).
- Waits are counted on uptime, which runs while the machine sleeps and knows no dates.
- The sources are arguments with the machine's own as default, so that a test can hold them.
- Not here: what is done with a moment.
"""

import os
import time
from collections.abc import Callable

from modules.ids import RANDOM_BYTES, uuid7
from modules.journal import Moment

_NS_IN_MS = 1_000_000
_NS_IN_SECOND = 1_000_000_000
_LAST_MS = (1 << 48) - 1


def _uptime_ns() -> int:
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


class Clock:
    """A terminal's clock; one a process."""

    def __init__(
        self,
        anchor_ms: int = 0,
        *,
        wall_ns: Callable[[], int] = time.time_ns,
        uptime_ns: Callable[[], int] = _uptime_ns,
        sleep: Callable[[float], None] = time.sleep,
        draw: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._wall_ns = wall_ns
        self._uptime_ns = uptime_ns
        self._sleep = sleep
        self._draw = draw
        self._anchor_ms = anchor_ms
        self._learned_ns = uptime_ns()

    def moment(self) -> Moment:
        """Gives now: the machine's own clock, and the anchor carried forward."""
        return Moment(wall_ms=self._wall_ms(), anchor_ms=self._carried_ms())

    def learn(self, signed_ms: int) -> None:
        """Takes a signed time as the anchor, if it is later than the one carried forward."""
        if signed_ms > self._carried_ms():
            self._anchor_ms = signed_ms
            self._learned_ns = self._uptime_ns()

    def monotonic_seconds(self) -> float:
        """Gives the machine's uptime; only differences mean something, and setting the clock changes none."""
        return self._uptime_ns() / _NS_IN_SECOND

    def sleep_until(self, monotonic_seconds: float) -> None:
        """Returns when the uptime has come to this; at once when it is past."""
        self._sleep(max(0.0, monotonic_seconds - self.monotonic_seconds()))

    def random(self, count: int) -> bytes:
        """Draws this many random bytes, fit for keys."""
        return self._draw(count)

    def new_id(self, prefix: str) -> str:
        """Draws a new identifier: the prefix and a UUIDv7."""
        return prefix + uuid7(self._wall_ms(), self._draw(RANDOM_BYTES))

    def _wall_ms(self) -> int:
        return min(max(self._wall_ns() // _NS_IN_MS, 0), _LAST_MS)

    def _carried_ms(self) -> int:
        return self._anchor_ms + (self._uptime_ns() - self._learned_ns) // _NS_IN_MS
