"""Without its key a store tells nothing: not to plain SQLite, not to who reads its bytes, not to a wrong key."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.store.keys import StoreKey
from kiosk.store.vault import Vault
from modules.errors import StoreDamagedError, StoreError, StoreForeignError, StoreLockedError
from modules.event_json import event_raw
from modules.events import PrivateNoteKept
from modules.ids import StaffId
from modules.roster import PinVerifier, Roster, RosterPerson
from tests.fault import telling
from tests.needles import places, planted
from tests.suites.terminals import INSTITUTION, STORE_KEY, a_person, an_id, make_terminal, open_terminal

NEEDLES = ("Naaldemans", "kamerplantje", "schuldbekentenis", "8675309")


def _planted(folder: Path) -> Path:
    terminal = make_terminal(folder / "store.db")
    zeros = PinVerifier(salt="AAAA", verifier="AAAA", memory_kib=19_456, iterations=1)
    person = RosterPerson(
        detainee=a_person(), number=NEEDLES[3], name=NEEDLES[0], wing="A", mentor=StaffId(an_id("s-", 1)), pin=zeros
    )
    with terminal.vault.write():
        terminal.meta.put_roster(Roster(institution=INSTITUTION, institution_name="PI", version=1, people=(person,)))
    for number in range(50):
        terminal.write(PrivateNoteKept(words=f"{NEEDLES[1]} {NEEDLES[2]} {number}"))
    return terminal.path


def _bytes_on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_no_name_number_or_word_stands_in_the_file_or_its_log(tmp_path: Path) -> None:
    path = _planted(tmp_path)
    in_log = _bytes_on_disk(tmp_path)
    open_terminal(path).vault.checkpoint()
    for raw in (in_log, _bytes_on_disk(tmp_path)):
        assert len(raw) > 50_000
        assert [needle for needle in NEEDLES if needle.encode() in raw or needle.encode("utf-16-le") in raw] == []


def test_the_second_file_tells_as_little(tmp_path: Path) -> None:
    path = _planted(tmp_path)
    second = tmp_path / "second" / "store.db"
    second.parent.mkdir()
    open_terminal(path).vault.copy_to(second)
    assert [needle for needle in NEEDLES if needle.encode() in second.read_bytes()] == []
    assert len(open_terminal(second).events()) == 50
    assert second.stat().st_mode & 0o077 == 0


def test_plain_sqlite_cannot_open_it(tmp_path: Path) -> None:
    with sqlite3.connect(_planted(tmp_path)) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT count(*) FROM sqlite_master")
    connection.close()


def test_the_ciphers_are_the_ones_recorded_here(tmp_path: Path) -> None:
    vault = make_terminal(tmp_path / "store.db").vault
    found = [vault.rows(f"PRAGMA {name}")[0][0] for name in ("cipher_version", "cipher_provider_version")]
    assert found == ["4.19.0 community", "OpenSSL 3.6.0 1 Oct 2025"], "look at the advisories, then record the new ones"


def test_every_commit_is_flushed_and_memory_is_wiped(tmp_path: Path) -> None:
    vault = make_terminal(tmp_path / "store.db").vault
    names = ("synchronous", "journal_mode", "cipher_memory_security", "secure_delete", "foreign_keys")
    assert [str(vault.rows(f"PRAGMA {name}")[0][0]) for name in names] == ["2", "wal", "1", "1", "1"]


def test_another_key_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    path = _planted(tmp_path)
    with pytest.raises(StoreLockedError) as refused:
        Vault.open(path, StoreKey(b"\x09" * 32).file)
    assert refused.value.hint
    assert len(open_terminal(path).events()) == 50


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(b"this is no store at all " * 400)
    with pytest.raises(StoreForeignError):
        Vault.open(path, STORE_KEY.file)


def test_where_there_is_no_store_none_is_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        Vault.open(tmp_path / "store.db", STORE_KEY.file)
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_never_made_over_another(tmp_path: Path) -> None:
    path = _planted(tmp_path)
    with pytest.raises(StoreError):
        Vault.create(path, STORE_KEY.file)
    assert len(open_terminal(path).events()) == 50


def test_only_its_owner_may_read_the_file_and_its_log(tmp_path: Path) -> None:
    _planted(tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.stat().st_mode & 0o077] == []


def test_a_wrapped_key_opens_under_its_own_name_only(tmp_path: Path) -> None:
    wrapped = STORE_KEY.wrap("lane/a", b"k" * 32, b"n" * 12)
    assert STORE_KEY.unwrap("lane/a", wrapped) == b"k" * 32
    for name, raw in (("lane/b", wrapped), ("lane/a", wrapped[:-1] + bytes([wrapped[-1] ^ 1]))):
        with pytest.raises(StoreDamagedError):
            STORE_KEY.unwrap(name, raw)


def test_after_an_erasure_the_bodies_are_gone_from_the_disk(tmp_path: Path) -> None:
    path = _planted(tmp_path)
    terminal = open_terminal(path)
    subject = terminal.vault.rows("SELECT id FROM lanes")
    bodies = [bytes(row[0]) for row in terminal.vault.rows("SELECT body FROM entries")]
    terminal.journal.erase(a_person())
    left = [row for row in terminal.vault.rows("SELECT body FROM entries") if row[0] is not None]
    keys = [row for row in terminal.vault.rows("SELECT keys FROM lanes") if row[0] is not None]
    assert (len(subject), len(bodies), left, keys) == (1, 51, [], [])
    assert path.with_name("store.db-wal").stat().st_size == 0


def test_every_field_that_can_be_filled_in_freely_has_needles_in_it() -> None:
    events, found = planted()
    assert set(found.values()) == places()
    assert len(found) >= 50
    assert {word for word in found if any(word in event_raw(event).decode() for event in events)} == set(found)


def test_needles_in_every_field_stand_nowhere_outside_the_store(tmp_path: Path) -> None:
    folder, temporary, log = tmp_path / "terminal", tmp_path / "temporary", tmp_path / "log"
    folder.mkdir()
    temporary.mkdir()
    with log.open("wb") as written:
        running = subprocess.Popen(
            [sys.executable, "-m", "tests.fault.telling", str(folder)],
            env=os.environ | {"TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=written,
        )
    try:
        assert running.stdout is not None
        assert running.stdout.readline() == b"ready\n", log.read_text()
        process = Path(f"/proc/{running.pid}")
        told = {name: (process / name).read_bytes() for name in ("environ", "cmdline")}
        told |= {str(path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    finally:
        running.communicate()
    words = [*planted()[1], telling.NAME, telling.NUMBER, telling.WRONG_PIN]
    assert {Path(name).name for name in told} >= {"store.db", "store.db-wal", "log", "environ"}
    assert [name for name in told if name.endswith("second/store.db")]
    assert b"a try" in told[str(log)]
    assert [(word, name) for word in words for name, raw in told.items() if word.encode() in raw] == []
    assert [(word, name) for word in words for name, raw in told.items() if word.encode("utf-16-le") in raw] == []


def test_an_erased_persons_needles_are_gone_from_the_decrypted_store_as_well(tmp_path: Path) -> None:
    terminal = make_terminal(tmp_path / "store.db")
    events, found = planted()
    for event in events:
        terminal.write(event)
    lanes = {row[0]: bytes(row[1]) for row in terminal.vault.rows("SELECT id, keys FROM lanes WHERE keys IS NOT NULL")}
    assert all(any(word in event_raw(event).decode() for event in terminal.events()) for word in found)
    terminal.journal.erase(a_person())
    tables = [row[0] for row in terminal.vault.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    decrypted = b"\x00".join(
        value if isinstance(value, bytes) else str(value).encode()
        for table in tables
        for row in terminal.vault.rows(f"SELECT * FROM {table}")  # noqa: S608  the store's own tables
        for value in row
    )
    assert len(decrypted) > 10_000
    assert [word for word in found if word.encode() in decrypted] == []
    assert [number for number, keys in lanes.items() if keys in decrypted] == []
    assert not terminal.vault.row("SELECT 1 FROM entries WHERE body IS NOT NULL")
