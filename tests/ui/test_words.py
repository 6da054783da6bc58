"""The words as they stand on disk: in the language asked for, in Dutch where that one has none."""

import datetime as dt

import pytest

from kiosk.i18n import OWN_NAMES, Words, frame_words, keyboard_words
from modules.errors import MalformedError


def test_the_easy_level_says_what_it_has_and_borrows_the_rest_from_dutch() -> None:
    easy, dutch = Words("nl@simple"), Words("nl")
    assert easy("unlock.number.help") != dutch("unlock.number.help")
    assert easy("foot.next") == dutch("foot.next")


def test_a_name_that_nobody_knows_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        Words("tr")("no.such.name")


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(MalformedError):
        Words("xx")("foot.back")


@pytest.mark.parametrize(("count", "text"), [(1, "1 nieuw bericht"), (2, "2 nieuwe berichten")])
def test_a_number_chooses_the_form_of_its_word(count: int, text: str) -> None:
    assert Words("nl")("home.messages.new", count=count) == text


def test_a_day_is_written_as_the_language_writes_it() -> None:
    day = dt.date(2026, 11, 23)
    assert Words("nl@simple").day(day) == "23 november 2026"
    assert Words("tr").day(day) == "23 Kasım 2026"


def test_numbers_keep_the_digits_that_are_used_here() -> None:
    assert Words("ar").number(12) == "12"


@pytest.mark.parametrize("language", OWN_NAMES)
def test_the_frame_and_the_keyboard_have_all_their_words(language: str) -> None:
    for value in (frame_words(Words(language)), keyboard_words(Words(language))):
        assert all(getattr(value, name) for name in type(value).__slots__)
