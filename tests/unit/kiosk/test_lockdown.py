"""The keys: only the few that move and choose come through."""

import pytest

from kiosk.lockdown import allowed

TAB, ENTER, SPACE, RIGHT, ESCAPE, F1, Q, PRINT_SCREEN = 43, 40, 44, 79, 41, 58, 20, 70


@pytest.mark.parametrize("scancode", [TAB, ENTER, SPACE, RIGHT])
def test_keys_that_move_and_choose_come_through(scancode: int) -> None:
    assert allowed(scancode, [])
    assert allowed(scancode, ["shift", "numlock"])


@pytest.mark.parametrize("scancode", [ESCAPE, F1, Q, PRINT_SCREEN])
def test_every_other_key_is_swallowed(scancode: int) -> None:
    assert not allowed(scancode, [])


@pytest.mark.parametrize("modifier", ["ctrl", "alt", "meta"])
def test_no_key_comes_through_with_a_modifier(modifier: str) -> None:
    assert not allowed(TAB, [modifier])
    assert not allowed(ENTER, ["shift", modifier])
