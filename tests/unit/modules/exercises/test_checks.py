"""Each kind's check: what an exercise takes as an answer, and what it refuses."""

import pytest
from pydantic import ValidationError

from modules.errors import RefusedError
from modules.exercises import KINDS, Answer, AnyExercise, check_answer, chosen_options
from modules.exercises.card_sort import CardSortAnswer
from modules.exercises.goal_builder import Goal, GoalBuilderAnswer, check_goal
from modules.exercises.if_then import IfThenAnswer
from modules.exercises.info_card import InfoCard, InfoCardAnswer
from modules.exercises.multi_choice import MultiChoiceAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import Said
from modules.exercises.signature import SignatureStep, SignatureStepAnswer
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.exercises.summary import Summary, SummaryAnswer
from modules.exercises.timeline import TimelineAnswer
from modules.ids import ItemId, OptionId
from tests.definitions import (
    a_card_sort,
    a_goal_builder,
    a_multi_choice,
    a_ruler,
    a_single_choice,
    a_timeline,
    an_if_then,
    options,
    text,
)
from tests.makers import a_goal
from tests.unit.modules.exercises import kinds

CARD = InfoCard(id=ItemId("m1.card"), prompt=text("Welkom"), body=(text("Lees dit."),))
STEP = SignatureStep(id=ItemId("m8.sign"), prompt=text("Ondertekenen"))
SUMMARY = Summary(
    id=ItemId("m1.summary"),
    prompt=text("Dit zei je"),
    shows=(ItemId("m1.a"), ItemId("m1.b")),
    mentor_questions=options("ask_help"),
)


def _some(*ids: str) -> tuple[OptionId, ...]:
    return tuple(map(OptionId, ids))


def _piles(**piles: str) -> CardSortAnswer:
    return CardSortAnswer(piles={OptionId(card): OptionId(pile) for card, pile in piles.items()})


def _placed(**cards: tuple[str, ...]) -> TimelineAnswer:
    return TimelineAnswer(placed={OptionId(card): _some(*periods) for card, periods in cards.items()})


def _if_then(situation: Said, action: Said) -> IfThenAnswer:
    return IfThenAnswer(situation=situation, action=action)


OPTION, OWN = Said(option=OptionId("angry")), Said(own="als het druk is")
WALK = Said(option=OptionId("walk"))
SOME = SummaryAnswer(shared=(ItemId("m1.a"),), mentor_question=OptionId("ask_help"))

TAKEN: list[tuple[AnyExercise, Answer]] = [
    (CARD, InfoCardAnswer()),
    (STEP, SignatureStepAnswer(signed=True)),
    (STEP, SignatureStepAnswer(signed=False)),
    (a_single_choice(), SingleChoiceAnswer(option=OptionId("no"))),
    (a_multi_choice(), MultiChoiceAnswer(options=())),
    (a_multi_choice(), MultiChoiceAnswer(options=_some("benefit", "work"))),
    (a_multi_choice(most=1), MultiChoiceAnswer(options=_some("work"))),
    (a_ruler(), RulerAnswer(value=0)),
    (a_ruler(), RulerAnswer(value=10)),
    (a_card_sort(), _piles()),
    (a_card_sort(), _piles(cook="me", fix="not_me")),
    (a_timeline(), _placed()),
    (a_timeline(), _placed(school=("child", "young"), home=())),
    (an_if_then(), _if_then(OPTION, WALK)),
    (an_if_then(), _if_then(OWN, OWN)),
    (a_goal_builder(), GoalBuilderAnswer()),
    (SUMMARY, SummaryAnswer(shared=())),
    (SUMMARY, SOME),
]
TAKEN += kinds.TAKEN
REFUSED: list[tuple[AnyExercise, Answer, str]] = [
    (a_single_choice(), RulerAnswer(value=3), "another kind"),
    (a_ruler(), GoalBuilderAnswer(), "another kind"),
    (a_single_choice(), SingleChoiceAnswer(option=OptionId("maybe")), "does not offer"),
    (a_multi_choice(), MultiChoiceAnswer(options=_some("work", "maybe")), "does not offer"),
    (a_multi_choice(), MultiChoiceAnswer(options=_some("work", "work")), "twice"),
    (a_multi_choice(most=1), MultiChoiceAnswer(options=_some("work", "benefit")), "more options"),
    (a_card_sort(), _piles(swim="me"), "does not offer"),
    (a_card_sort(), _piles(cook="somewhere"), "does not offer"),
    (a_timeline(), _placed(holiday=("child",)), "does not offer"),
    (a_timeline(), _placed(school=("later",)), "does not offer"),
    (a_timeline(), _placed(school=("child", "child")), "twice"),
    (an_if_then(), _if_then(WALK, WALK), "does not offer"),
    (an_if_then(own_words=False), _if_then(OWN, WALK), "own words"),
    (an_if_then(own_words=False), _if_then(OPTION, OWN), "own words"),
    (SUMMARY, SummaryAnswer(shared=(ItemId("m1.c"),)), "does not show"),
    (SUMMARY, SummaryAnswer(shared=(ItemId("m1.a"), ItemId("m1.a"))), "twice"),
    (SUMMARY, SummaryAnswer(shared=(), mentor_question=OptionId("ask_money")), "does not offer"),
]
REFUSED += kinds.REFUSED


