"""What leaves the terminal: every event has its row, and what is a person's own stays his own."""

from typing import get_args

import pytest

from modules import disclosure
from modules.disclosure import OUTSIDE, PLAN_PARTS, Disclosure, Reader, disclosure_of, parts_for
from modules.events import AnswerGiven, Event, ExerciseDone
from modules.exercises.shared import Audience, PlanPart
from tests.every_event import every_event
from tests.makers import answered, did

EVENTS = set(get_args(get_args(Event)[0]))
OWN = {
    "PageReached",
    "QuestionSkipped",
    "ExerciseSkipped",
    "GoalSet",
    "GoalRemoved",
    "HalfKept",
    "LookChosen",
    "MarkDrawn",
    "PinChosen",
    "PlanCheckedIn",
    "PrivateNoteKept",
}


def test_every_event_of_the_union_has_a_row_and_nothing_else_has() -> None:
    assert set(disclosure.TABLE) == EVENTS


def test_every_event_is_told_how_far_it_goes() -> None:
    assert {type(event).__name__ for event in every_event() if disclosure_of(event) is not Disclosure.WHOLE} == OWN


def test_only_answers_follow_the_audience_of_their_question() -> None:
    assert {kind for kind, fixed in disclosure.TABLE.items() if fixed is None} == {AnswerGiven, ExerciseDone}
    assert set(disclosure.BY_AUDIENCE) == set(Audience)


@pytest.mark.parametrize("audience", Audience)
def test_an_answer_goes_as_far_as_its_question_says(audience: Audience) -> None:
    expected = Disclosure.DIGEST if audience is Audience.ONLY_ME else Disclosure.WHOLE
    assert disclosure_of(answered(audience=audience)) is expected
    assert disclosure_of(did(audience=audience)) is expected


def test_of_each_part_of_a_plan_it_is_said_who_reads_it() -> None:
    assert set(PLAN_PARTS) == set(PlanPart)
    for rule in PLAN_PARTS.values():
        assert rule.readers
        assert rule.is_choice or set(rule.readers) == set(Reader)
        assert not (rule.is_choice and OUTSIDE & set(rule.readers))


def test_nothing_goes_to_a_municipality_of_who_has_none_here() -> None:
    assert parts_for(Reader.MUNICIPALITY, vris=False) == {PlanPart.GOALS, PlanPart.BASICS}
    assert parts_for(Reader.MUNICIPALITY, vris=True) == frozenset()
    assert parts_for(Reader.MENTOR, vris=True) == set(PlanPart)
