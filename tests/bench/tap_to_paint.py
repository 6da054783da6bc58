"""From a finger's release to the first presented frame that shows what follows, the answer on disk (SETTLED 31).

- At 1920 × 1080 on software rendering, from outside the process: the time runs from before the X server is told.
- In use: the questions of the first theme are answered, forth and back again, as fast as a quick person reads.
- Apart from that: the same touch after the screen was still for a while.
- A tap counts only if its entry was on disk before its page was painted; one that did not is an error of the product.
- Not here: what is seen in that frame (tests/e2e).
"""

import itertools
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.development import Desk
from tests.bench.figures import Figure, Reference, percentile
from tests.bench.visit import Moment, Visit
from tests.bench.window import KEPT, PAINTED, PRESENTED
from tests.e2e.display import Display

NEXT_TAPS, STILL_TAPS = 100, 10
STILL_SECONDS = 2.5
READS_SECONDS = (0.1, 0.35)
_FIRST, _LAST = "reflector/basics", "reflector/basics/overview"
REFERENCES = (Reference("tap to next question, Chromium kiosk with a web questionnaire", "45 ms p50, 88 ms p99"),)


@dataclass(frozen=True, slots=True)
class Tap:
    """One touch: what it meant, and when the finger let go."""

    meant: str
    at_ns: int


def measure(desk: Desk) -> tuple[Figure, ...]:
    """Gives the milliseconds of taps in use and after a still screen."""
    with Display() as display:
        visit = Visit(desk, display)
        visit.log_in()
        visit.turn("stone.reflector")
        visit.turn("foot.next")
        visit.turn("foot.next")
        taps = list(_answered(visit))
        moments = visit.end()
    took = {meant: [_milliseconds(tap, moments) for tap in taps if tap.meant == meant] for meant in ("answer", "next")}
    still = [_milliseconds(tap, moments) for tap in taps if tap.meant == "still"]
    return (
        Figure("tap to next question, p50", percentile(took["next"], 0.5), "ms", aim="<= 30"),
        Figure("tap to next question, p99", percentile(took["next"], 0.99), "ms", aim="<= 50"),
        Figure("tap to chosen answer, p50", percentile(took["answer"], 0.5), "ms", aim="<= 30"),
        Figure("tap to chosen answer, p99", percentile(took["answer"], 0.99), "ms", aim="<= 50"),
        Figure("first tap after a still screen, p50", percentile(still, 0.5), "ms"),
        Figure(f"first tap after a still screen, slowest of {len(still)}", max(still), "ms", aim="<= 80"),
    )


def _answered(visit: Visit) -> Iterator[Tap]:
    chance = random.Random(1)
    done = 0
    for turn in itertools.count():
        while (seen := visit.seen()).page != _LAST:
            answers = _answers(list(seen.places))
            if answers:
                _read(chance)
                yield Tap("answer", visit.touch(answers[turn % len(answers)]))
            is_still = STILL_TAPS > 0 and done % (NEXT_TAPS // STILL_TAPS) == 1
            time.sleep(STILL_SECONDS if is_still else chance.uniform(*READS_SECONDS))
            let_go_ns = visit.turn("foot.next")
            if visit.seen().page != _LAST:
                yield Tap("still" if is_still else "next", let_go_ns)
            done += 1
            if done >= NEXT_TAPS + STILL_TAPS:
                return
        while visit.seen().page != _FIRST:
            visit.turn("foot.back")
        visit.turn("foot.next")


def _read(chance: random.Random) -> None:
    time.sleep(chance.uniform(*READS_SECONDS))


def _answers(names: Sequence[str]) -> list[str]:
    found = [name for name in names if name.startswith("answer.") and not name.endswith((".own", ".more"))]
    return found or [name for name in names if name.startswith("ruler.")]


def _milliseconds(tap: Tap, moments: Sequence[Moment]) -> float:
    after = [moment for moment in moments if moment.at_ns > tap.at_ns][:20]
    painted = next(number for number, moment in enumerate(after) if moment.kind == PAINTED)
    assert any(moment.kind == KEPT for moment in after[:painted]), "a page was painted before its entry was on disk"
    presented = next(moment for moment in after[painted:] if moment.kind == PRESENTED)
    return (presented.at_ns - tap.at_ns) / 1e6
