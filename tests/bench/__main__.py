"""`make bench`: measures, prints a table, writes build/bench.json.

- `python -m tests.bench [PART…]` measures only what has one of these parts in its name.
- Not here: the measurements, one file each.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from kiosk.development import make_desk
from kiosk.settings import read_settings
from tests.bench import durable_append, ingest, person_folded, start, still_screen, tap_to_paint
from tests.bench.figures import Figure, table, write
from tests.bench.made import ROOT

JSON = Path("build/bench.json")
REFERENCES = (*tap_to_paint.REFERENCES, *start.REFERENCES, *still_screen.REFERENCES)


def main(wanted: list[str]) -> int:
    """Measures what is wanted, all by default."""
    figures: list[Figure] = []
    for name, measure in PARTS.items():
        if wanted and not any(part in name for part in wanted):
            continue
        print(f"measuring {name} …", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            figures += measure(Path(folder))
    load = os.getloadavg()[0]
    print(f"\n{table(figures, REFERENCES)}\n\nload average at the end: {load:.1f} on {os.cpu_count()} cores")
    write(figures, JSON)
    return 0


def _desk(folder: Path) -> Path:
    return make_desk(folder / "desk", ROOT / "build" / "packs").settings


PARTS: dict[str, Callable[[Path], tuple[Figure, ...]]] = {
    "durable_append": lambda folder: durable_append.measure(folder, read_settings(_desk(folder))),
    "person_folded": lambda folder: person_folded.measure(read_settings(_desk(folder))),
    "ingest": lambda folder: ingest.measure(folder / "gateway"),
    "tap_to_paint": lambda folder: tap_to_paint.measure(_desk(folder), folder),
    "start": lambda folder: start.measure(_desk(folder), folder),
    "still_screen": lambda folder: still_screen.measure(_desk(folder), folder),
}

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
