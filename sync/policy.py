"""What a terminal's courier does next: at once, later, or call a person; pure.

- A closed road is met by waiting twice as long each time, with chance so that terminals don't all come back together.
- A refused lane is parked and the others go on; a refused terminal waits long. Nothing is ever thrown away.
- Not here: a round itself (courier.py), reading a clock or waiting (the process that runs the rounds).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sync.wire import Problem, ProblemCode

IDLE_SECONDS = 15.0
FIRST_WAIT_SECONDS = 5.0
LONGEST_WAIT_SECONDS = 900.0
REFUSED_WAIT_SECONDS = 3_600.0
SILENT_ROUNDS = 100
EVERYTHING = (1 << 53) - 1

_OF_ONE_LANE = {
    ProblemCode.FOREIGN_LANE,
    ProblemCode.LANE_GAP,
    ProblemCode.LANE_FORK,
    ProblemCode.CHAIN_BROKEN,
}


class Call(StrEnum):
    """Why a person is called; the code of a refusal stands beside it in the log."""

    LANE_PARKED = "lane_parked"
    TERMINAL_REFUSED = "terminal_refused"
    GATEWAY_SILENT = "gateway_silent"
    GATEWAY_DOUBTED = "gateway_doubted"
    STORE_OLDER = "store_older"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one round came to; counts are entries, but `distrusted` counts parcels that were not believed."""

    delivered: int = 0
    carried: int = 0
    taken: int = 0
    distrusted: int = 0
    is_more: bool = False
    is_closed: bool = False
    after_seconds: int | None = None
    is_rolled_back: bool = False
    refused: Problem | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """Where the courier stands: rounds in a row that failed, lanes parked (by `Lane.key`), and a refusal of it all."""

    failures: int = 0
    after_seconds: int | None = None
    is_more: bool = False
    doubt: Call | None = None
    parked: Mapping[str, ProblemCode] = field(default_factory=dict)
    refused: ProblemCode | None = None

    @property
    def beyond(self) -> Mapping[str, int]:
        """The parked lanes, as `Outbox.due` wants them."""
        return dict.fromkeys(self.parked, EVERYTHING)


def after(pace: Pace, outcome: Outcome) -> Pace:
    """Gives the pace after a round."""
    met = replace(pace, is_more=outcome.is_more, after_seconds=outcome.after_seconds, refused=None)
    doubted = Call.GATEWAY_DOUBTED if outcome.distrusted else None
    met = replace(met, doubt=Call.STORE_OLDER if outcome.is_rolled_back else doubted)
    if outcome.refused is not None:
        return _refused(met, outcome.refused)
    if outcome.is_closed:
        return replace(met, failures=pace.failures + 1, is_more=False)
    return replace(met, failures=0)


def wait_seconds(pace: Pace, chance: float) -> float:
    """Gives how long to wait before the next round.

    Args:
        pace: Where the courier stands.
        chance: A number from 0 up to 1, drawn anew each time.
    """
    if pace.refused is not None:
        return REFUSED_WAIT_SECONDS * (0.5 + chance / 2)
    if pace.failures:
        longest = min(FIRST_WAIT_SECONDS * (1 << min(pace.failures - 1, 16)), LONGEST_WAIT_SECONDS)
        return max(longest * (0.5 + chance / 2), float(pace.after_seconds or 0))
    return 0.0 if pace.is_more else IDLE_SECONDS


def call(pace: Pace) -> Call | None:
    """Gives why a person must be called now, or none."""
    if pace.refused is not None:
        return Call.TERMINAL_REFUSED
    if pace.parked:
        return Call.LANE_PARKED
    if pace.doubt is not None:
        return pace.doubt
    return Call.GATEWAY_SILENT if pace.failures >= SILENT_ROUNDS else None


def _refused(pace: Pace, refused: Problem) -> Pace:
    if refused.lane is not None and refused.code in _OF_ONE_LANE:
        return replace(pace, failures=0, parked={**pace.parked, refused.lane.key: refused.code}, is_more=True)
    return replace(pace, failures=pace.failures + 1, refused=refused.code, is_more=False)
