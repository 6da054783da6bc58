"""`python -m tests.bench [measurement …]`: measures all or some, prints the table, writes build/bench.json.

- Everything is made anew in build/bench and nothing of it is kept.
- Not here: what is measured (a file each).
"""

import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kiosk.development import Desk, make_desk
from tests.bench import (
    durable_append,
    every_kind,
    first_sound,
    growing,
    ingest,
    large_form,
    person_folded,
    pin_unlock,
    start,
    still_screen,
    tap_to_paint,
    transitions,
    unlock,
)
from tests.bench.figures import Figure, Reference, table, write
from tests.bench.made import PACKS, copied

FOLDER = PACKS.parent / "bench"
WRITTEN = PACKS.parent / "bench.json"
MEASUREMENTS: Mapping[str, Callable[[Desk], tuple[Figure, ...]]] = {
    "durable_append": durable_append.measure,
    "tap_to_paint": tap_to_paint.measure,
    "every_kind": every_kind.measure,
    "transitions": transitions.measure,
    "first_sound": first_sound.measure,
    "growing": growing.measure,
    "pin_unlock": pin_unlock.measure,
    "person_folded": person_folded.measure,
    "unlock": unlock.measure,
    "start": start.measure,
    "still_screen": still_screen.measure,
    "ingest": ingest.measure,
    "large_form": large_form.measure,
}
REFERENCES: tuple[Reference, ...] = (*tap_to_paint.REFERENCES, *start.REFERENCES, *still_screen.REFERENCES)


def main(wanted: Sequence[str]) -> int:
    """Measures what is wanted, all where nothing is named, and gives the exit code."""
    unknown = sorted(set(wanted) - MEASUREMENTS.keys())
    if unknown:
        print(f"no such measurement: {', '.join(unknown)}; there are {', '.join(MEASUREMENTS)}", file=sys.stderr)
        return 2
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    desk, began = make_desk(FOLDER / "desk", PACKS), time.monotonic()
    load = os.getloadavg()[0]
    figures: list[Figure] = []
    for name in wanted or MEASUREMENTS:
        print(f"measuring {name}", file=sys.stderr, flush=True)
        figures += MEASUREMENTS[name](copied(desk, FOLDER / name))
    print(table(figures, REFERENCES))
    print(f"\n{os.cpu_count()} processors, load {load:.1f} before and {os.getloadavg()[0]:.1f} after", end=", ")
    print(f"{time.monotonic() - began:.0f} s; written to {_from_here(WRITTEN)}")
    write(figures, WRITTEN)
    shutil.rmtree(FOLDER, ignore_errors=True)
    return 0


def _from_here(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
