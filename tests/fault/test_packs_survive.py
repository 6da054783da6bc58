"""Loading content leaves the old packs or the new ones, whole: killed at any step, or with the disk full.

- A program is killed at its every file operation in turn, by the name of the call; strace delivers the signal.
- Not here: what of a release is believed (tests/unit/content), which pack a person works in (tests/kiosk).
"""

import json
import sys
from pathlib import Path

import pytest

from kiosk.store.packs import Packs
from modules.errors import StoreFullError
from tests.content.made import a_pack, verified
from tests.fault.loading import EMPTY, NEW, OLD, killed_at, release, versions
from tests.faults import can_record, killed_at_writes, small_disk
from tests.suites.terminals import make_terminal

needs_strace = pytest.mark.skipif(not can_record(), reason="strace is missing, or tracing is not allowed")
MADE = {"openat", "pwrite64", "write", "fsync", "rename"}
"""What loading does for certain; of the others, SQLite may do none."""


@needs_strace
@pytest.mark.parametrize("call", EMPTY)
def test_whichever_step_of_loading_is_the_last_the_old_packs_or_the_new_can_be_used(tmp_path: Path, call: str) -> None:
    command = [sys.executable, "-m", "tests.fault.loading", str(tmp_path / "terminal"), call]
    report = json.loads(killed_at_writes(command, call, killed_at(call)))
    assert report["wrong"] == []
    assert report["old"] + report["new"] == report["kills"] + 1
    assert report["kills"] > 0 or call not in MADE


def test_a_full_disk_refuses_the_new_packs_and_keeps_the_old(tmp_path: Path) -> None:
    terminal = make_terminal(tmp_path / "store.db")
    with small_disk(tmp_path / "packs", 48 << 10) as disk:
        packs = Packs(terminal.vault, disk)
        packs.install(release(OLD))
        ballast = disk / "ballast"
        try:
            ballast.write_bytes(bytes(1 << 20))
        except OSError:
            assert ballast.stat().st_size
        with pytest.raises(StoreFullError):
            packs.install(release(NEW))
        assert versions(packs) == {OLD}
        assert not list(disk.glob("*.aside"))
        ballast.unlink()
        packs.install(release(NEW))
        assert versions(packs) == {NEW}


def test_a_release_of_which_only_half_fits_is_not_half_loaded(tmp_path: Path) -> None:
    terminal = make_terminal(tmp_path / "store.db")
    with small_disk(tmp_path / "packs", 48 << 10) as disk:
        packs = Packs(terminal.vault, disk)
        packs.install(release(OLD))
        files = {f"audio/nl/basics.weight.{one}.wav": bytes(40 << 10) for one in ("low", "prompt")}
        with pytest.raises(StoreFullError):
            packs.install(verified(a_pack("kvv", NEW), a_pack("reflector", NEW, files)))
        assert versions(packs) == {OLD}
