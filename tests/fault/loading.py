"""A program whose children load a release and are each killed at one file operation further than the last.

`strace … -e inject=CALL:signal=KILL:when=AT python -m tests.fault.loading FOLDER CALL`; strace counts the calls of each
process apart, so a child that makes so many empty ones first is killed at the one that is wanted. It ends once a child
came through: then every call of that name was the last one of somebody.
"""

import contextlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from content.pack import load
from content.trust import Verified
from kiosk.store.packs import Packs
from tests.content.made import a_pack, verified
from tests.faults import told_by_child
from tests.suites.terminals import TerminalStore, make_terminal, open_terminal

KILLED_AT, KILLED_AT_OPENING = 320, 2_000
"""More calls of a name than a program makes that looks; files are also opened by the many imports of the first."""
MOST = 200
OLD, NEW = 1, 2
NOWHERE = Path("/nowhere/at/all")
EMPTY: Mapping[str, Callable[[int], object]] = {
    "openat": lambda _: os.close(os.open(os.devnull, os.O_RDONLY)),
    "pwrite64": lambda null: os.pwrite(null, b"", 0),
    "write": lambda null: os.write(null, b""),
    "fsync": os.fsync,
    "fdatasync": os.fdatasync,
    "ftruncate": lambda null: os.ftruncate(null, 0),
    "rename": lambda _: NOWHERE.rename(NOWHERE),
    "unlink": lambda _: NOWHERE.unlink(),
}
"""A call of each name that does nothing."""


@dataclass
class Report:
    """What came of all kills: how many, how often the old and the new packs stood, and what was wrong."""

    kills: int = 0
    old: int = 0
    new: int = 0
    wrong: list[str] = field(default_factory=list)


def killed_at(call: str) -> int:
    """Gives the number of the call of this name at which each process is killed."""
    return KILLED_AT_OPENING if call == "openat" else KILLED_AT


def release(version: int) -> Verified:
    """Gives a release of two packs of a version."""
    return verified(a_pack("reflector", version), a_pack("kvv", version))


def packs_of(terminal: TerminalStore) -> Packs:
    """Gives the packs of a terminal, beside its store."""
    return Packs(terminal.vault, terminal.path.parent / "packs")


def versions(packs: Packs) -> set[int]:
    """Gives the versions in use, each read whole; both packs are there."""
    found = {name: load(packs.raw(digest)).manifest.version for name, digest in packs.current().items()}
    assert set(found) == {"reflector", "kvv"}
    return set(found.values())


def main() -> None:
    """Kills, looks, counts, and prints the report."""
    folder, call = Path(sys.argv[1]), sys.argv[2]
    before, there = folder / "before", folder / "there"
    before.mkdir(parents=True)
    old, new = release(OLD), release(NEW)
    told_by_child(lambda _: packs_of(make_terminal(before / "store.db")).install(old))
    report = Report()
    for kill in range(1, MOST):
        shutil.rmtree(there, ignore_errors=True)
        shutil.copytree(before, there)
        done = told_by_child(partial(_load, there, call, kill, new))
        seen = told_by_child(partial(_look, there)).decode("ascii")
        report.old += seen == str({OLD})
        report.new += seen == str({NEW})
        again = told_by_child(partial(_again, there, new)).decode("ascii")
        if (done and seen != str({NEW})) or seen not in {str({OLD}), str({NEW})} or again != "whole":
            report.wrong.append(f"{call} {kill}: {seen or 'nothing can be used'}, again: {again or 'not to be loaded'}")
        if done:
            break
        report.kills += 1
    print(json.dumps(asdict(report)))


def _load(folder: Path, call: str, kill: int, new: Verified, tell: Callable[[bytes], object]) -> None:
    packs = packs_of(open_terminal(folder / "store.db"))
    null = os.open(os.devnull, os.O_RDWR)
    for _ in range(killed_at(call) - kill):
        with contextlib.suppress(OSError):
            EMPTY[call](null)
    packs.install(new)
    tell(b".")


def _look(folder: Path, tell: Callable[[bytes], object]) -> None:
    tell(str(versions(packs_of(open_terminal(folder / "store.db")))).encode("ascii"))


def _again(folder: Path, new: Verified, tell: Callable[[bytes], object]) -> None:
    packs = packs_of(open_terminal(folder / "store.db"))
    packs.install(new)
    packs.prune(frozenset())
    left = {path.name for path in (folder / "packs").iterdir()} - {"lock"}
    named = {f"{found}.zip" for found in packs.known()}
    tell(b"whole" if versions(packs) == {NEW} and left == named and len(named) == 2 * len({OLD, NEW}) else b"not whole")


if __name__ == "__main__":
    main()
