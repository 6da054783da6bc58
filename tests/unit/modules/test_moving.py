"""Running work that moved to another version of its pack: read otherwise, never changed, never guessed."""

from itertools import permutations

import pytest

from modules import person
from modules.events import (
    AnswerGiven,
    Event,
    ExerciseDone,
    GoalSet,
    GoalStepTicked,
    MentorQuestionAsked,
    QuestionSkipped,
    SharedAnswer,
    ThemeFinished,
    ThemeRetaken,
    WorkMoved,
)
from modules.exercises import Answer
from modules.exercises.balance import BalanceAnswer
from modules.exercises.card_sort import CardSortAnswer
from modules.exercises.chain import ChainAnswer
from modules.exercises.checklist import ChecklistAnswer
from modules.exercises.goal_builder import Goal
from modules.exercises.if_then import IfThenAnswer
from modules.exercises.multi_choice import MultiChoiceAnswer
from modules.exercises.network_map import NetworkMapAnswer
from modules.exercises.ranking import RankingAnswer
from modules.exercises.renaming import Renaming
from modules.exercises.ruler import RulerAnswer
from modules.exercises.scenario import ScenarioAnswer
from modules.exercises.shared import Audience, Said
from modules.exercises.short_text import ShortTextAnswer
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.exercises.story import StoryAnswer
from modules.exercises.summary import SummaryAnswer
from modules.exercises.timeline import TimelineAnswer
from modules.ids import Digest, ItemId, ModuleId, OptionId, ThemeId
from modules.ordering import Recorded
from modules.person import PersonState
from tests.makers import GOAL, TERMINAL, a_lane, entries, recorded, replayed

OLD, NEW, NEWEST = Digest("01" * 32), Digest("02" * 32), Digest("03" * 32)
Q, R, M1 = ItemId("debts.q"), ItemId("debts.r"), ModuleId("m1")
YES, AYE, MAYBE, NO = (OptionId(one) for one in ("yes", "aye", "maybe", "no"))
RENAMING = Renaming(items={Q: R}, options={Q: {YES: AYE}}, lost_options={Q: (MAYBE,)})
MOVED = WorkMoved(pack=OLD, to=NEW, renaming=RENAMING)


def _chose(option: OptionId, item: ItemId = Q, pack: Digest = OLD) -> AnswerGiven:
    return AnswerGiven(pack=pack, item=item, answer=SingleChoiceAnswer(option=option), audience=Audience.ONLY_ME)


def _after(*events: Event) -> PersonState:
    return person.fold(recorded(*events))


def test_an_answer_is_found_under_its_new_names_and_not_under_the_old() -> None:
    state = _after(_chose(YES), MOVED).reflector
    assert state.answer(R) == SingleChoiceAnswer(option=AYE)
    assert state.chosen(R) == {AYE}
    assert not state.is_passed(Q)


def test_what_was_done_stays_in_the_journal_as_it_was() -> None:
    given = recorded(_chose(YES), MOVED)
    person.fold(given)
    assert given[0].event == _chose(YES)


def test_an_answer_that_comes_in_after_the_move_is_read_through_it() -> None:
    assert _after(MOVED, _chose(YES)).reflector.answer(R) == SingleChoiceAnswer(option=AYE)


def test_event_by_event_it_is_the_same_as_at_once() -> None:
    everything = recorded(_chose(YES), MOVED, _chose(NO), QuestionSkipped(pack=OLD, item=Q, reason=None), MOVED)
    state = PersonState()
    for one in everything:
        state = person.evolve(state, one)
    assert state == person.fold(everything)


def test_in_whatever_order_two_moves_and_an_answer_come_the_answer_is_read_the_same() -> None:
    on = WorkMoved(pack=NEW, to=NEWEST, renaming=Renaming(items={R: ItemId("debts.s")}, options={R: {AYE: NO}}))
    events: tuple[Event, ...] = (_chose(YES), MOVED, on)
    for order in permutations(events):
        state = _after(*order)
        assert state.reflector.answer(ItemId("debts.s")) == SingleChoiceAnswer(option=NO)
        assert state.stands_in({OLD}) == NEWEST


def test_the_same_move_told_by_two_terminals_is_one_move() -> None:
    swapped = Renaming(options={Q: {YES: NO, NO: YES}})
    move = WorkMoved(pack=OLD, to=NEW, renaming=swapped)
    assert _after(_chose(YES), move, move).reflector.answer(Q) == SingleChoiceAnswer(option=NO)


def test_moves_that_lead_round_end() -> None:
    back = WorkMoved(pack=NEW, to=OLD, renaming=Renaming())
    state = _after(_chose(YES), WorkMoved(pack=OLD, to=NEW, renaming=Renaming()), back)
    assert state.reflector.answer(Q) == SingleChoiceAnswer(option=YES)
    assert state.stands_in({OLD}) == NEW


def test_an_answer_that_chose_what_is_lost_is_asked_again() -> None:
    state = _after(_chose(MAYBE), MOVED).reflector
    assert not state.is_passed(R)


def test_of_a_lost_question_nothing_is_read_any_more_and_a_finished_theme_stays_finished() -> None:
    gone = WorkMoved(pack=OLD, to=NEW, renaming=Renaming(lost=(Q,)))
    finished = ThemeFinished(pack=OLD, theme=ThemeId("debts"), answered=1, skipped=0)
    state = _after(_chose(YES), finished, gone).reflector
    assert not state.heads
    assert state.finished == {ThemeId("debts")}


