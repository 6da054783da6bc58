"""One-time codes: made with no network by whoever holds the group's code key, good once and for three days."""

from sync.codes import WINDOW_MS, Asked, challenge, code_key, is_response, response
from tests.makers import HOUR_MS, NOON, OTHER_TERMINAL, TERMINAL

KEY = code_key(b"p" * 32)
ASKED = Asked(TERMINAL, "100234", 0)
SHOWN = challenge(KEY, ASKED, NOON)
CODE = response(KEY, "100234", SHOWN)


def test_a_code_has_eight_digits_and_answers_the_challenge_that_was_shown() -> None:
    assert (len(SHOWN), len(CODE)) == (6, 8)
    assert (SHOWN + CODE).isdigit()
    assert is_response(CODE, KEY, ASKED, NOON)


def test_a_code_is_good_for_three_days_and_not_longer() -> None:
    begun = NOON - NOON % WINDOW_MS
    code = response(KEY, "100234", challenge(KEY, ASKED, begun))
    assert is_response(code, KEY, ASKED, begun + 72 * HOUR_MS - 1)
    assert not is_response(code, KEY, ASKED, begun + 72 * HOUR_MS)


def test_a_code_is_worth_nothing_elsewhere_for_another_or_once_it_was_used() -> None:
    for other in (Asked(OTHER_TERMINAL, "100234", 0), Asked(TERMINAL, "100235", 0), Asked(TERMINAL, "100234", 1)):
        assert not is_response(CODE, KEY, other, NOON)
    assert not is_response(CODE, code_key(b"q" * 32), ASKED, NOON)
    assert not is_response("", KEY, ASKED, NOON)


def test_asking_again_shows_the_same_challenge() -> None:
    assert challenge(KEY, ASKED, NOON + 1) == SHOWN
