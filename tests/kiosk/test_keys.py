"""Keys of a terminal, by the programs an operator types: slots, rotation, a new key, and a burnt mainboard.

- The system's part is played by a folder of credentials, as a unit has one; the TPM has a test of its own
  (tests/fault/test_tpm.py), and so has a rekey that is cut off (tests/fault/test_rekey_survives.py).
"""

import os
from pathlib import Path

import pytest

from kiosk.provision import provision
from kiosk.settings import Profile, Settings, StoreSettings, read_settings
from kiosk.store import slots
from kiosk.store.claim import in_use
from kiosk.store.keys import Keyring
from kiosk.store.second import write_second
from kiosk.store.unlock import (
    Held,
    envelope_file,
    held,
    open_vault,
    read_envelope,
    refuse_development_key,
)
from kiosk.store.vault import Vault
from modules.errors import StoreDamagedError, StoreFullError, StoreLockedError
from sync.envelope import SlotKind, enveloped
from tests.kiosk.test_provision import a_bundle, verified
from tests.suites.terminals import Machine, make_terminal, open_terminal
from tests.suites.walls import Wall, a_wall, drplan

PASSPHRASE = "zes losse woorden van papier"
SECRET = b"\x06" * 32


@pytest.fixture
def wall(tmp_path: Path) -> Wall:
    return a_wall(tmp_path)


def test_a_burnt_mainboard_costs_nothing_with_two_of_the_three_sheets(wall: Wall, tmp_path: Path) -> None:
    assert drplan("recovery-key", str(tmp_path / "recovery")).returncode == 0
    sheets = [tmp_path / "recovery" / f"sheet-{number}.txt" for number in (1, 2, 3)]
    wall.does("keys", "add-escrow", str(tmp_path / "recovery" / "recovery.pub"))
    wall.burns()
    refused = wall.kiosk("status")
    assert (refused.returncode, refused.stderr.splitlines()[0]) == (4, "kiosk: nothing here opens this store")
    wall.does("keys", "request", str(tmp_path / "request.json"))
    recover = ("recover", str(wall.folder / "store.keys"), str(tmp_path / "request.json"))
    grant = str(tmp_path / "grant.json")
    one = drplan(*recover, "--sheet", str(sheets[0]), "--out", grant)
    assert (one.returncode, "1 sheet is not enough" in one.stderr, "bring two of the three" in one.stderr) == (1, 1, 1)
    assert not Path(grant).exists()
    two = drplan(*recover, "--sheet", str(sheets[2]), "--sheet", str(sheets[0]), "--out", grant)
    assert two.returncode == 0, two.stderr
    assert "credential" in wall.does("restore", grant)
    assert wall.opens
    other = Wall(wall.folder, tmp_path / "other")
    other.credentials.mkdir()
    other.burns(b"o" * 32)
    elsewhere = other.kiosk("restore", grant)
    assert (elsewhere.returncode, "another machine" in elsewhere.stderr) == (4, True)


def test_sheets_of_another_key_open_nothing(wall: Wall, tmp_path: Path) -> None:
    for name in ("ours", "theirs"):
        assert drplan("recovery-key", str(tmp_path / name)).returncode == 0
    wall.does("keys", "add-escrow", str(tmp_path / "ours" / "recovery.pub"))
    wall.does("keys", "request", str(tmp_path / "request.json"))
    typed = "".join(
        " ".join(word for word in (tmp_path / "theirs" / f"sheet-{number}.txt").read_text().split("\n\n")[1].split())
        + "\n"
        for number in (1, 2)
    )
    recover = ("recover", str(wall.folder / "store.keys"), str(tmp_path / "request.json"), "--out", str(tmp_path / "g"))
    refused = drplan(*recover, typed=typed)
    assert (refused.returncode, "opens no slot of that terminal" in refused.stderr) == (1, True)
    assert not (tmp_path / "g").exists()


