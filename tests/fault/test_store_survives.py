"""No answer that was told to be safe is ever lost: not when the program is killed, the power cut, or the disk full.

- At length (`make fault`): 1,000 power cuts, 200 kills by the clock, and 50 at every write of an append.
- An append makes four writes where it also empties the log into the file: which of them a program was killed at is
  counted, and each has to be hit as often. Kills by the clock strike opening and longer checkpoints too.
- A quarter as many cuts are made of a program that does not flush its commits: those have to lose answers.
"""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from modules.errors import StoreFullError
from tests.faults import Operation, Told, after_power_cut, can_record, killed_at_writes, recorded, small_disk
from tests.suites.terminals import TerminalStore, make_terminal, open_terminal

WRITES = int(os.environ.get("KVV_KIOSK_WRITES", "4"))
KILLS = int(os.environ.get("KVV_KIOSK_KILLS", "50"))
CUTS = int(os.environ.get("KVV_KIOSK_CUTS", "100"))
SEED = os.environ.get("KVV_KIOSK_SEED", "1")
ANSWERS = 40

needs_strace = pytest.mark.skipif(not can_record(), reason="strace is missing, or tracing is not allowed")


def test_no_answer_is_lost_when_the_program_is_killed_in_the_middle_of_writing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fault.killing", str(tmp_path / "store.db"), str(KILLS), SEED]
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert report["kills"] == KILLS
    assert report["told_safe"] > KILLS
    assert (report["lost"], report["wrong"]) == (0, [])


@needs_strace
def test_no_answer_is_lost_whichever_write_of_an_append_the_program_is_killed_at(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fault.killing_writes", str(tmp_path / "store.db"), str(WRITES)]
    report = json.loads(killed_at_writes(command))
    assert report["writes"] > 1
    assert report["at"] == {str(write): WRITES for write in range(1, report["writes"] + 1)}
    assert report["told_safe"] >= report["kills"] == WRITES * report["writes"]
    assert (report["lost"], report["wrong"]) == (0, [])


def _traced(folder: Path, synchronous: str) -> tuple[dict[str, bytes], tuple[Operation, ...]]:
    folder.mkdir()
    store = folder / "store.db"
    make_terminal(store).vault.close()
    before = {str(store): store.read_bytes()}
    command = [sys.executable, "-m", "tests.fault.writing", str(store), str(ANSWERS), synchronous]
    return before, recorded(command, folder)


def _lost_after(files: dict[str, bytes], told: int) -> int:
    """Gives how many answers told to be safe are not there; everything else must be whole."""
    for name, raw in files.items():
        if not name.endswith("-shm"):
            Path(name).write_bytes(raw)
    (store,) = (Path(name) for name in files if name.endswith(".db"))
    terminal = open_terminal(store)
    found = terminal.events()
    assert terminal.journal.verify() == ()
    assert terminal.vault.check() == ()
    terminal.vault.close()
    return max(0, told - len(found))


def _cuts(folder: Path, synchronous: str, cuts: int) -> list[int]:
    before, operations = _traced(folder, synchronous)
    assert sum(isinstance(one, Told) for one in operations) == ANSWERS
    chance = random.Random(SEED)
    lost = []
    for _ in range(cuts):
        for left in folder.iterdir():
            left.unlink()
        cut = chance.randint(0, len(operations))
        told = sum(isinstance(one, Told) for one in operations[:cut])
        lost.append(_lost_after(after_power_cut(before, operations, cut, chance), told))
    return lost


@needs_strace
def test_no_answer_is_lost_when_the_power_is_cut(tmp_path: Path) -> None:
    assert sum(_cuts(tmp_path / "full", "FULL", CUTS)) == 0


@needs_strace
def test_the_same_cuts_do_lose_answers_where_commits_are_not_flushed(tmp_path: Path) -> None:
    assert sum(_cuts(tmp_path / "normal", "NORMAL", CUTS // 4)) > 0


def _filled(terminal: TerminalStore) -> int:
    """Answers until there is no more room, and gives how many answers were told to be safe."""
    kept = 0
    try:
        while True:
            terminal.answer(1, first=kept)
            kept += 1
    except StoreFullError:
        return kept


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 1 << 20) as made:
        yield made


def test_a_full_disk_refuses_the_next_answer_and_keeps_every_one_before(disk: Path) -> None:
    terminal = make_terminal(disk / "store.db")
    kept = _filled(terminal)
    assert kept > 50
    assert len(terminal.events()) == kept
    assert len(open_terminal(disk / "store.db").events()) == kept
    assert terminal.journal.verify() == ()


def test_writing_goes_on_once_there_is_room_again(disk: Path) -> None:
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(1 << 19))
    terminal = make_terminal(disk / "store.db")
    kept = _filled(terminal)
    ballast.unlink()
    terminal.answer(1, first=kept)
    assert len(terminal.events()) == kept + 1
    assert terminal.journal.verify() == ()
