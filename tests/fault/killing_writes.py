"""A program whose children are each killed at one write further than the last, and a report of what was lost.

`strace … -e inject=pwrite64:signal=KILL:when=AT python -m tests.fault.killing_writes STORE KILLS`; strace counts the
writes of each process apart, so a child that makes so many empty ones first is killed at the write that is wanted.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path

from tests.fault.killing import CHECKPOINT_PAGES, Report
from tests.faults import KILLED_AT, told_by_child
from tests.suites.terminals import make_terminal, open_terminal


def main() -> None:
    """Kills, looks, counts, and prints the report."""
    path, kills = Path(sys.argv[1]), int(sys.argv[2])
    told_by_child(lambda _: make_terminal(path).vault.close())
    report, there = Report(), 0
    for kill in range(1, kills + 1):
        told = told_by_child(partial(_write, path, there, kill)).count(b".")
        looked = told_by_child(partial(_look, path)).decode("ascii").split("|")
        found, wrong = int(looked[0]), looked[1:]
        report.kills += 1
        report.told_safe += told
        report.lost += max(0, there + told - found)
        report.wrong += wrong
        there = found
    print(json.dumps(asdict(report)))


def _write(path: Path, first: int, kill: int, tell: Callable[[bytes], object]) -> None:
    with Path(os.devnull).open("wb", buffering=0) as nowhere:
        for _ in range(KILLED_AT - kill):
            os.pwrite(nowhere.fileno(), b"", 0)
    terminal = open_terminal(path)
    terminal.vault.rows(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    number = first
    while True:
        terminal.answer(1, first=number)
        tell(b".")
        number += 1


def _look(path: Path, tell: Callable[[bytes], object]) -> None:
    terminal = open_terminal(path)
    wrong = (*terminal.journal.verify(), *terminal.vault.check())
    tell("|".join((str(len(terminal.events())), *wrong)).encode("ascii"))
    terminal.vault.close()


if __name__ == "__main__":
    main()
