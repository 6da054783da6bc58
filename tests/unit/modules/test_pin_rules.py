"""Which PINs and picture sequences may be chosen."""

import pytest

from modules.pin_rules import is_easy, is_secret

NUMBER = "4471203"


@pytest.mark.parametrize(
    ("pin", "why"),
    [
        ("000000", "one digit"),
        ("112112", "two digits"),
        ("123456", "a run"),
        ("987654", "a run down"),
        ("471471", "a pattern twice"),
        ("474747", "a pattern three times"),
        ("270391", "a day"),
        ("910327", "a day the other way round"),
        ("447120", "his number"),
        ("302174", "his number backwards"),
        ("159753", "often chosen"),
        ("852258", "the same from both sides"),
        ("aaaaaa", "one picture"),
        ("abcabc", "three pictures"),
        ("abcdef", "neighbours"),
        ("ponmlk", "neighbours down"),
    ],
)
def test_what_others_would_try_first_is_not_taken(pin: str, why: str) -> None:
    assert is_easy(pin, NUMBER), why


@pytest.mark.parametrize("pin", ["482913", "804137", "275916", "518263", "ahcpbk", "kkcbdk"])
def test_what_nobody_would_guess_is_taken(pin: str) -> None:
    assert is_secret(pin)
    assert not is_easy(pin, NUMBER)


def test_a_short_number_keeps_no_pin_from_being_chosen_but_its_own() -> None:
    assert is_easy("912348", "1234")
    assert not is_easy("482913", "5678")


@pytest.mark.parametrize("secret", ["", "12345", "1234567", "abcdeq", "abc123", "١٢٣٤٥٦", "ABCDEF", "12 456"])
def test_what_is_no_pin_and_no_sequence_is_neither(secret: str) -> None:
    assert not is_secret(secret)


def test_few_pins_are_lost_to_the_rules_and_a_sequence_is_no_weaker_than_a_pin() -> None:
    every = (f"{pin:06d}" for pin in range(0, 1_000_000, 7))
    easy = [is_easy(pin, NUMBER) for pin in every]
    assert sum(easy) / len(easy) < 0.10
    assert 16**6 > 10 * 10**6
