"""A terminal whose store cannot be opened says that it is out of use; once the store is there again it works."""

from kiosk.cli import main
from kiosk.development import Desk
from tests.e2e.display import Display
from tests.e2e.terminal import Terminal


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
