"""A page that leads to others takes what is below it along: that is told, and what the second file has comes back."""

import json
import shutil
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.settings import Settings
from kiosk.store import exchanged
from kiosk.store.meta import Healed
from kiosk.store.pages import PAGE_BYTES
from kiosk.store.second import write_second
from kiosk.wiring.healed import open_healed
from modules.errors import StoreGoneError
from tests.fault.hurt import SETTINGS, closed, healed, interior_pages, items, put_alone, settings_in
from tests.suites.terminals import STORE_KEY, make_terminal

BEFORE, AFTER = 200, 400
"""So many answers before and after the second file that pages which lead to others lead to such again."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def raw(settings: Settings) -> bytearray:
    made = make_terminal(settings.store.path)
    made.answer(BEFORE)
    write_second(made.vault, settings.store.second, STORE_KEY.file)
    made.answer(AFTER, first=BEFORE)
    return closed(made)


def hurt(settings: Settings, raw: bytearray, page: int) -> tuple[set[str], Healed]:
    """Gives the answers that are there after a page was damaged, and what is told of it."""
    damaged = bytearray(raw)
    damaged[page * PAGE_BYTES + 99] ^= 1
    put_alone(settings.store.path, damaged)
    exchanged.mark_damaged(settings.store.path)
    store = healed(settings)
    there, told = items(store), store.meta.healed()
    store.vault.close()
    assert told is not None
    assert told.pages_wrong == 1
    return there, told


def test_what_was_below_the_page_comes_back_of_the_second_file_and_the_rest_is_told(
    settings: Settings, raw: bytearray
) -> None:
    widest, *others = interior_pages(raw)[:4]
    the_second_has = {f"debts.q{number}" for number in range(BEFORE)}
    assert hurt(settings, raw, widest)[0] == the_second_has
    missing = []
    for page in others:
        there, told = hurt(settings, raw, page)
        assert the_second_has <= there
        assert told.missing in (0, BEFORE + AFTER - len(there)), "all of it is counted, or it was the end of the lane"
        missing.append(told.missing)
    assert max(missing) > 0


def test_the_status_says_what_came_of_a_healing(
    settings: Settings, raw: bytearray, capsys: pytest.CaptureFixture[str]
) -> None:
    _, told = hurt(settings, raw, interior_pages(raw)[1])
    file = settings.store.path.parent / "terminal.toml"
    file.write_text(SETTINGS, encoding="utf-8")
    assert main(["status", "--json", "--settings", str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["healed"] == told.model_dump(mode="json")


def test_a_first_page_that_is_gone_and_no_second_file_is_a_state_of_its_own(settings: Settings, raw: bytearray) -> None:
    raw[2000] ^= 1
    settings.store.path.write_bytes(raw)
    shutil.rmtree(settings.store.second_folder)
    with pytest.raises(StoreGoneError) as refused:
        open_healed(settings)
    assert refused.value.code == "store-gone"
    assert "copy" in refused.value.hint
    assert settings.store.path.read_bytes() == raw, "it lies as it was found, for whoever can read more of it"
