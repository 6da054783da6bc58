"""A program that cuts a change of the store's key off before each of its file operations, and reports what was lost.

`python -m tests.fault.rekeying FOLDER`; a program of its own, because it forks.
- A cut is `os._exit` from an audit hook, before the n-th opening, renaming or removing of a file beside the store.
- After each cut the store must open by its slots as they are, hold every answer, and take a whole rekey afterwards.
"""

import json
import os
import shutil
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kiosk.clock import Clock
from kiosk.settings import StoreSettings
from kiosk.store import slots
from kiosk.store.keys import Keyring
from kiosk.store.tombstones import Tombstones
from kiosk.store.unlock import Held, envelope_file, open_vault
from sync.envelope import SlotKind, enveloped
from tests.suites.terminals import a_person, make_terminal, open_terminal

SECRET = b"\x06" * 32
RAW = b"\x05" * 32  # what make_terminal opens with
ANSWERS = 12
CUT = 9
MOST_CUTS = 400
WATCHED = frozenset({"open", "os.rename", "os.remove", "sqlite3.connect"})


@dataclass
class Report:
    """What came of all cuts."""

    cuts: int = 0
    generations: list[int] = field(default_factory=list)
    lost: int = 0
    wrong: list[str] = field(default_factory=list)


def main() -> None:
    """Cuts, opens, counts, and prints the report."""
    folder = Path(sys.argv[1])
    whole = folder / "whole"
    _make(whole)
    report = Report()
    while report.cuts < MOST_CUTS:
        place = folder / "cut"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(whole, place)
        was_cut = _cut(place / "store.db", report.cuts)
        _look(place / "store.db", report)
        if not was_cut:
            break
        report.cuts += 1
    print(json.dumps(asdict(report)))


def _make(folder: Path) -> None:
    folder.mkdir()
    terminal = make_terminal(folder / "store.db")
    terminal.answer(ANSWERS)
    terminal.keyring.person(a_person())
    Tombstones(terminal.path, terminal.keyring.seal, terminal.keyring.unseal).erase(a_person(2))
    terminal.vault.close()
    lock = slots.new_lock(SlotKind.CREDENTIAL, SECRET, Clock())
    slots.write_envelope(envelope_file(terminal.path), enveloped(RAW, 1, (lock,)))


def _cut(store: Path, before: int) -> bool:
    child = os.fork()
    if child == 0:
        left = [before]

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            if event in WATCHED and str(store.parent) in str(arguments[0]):
                if left[0] == 0:
                    os._exit(CUT)
                left[0] -= 1

        sys.addaudithook(hook)
        _rekey(store)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == CUT


def _rekey(store: Path) -> None:
    vault, way = open_vault(StoreSettings().beside(store.parent), Held(credential=SECRET))
    vault.close()
    locks = way.envelope.locks if way.envelope else ()
    slots.rekey(store, way, locks, Clock(), lambda _: None)


def _look(store: Path, report: Report) -> None:
    for _ in range(2):  # as the cut left it, and after a whole rekey
        vault, way = open_vault(StoreSettings().beside(store.parent), Held(credential=SECRET))
        report.generations.append(way.envelope.generation if way.envelope else 0)
        vault.close()
        terminal = open_terminal(store, store_key=way.key)
        report.lost += ANSWERS - len(terminal.events())
        report.wrong += [*terminal.journal.verify(), *terminal.vault.check()]
        keyring = Keyring(terminal.vault, way.key, terminal.clock)
        gone = Tombstones(store, keyring.seal, keyring.unseal).erased()
        report.wrong += [] if gone == (a_person(2),) else ["an erased person is forgotten"]
        keyring.person(a_person())
        terminal.vault.close()
        _rekey(store)


if __name__ == "__main__":
    main()
