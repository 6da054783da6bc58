"""What a person can do with his plan."""

from dataclasses import replace

import pytest

from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvProgramme
from modules.errors import MalformedError, RefusedError
from modules.events import (
    Event,
    GoalRemoved,
    GoalStepTicked,
    MarkDrawn,
    PlanCheckedIn,
    PlanDeclined,
    PlanReadied,
    ShareChosen,
    VersionChosen,
)
from modules.exercises.goal_builder import Goal
from modules.exercises.shared import Audience, PlanPart, Said
from modules.ids import GoalId, ItemId, OptionId
from modules.plan.commands import (
    MARK_POINTS,
    CheckIn,
    ChooseShare,
    ChooseVersion,
    DeclinePlan,
    PlanCommand,
    ReadyPlan,
    RemoveGoal,
    SetGoal,
    SignPlan,
    TickStep,
    decide,
)
from modules.plan.document import PlanDocument, Strokes, mark_digest
from modules.plan.state import PlanState, evolve
from modules.reasons import DeclineReason, DisagreeReason
from tests.definitions import a_kvv_edition
from tests.makers import GOAL, MARK, a_goal, a_plan_document, a_signed_plan, an_id, goal_set, recorded

BUILDER = ItemId("m8.goals")
OTHER, THIRD = (GoalId(an_id("goal-", number)) for number in (52, 53))


@pytest.fixture
def edition() -> Edition[KvvProgramme]:
    return a_kvv_edition()


def _after(*events: Event) -> PlanState:
    state = PlanState()
    for one in recorded(*events):
        state = evolve(state, one)
    return state


def _signing(document: PlanDocument, strokes: Strokes = MARK) -> SignPlan:
    signed = a_signed_plan(document)
    return SignPlan(signed.document, strokes, signed.person_key, signed.by_person, signed.by_terminal)


def test_a_goal_is_kept_at_each_step_of_building_it(edition: Edition[KvvProgramme]) -> None:
    begun = Goal(area=OptionId("work"))
    (first,) = decide(edition, PlanState(), SetGoal(BUILDER, GOAL, begun))
    (second,) = decide(edition, _after(first), SetGoal(BUILDER, GOAL, a_goal()))
    assert second == goal_set()
    assert _after(first, second).goals == {GOAL: goal_set()}


def test_the_same_goal_again_is_nothing_new(edition: Edition[KvvProgramme]) -> None:
    assert decide(edition, _after(goal_set()), SetGoal(BUILDER, GOAL, a_goal())) == ()


def test_a_plan_takes_as_many_goals_as_its_builder_says(edition: Edition[KvvProgramme]) -> None:
    full = _after(goal_set(), goal_set(OTHER))
    with pytest.raises(RefusedError, match="as many goals"):
        decide(edition, full, SetGoal(BUILDER, THIRD, a_goal()))
    changed = a_goal(when=OptionId("this_month"))
    assert decide(edition, full, SetGoal(BUILDER, OTHER, changed)) == (goal_set(OTHER, when=OptionId("this_month")),)


def test_a_goal_is_taken_out_and_makes_room(edition: Edition[KvvProgramme]) -> None:
    assert decide(edition, _after(goal_set()), RemoveGoal(GOAL)) == (GoalRemoved(goal_id=GOAL),)
    emptied = _after(goal_set(), goal_set(OTHER), GoalRemoved(goal_id=GOAL))
    assert decide(edition, emptied, SetGoal(BUILDER, THIRD, a_goal())) == (goal_set(THIRD),)


def test_a_share_is_chosen_and_signing_declined_as_a_recorded_choice(edition: Edition[KvvProgramme]) -> None:
    chosen = ChooseShare(PlanPart.STRENGTHS, Audience.ONLY_ME)
    share = ShareChosen(part=PlanPart.STRENGTHS, audience=Audience.ONLY_ME)
    assert decide(edition, PlanState(), chosen) == (share,)
    assert decide(edition, _after(share), chosen) == ()
    declined = PlanDeclined(reason=DeclineReason.LAWYER_FIRST)
    assert decide(edition, PlanState(), DeclinePlan(DeclineReason.LAWYER_FIRST)) == (declined,)


