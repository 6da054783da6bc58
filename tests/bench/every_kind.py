"""From a finger's release to the frame that shows what follows, on every page of every module: each kind of exercise.

- A person goes through the modules in their order, quickly, and touches what a page offers; nothing is chosen by kind,
  so a kind that is added is measured with the others.
- A tap within a page (a card laid, a digit, a step) counts as one that leads to another page does; what waits for a
  choice is not touched.
- Beside the time on the clock stands the processor time of the window between its last frame before the tap and the
  frame that answers it, all threads together: it says what a tap costs where other programs share the machine.
- Of each kind the slowest is told as well; a kind that was never met is an error of the measurement.
- Not here: the same in one theme of the Reflector, and after a still screen (tap_to_paint.py).
"""

import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.development import Desk
from modules.exercises import KINDS
from tests.bench.figures import Figure, percentile
from tests.bench.visit import Moment, Visit
from tests.bench.window import PAINTED, PRESENTED
from tests.e2e.display import Display

READS_SECONDS = (0.1, 0.35)
OFFERED = ("answer.", "pile.", "state.", "ruler.", "ring.", "pad.", "year.", "month.", "place.", "half.")
LEFT_OUT = (".own", ".more", ".clear", ".erase")
MOST_TAPS_A_PAGE, MOST_PAGES = 6, 40


@dataclass(frozen=True, slots=True)
class Took:
    """How long a tap took, what it used of the processor, and which kind stood there then."""

    kind: str
    milliseconds: float
    used_milliseconds: float


def measure(desk: Desk) -> tuple[Figure, ...]:
    """Gives the milliseconds of all taps, and the slowest of each kind."""
    with Display() as display:
        visit = Visit(desk, display)
        visit.log_in()
        released = list(_through_the_modules(visit))
        moments = visit.end()
    took = list(_took(released, moments))
    of_kind: dict[str, list[float]] = defaultdict(list)
    for each in took:
        of_kind[each.kind].append(each.used_milliseconds)
    missing = KINDS.keys() - of_kind.keys()
    assert not missing, f"never met: {sorted(missing)}"
    every, used = [each.milliseconds for each in took], [each.used_milliseconds for each in took]
    slowest = [
        Figure(f"  the most of {len(of_kind[kind])} taps on {kind}", max(of_kind[kind]), "ms of processor")
        for kind in sorted(of_kind.keys() & KINDS.keys())
    ]
    return (
        Figure(f"tap to paint, every kind ({len(every)} taps), p50", percentile(every, 0.5), "ms", aim="<= 30"),
        Figure("tap to paint, every kind, p99", percentile(every, 0.99), "ms", aim="<= 50"),
        Figure("processor time from tap to paint, every kind, p50", percentile(used, 0.5), "ms of processor"),
        Figure("processor time from tap to paint, every kind, p99", percentile(used, 0.99), "ms of processor"),
        *slowest,
    )


def _through_the_modules(visit: Visit) -> Iterator[int]:
    chance = random.Random(1)
    for number in range(1, 9):
        if f"stone.m{number}" not in visit.seen().places:
            continue
        visit.turn(f"stone.m{number}")
        for _ in range(MOST_PAGES):
            if visit.seen().page == "home" or "sign_step.go" in visit.seen().places:
                break
            yield from _a_page(visit, chance)


def _a_page(visit: Visit, chance: random.Random) -> Iterator[int]:
    """Touches what the page offers, and goes on until another page stands there."""
    page = visit.seen().page
    for _ in range(MOST_TAPS_A_PAGE):
        seen = visit.seen()
        places = seen.places.keys() - seen.waits
        offered = sorted(name for name in places if name.startswith(OFFERED) and not name.endswith(LEFT_OUT))
        for name in chance.sample(offered, min(2, len(offered))):
            time.sleep(chance.uniform(*READS_SECONDS))
            if _can_be_touched(visit, name):
                yield visit.touch(name)
        time.sleep(chance.uniform(*READS_SECONDS))
        if _can_be_touched(visit, "foot.next"):
            yield visit.touch("foot.next")
        if visit.turned(page):
            return
    yield visit.touch("foot.skip")


def _can_be_touched(visit: Visit, name: str) -> bool:
    seen = visit.seen()
    return name in seen.places and name not in seen.waits


def _took(released: Sequence[int], moments: Sequence[Moment]) -> Iterator[Took]:
    ends = [*released[1:], float("inf")]
    for let_go_ns, next_ns in zip(released, ends, strict=True):
        after = [moment for moment in moments if let_go_ns < moment.at_ns < next_ns]
        painted = next((place for place, moment in enumerate(after) if moment.kind == PAINTED), 0)
        shown = next((moment for moment in after[painted:] if moment.kind == PRESENTED), None)
        if shown is not None:
            before = max((each for each in moments if each.at_ns <= let_go_ns), key=lambda each: each.at_ns)
            used = (shown.used_ns - before.used_ns) / 1e6
            yield Took(shown.shown, (shown.at_ns - let_go_ns) / 1e6, used)
