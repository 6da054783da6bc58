"""Whether a terminal's keys are well: the second file has its envelope, and the status tells what is missing."""

import json
from pathlib import Path

from kiosk.settings import StoreSettings
from kiosk.store.unlock import Held, envelope_file, open_vault, read_envelope, unlocked
from tests.kiosk.test_keys import PASSPHRASE
from tests.suites.walls import a_wall, drplan


def test_the_nightly_second_file_opens_by_itself_where_the_first_and_its_envelope_are_gone(tmp_path: Path) -> None:
    wall = a_wall(tmp_path)
    wall.does("upkeep")
    second = wall.place.second
    assert envelope_file(second).read_bytes() == envelope_file(wall.store).read_bytes()
    wall.does("keys", "add-passphrase", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    assert envelope_file(second).read_bytes() == envelope_file(wall.store).read_bytes()
    vault, way = open_vault(StoreSettings(path=second), Held(credential=b"c" * 32))
    vault.close()
    wall.store.unlink()
    envelope_file(wall.store).unlink()
    assert unlocked(wall.place, Held(passphrase=PASSPHRASE)).raw == way.raw


def test_the_status_tells_which_kinds_of_slots_there_are_and_warns_without_escrow(tmp_path: Path) -> None:
    wall = a_wall(tmp_path)
    before = json.loads(wall.does("status", "--json"))
    assert (before["slots"], before["warnings"]) == (["credential"], ["no_escrow"])
    assert drplan("recovery-key", str(tmp_path / "recovery")).returncode == 0
    wall.does("keys", "add-escrow", str(tmp_path / "recovery" / "recovery.pub"))
    told = wall.does("status", "--json")
    after, envelope = json.loads(told), read_envelope(envelope_file(wall.store))
    assert (after["slots"], after["warnings"]) == (["credential", "escrow"], [])
    assert envelope is not None
    assert not [lock.id for lock in envelope.locks if lock.id in told or lock.sealing in told]
