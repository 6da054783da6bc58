"""What a program can hold about words: lengths, lines, forbidden words, script, placeholders."""

import pytest

from content import words


def test_a_sentence_ends_at_its_mark_or_at_the_end_of_a_line() -> None:
    assert list(words.sentences("Dag. Hoe gaat het?\nGoed")) == ["Dag.", "Hoe gaat het?", "Goed"]


def test_words_are_counted_as_a_reader_does() -> None:
    assert [count for _, count in words.too_long("Je D&R-plan, je ID-kaart en 'n vriend.", 2)] == [8]


def test_a_short_sentence_is_not_too_long() -> None:
    assert list(words.too_long("Een twee drie. Vier vijf zes.", 3)) == []


@pytest.mark.parametrize(("text", "shares"), [("Een. Twee.", True), ("Een.\nTwee.", False), ("Een, twee", False)])
def test_simple_dutch_has_one_sentence_a_line(text: str, shares: bool) -> None:
    assert words.shares_a_line(text) is shares


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Vertel over je delict", "nl", ["delict"]),
        ("De dader en het slachtoffer", "nl@simple", ["dader", "slachtoffer"]),
        ("Je moet dit doen", "nl", ["je moet"]),
        ("Heb je schulden?", "nl", []),
        ("Ik heb een wapenbroeder", "nl", ["wapenbroeder"]),
        ("You must answer", "en", ["you must"]),
        ("The crime", "en", ["crime"]),
        ("The crime", "pl", []),
        ("ماذا تقول للضحية؟ الضحية", "ar", ["الضحية"]),
        ("Was sagt das Opfer?", "de", ["opfer"]),
        ("¿Eres culpable?", "es", ["culpable"]),
        ("Parle de ton délit, si tu es volontaire", "fr", ["délit"]),
        ("Papia di bo delito", "pap", ["delito"]),
        ("Kto jest ofiarą?", "pl", ["ofiarą"]),
        ("Ce simte victima?", "ro", ["victima"]),
        ("Suçun ne?", "tr", ["suçun"]),
    ],
)
def test_words_about_the_offence_and_scolding_are_found(text: str, language: str, found: list[str]) -> None:
    assert list(words.forbidden(text, language)) == found


@pytest.mark.parametrize(("text", "formal"), [("Kunt u dat?", True), ("Uw plan", True), ("Nu en jouw plan", False)])
def test_a_formal_you_is_found_and_a_word_that_holds_one_is_not(text: str, formal: bool) -> None:
    assert words.is_formal(text) is formal


@pytest.mark.parametrize(
    ("text", "language", "fits"),
    [
        ("خطتي", "ar", True),
        ("خطتك D&R مع RIC", "ar", True),
        ("My plan", "ar", False),
        ("Planım", "tr", True),
        ("Мой план", "pl", False),
        ("10", "ar", True),
    ],
)
def test_a_text_is_in_the_script_of_its_language(text: str, language: str, fits: bool) -> None:
    assert words.is_in_script(text, language) is fits


def test_placeholders_are_compared_whatever_their_order() -> None:
    assert words.placeholders("{name} op {day}") == words.placeholders("{day}: {name}")
    assert words.placeholders("{name}") != words.placeholders("{naam}")


def test_only_a_text_of_some_length_can_be_an_untranslated_copy() -> None:
    assert not words.is_same("RIC", "RIC")
    assert words.is_same("Dit is mijn plan", "Dit is mijn plan")


def test_a_translation_of_odd_length_is_noticed_only_for_longer_texts() -> None:
    assert words.is_odd_length("x", "Dit is een zin van genoeg lengte")
    assert not words.is_odd_length("x", "Ja")
