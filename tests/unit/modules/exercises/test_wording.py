"""Answers back in words."""

from modules.exercises.card_sort import CardSortAnswer
from modules.exercises.if_then import IfThenAnswer
from modules.exercises.info_card import InfoCard, InfoCardAnswer
from modules.exercises.multi_choice import MultiChoiceAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import Said
from modules.exercises.timeline import TimelineAnswer
from modules.exercises.wording import Worded, option_text, said_words, wording
from modules.ids import ItemId, OptionId
from tests.definitions import (
    YES_NO,
    a_card_sort,
    a_multi_choice,
    a_ruler,
    a_single_choice,
    a_timeline,
    an_if_then,
    text,
)
from tests.makers import chose

COOK, FIX, ME, NOT_ME = map(OptionId, ("cook", "fix", "me", "not_me"))


def test_a_choice_comes_back_in_the_words_of_its_option() -> None:
    assert wording(a_single_choice(), chose("yes")) == (Worded(text("ja", en="yes")),)


def test_choices_come_back_in_the_order_they_are_offered() -> None:
    answer = MultiChoiceAnswer(options=(OptionId("none"), OptionId("work")))
    assert wording(a_multi_choice(), answer) == (Worded(text("work")), Worded(text("none")))


def test_a_ruler_comes_back_as_its_number() -> None:
    assert wording(a_ruler(), RulerAnswer(value=7)) == (Worded(text("7")),)


def test_cards_come_back_under_the_name_of_their_pile() -> None:
    answer = CardSortAnswer(piles={FIX: ME, COOK: NOT_ME})
    me, not_me = text("dat ben ik"), text("dat ben ik niet")
    assert wording(a_card_sort(), answer) == (Worded(text("fix"), me), Worded(text("cook"), not_me))


def test_a_card_laid_in_two_periods_comes_back_in_both() -> None:
    answer = TimelineAnswer(placed={OptionId("home"): (OptionId("now"), OptionId("child"))})
    assert wording(a_timeline(), answer) == (Worded(text("home"), text("kind")), Worded(text("home"), text("nu")))


def test_own_words_come_back_as_they_were_typed() -> None:
    answer = IfThenAnswer(situation=Said(own="  Als IK boos word…"), action=Said(option=OptionId("walk")))
    assert wording(an_if_then(), answer) == (Worded("  Als IK boos word…"), Worded(text("dan loop ik weg")))


def test_what_a_pack_no_longer_has_gives_no_words() -> None:
    assert wording(a_single_choice(), chose("gone")) == ()
    assert wording(a_card_sort(), CardSortAnswer(piles={COOK: OptionId("gone"), OptionId("gone"): ME})) == ()
    gone = Said(option=OptionId("gone"))
    assert wording(an_if_then(), IfThenAnswer(situation=gone, action=gone)) == ()
    assert option_text(YES_NO, OptionId("gone")) is None


def test_nothing_said_gives_no_words() -> None:
    card = InfoCard(id=ItemId("m1.card"), prompt=text("Welkom"), body=())
    assert wording(card, InfoCardAnswer()) == ()
    assert said_words(YES_NO, None) is None
    assert option_text(YES_NO, None) is None


def test_an_answer_of_another_kind_than_its_exercise_gives_no_words() -> None:
    assert wording(a_single_choice(), MultiChoiceAnswer(options=(OptionId("yes"),))) == ()
