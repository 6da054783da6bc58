"""Each trouble of the store's file has its own name; where the second file helps, it takes the place of the first."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.settings import Settings, parse_settings
from kiosk.store import exchanged
from kiosk.store.claim import alone, in_use
from kiosk.store.files import beside
from kiosk.store.pages import PAGE_BYTES
from kiosk.store.unlock import write_private
from kiosk.wiring.healed import open_healed
from modules.errors import (
    ProductError,
    StoreBusyError,
    StoreForeignError,
    StoreFullError,
    StoreLockedError,
    StoreMissingError,
    StoreNewerError,
)
from tests.fault.hurt import AFTER, BEFORE, SETTINGS, closed, healed, items, put_alone, settings_in, terminal_of
from tests.faults import small_disk
from tests.suites.terminals import (
    RAW_STORE_KEY,
    TerminalStore,
    make_terminal,
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def terminal(settings: Settings) -> TerminalStore:
    return terminal_of(settings)


@pytest.mark.parametrize("left", [b"", b"no store at all " * 1000, b"SQLite format 3\x00" + bytes(PAGE_BYTES - 16)])
def test_where_the_file_is_gone_or_foreign_the_second_takes_its_place(
    terminal: TerminalStore, settings: Settings, left: bytes
) -> None:
    closed(terminal)
    terminal.path.write_bytes(left)
    store = healed(settings)
    assert len(items(store)) == BEFORE
    assert beside(terminal.path, ".aside-1").read_bytes() == left


def test_a_missing_file_is_made_anew_from_the_second(terminal: TerminalStore, settings: Settings) -> None:
    closed(terminal)
    terminal.path.unlink()
    assert len(items(healed(settings))) == BEFORE


def test_without_a_second_file_each_trouble_has_its_own_name(terminal: TerminalStore, settings: Settings) -> None:
    raw = closed(terminal)
    shutil.rmtree(settings.store.second_folder)
    terminal.path.write_bytes(b"SQLite format 3\x00" + bytes(PAGE_BYTES - 16))
    with pytest.raises(StoreForeignError):
        open_healed(settings)
    terminal.path.unlink()
    with pytest.raises(StoreMissingError):
        open_healed(settings)
    terminal.path.write_bytes(raw)
    settings.store.key_file.write_bytes(b"\x06" * 32)
    with pytest.raises(StoreLockedError):
        open_healed(settings)


def test_a_wrong_key_touches_nothing_though_there_is_a_second_file(terminal: TerminalStore, settings: Settings) -> None:
    raw = closed(terminal)
    settings.store.key_file.write_bytes(b"\x06" * 32)
    with pytest.raises(StoreLockedError):
        open_healed(settings)
    assert terminal.path.read_bytes() == raw
    assert exchanged.set_aside(terminal.path) == 0


def test_a_store_of_a_newer_program_is_left_alone(terminal: TerminalStore, settings: Settings) -> None:
    terminal.vault.run("PRAGMA user_version = 9999")
    raw = closed(terminal)
    with pytest.raises(StoreNewerError):
        open_healed(settings)
    assert terminal.path.read_bytes() == raw


def test_power_may_go_between_any_two_steps_of_the_exchange(
    terminal: TerminalStore, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = closed(terminal)
    steps = 0
    for last in range(1, 9):
        put_alone(terminal.path, raw)
        beside(terminal.path, "-wal").write_bytes(b"an old log")
        exchanged.mark_damaged(terminal.path)
        with monkeypatch.context() as patched:
            left_steps = _power(patched, last)
            try:
                open_healed(settings).vault.close()
            except _PowerGone:
                steps += 1
            assert left_steps
        assert len(items(healed(settings))) == BEFORE + AFTER
    assert steps >= 4


class _PowerGone(BaseException):
    pass


def _power(patched: pytest.MonkeyPatch, steps: int) -> list[int]:
    """Lets the power go at the given call that changes names in a folder."""
    done: list[int] = []

    def counted(name: str) -> Callable[..., object]:
        original: Callable[..., object] = getattr(Path, name)

        def step(self: Path, *args: object, **kwargs: object) -> object:
            if "store.db" in self.name and ".read" not in self.name and ".healing" not in self.name:
                done.append(1)
                if len(done) == steps:
                    raise _PowerGone
            return original(self, *args, **kwargs)

        return step

    for name in ("hardlink_to", "unlink", "replace"):
        patched.setattr(Path, name, counted(name))
    return done or [0]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 1 << 20) as made:
        yield made


def test_where_there_is_no_room_to_heal_nothing_changes(disk: Path) -> None:
    write_private(disk / "store.key", RAW_STORE_KEY)
    settings = parse_settings(SETTINGS, disk)
    terminal = make_terminal(settings.store.path)
    terminal.answer(BEFORE)
    raw = closed(terminal)
    exchanged.mark_damaged(terminal.path)
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(disk).free))
    with pytest.raises(StoreFullError):
        open_healed(settings)
    assert terminal.path.read_bytes() == raw
    ballast.unlink()
    assert len(items(healed(settings))) == BEFORE


def test_nobody_exchanges_a_file_that_another_process_uses(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    slept: list[float] = []
    with in_use(store), in_use(store), pytest.raises(StoreBusyError), alone(store, slept.append, 1.0):
        raise AssertionError
    assert sum(slept) == pytest.approx(1.0)
    with alone(store, slept.append):
        pass


def test_each_trouble_has_a_code_and_says_what_to_do(terminal: TerminalStore, settings: Settings) -> None:
    raw = closed(terminal)
    shutil.rmtree(settings.store.second_folder)
    said: list[ProductError] = []
    for left in (b"", raw[:0] + b"x" * 100, raw[:PAGE_BYTES]):
        terminal.path.write_bytes(left)
        with pytest.raises(ProductError) as refused:
            open_healed(settings)
        said.append(refused.value)
    assert all(error.hint and error.code.startswith("store-") for error in said)