@pytest.mark.parametrize(("exercise", "answer"), TAKEN, ids=[exercise.kind for exercise, _ in TAKEN])
def test_an_answer_that_fits_is_taken(exercise: AnyExercise, answer: Answer) -> None:
    check_answer(exercise, answer)


@pytest.mark.parametrize(("exercise", "answer", "why"), REFUSED, ids=[f"{e.kind}: {why}" for e, _, why in REFUSED])
def test_an_answer_that_does_not_fit_is_refused(exercise: AnyExercise, answer: Answer, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        check_answer(exercise, answer)


def test_every_kind_was_answered_here() -> None:
    assert {exercise.kind for exercise, _ in TAKEN} == set(KINDS)


@pytest.mark.parametrize("value", [-1, 11])
def test_a_ruler_ends_at_nought_and_ten(value: int) -> None:
    with pytest.raises(ValidationError):
        RulerAnswer(value=value)


@pytest.mark.parametrize("said", [{}, {"option": "angry", "own": "boos"}, {"own": ""}, {"own": "x" * 201}])
def test_a_person_says_an_option_or_a_few_words_and_exactly_one_of_the_two(said: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Said.model_validate(said)


def test_conditions_can_ask_for_what_was_chosen_and_for_nothing_else() -> None:
    assert chosen_options(SingleChoiceAnswer(option=OptionId("yes"))) == {"yes"}
    assert chosen_options(MultiChoiceAnswer(options=_some("work", "none"))) == {"work", "none"}
    assert chosen_options(_piles(cook="me")) == chosen_options(RulerAnswer(value=3)) == frozenset()


@pytest.mark.parametrize(
    "goal",
    [
        Goal(area=OptionId("house")),
        a_goal(),
        a_goal(wish=Said(own="eigen zaak"), how_i_know=Said(own="mijn naam op de deur")),
    ],
)
def test_a_goal_is_made_of_what_is_offered_and_own_words(goal: Goal) -> None:
    check_goal(a_goal_builder(), goal)


@pytest.mark.parametrize(
    "goal",
    [
        a_goal(area=OptionId("moon")),
        a_goal(area=OptionId("house")),  # its wish belongs to another area
        a_goal(first_step=Said(option=OptionId("house_step"))),
        a_goal(when=OptionId("someday")),
        a_goal(who_helps=OptionId("nobody")),
        a_goal(how_i_know=Said(option=OptionId("i_feel_it"))),
    ],
)
def test_a_goal_of_other_parts_is_refused(goal: Goal) -> None:
    with pytest.raises(RefusedError):
        check_goal(a_goal_builder(), goal)


@pytest.mark.parametrize("step", ["wish", "first_step", "when", "who_helps", "how_i_know"])
def test_a_goal_is_whole_when_every_step_was_taken(step: str) -> None:
    assert a_goal().is_whole
    assert not a_goal(**{step: None}).is_whole