def test_a_passphrase_opens_the_store_where_the_credential_is_gone(wall: Wall) -> None:
    short = wall.kiosk("keys", "add-passphrase", typed="kort\nkort\n")
    assert (short.returncode, "at least 20 letters" in short.stderr) == (1, True)
    wall.does("keys", "add-passphrase", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    wall.burns()
    assert not wall.opens
    assert wall.kiosk("keys", "add-credential", "--passphrase", typed="een ander lang wachtwoord\n").returncode == 4
    wall.does("keys", "add-credential", "--passphrase", typed=f"{PASSPHRASE}\n")
    assert wall.opens
    assert PASSPHRASE.encode() not in (wall.folder / "store.keys").read_bytes()


def test_where_there_is_no_credential_staff_unlock_for_this_start_only(wall: Wall, tmp_path: Path) -> None:
    wall.does("keys", "add-passphrase", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    (wall.credentials / "kvv-kiosk-store-key").unlink()
    on_disk = wall.kiosk("keys", "unlock", "--passphrase", str(wall.folder), typed=f"{PASSPHRASE}\n")
    memory = Path("/dev/shm") / f"kvv-kiosk-{os.getpid()}"  # noqa: S108  a folder in memory is the point
    memory.mkdir(mode=0o700)
    try:
        wall.does("keys", "unlock", "--passphrase", str(memory), typed=f"{PASSPHRASE}\n")
        assert (memory / "kvv-kiosk-open-key").stat().st_mode & 0o077 == 0
        unit = Wall(wall.folder, memory)
        assert unit.opens
        (memory / "kvv-kiosk-open-key").unlink()
        assert not unit.opens
    finally:
        for left in memory.iterdir():
            left.unlink()
        memory.rmdir()
    assert (on_disk.returncode, "is on a disk" in on_disk.stderr) == (1, True)
    assert not (wall.folder / "kvv-kiosk-open-key").exists()


def test_a_rekey_leaves_every_slot_and_closes_the_old_key(wall: Wall) -> None:
    hand = Held(credential=b"c" * 32)
    vault, before = open_vault(wall.place, hand)
    terminal = Keyring(vault, before.key, Machine().clock()).terminal.public_key
    vault.close()
    wall.does("keys", "add-passphrase", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    second = wall.place.second
    second.parent.mkdir()
    vault, way = open_vault(wall.place, hand)
    write_second(vault, second, way.key.file)
    vault.close()
    told = wall.does("keys", "rekey").splitlines()
    assert [line for line in told if line == "checking every page of it"]
    assert told[-1].startswith("generation 2.")
    assert set(wall.slots()) == {"credential", "passphrase"}
    assert wall.opens
    with pytest.raises(StoreLockedError):
        Vault.open(wall.store, before.key.file)
    vault, after = open_vault(wall.place, Held(passphrase=PASSPHRASE))
    assert Keyring(vault, after.key, Machine().clock()).terminal.public_key == terminal
    assert before.raw not in (wall.store.read_bytes() + envelope_file(wall.store).read_bytes())
    vault.close()
    on_its_own = StoreSettings(path=second)
    vault, way = open_vault(on_its_own, hand)
    assert (way.raw, envelope_file(second).stat().st_mode & 0o077) == (after.raw, 0)
    vault.close()
    assert sorted(path.name for path in wall.folder.glob("store.*")) == ["store.db", "store.db.lock", "store.keys"]
    envelope_file(wall.store).unlink()
    assert wall.opens, "the envelope beside the second file serves where its own is gone"


def test_what_root_changes_still_belongs_to_the_user_of_the_window(wall: Wall) -> None:
    user = 65_534 if os.geteuid() == 0 else os.geteuid()
    for path in (wall.folder, *wall.folder.rglob("*")):
        os.chown(path, user, -1)
    for changed in (("add-passphrase",), ("rekey",)):
        wall.does("keys", *changed, typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    found = {path.name: path.stat().st_uid for path in wall.folder.glob("store.*")}
    assert found == dict.fromkeys(("store.db", "store.keys", "store.db.lock"), user)


def test_a_rekey_is_refused_while_the_window_is_open_and_asks_for_twice_the_room(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    with in_use(wall.store):
        refused = wall.kiosk("keys", "rekey")
        assert (refused.returncode, "does not let go of the store" in refused.stderr) == (4, True)
    vault, way = open_vault(wall.place, Held(credential=b"c" * 32))
    vault.close()
    monkeypatch.setattr(slots, "ROOM_TIMES", 1 << 40)
    before = wall.store.read_bytes()
    with pytest.raises(StoreFullError, match="bytes free"):
        slots.rekey(wall.store, way, (), Machine().clock(), lambda _: None)
    assert wall.store.read_bytes() == before


def test_a_removed_slot_opens_nothing_and_the_last_one_stays(wall: Wall) -> None:
    wall.does("keys", "add-passphrase", typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    wall.does("keys", "remove", wall.slots()["passphrase"])
    assert set(wall.slots()) == {"credential"}
    with pytest.raises(StoreLockedError):
        open_vault(wall.place, Held(passphrase=PASSPHRASE))
    last = wall.kiosk("keys", "remove", wall.slots()["credential"])
    assert (last.returncode, "the last slot" in last.stderr) == (1, True)
    unknown = wall.kiosk("keys", "remove", "ffffffff")
    assert (unknown.returncode, "no slot of that name" in unknown.stderr) == (1, True)
    assert wall.opens


def test_an_older_folder_whose_credential_is_its_key_opens_and_moves_to_an_envelope(tmp_path: Path) -> None:
    terminal = make_terminal(tmp_path / "store.db")
    terminal.answer(3)
    terminal.vault.close()
    hand, place = Held(credential=b"\x05" * 32), StoreSettings().beside(tmp_path)
    vault, way = open_vault(place, hand)
    vault.close()
    assert way.envelope is None
    lock = slots.new_lock(way.kind, way.raw, Machine().clock())
    slots.with_locks(terminal.path, way, (lock, slots.passphrase_lock(PASSPHRASE, Machine().clock())))
    _, now = open_vault(place, hand)
    slots.rekey(terminal.path, now, (lock,), Machine().clock(), lambda _: None)
    vault, after = open_vault(place, hand)
    vault.close()
    assert (now.raw, after.raw != now.raw) == (way.raw, True)
    assert len(open_terminal(terminal.path, store_key=after.key).events()) == 3


def test_an_envelope_that_somebody_changed_is_damage_and_opens_nothing(wall: Wall) -> None:
    path = envelope_file(wall.store)
    envelope = read_envelope(path)
    assert envelope is not None
    planted = enveloped(b"x" * 32, 1, [slots.new_lock(SlotKind.ESCROW, SECRET, Machine().clock())]).slots[0]
    slots.write_envelope(path, envelope.model_copy(update={"slots": (*envelope.slots, planted)}))
    for hand in (Held(credential=b"c" * 32), Held(open_key=b"x" * 32)):
        with pytest.raises(StoreDamagedError, match="changed by somebody"):
            open_vault(wall.place, hand)
    path.write_bytes(b"{}")
    assert wall.kiosk("status").returncode == 2


def test_a_development_key_opens_no_production_terminal(wall: Wall) -> None:
    (wall.folder / "store.key").write_bytes(SECRET)
    (wall.folder / "store.key").chmod(0o600)
    vault, way = open_vault(wall.place, Held(credential=b"c" * 32))
    vault.close()
    assert way.envelope is not None
    settings = read_settings(wall.folder / "terminal.toml")
    assert held(settings.store, Profile.PRODUCTION, {}).key_file is None
    planted = slots.new_lock(SlotKind.KEY_FILE, SECRET, Machine().clock())
    slots.with_locks(wall.store, way, (*way.envelope.locks, planted))
    refused = wall.kiosk("status")
    assert (refused.returncode, "a development key opens this store" in refused.stderr) == (4, True)
    wall.does("keys", "remove", planted.id)
    assert wall.opens
    refuse_development_key(open_vault(wall.place, Held(credential=b"c" * 32))[1], Profile.PRODUCTION)


def test_a_key_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    settings = read_settings_of_a_desk(tmp_path)
    assert held(settings.store, Profile.DEVELOPMENT, {}).key_file is not None
    settings.store.key_file.chmod(0o640)
    with pytest.raises(StoreLockedError, match="read the key file"):
        held(settings.store, Profile.DEVELOPMENT, {})


def read_settings_of_a_desk(folder: Path) -> Settings:
    bundle, packs, clock = a_bundle(), verified(), Machine().clock()
    provision(folder / "desk", bundle, packs, profile=Profile.DEVELOPMENT, clock=clock, environment={})
    return read_settings(folder / "desk" / "terminal.toml")
