"""No copy of ours keeps a key of who was erased, and no older one put back brings him back.

- Needles stand in every field anybody can fill in (tests/needles.py); every key of the terminal is used to find them.
- Not here: who is erased and when (test_erasure.py).
"""

import shutil
from pathlib import Path

import pytest

from kiosk.store import exchanged
from kiosk.store.files import beside, remove
from kiosk.store.meta import SecondFile
from kiosk.wiring.erasing import erase_what_is_over
from kiosk.wiring.healed import open_healed
from kiosk.wiring.nightly import keep_up
from kiosk.wiring.opened import OpenStore, open_store
from tests.fault.hurt import closed, items, settings_in
from tests.kiosk.test_erasure import LEAVES, STAYS, roster
from tests.needles import planted
from tests.suites.terminals import ListGateway, exchange_all, make_terminal, open_terminal, plain_words

EVENTS, NEEDLES = planted()
LEAST = 50


class Wall:
    """A terminal with its second file and an operator's copy of its store, both from before somebody left."""

    def __init__(self, folder: Path) -> None:
        self.settings = settings_in(folder)
        self.store, self.second = self.settings.store.path, self.settings.store.second
        self.old_second, self.old_store = folder / "old-second.db", folder / "old-store.db"
        terminal = make_terminal(self.store)
        roster(terminal, LEAVES, STAYS)
        terminal.answer(3, STAYS)
        for event in EVENTS:
            terminal.write(event, LEAVES)
        exchange_all(terminal, ListGateway())
        assert keep_up(self.settings).second is SecondFile.WRITTEN
        shutil.copy(self.second, self.old_second)
        terminal.vault.copy_to(self.old_store)
        roster(terminal, STAYS)
        closed(terminal)

    def erases(self) -> None:
        store = open_store(self.settings)
        erase_what_is_over(store, self.settings)
        store.vault.close()

    def puts_back(self, copy: Path) -> None:
        remove(self.store)
        shutil.copy(copy, self.store)


def left_in(store: OpenStore) -> list[str]:
    """Gives the needles that can be read; the neighbour has everything, and every lane verifies."""
    found = plain_words(store)
    assert len(items(store, STAYS)) == 3
    assert store.journal.verify() == ()
    store.vault.close()
    return [needle for needle in NEEDLES if needle in found]


def readable_in(file: Path) -> list[str]:
    """Gives the needles that the terminal's keys read in a file of its store, as it lies there."""
    terminal = open_terminal(file)
    found = plain_words(terminal)
    terminal.vault.close()
    return [needle for needle in NEEDLES if needle in found]


@pytest.fixture
def wall(tmp_path: Path) -> Wall:
    return Wall(tmp_path)


def test_until_he_is_erased_every_needle_can_be_read_in_each_copy(wall: Wall) -> None:
    assert len(NEEDLES) >= LEAST
    assert readable_in(wall.old_second) == readable_in(wall.old_store) == readable_in(wall.store) == list(NEEDLES)


def test_the_second_file_follows_an_erasure_at_once(wall: Wall) -> None:
    wall.erases()
    assert readable_in(wall.second) == []
    assert sorted(path.name for path in wall.second.parent.iterdir() if not path.name.endswith("-shm")) == ["store.db"]


def test_a_store_healed_from_an_old_second_file_does_not_have_him(wall: Wall) -> None:
    wall.erases()
    shutil.copy(wall.old_second, wall.second)
    remove(wall.store)
    assert left_in(open_healed(wall.settings)) == []
    keep_up(wall.settings)
    assert readable_in(wall.second) == []


def test_a_damaged_file_that_was_set_aside_goes_with_him(wall: Wall) -> None:
    exchanged.mark_damaged(wall.store)
    open_healed(wall.settings).vault.close()
    assert readable_in(beside(wall.store, ".aside-1")) == list(NEEDLES)
    wall.erases()
    assert readable_in(wall.store) == []
    assert list(wall.store.parent.glob("store.db.aside-*")) == []


def test_an_old_copy_that_had_to_be_healed_leaves_nothing_of_him_aside(wall: Wall) -> None:
    wall.erases()
    wall.puts_back(wall.old_store)
    exchanged.mark_damaged(wall.store)
    assert left_in(open_healed(wall.settings)) == []
    assert exchanged.set_aside(wall.store) == 0


def test_an_old_copy_of_the_store_put_back_does_not_have_him(wall: Wall) -> None:
    wall.erases()
    wall.puts_back(wall.old_store)
    assert left_in(open_store(wall.settings)) == []


def test_where_no_courier_runs_the_upkeep_erases(wall: Wall) -> None:
    assert keep_up(wall.settings).second is SecondFile.WRITTEN
    assert readable_in(wall.store) == readable_in(wall.second) == []


def test_a_second_file_that_cannot_be_written_yet_is_made_anew_by_the_next_upkeep(
    wall: Wall, caplog: pytest.LogCaptureFixture
) -> None:
    in_the_way = beside(wall.second, ".aside")
    in_the_way.mkdir()
    wall.erases()
    assert "not_whole" in caplog.text
    assert readable_in(wall.store) == []
    in_the_way.rmdir()
    assert keep_up(wall.settings).second is SecondFile.WRITTEN
    assert readable_in(wall.second) == []
