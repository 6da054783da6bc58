"""What ids are called at the gateway, also those of an older version of a pack."""

import pytest

from modules.definition.questionnaire import Questionnaire
from modules.exercises.renaming import Renaming
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import ItemId, OptionId, ThemeId
from modules.texts import DUTCH
from sync.gateway.titles import Titles
from tests.definitions import a_questionnaire, a_single_choice, a_theme, options, text

ASKED, WAS, YES, AYE = ItemId("basics.id"), ItemId("basics.card"), OptionId("yes"), OptionId("aye")
DEFINITIONS = (a_questionnaire(a_theme(items=(a_single_choice(ASKED),))),)
QUESTION, SAID = "Heb je een geldig identiteitsbewijs?", ("ja",)
RENAMED = Renaming(items={WAS: ASKED}, options={WAS: {AYE: YES}})


def _said(option: OptionId) -> SingleChoiceAnswer:
    return SingleChoiceAnswer(option=option)


def test_an_item_of_an_older_version_has_the_words_of_what_it_is_called_now() -> None:
    titles = Titles(DEFINITIONS, (RENAMED,))
    assert titles.question(WAS) == titles.question(ASKED) == QUESTION
    assert titles.answer(WAS, _said(AYE)) == titles.answer(ASKED, _said(YES)) == SAID
    assert titles.in_language(WAS, _said(AYE), DUTCH) == (QUESTION, SAID)


def test_an_option_of_an_older_version_has_the_words_of_what_it_is_called_now() -> None:
    titles = Titles(DEFINITIONS, (Renaming(options={ASKED: {AYE: YES}}),))
    assert titles.answer(ASKED, _said(AYE)) == SAID


def test_what_no_pack_here_knows_keeps_its_id_and_nothing_is_guessed() -> None:
    titles = Titles(DEFINITIONS)
    assert titles.question(WAS) == WAS
    assert titles.answer(WAS, _said(AYE)) == ()
    assert titles.answer(ASKED, _said(AYE)) == ()
    assert titles.in_language(WAS, _said(AYE), DUTCH) == (str(WAS), ())


def test_what_only_an_earlier_version_had_keeps_its_words() -> None:
    gone, said = ItemId("basics.gone"), _said(YES)
    before = a_questionnaire(a_theme("was", items=(a_single_choice(gone),), title=text("Hoe het was")))
    titles = Titles(DEFINITIONS, earlier=lambda: (before,))
    assert titles.question(gone) == QUESTION
    assert titles.answer(gone, said) == SAID
    assert titles.in_language(gone, said, DUTCH) == (QUESTION, SAID)
    assert titles.theme(ThemeId("was")) == titles.named("was", DUTCH) == "Hoe het was"
    assert "was" not in dict(titles.themes())


def test_an_option_that_only_an_earlier_version_had_keeps_its_words() -> None:
    before = a_questionnaire(a_theme(items=(a_single_choice(ASKED, options=options("yes", "aye")),)))
    titles = Titles(DEFINITIONS, earlier=lambda: (before,))
    assert titles.answer(ASKED, _said(AYE)) != ()
    assert titles.answer(ASKED, _said(YES)) == SAID


def test_no_earlier_version_is_read_as_long_as_the_packs_in_use_know_everything() -> None:
    def unread() -> tuple[Questionnaire, ...]:
        raise AssertionError

    titles = Titles(DEFINITIONS, earlier=unread)
    assert titles.answer(ASKED, _said(YES)) == SAID
    with pytest.raises(AssertionError):
        titles.question(WAS)
