"""What stands of the plan after anything that can happen."""

from collections.abc import Iterable

from modules.events import (
    Event,
    GoalRemoved,
    GoalStepTicked,
    PlanCheckedIn,
    PlanDeclined,
    PlanReadied,
    ShareChosen,
    VersionChosen,
)
from modules.exercises.shared import Audience, PlanPart, Said
from modules.ids import GoalId, OptionId
from modules.journal import Entry, head_of
from modules.plan.state import CHANGED_BY, PlanState, Stage, digest_of, evolve
from modules.reasons import DeclineReason
from tests.every_event import every_event
from tests.makers import (
    GOAL,
    HOUR_MS,
    NOON,
    OTHER_TERMINAL,
    a_lane,
    a_moment,
    a_plan_document,
    a_signed_plan,
    an_id,
    entries,
    goal_set,
    recorded,
    replayed,
)

ELSEWHERE = a_lane(OTHER_TERMINAL)
LATER = a_moment(NOON + HOUR_MS)
REMOVED = GoalRemoved(goal_id=GOAL)
OTHER = GoalId(an_id("goal-", 52))


def _folded(*lanes: Iterable[Entry]) -> PlanState:
    state = PlanState()
    for one in replayed(*lanes):
        state = evolve(state, one)
    return state


def _after(*events: Event) -> PlanState:
    return _folded(entries(*events))


def test_exactly_the_events_that_are_named_change_it() -> None:
    changed = {type(one.event) for one in recorded(*every_event()) if evolve(PlanState(), one) != PlanState()}
    assert changed | {VersionChosen} == CHANGED_BY  # choosing takes two versions to choose from


def test_goals_stand_in_the_order_they_were_made_also_after_a_change() -> None:
    state = _after(goal_set(), goal_set(OTHER), goal_set(when=OptionId("this_month")))
    assert list(state.goals) == [GOAL, OTHER]
    assert state.goals[GOAL].goal.when == "this_month"


def test_a_goal_taken_out_is_gone_and_can_be_made_again() -> None:
    assert _after(goal_set(), REMOVED).goals == {}
    assert list(_after(goal_set(), goal_set(OTHER), REMOVED, goal_set()).goals) == [OTHER, GOAL]


def test_taking_out_a_goal_that_is_not_there_changes_no_goal() -> None:
    assert list(_after(goal_set(OTHER), REMOVED).goals) == [OTHER]


def test_a_goal_changed_in_two_places_keeps_both_and_shows_the_later() -> None:
    begun = entries(goal_set())
    here = entries(goal_set(when=OptionId("this_month")), after=head_of(begun[-1]))
    there = entries(goal_set(who_helps=OptionId("family")), lane=ELSEWHERE, seen=[head_of(begun[-1])], now=LATER)
    state = _folded(begun, here, there)
    assert len(state.goal_heads[GOAL]) == 2
    assert state.goals[GOAL].goal.who_helps == "family"


def test_a_change_made_elsewhere_survives_a_goal_taken_out_whichever_came_first() -> None:
    begun = entries(goal_set())
    seen = [head_of(begun[-1])]
    for removed_at, changed_at in ((a_moment(NOON + 2), LATER), (LATER, a_moment(NOON + 2))):
        removed = entries(REMOVED, after=seen[0], now=removed_at)
        changed = entries(goal_set(who_helps=OptionId("family")), lane=ELSEWHERE, seen=seen, now=changed_at)
        assert _folded(begun, removed, changed).goals[GOAL].goal.who_helps == "family"


def test_a_plan_is_signed_until_it_changes() -> None:
    share = ShareChosen(part=PlanPart.BASICS, audience=Audience.ONLY_ME)
    assert not _after(goal_set()).is_signed
    assert _after(goal_set(), a_signed_plan()).is_signed
    for change in (goal_set(OTHER), REMOVED, share):
        assert _after(goal_set(), a_signed_plan(), change).changed_since_signed
        assert not _after(goal_set(), a_signed_plan(), change).is_signed
        assert _after(goal_set(), a_signed_plan(), change, a_signed_plan()).is_signed


