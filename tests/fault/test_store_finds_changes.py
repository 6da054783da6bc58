"""Whatever is changed, cut, swapped or put back in a store's file is refused or found; no row is changed by SQL."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from modules.errors import ChainBrokenError, StoreDamagedError, StoreError, StoreLockedError
from modules.ids import SubjectId
from tests.suites.terminals import ListGateway, TerminalStore, a_person, exchange_all, make_terminal, open_terminal

PAGE_BYTES = 4096
SUBJECT = SubjectId(a_person())
FLIPS = 40


@pytest.fixture
def terminal(tmp_path: Path) -> TerminalStore:
    made = make_terminal(tmp_path / "store.db")
    made.answer(60)
    return made


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM entries",
        "DELETE FROM entries WHERE seq = 59",
        "UPDATE entries SET body = x'00' WHERE seq = 3",
        "UPDATE entries SET body = NULL WHERE seq = 3",
        "UPDATE entries SET header = x'00' WHERE seq = 3",
        "UPDATE entries SET hash = zeroblob(32) WHERE seq = 3",
        "UPDATE entries SET seq = 99 WHERE seq = 60",
        "UPDATE entries SET lane = 2 WHERE seq = 3",
        "REPLACE INTO entries SELECT lane, seq, hash, header, NULL FROM entries WHERE seq = 3",
        "INSERT INTO entries SELECT lane, seq, hash, header, body FROM entries WHERE seq = 3",
        "DELETE FROM lanes",
    ],
)
def test_an_entry_is_never_updated_or_deleted(terminal: TerminalStore, change: str) -> None:
    before = terminal.vault.rows("SELECT * FROM entries")
    with pytest.raises(StoreError), terminal.vault.write():
        terminal.vault.run(change)
    assert terminal.vault.rows("SELECT * FROM entries") == before


def test_an_erased_body_cannot_be_put_back(terminal: TerminalStore) -> None:
    terminal.journal.erase(a_person())
    for change in ("UPDATE entries SET body = x'00' WHERE seq = 3", "DELETE FROM erased"):
        with pytest.raises(StoreError), terminal.vault.write():
            terminal.vault.run(change)


TAMPERINGS: dict[str, str] = {
    "a body is another's": "UPDATE entries SET body = (SELECT body FROM entries WHERE seq = 4) WHERE seq = 3",
    "a header is another's": "UPDATE entries SET header = (SELECT header FROM entries WHERE seq = 4) WHERE seq = 3",
    "a header has another time": "UPDATE entries SET header ="
    " CAST(replace(CAST(header AS TEXT), '\"counter\":', '\"counter\":9') AS BLOB) WHERE seq = 3",
    "a hash is another's": "UPDATE entries SET hash = (SELECT hash FROM entries WHERE seq = 4) WHERE seq = 3",
    "an entry in the middle is gone": "DELETE FROM entries WHERE seq = 3",
    "the first entry is gone": "DELETE FROM entries WHERE seq = 0",
    "an entry stands twice": "INSERT INTO entries SELECT lane, 61, hash, header, body FROM entries WHERE seq = 60",
    "a lane is another person's": "UPDATE lanes SET subject = replace(subject, 'p-', 'i-')",
}


@pytest.mark.parametrize("change", TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_who_has_the_key_and_changes_rows_is_found(terminal: TerminalStore, change: str) -> None:
    for (trigger,) in terminal.vault.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        terminal.vault.run(f"DROP TRIGGER {trigger}")
    terminal.vault.run(change)
    assert len(terminal.journal.verify()) == 1
    subject = SubjectId(terminal.vault.rows("SELECT subject FROM lanes")[0][0])
    with pytest.raises((ChainBrokenError, StoreDamagedError)):
        open_terminal(terminal.path).journal.replay(subject)


def test_a_cut_tail_below_the_last_receipt_is_found(terminal: TerminalStore) -> None:
    exchange_all(terminal, ListGateway())
    terminal.vault.run("DROP TRIGGER entries_are_never_deleted")
    terminal.vault.run("DELETE FROM entries WHERE seq > 50")
    assert len(terminal.journal.verify()) == 1


def _closed(terminal: TerminalStore) -> bytearray:
    terminal.vault.checkpoint()
    terminal.vault.close()
    return bytearray(terminal.path.read_bytes())


def _is_found(path: Path) -> bool:
    try:
        terminal = open_terminal(path)
        terminal.journal.replay(SUBJECT)
        return bool(terminal.vault.check() or terminal.journal.verify())
    except (StoreError, ChainBrokenError):
        return True


def test_every_flipped_bit_is_found(terminal: TerminalStore) -> None:
    raw, chance = _closed(terminal), random.Random(1)
    for _ in range(FLIPS):
        changed = bytearray(raw)
        changed[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        _write_alone(terminal.path, changed)
        assert _is_found(terminal.path)


def test_two_pages_that_changed_places_are_found(terminal: TerminalStore) -> None:
    raw = _closed(terminal)
    last = len(raw) // PAGE_BYTES - 1
    first, second = slice((last - 1) * PAGE_BYTES, last * PAGE_BYTES), slice(last * PAGE_BYTES, len(raw))
    raw[first], raw[second] = raw[second], raw[first]
    _write_alone(terminal.path, raw)
    assert _is_found(terminal.path)


def test_an_older_page_put_back_is_found_below_the_last_receipt(terminal: TerminalStore) -> None:
    terminal.vault.checkpoint()
    older = terminal.path.read_bytes()
    gateway = ListGateway()
    terminal.answer(40, first=60)
    exchange_all(terminal, gateway)
    raw = _closed(terminal)
    changed = [
        number
        for number in range(1, len(older) // PAGE_BYTES)
        if older[number * PAGE_BYTES :][:PAGE_BYTES] != raw[number * PAGE_BYTES :][:PAGE_BYTES]
    ]
    assert changed
    for number in changed:
        put_back = bytearray(raw)
        put_back[number * PAGE_BYTES : (number + 1) * PAGE_BYTES] = older[number * PAGE_BYTES :][:PAGE_BYTES]
        _write_alone(terminal.path, put_back)
        if not _is_found(terminal.path):
            again = open_terminal(terminal.path)
            assert len(again.events()) == 100, "answers may not go missing unseen"


@pytest.mark.parametrize("cut", [lambda size: 0, lambda size: size // 2, lambda size: size - PAGE_BYTES])
def test_a_file_cut_short_is_found(terminal: TerminalStore, cut: Callable[[int], int]) -> None:
    raw = _closed(terminal)
    _write_alone(terminal.path, raw[: cut(len(raw))])
    assert _is_found(terminal.path)


def test_an_empty_file_in_the_stores_place_is_no_terminal(terminal: TerminalStore) -> None:
    _closed(terminal)
    _write_alone(terminal.path, b"")
    with pytest.raises((StoreLockedError, StoreDamagedError)):
        open_terminal(terminal.path)


def test_a_sound_store_has_nothing_wrong_with_it(terminal: TerminalStore, tmp_path: Path) -> None:
    assert (terminal.vault.check(), terminal.journal.verify()) == ((), ())
    _closed(terminal)
    shutil.copy(terminal.path, tmp_path / "copy.db")
    assert not _is_found(tmp_path / "copy.db")


def _write_alone(path: Path, raw: bytes | bytearray) -> None:
    for beside in path.parent.glob(f"{path.name}-*"):
        beside.unlink()
    path.write_bytes(raw)
