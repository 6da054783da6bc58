"""The beginning of a person's own words, where a card or a row has no room for all of them."""

import pytest

from kiosk.views.begun import MOST_SAID, begun

LONG = "Ik bel mijn zus over de sleutel en daarna loop ik een rondje buiten met de hond"


def test_short_words_stand_as_they_were_written() -> None:
    assert begun("Ik bel  mijn zus") == "Ik bel  mijn zus"
    assert begun("a" * MOST_SAID) == "a" * MOST_SAID


@pytest.mark.parametrize("words", [LONG, "b" * 200, f"{'c' * 80} d"])
def test_long_words_are_begun_and_say_that_there_are_more(words: str) -> None:
    shown = begun(words)
    assert shown.endswith(" …")
    assert words.startswith(shown.removesuffix(" …"))
    assert MOST_SAID // 2 < len(shown) <= MOST_SAID + 1


def test_they_are_cut_between_two_words() -> None:
    assert begun(LONG) == "Ik bel mijn zus over de sleutel en daarna loop ik een …"
