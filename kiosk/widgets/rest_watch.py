"""Watches how long nobody touched the terminal, and how long a visit lasts: warn, lock, let go, stop.

- A touch begins the waiting anew; what is being read aloud holds it, so nobody is locked out while he listens.
- Lock-up hours are announced as the end of the longest visit is, and end a visit as that does.
- A locked terminal waits longer before it is free for anybody; the longest visit goes on counting through a lock.
- Not here: what is warned of and how it looks (veil.py), and what a rest does (kiosk/visit.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import inf
from typing import Any

from kiosk.intents import Rest

HOUR_SECONDS = 15.0
"""How often the hour is looked at, where there are lock-up hours."""


class Reminder(StrEnum):
    """What a person is told before the terminal does something by itself."""

    IDLE = "rest.idle"
    FIVE_MINUTES = "rest.five_minutes"
    ONE_MINUTE = "rest.one_minute"


@dataclass(frozen=True, slots=True)
class Rests:
    """After how many seconds the screen dims and locks, a lock lets go, and a visit ends."""

    dim_seconds: float = 60.0
    lock_seconds: float = 120.0
    lets_go_seconds: float = 600.0
    hard_stop_seconds: float = 45 * 60.0
    closes_in: Callable[[], float] | None = None
    """Gives in how many seconds lock-up hours begin; none where there are none."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What the watch asks and tells: is somebody in, is the terminal locked, is it reading; rest; warn."""

    has_session: Callable[[], bool]
    is_locked: Callable[[], bool]
    is_reading: Callable[[], bool]
    rest: Callable[[Rest], None]
    warn: Callable[[Reminder], None]


class RestWatch:
    """The waiting of one window; `clock` is Kivy's, or one that a test moves by hand."""

    def __init__(self, clock: Any, rests: Rests, watched: Watched) -> None:
        self._watched = watched
        self._in_visit = False
        self._dim = clock.create_trigger(self._do_dim, rests.dim_seconds)
        self._lock = clock.create_trigger(self._do_lock, rests.lock_seconds)
        self._let_go = clock.create_trigger(self._do_let_go, rests.lets_go_seconds)
        stop = rests.hard_stop_seconds
        self._visit = [
            clock.create_trigger(lambda _: watched.warn(Reminder.FIVE_MINUTES), max(0.0, stop - 300)),
            clock.create_trigger(lambda _: watched.warn(Reminder.ONE_MINUTE), max(0.0, stop - 60)),
            clock.create_trigger(lambda _: watched.rest(Rest(hard_stop=True)), stop),
        ]
        self._closes_in = rests.closes_in or (lambda: inf)
        self._left = inf
        self._look_at_hour = clock.create_trigger(self._mind_hour, HOUR_SECONDS)
        if rests.closes_in is not None:
            self._look_at_hour()

    def touched(self) -> None:
        """Begins the waiting anew."""
        for waiting in (self._dim, self._lock, self._let_go):
            waiting.cancel()
            waiting()

    def mind_visit(self) -> None:
        """Begins to count a visit's length when somebody comes in, and stops when he is gone for good."""
        in_visit = self._watched.has_session() or self._watched.is_locked()
        if in_visit != self._in_visit:
            for counting in self._visit:
                counting.cancel()
                if in_visit:
                    counting()
        self._in_visit = in_visit

    def _mind_hour(self, _: float) -> None:
        """Warns before lock-up hours, ends the visit when they begin, and wakes the terminal when they are over."""
        self._look_at_hour()
        before, self._left = self._left, self._closes_in()
        if (before > 0) != (self._left > 0):
            self._watched.rest(Rest(hard_stop=True))
            return
        for seconds, reminder in ((60, Reminder.ONE_MINUTE), (300, Reminder.FIVE_MINUTES)):
            if 0 < self._left <= seconds:
                if before > seconds and self._watched.has_session():
                    self._watched.warn(reminder)
                return

    def _do_dim(self, _: float) -> None:
        if self._watched.is_reading():
            self.touched()
        elif self._watched.has_session():
            self._watched.warn(Reminder.IDLE)

    def _do_lock(self, _: float) -> None:
        if self._watched.is_reading():
            self.touched()
        elif not self._watched.is_locked():
            self._watched.rest(Rest())

    def _do_let_go(self, _: float) -> None:
        if self._watched.is_locked():
            self._watched.rest(Rest(lets_go=True))
