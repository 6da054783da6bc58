"""A program that kills a writer again and again, in the middle of its writes, and reports what was lost.

`python -m tests.fault.killing STORE KILLS SEED`; a program of its own, because it forks.
"""

import json
import random
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from tests.faults import killed_while
from tests.suites.terminals import make_terminal, open_terminal

CHECKPOINT_PAGES = 20
MOST_SECONDS = 0.03


@dataclass
class Report:
    """What came of all kills."""

    kills: int = 0
    told_safe: int = 0
    lost: int = 0
    wrong: list[str] = field(default_factory=list)


def main() -> None:
    """Kills, opens, counts, and prints the report."""
    path, kills, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(sys.argv[3])
    make_terminal(path).vault.close()
    report, there = Report(), 0
    for _ in range(kills):
        told = killed_while(partial(_write, path, there), chance.random() * MOST_SECONDS)
        terminal = open_terminal(path)
        found = len(terminal.events())
        report.kills += 1
        report.told_safe += told
        report.lost += max(0, there + told - found)
        report.wrong += [*terminal.journal.verify(), *terminal.vault.check()]
        there = found
        terminal.vault.close()
    print(json.dumps(asdict(report)))


def _write(path: Path, first: int, tell: Callable[[], object]) -> None:
    terminal = open_terminal(path)
    terminal.vault.rows(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    number = first
    while True:
        terminal.answer(1, first=number)
        tell()
        number += 1


if __name__ == "__main__":
    main()
