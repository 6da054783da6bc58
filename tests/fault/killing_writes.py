"""A program whose children are killed at every write of an append, each as often, and a report of what was lost.

`strace … -e inject=pwrite64:signal=KILL:when=AT python -m tests.fault.killing_writes STORE KILLS`: KILLS at each write.

- How many writes an append makes is counted first, by the kernel; each also empties the log into the file, so that
  those writes are among them.
- strace counts the writes of each process apart: a child that fills up with empty ones before an append is killed at
  the write of it that is wanted. It tells what it began with, so that where it was killed is counted, not supposed.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from tests.fault.killing import Report
from tests.faults import KILLED_AT, told_by_child
from tests.suites.terminals import TerminalStore, make_terminal, open_terminal

WARM_UP = 3


@dataclass
class Places(Report):
    """What came of all kills, how many writes an append makes, and how many kills there were at each of them."""

    writes: int = 0
    at: dict[int, int] = field(default_factory=dict)


def main() -> None:
    """Counts, kills, looks, and prints the report."""
    path, each = Path(sys.argv[1]), int(sys.argv[2])
    told_by_child(lambda _: make_terminal(path).vault.close())
    report = Places(writes=int(told_by_child(partial(_count, path))))
    there = WARM_UP
    for kill in range(each * report.writes):
        said = told_by_child(partial(_write, path, there, kill % report.writes + 1))
        told, begun = said.count(b"."), int(said.replace(b".", b"").split(b";")[-2])
        looked = told_by_child(partial(_look, path)).decode("ascii").split("|")
        found, wrong = int(looked[0]), looked[1:]
        report.kills += 1
        report.at[KILLED_AT - begun] = report.at.get(KILLED_AT - begun, 0) + 1
        report.told_safe += told
        report.lost += max(0, there + told - found)
        report.wrong += wrong
        there = found
    print(json.dumps(asdict(report)))


def _opened(path: Path) -> TerminalStore:
    terminal = open_terminal(path)
    terminal.vault.rows("PRAGMA wal_autocheckpoint = 1")
    return terminal


def _count(path: Path, tell: Callable[[bytes], object]) -> None:
    terminal, counts = _opened(path), [_writes()]
    for number in range(WARM_UP):
        terminal.answer(1, first=number)
        counts.append(_writes())
    tell(b"%d" % (counts[-1] - counts[-2]))


def _write(path: Path, first: int, wanted: int, tell: Callable[[bytes], object]) -> None:
    before, tells = _writes(), 0
    terminal = _opened(path)
    terminal.answer(1, first=first)
    tell(b".")
    with Path(os.devnull).open("wb", buffering=0) as nowhere:
        for _ in range(KILLED_AT - wanted - (_writes() - before - 1)):
            os.pwrite(nowhere.fileno(), b"", 0)
    for number in range(first + 1, first + KILLED_AT):
        tells += 1
        tell(b"%d;" % (_writes() - before - tells))
        terminal.answer(1, first=number)
        tells += 1
        tell(b".")


def _writes() -> int:
    """Gives how many writes of this process the kernel has counted, whatever they wrote to."""
    counted = dict(line.split(": ") for line in Path("/proc/self/io").read_text(encoding="ascii").splitlines())
    return int(counted["syscw"])


def _look(path: Path, tell: Callable[[bytes], object]) -> None:
    terminal = open_terminal(path)
    wrong = (*terminal.journal.verify(), *terminal.vault.check())
    tell("|".join((str(len(terminal.events())), *wrong)).encode("ascii"))
    terminal.vault.close()


if __name__ == "__main__":
    main()
