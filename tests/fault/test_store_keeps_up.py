"""The nightly upkeep on real files: a second one that verifies, damage marked; nothing of anybody is said."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk import selftest
from kiosk.cli import main
from kiosk.clock import Clock
from kiosk.selftest import CHECKS, failed_checks, has_touch_panel
from kiosk.settings import Settings
from kiosk.store.exchanged import asks_for_healing
from kiosk.store.meta import SecondFile
from kiosk.store.pages import PAGE_BYTES
from kiosk.store.second import Where, where, wrong_in
from kiosk.wiring.healed import open_healed
from kiosk.wiring.nightly import keep_up, parts_of
from kiosk.wiring.opened import open_store
from kiosk.wiring.upkeep import status_of
from modules.errors import StoreDamagedError
from modules.events import PrivateNoteKept
from modules.ids import StaffId
from modules.roster import PinVerifier, Roster, RosterPerson
from tests.fault.hurt import closed, items, settings_in
from tests.suites.terminals import INSTITUTION, STORE_KEY, TerminalStore, a_person, an_id, make_terminal

NEEDLES = ("Naaldemans", "kamerplantje", "8675309", "p-")
GLASS = "I: Bus=0003\nN: Name=a panel\nB: PROP=2\nB: EV=1b\n"
MOUSE = "I: Bus=0003\nN: Name=a mouse\nB: PROP=0\nB: EV=17\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "terminal.toml").write_text(
        'profile = "development"\n[gateway]\nurl = "https://gateway.example"\n'
        'certificate = "c"\nkey = "k"\nauthority = "a"\n'
    )
    return settings_in(tmp_path)


@pytest.fixture
def terminal(settings: Settings) -> TerminalStore:
    """Gives a terminal with a person on its roster who wrote something."""
    made = make_terminal(settings.store.path)
    zeros = PinVerifier(salt="AAAA", verifier="AAAA", memory_kib=19_456, iterations=1)
    person = RosterPerson(
        detainee=a_person(), number=NEEDLES[2], name=NEEDLES[0], wing="A", mentor=StaffId(an_id("s-", 1)), pin=zeros
    )
    with made.vault.write():
        made.meta.put_roster(Roster(institution=INSTITUTION, institution_name="PI", version=1, people=(person,)))
    made.write(PrivateNoteKept(words=f"een {NEEDLES[1]} {NEEDLES[2]}"))
    made.answer(30)
    return made


def test_the_second_file_is_whole_and_the_newest(terminal: TerminalStore, settings: Settings) -> None:
    for answers in (0, 5):
        terminal.answer(answers, first=30)
        upkeep = keep_up(settings)
        assert (upkeep.second, upkeep.is_well, upkeep.lanes_older) == (SecondFile.WRITTEN, True, 0)
    assert wrong_in(settings.store.second, STORE_KEY.file) == ()
    assert sorted(path.name for path in settings.store.second_folder.iterdir()) == ["store.db"]
    closed(terminal)
    terminal.path.unlink()
    assert len(items(open_healed(settings))) == 35


def test_the_log_is_empty_after_it(terminal: TerminalStore, settings: Settings) -> None:
    keep_up(settings)
    assert terminal.path.with_name("store.db-wal").stat().st_size == 0


def test_a_damaged_store_never_becomes_the_second_file(terminal: TerminalStore, settings: Settings) -> None:
    keep_up(settings)
    second = settings.store.second.read_bytes()
    raw = closed(terminal)
    raw[-PAGE_BYTES + 50] ^= 1
    terminal.path.write_bytes(raw)
    try:
        assert keep_up(settings).second is SecondFile.LEFT
    except StoreDamagedError:
        assert asks_for_healing(terminal.path)
    assert settings.store.second.read_bytes() == second
    assert asks_for_healing(terminal.path)
    assert main(["upkeep", "--settings", str(settings.store.path.with_name("terminal.toml"))]) == 4


def test_what_the_second_file_stands_on_is_told(terminal: TerminalStore, settings: Settings, tmp_path: Path) -> None:
    second = settings.store.second
    assert where(terminal.path, second) is Where.NONE
    keep_up(settings)
    assert where(terminal.path, second) is Where.SAME_PARTITION
    assert where(Path("/proc/version"), second) is not Where.SAME_PARTITION


def test_status_and_selftest_tell_nothing_of_anybody(
    terminal: TerminalStore, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(settings.store.path.with_name("terminal.toml"))
    keep_up(settings)
    for words in (["status", "--json", "--check"], ["status"], ["selftest", "--json"], ["selftest"], ["upkeep"]):
        main([words[0], "--settings", file, *words[1:]])
    said = "".join(capsys.readouterr())
    assert len(said) > 1000
    assert [needle for needle in NEEDLES if needle in said] == []


def test_status_says_how_the_store_is(terminal: TerminalStore, settings: Settings) -> None:
    before = status_of(settings)
    assert (before.upkeep, before.second_file, before.asks_for_healing) == (None, Where.NONE, False)
    keep_up(settings)
    status = json.loads(status_of(settings, thorough=True).model_dump_json())
    assert status["upkeep"]["second"] == "written"
    assert status["second_file"] == "same_partition"
    assert (status["schema_version"], status["due"], status["wrong"], status["set_aside"]) == (1, 32, [], 0)


def test_each_check_of_the_self_test_can_fail(
    terminal: TerminalStore, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(settings)
    parts = replace(parts_of(store, settings), clock=Clock())
    assert failed_checks(parts) == ("settings", "clock", "upkeep", "second_file", "content")
    parts = replace(parts, clock=Clock(parts.clock.moment().wall_ms))
    for name in ("c", "k", "a"):
        settings.store.path.with_name(name).touch()
    keep_up(settings)
    assert set(failed_checks(parts)) <= {"content", "upkeep"}
    monkeypatch.setattr(selftest, "LEAST_FREE_BYTES", 1 << 60)
    monkeypatch.setattr(selftest, "font_file", lambda *_: "/none")
    store.vault.run("DELETE FROM secrets")
    terminal.path.with_name("store.db.damaged").touch()
    tablet = settings.panel.model_copy(update={"width_mm": 217, "height_mm": 136})
    production = settings.model_copy(update={"profile": "production", "panel": tablet})
    monkeypatch.setattr(selftest, "has_sound_card", lambda: False)
    monkeypatch.setattr(selftest, "INPUT_DEVICES", Path("/none"))
    failed = set(failed_checks(replace(parts, settings=production)))
    assert failed | {"upkeep"} == set(CHECKS) - {"settings", "clock", "second_file"} | {"upkeep"}


def test_a_glass_that_takes_touches_is_told_from_a_mouse() -> None:
    assert has_touch_panel(MOUSE + "\n" + GLASS)
    assert not has_touch_panel(MOUSE)
