"""Processor time while a question stands on the screen and nobody touches it.

- Counted by the kernel for every thread of the window's process, in nanoseconds (schedstat), over a while in which
  the screen neither dims nor locks.
"""

import time
from pathlib import Path

from kiosk.development import Desk
from tests.bench.figures import Figure, Reference
from tests.bench.visit import Visit
from tests.e2e.display import Display

SETTLES_SECONDS, STILL_SECONDS = 6.0, 25.0
REFERENCES = (Reference("still screen, Chromium kiosk with a web questionnaire", "0.45 % of one core"),)


def measure(desk: Desk) -> tuple[Figure, ...]:
    """Gives the part of one core, in percent."""
    with Display() as display:
        visit = Visit(desk, display)
        visit.log_in()
        visit.turn("stone.reflector")
        visit.turn("foot.next")
        visit.turn("foot.next")
        time.sleep(SETTLES_SECONDS)
        before, since = _processor_seconds(visit.process_id), time.monotonic()
        time.sleep(STILL_SECONDS)
        part = (_processor_seconds(visit.process_id) - before) / (time.monotonic() - since)
        visit.end()
    return (Figure("processor time on a still screen", 100 * part, "% of a core", aim="<= 0.4"),)


def _processor_seconds(process_id: int) -> float:
    threads = Path(f"/proc/{process_id}/task").glob("*/schedstat")
    return sum(int(thread.read_text(encoding="ascii").split()[0]) for thread in threads) / 1e9