def test_a_signature_does_not_stand_for_a_change_its_signer_had_not_seen() -> None:
    change = entries(goal_set(OTHER), lane=ELSEWHERE)
    state = _folded(
        change, entries(goal_set(), now=LATER), entries(a_signed_plan(), after=None, lane=a_lane(run=1), now=LATER)
    )
    assert state.changed_since_signed


def test_versions_signed_in_two_places_both_stand() -> None:
    there = a_signed_plan(a_plan_document(version=2))
    state = _folded(entries(a_signed_plan()), entries(there, lane=ELSEWHERE, now=LATER))
    assert [one.event for one in state.signed] == [a_signed_plan(), there]
    assert state.current is not None
    assert state.current.event == there


def test_not_signing_is_remembered_until_he_signs() -> None:
    declined = PlanDeclined(reason=DeclineReason.DISAGREE)
    assert _after(goal_set(), declined).declined == declined
    assert _after(goal_set(), declined, a_signed_plan()).declined is None


def test_of_two_versions_signed_in_two_places_the_one_chosen_counts_and_the_other_is_kept() -> None:
    first, second = a_signed_plan(), a_signed_plan(a_plan_document(version=2))
    here, there = entries(first), entries(second, lane=ELSEWHERE, now=LATER)
    heads = [head_of(here[-1]), head_of(there[-1])]
    chosen = entries(VersionChosen(plan=digest_of(first)), after=heads[0], seen=heads[1:], now=LATER)
    assert len(_folded(here, there).rivals) == 2
    state = _folded(here, there, chosen)
    assert state.rivals == ()
    assert state.current is not None
    assert state.current.event == first
    assert [one.event for one in state.signed] == [first, second]


def test_a_version_signed_where_the_choice_was_not_seen_stands_beside_it() -> None:
    first, second = a_signed_plan(), a_signed_plan(a_plan_document(version=2))
    here, there = entries(first), entries(second, lane=ELSEWHERE, now=LATER)
    blind = entries(VersionChosen(plan=digest_of(first)), after=head_of(here[-1]), now=LATER)
    assert len(_folded(here, there, blind).rivals) == 2


def test_a_plan_is_concept_then_ready_then_signed_then_changed_and_ready_again() -> None:
    steps: tuple[Event, ...] = (goal_set(), PlanReadied(), a_signed_plan(), goal_set(OTHER), PlanReadied())
    stages = [_after(*steps[: count + 1]).stage for count in range(len(steps))]
    assert stages == [Stage.CONCEPT, Stage.READY, Stage.SIGNED, Stage.CHANGED, Stage.READY]
    assert _after(goal_set(), PlanReadied(), goal_set(OTHER)).stage is Stage.CONCEPT


def test_a_plan_said_to_be_ready_is_not_so_for_a_change_made_elsewhere() -> None:
    change = entries(goal_set(OTHER), lane=ELSEWHERE)
    assert _folded(change, entries(goal_set(), PlanReadied(), now=LATER)).stage is Stage.CONCEPT


def test_a_tick_is_for_the_step_as_it_stood_and_can_be_taken_back() -> None:
    ticked = GoalStepTicked(goal_id=GOAL, done=True)
    assert _after(goal_set(), ticked).is_ticked(GOAL)
    assert _after(goal_set(), ticked, goal_set(when=OptionId("this_month"))).is_ticked(GOAL)
    assert not _after(goal_set(), ticked, goal_set(first_step=Said(own="ik schrijf hem"))).is_ticked(GOAL)
    assert not _after(goal_set(), ticked, ticked.model_copy(update={"done": False})).is_ticked(GOAL)
    assert not _after(goal_set(first_step=None), ticked).is_ticked(GOAL)


def test_a_tick_or_a_weekly_answer_leaves_a_signed_plan_signed() -> None:
    lived = (GoalStepTicked(goal_id=GOAL, done=True), PlanCheckedIn(goal_id=GOAL, sure=8))
    assert _after(goal_set(), a_signed_plan(), *lived).is_signed


def test_every_number_of_how_sure_he_was_is_kept_in_order() -> None:
    asked = [PlanCheckedIn(goal_id=GOAL, sure=sure) for sure in (6, None, 8)]
    state = _after(goal_set(sure=4), *asked)
    assert state.sure[GOAL] == (4, 6, 8)
    assert len(state.check_ins) == 3