def test_signing_keeps_the_document_and_the_mark_apart(edition: Edition[KvvProgramme]) -> None:
    document = a_plan_document()
    signed, mark = decide(edition, _after(goal_set()), _signing(document))
    assert signed == a_signed_plan(document)
    assert mark == MarkDrawn(plan=document.digest, strokes=MARK)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (SetGoal(ItemId("m8.moon"), GOAL, a_goal()), "a builder that this programme does not have"),
        (SetGoal(ItemId("m8.if_then"), GOAL, a_goal()), "a builder that this programme does not have"),
        (SetGoal(BUILDER, GOAL, a_goal(area=OptionId("moon"))), "not offered"),
        (RemoveGoal(GOAL), "not in the plan"),
        (ChooseShare(PlanPart.GOALS, Audience.ONLY_ME), "the law's to say"),
        (ChooseShare(PlanPart.BASICS, Audience.MENTOR), "the law's to say"),
        (ReadyPlan(), "without a whole goal"),
        (TickStep(GOAL, done=True), "not in the plan"),
        (CheckIn(GOAL, 7), "not in the plan"),
        (ChooseVersion(a_plan_document().digest), "not one of those that stand"),
        (DeclinePlan(DeclineReason.NOT_NOW, Said(own="nee")), "only who does not agree"),
        (DeclinePlan(DeclineReason.DISAGREE, Said(option=OptionId("moon"))), "none of what can be said"),
        (_signing(a_plan_document(), MARK[:1]), "not the one the document names"),
    ],
)
def test_what_does_not_belong_in_the_plan_is_refused(
    edition: Edition[KvvProgramme], command: PlanCommand, why: str
) -> None:
    with pytest.raises(RefusedError, match=why):
        decide(edition, PlanState(), command)


@pytest.mark.parametrize("strokes", [((0, 0),) * (MARK_POINTS + 1), None])
def test_a_mark_that_goes_on_and_on_is_refused(
    edition: Edition[KvvProgramme], strokes: tuple[tuple[int, int], ...] | None
) -> None:
    mark = (strokes,) if strokes else (((0, 0),),) * 101
    with pytest.raises(RefusedError, match="more strokes or points"):
        decide(edition, PlanState(), _signing(a_plan_document(mark=mark_digest(mark)), mark))


def test_a_text_that_is_no_document_is_not_signed(edition: Edition[KvvProgramme]) -> None:
    signed = a_signed_plan()
    command = SignPlan("{}", MARK, signed.person_key, signed.by_person, signed.by_terminal)
    with pytest.raises(MalformedError):
        decide(edition, PlanState(), command)


@pytest.mark.parametrize("because", [Said(option=OptionId(DisagreeReason.TOO_MUCH)), Said(own="dit wil ik niet"), None])
def test_who_does_not_agree_says_what_with_or_nothing(edition: Edition[KvvProgramme], because: Said | None) -> None:
    (declined,) = decide(edition, _after(goal_set()), DeclinePlan(DeclineReason.DISAGREE, because))
    assert declined == PlanDeclined(reason=DeclineReason.DISAGREE, because=because)


def test_a_plan_is_said_to_be_ready_once(edition: Edition[KvvProgramme]) -> None:
    assert decide(edition, _after(goal_set()), ReadyPlan()) == (PlanReadied(),)
    assert decide(edition, _after(goal_set(), PlanReadied()), ReadyPlan()) == ()
    assert decide(edition, _after(goal_set(), a_signed_plan()), ReadyPlan()) == ()


def test_a_step_is_ticked_off_once_and_the_tick_can_be_taken_back(edition: Edition[KvvProgramme]) -> None:
    ticked, back = (GoalStepTicked(goal_id=GOAL, done=done) for done in (True, False))
    assert decide(edition, _after(goal_set()), TickStep(GOAL, done=True)) == (ticked,)
    assert decide(edition, _after(goal_set(), ticked), TickStep(GOAL, done=True)) == ()
    assert decide(edition, _after(goal_set(), ticked), TickStep(GOAL, done=False)) == (back,)


@pytest.mark.parametrize("sure", [0, 10, None])
def test_the_weekly_question_is_answered_with_a_number_or_not(edition: Edition[KvvProgramme], sure: int | None) -> None:
    assert decide(edition, _after(goal_set()), CheckIn(GOAL, sure)) == (PlanCheckedIn(goal_id=GOAL, sure=sure),)


def test_a_version_is_chosen_only_where_more_than_one_stands(edition: Edition[KvvProgramme]) -> None:
    plan = a_plan_document().digest
    one = _after(goal_set(), a_signed_plan())
    assert decide(edition, one, ChooseVersion(plan)) == ()
    two = replace(one, standing=(*one.standing, *one.standing))
    assert decide(edition, two, ChooseVersion(plan)) == (VersionChosen(plan=plan),)
