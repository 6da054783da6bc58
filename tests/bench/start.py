"""From the start of the process to the first whole screen, touchable, with the store open; and the memory it takes.

- The time runs from before the process is made to the first presented frame; a touch then has to lead on.
- Memory is the proportional set size (PSS): at that screen, and once everything later screens need was read ahead.
- The courier, a process of its own, is printed beside it (SETTLED 19).
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from kiosk.development import Desk
from tests.bench.figures import Figure, Reference
from tests.bench.visit import Visit
from tests.bench.window import PRESENTED
from tests.e2e.display import Display

RUNS = 7
READ_AHEAD_SECONDS = 2.5
REFERENCES = (Reference("start and memory, Chromium kiosk with a web questionnaire", "1.34 s, 448 MB PSS"),)


def measure(desk: Desk) -> tuple[Figure, ...]:
    """Gives the seconds of the median start, and megabytes."""
    seconds: list[float] = []
    at_first: list[float] = []
    read_ahead: list[float] = []
    with Display() as display:
        for _ in range(RUNS):
            visit = Visit(desk, display)
            at_first.append(pss_megabytes(visit.process_id))
            visit.touch("attract.begin")
            visit.wait_until(lambda seen: seen.screen == "LanguageScreen")
            time.sleep(READ_AHEAD_SECONDS if len(seconds) < 2 else 0)
            read_ahead.append(pss_megabytes(visit.process_id))
            first = next(moment for moment in visit.end() if moment.kind == PRESENTED)
            seconds.append((first.at_ns - visit.started_ns) / 1e9)
    return (
        Figure("start to first screen, store open", median(seconds), "s", aim="<= 0.9"),
        Figure("memory at the first screen", median(at_first), "MB PSS", aim="<= 150"),
        Figure("memory, all read ahead", median(read_ahead[:2]), "MB PSS", aim="<= 150"),
        Figure("memory of the courier's process", _courier_megabytes(desk.settings), "MB PSS"),
    )


def pss_megabytes(process_id: int) -> float:
    """Gives a process's share of the machine's memory, shared pages divided among those who share them."""
    lines = Path(f"/proc/{process_id}/smaps_rollup").read_text(encoding="ascii").splitlines()
    kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kilobytes * 1024 / 1e6


def _courier_megabytes(settings_file: Path) -> float:
    words = (sys.executable, "-m", "kiosk", "courier", "--settings", str(settings_file))
    courier = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(READ_AHEAD_SECONDS)
        return pss_megabytes(courier.pid)
    finally:
        courier.terminate()
        courier.wait(10)
