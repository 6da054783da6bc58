"""The power goes, between any two taps: the person is back where he was, and nothing he gave is gone."""

import pytest

from kiosk.development import NUMBER, PIN
from tests.journey import Journey

TAPS = (
    "foot.next",
    "answer.yes",
    "foot.next",
    "answer.with_me",
    "foot.next",
    "foot.skip",
    "top.language",
    "language.en",
)


@pytest.mark.parametrize("taps", range(0, len(TAPS) + 1, 2))
def test_after_a_kill_between_two_taps_the_person_is_on_the_same_page(journey: Journey, taps: int) -> None:
    terminal = journey.terminal
    journey.log_in()
    terminal.touch("stone.reflector")
    terminal.wait_for_page("reflector")
    terminal.touch("foot.next")
    terminal.wait_for_page("reflector/basics")
    for tap in TAPS[:taps]:
        terminal.touch(tap if tap in terminal.seen()["places"] else journey.first_answer())
    before = terminal.settled()
    terminal.kill()
    terminal.start()
    terminal.log_in(NUMBER, PIN)
    terminal.wait_for_page(before["page"])
    after = terminal.settled()
    assert after["page"] == before["page"]
    assert after["chosen"] == before["chosen"]