def test_work_in_a_pack_nobody_moved_from_is_read_as_it_stands() -> None:
    assert _after(_chose(YES, pack=NEWEST), MOVED).reflector.answer(Q) == SingleChoiceAnswer(option=YES)


def test_two_answers_given_in_two_places_both_come_over() -> None:
    here = entries(_chose(YES))
    there = entries(_chose(NO), lane=a_lane(TERMINAL.replace("1", "2", 1)))
    moved = entries(MOVED, lane=a_lane(TERMINAL.replace("1", "3", 1)))
    assert len(person.fold(replayed(here, there, moved)).reflector.rivals(R)) == 2


def test_what_he_said_before_he_took_a_theme_again_comes_over() -> None:
    state = _after(_chose(YES), ThemeRetaken(pack=OLD, theme=ThemeId("debts")), MOVED)
    assert state.reflector.earlier == {R: SingleChoiceAnswer(option=AYE)}


def test_what_he_shared_is_shared_under_its_new_name() -> None:
    shared = (SharedAnswer(item=Q, answer=SingleChoiceAnswer(option=YES)),)
    asked = MentorQuestionAsked(pack=OLD, module=M1, shared=shared, question=None)
    assert _after(asked, MOVED).shared == _after(MOVED, asked).shared == (R,)


def test_a_goal_comes_over_with_its_tick_and_is_never_lost() -> None:
    step = Goal(area=YES, first_step=Said(option=YES), wish=Said(own="yes"))
    made = GoalSet(pack=OLD, source=Q, goal_id=GOAL, goal=step)
    state = _after(made, GoalStepTicked(goal_id=GOAL, done=True), MOVED).plan
    assert state.goals[GOAL].source == R
    assert state.goals[GOAL].goal == Goal(area=AYE, first_step=Said(option=AYE), wish=Said(own="yes"))
    assert state.is_ticked(GOAL)
    lost = WorkMoved(pack=OLD, to=NEW, renaming=Renaming(lost_options={Q: (YES,)}))
    assert _after(made, lost).plan.goals[GOAL].goal == step


def test_the_pack_he_began_in_is_the_one_he_stands_in_until_he_is_moved() -> None:
    done = ExerciseDone(pack=NEW, module=M1, item=Q, answer=RulerAnswer(value=3), audience=Audience.ONLY_ME)
    state = _after(_chose(YES), done)
    assert state.packs == (OLD, NEW)
    assert state.stands_in({OLD, NEW}) == OLD
    assert state.stands_in({NEW}) == NEW
    assert state.stands_in({NEWEST}) is None


SAID, OTHER, OWN = Said(option=YES), Said(option=MAYBE), Said(own="yes")


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        (MultiChoiceAnswer(options=(YES, MAYBE, NO)), MultiChoiceAnswer(options=(AYE, NO))),
        (MultiChoiceAnswer(options=()), MultiChoiceAnswer(options=())),
        (MultiChoiceAnswer(options=(MAYBE,)), None),
        (StoryAnswer(options=(MAYBE, YES)), StoryAnswer(options=(AYE,))),
        (RankingAnswer(order=(NO, YES, MAYBE)), RankingAnswer(order=(NO, AYE))),
        (CardSortAnswer(piles={YES: NO, NO: MAYBE}), CardSortAnswer(piles={AYE: NO})),
        (TimelineAnswer(placed={YES: (YES, MAYBE), NO: (MAYBE,)}), TimelineAnswer(placed={AYE: (AYE,)})),
        (NetworkMapAnswer(placed={MAYBE: YES}), None),
        (ChecklistAnswer(states={YES: NO}, helpers={YES: YES}), ChecklistAnswer(states={AYE: NO}, helpers={AYE: AYE})),
        (ScenarioAnswer(path=(YES, NO)), ScenarioAnswer(path=(AYE, NO))),
        (ScenarioAnswer(path=(MAYBE,)), None),
        (BalanceAnswer(stay=(SAID, OTHER), change=(OWN,)), BalanceAnswer(stay=(Said(option=AYE),), change=(OWN,))),
        (ChainAnswer(situation=SAID, thought=OTHER), ChainAnswer(situation=Said(option=AYE))),
        (ChainAnswer(thought=OTHER), None),
        (IfThenAnswer(situation=SAID, action=OWN), IfThenAnswer(situation=Said(option=AYE), action=OWN)),
        (IfThenAnswer(situation=OTHER, action=OWN), None),
        (SummaryAnswer(shared=(Q,), mentor_question=MAYBE), SummaryAnswer(shared=(R,))),
        (SummaryAnswer(shared=(Q,), mentor_question=YES), SummaryAnswer(shared=(R,), mentor_question=AYE)),
        (ShortTextAnswer(words="yes"), ShortTextAnswer(words="yes")),
        (RulerAnswer(value=0), RulerAnswer(value=0)),
    ],
    ids=lambda one: getattr(one, "kind", "lost"),
)
def test_an_answer_of_each_kind_comes_over_with_what_is_left_of_it(answer: Answer, read: Answer | None) -> None:
    assert RENAMING.answer(Q, answer) == read


def test_an_answer_to_another_question_is_left_alone() -> None:
    answer = SingleChoiceAnswer(option=MAYBE)
    assert RENAMING.answer(R, answer) == answer


def test_where_an_answer_stood_and_what_its_writer_knew_stays() -> None:
    (given, moved) = recorded(_chose(YES), MOVED)
    (head,) = person.fold((given, moved)).reflector.heads[R]
    assert head == Recorded(_chose(AYE, R, NEW), given.place, given.seen)
