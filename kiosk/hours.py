"""When the terminal can be used: lock-up hours in which it rests, and how often in a day a person has his turn.

- Both are the institution's choice (`[use]` in the settings); without one the terminal is always there for everybody.
- A turn is as long as the longest visit and begins at his first login; who comes back within it, at any terminal,
  begins no other. What another terminal has not told yet does not count.
- Hours are those of the Netherlands. While the clock is not sure of the time nobody is kept out by it.
- Not here: the screens that say so (views/entrance.py), and the waiting for the hour (widgets/rest_watch.py).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from math import inf

from kiosk.settings import UseSettings
from kiosk.views.days import netherlands
from modules.journal import Moment

DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of one terminal; `moment` gives now, `turn_minutes` is how long a turn is."""

    use: UseSettings
    turn_minutes: int
    moment: Callable[[], Moment]

    def opens_at(self) -> str:
        """Gives when the terminal can be used again, such as `07:30`; empty where it can be used now."""
        now = self._minute()
        at = None if now is None else self._end_of_rest(now)
        return "" if at is None else f"{at // 60:02}:{at % 60:02}"

    def closes_in(self) -> float:
        """Gives in how many seconds the next lock-up begins: none left within one, endless where there is none."""
        now = self._minute()
        if now is None:
            return inf
        if self._end_of_rest(now) is not None:
            return 0.0
        return min((((begin - now) % DAY_MINUTES) * 60.0 for begin, _ in self._spans()), default=inf)

    def had_his_turn(self, starts: Iterable[int]) -> bool:
        """Tells whether somebody who came in at these times, in milliseconds, had all his turns of today."""
        now = self.moment()
        if not self.use.turns_a_day or not now.is_certain:
            return False
        turns: list[int] = []
        for at in sorted(starts):
            if not turns or not self._is_within(turns[-1], at):
                turns.append(at)
        today = _local(now.wall_ms).date()
        had = sum(_local(at).date() == today for at in turns)
        goes_on = bool(turns) and self._is_within(turns[-1], now.wall_ms)
        return had > self.use.turns_a_day or (had == self.use.turns_a_day and not goes_on)

    def _is_within(self, turn: int, at: int) -> bool:
        return at < turn + self.turn_minutes * 60_000

    def _spans(self) -> list[tuple[int, int]]:
        return [(_minutes(begin), _minutes(end)) for begin, _, end in (one.partition("-") for one in self.use.lock_up)]

    def _end_of_rest(self, minute: float) -> int | None:
        """Gives the minute at which the rest ends that this minute lies in; one that follows at once goes with it."""
        ends: int | None = None
        for _ in self.use.lock_up:
            at = minute if ends is None else ends
            ends = next((end for begin, end in self._spans() if _holds(begin, end, at)), ends)
        return ends

    def _minute(self) -> float | None:
        """Gives the minute of the day; none where the clock is not sure, or no hour matters."""
        now = self.moment() if self.use.lock_up else None
        if now is None or not now.is_certain:
            return None
        at = _local(now.wall_ms)
        return at.hour * 60 + at.minute + at.second / 60


def _local(wall_ms: int) -> datetime:
    return datetime.fromtimestamp(wall_ms / 1000, netherlands())


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)


def _holds(begin: int, end: int, minute: float) -> bool:
    return begin <= minute < end if begin < end else minute >= begin or minute < end
