"""Whatever became of the store's file, a start heals it, and nothing is lost that either file still has."""

import random
import shutil
from pathlib import Path

import pytest

from kiosk.settings import Settings
from kiosk.store import exchanged
from kiosk.store.files import beside
from kiosk.store.pages import PAGE_BYTES
from kiosk.wiring.healed import open_healed
from modules.errors import (
    StoreDamagedError,
)
from modules.events import StoreRestored
from tests.fault.hurt import AFTER, BEFORE, closed, healed, items, put_alone, settings_in, terminal_of
from tests.suites.terminals import (
    ListGateway,
    TerminalStore,
    a_person,
    exchange_all,
    open_terminal,
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def terminal(settings: Settings) -> TerminalStore:
    return terminal_of(settings)


def test_a_sound_store_is_opened_and_nothing_is_set_aside(terminal: TerminalStore, settings: Settings) -> None:
    terminal.vault.close()
    assert len(items(healed(settings))) == BEFORE + AFTER
    assert exchanged.set_aside(terminal.path) == 0


@pytest.mark.parametrize("seed", range(6))
def test_damaged_pages_cost_no_more_than_the_answers_on_them(
    terminal: TerminalStore, settings: Settings, seed: int
) -> None:
    raw, chance = closed(terminal), random.Random(seed)
    for _ in range(3):
        raw[chance.randrange(PAGE_BYTES, len(raw))] ^= 1 << chance.randrange(8)
    terminal.path.write_bytes(raw)
    exchanged.mark_damaged(terminal.path)
    store = healed(settings)
    assert {f"debts.q{number}" for number in range(BEFORE)} <= items(store), "what the second file has is there"
    assert exchanged.set_aside(terminal.path) == 1


def test_a_damaged_page_of_answers_leaves_the_later_ones(terminal: TerminalStore, settings: Settings) -> None:
    whole = closed(terminal)
    kept = []
    for page in range(len(whole) // PAGE_BYTES - 6, len(whole) // PAGE_BYTES):
        raw = bytearray(whole)
        raw[page * PAGE_BYTES + 99] ^= 1
        put_alone(terminal.path, raw)
        exchanged.mark_damaged(terminal.path)
        store = healed(settings)
        kept.append(len(items(store)))
        store.vault.close()
    assert min(kept) >= BEFORE + AFTER - PAGE_BYTES // 300, "a page holds a dozen answers"
    assert any(count < BEFORE + AFTER for count in kept), "some of these pages held answers of after the second file"


def test_a_first_page_that_is_damaged_is_not_taken_for_a_wrong_key(terminal: TerminalStore, settings: Settings) -> None:
    raw = closed(terminal)
    raw[2000] ^= 1
    terminal.path.write_bytes(raw)
    with pytest.raises(StoreDamagedError):
        open_terminal(terminal.path)
    assert len(items(healed(settings))) >= BEFORE


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_log_costs_no_more_than_the_page_that_was_hit(
    terminal: TerminalStore, settings: Settings, seed: int
) -> None:
    log = beside(terminal.path, "-wal")
    raw = bytearray(log.read_bytes())
    shutil.copy(terminal.path, settings.store.second_folder / "main")
    terminal.vault.close()
    shutil.copy(settings.store.second_folder / "main", terminal.path)
    raw[random.Random(seed).randrange(len(raw) // 4, len(raw) // 2)] ^= 1
    log.write_bytes(raw)
    store = healed(settings)
    assert len(items(store)) >= BEFORE + AFTER - PAGE_BYTES // 300


def test_an_older_page_put_back_does_not_hide_what_is_newer(terminal: TerminalStore, settings: Settings) -> None:
    terminal.vault.checkpoint()
    older = terminal.path.read_bytes()
    terminal.answer(40, first=BEFORE + AFTER)
    raw = closed(terminal)
    pages = [n for n in range(1, len(older) // PAGE_BYTES) if _page(older, n) != _page(raw, n)]
    for number in pages:
        put_alone(terminal.path, raw[: number * PAGE_BYTES] + _page(older, number) + raw[(number + 1) * PAGE_BYTES :])
        exchanged.mark_damaged(terminal.path)
        store = healed(settings)
        assert {f"debts.q{each}" for each in range(BEFORE)} <= items(store)
        store.vault.close()
    assert pages


def _page(raw: bytes | bytearray, number: int) -> bytes:
    return bytes(raw[number * PAGE_BYTES : (number + 1) * PAGE_BYTES])


def test_a_store_whose_rules_were_edited_is_healed(terminal: TerminalStore, settings: Settings) -> None:
    terminal.vault.run("DROP TRIGGER entries_are_never_deleted")
    closed(terminal)
    with pytest.raises(StoreDamagedError, match="rules"):
        open_terminal(terminal.path)
    assert len(items(healed(settings))) == BEFORE + AFTER


def test_who_was_erased_stays_erased_whatever_the_second_file_has(terminal: TerminalStore, settings: Settings) -> None:
    terminal.answer(5, a_person(2))
    terminal.journal.erase(a_person())
    closed(terminal)
    exchanged.mark_damaged(terminal.path)
    store = healed(settings)
    assert items(store) == set()
    assert len(items(store, a_person(2))) == 5
    assert store.vault.rows("SELECT 1 FROM entries JOIN erased USING (lane) WHERE body IS NOT NULL") == []


def test_after_healing_the_gateway_brings_what_was_lost_and_is_told(
    terminal: TerminalStore, settings: Settings
) -> None:
    gateway = ListGateway()
    exchange_all(terminal, gateway)
    closed(terminal)
    terminal.path.unlink()
    open_healed(settings).vault.close()
    again = open_terminal(terminal.path)
    again.answer(3, first=BEFORE + AFTER)
    again.exchange.accept(*gateway.feed(again.exchange.position()))  # a round takes in first
    exchange_all(again, gateway)
    assert len(items(again)) == BEFORE + AFTER + 3
    about_itself = [one.event for one in again.journal.replay(again.identity.subject)]
    assert about_itself == [StoreRestored(terminal=again.identity.terminal)]
    assert again.exchange.due(10, 1 << 20, {}) == ()
