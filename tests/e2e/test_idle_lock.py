"""A person walks away: the terminal locks by itself, shows nothing of him, and gives him his question back."""

from kiosk.development import NUMBER, OTHER_NUMBER, OTHER_PIN, PIN, Desk
from tests.e2e.display import Display
from tests.e2e.terminal import Terminal


def _rest_soon(desk: Desk) -> None:
    text = desk.settings.read_text(encoding="utf-8")
    text = text.replace("idle_dim_seconds = 60", "idle_dim_seconds = 5")
    desk.settings.write_text(text.replace("idle_lock_seconds = 120", "idle_lock_seconds = 10"), encoding="utf-8")


def test_an_unattended_terminal_locks_and_the_same_person_resumes_at_the_same_question(
    desk: Desk, display: Display
) -> None:
    _rest_soon(desk)
    terminal = Terminal(display, desk.settings, desk.folder / "places.json")
    try:
        terminal.log_in(NUMBER, PIN)
        terminal.touch("stone.reflector")
        terminal.wait_for_page("reflector")
        terminal.touch("foot.next")
        terminal.wait_for_page("reflector/basics")
        terminal.touch("foot.next")
        terminal.touch("answer.no")
        before = terminal.settled()
        terminal.wait_for_screen("UnlockScreen")
        terminal.touch("foot.back")
        terminal.wait_for_screen("AttractScreen")
        assert set(terminal.seen()["places"]) == {"attract.begin"}

        terminal.log_in(OTHER_NUMBER, OTHER_PIN)
        terminal.wait_for_page("home")
        terminal.touch("top.finish")

        terminal.log_in(NUMBER, PIN)
        terminal.wait_for_page(before["page"])
        assert terminal.settled()["chosen"] == before["chosen"]

        terminal.wait_for_screen("UnlockScreen")
        terminal.type(PIN)
        terminal.wait_for_page(before["page"])
        assert terminal.settled()["chosen"] == before["chosen"]
    finally:
        terminal.stop()
