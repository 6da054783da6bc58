"""Texts: a screen never shows a blank."""

import pytest
from pydantic import ValidationError

from modules.texts import DUTCH, SIMPLE_DUTCH, Language, Text
from tests.definitions import text

POLISH = Language("pl")


def test_a_text_without_dutch_is_refused() -> None:
    with pytest.raises(ValidationError, match="Dutch"):
        Text({POLISH: "tak"})


def test_a_language_that_is_missing_falls_back_to_dutch() -> None:
    said = text("ja", en="yes")
    assert said.in_language(Language("en")) == "yes"
    assert said.in_language(POLISH) == said.in_language(SIMPLE_DUTCH) == said.in_language(DUTCH) == "ja"


def test_a_fallback_can_be_told_from_a_translation_that_reads_the_same() -> None:
    said = text("mentor", en="mentor")
    assert said.is_in(Language("en"))
    assert not said.is_in(POLISH)


def test_equal_texts_count_as_one() -> None:
    assert len({text("ja", en="yes", pl="tak"), text("ja", pl="tak", en="yes"), text("ja")}) == 2


@pytest.mark.parametrize("sentence", ["", "a" * 2001])
def test_a_sentence_has_words_and_an_end(sentence: str) -> None:
    with pytest.raises(ValidationError):
        text(sentence)
