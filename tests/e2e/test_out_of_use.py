"""A terminal whose store cannot be opened says that it is out of use; once the store is there again it works."""

from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.development import NUMBER, PIN, Desk
from tests.e2e.display import Display
from tests.e2e.terminal import Terminal
from tests.fault.tpm import started
from tests.journey import Journey


def test_a_terminal_without_its_store_shows_so_and_comes_back(desk: Desk, display: Display) -> None:
    store = desk.settings.with_name("store.db")
    away = store.rename(store.with_name("elsewhere"))
    terminal = Terminal(display, desk.settings, desk.folder / "places.json", first="ClosedScreen")
    assert terminal.seen()["places"] == {}
    terminal.kill()
    away.rename(store)
    terminal.start()
    terminal.stop()


def test_a_damaged_store_is_healed_before_the_first_screen(desk: Desk, terminal: Terminal) -> None:
    assert main(["upkeep", "--settings", str(desk.settings)]) == 0
    terminal.kill()
    store = desk.settings.with_name("store.db")
    raw = bytearray(store.read_bytes())
    raw[2000] ^= 1
    store.write_bytes(raw)
    store.with_name("store.db-wal").unlink(missing_ok=True)  # or its copy of the first page hides the damage
    terminal.start()
    assert store.with_name("store.db.aside-1").is_file()


def test_with_another_tpm_nobody_is_let_in_to_fail_and_with_his_own_he_logs_in(
    desk: Desk, display: Display, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.settings.write_text(desk.settings.read_text().replace('pepper = "store"', 'pepper = "tpm"'))
    with started(tmp_path / "other") as other, started(tmp_path / "ours") as ours:
        monkeypatch.setenv("TPM2TOOLS_TCTI", ours.device)
        assert main(["keys", "pepper", "--settings", str(desk.settings)]) == 0
        monkeypatch.setenv("TPM2TOOLS_TCTI", other.device)
        terminal = Terminal(display, desk.settings, desk.folder / "places.json", first="ClosedScreen")
        terminal.kill()
        monkeypatch.setenv("TPM2TOOLS_TCTI", ours.device)
        terminal.start()
        Journey(terminal, NUMBER, PIN).log_in()
        terminal.stop()
