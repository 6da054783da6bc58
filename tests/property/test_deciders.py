"""A person who does anything at all on two terminals: deciders refuse or answer, folds never fail, nothing is lost.

- After each command the state says what was just done; a refusal is a RefusedError and changes nothing.
- At the end the terminals meet: both see the same, and what stood side by side is settled by one more choice.
- Not here: many replicas and wrong clocks (test_replicas.py), each rule by name (tests/unit/modules).
"""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from pydantic import TypeAdapter

from modules import person
from modules.conditions import holds
from modules.disclosure import Disclosure, disclosure_of
from modules.errors import RefusedError
from modules.events import Event, Page, PageReached, SessionEnded, SessionStarted, ShareChosen
from modules.exercises import Answer
from modules.exercises.card_sort import CardSortAnswer
from modules.exercises.goal_builder import GoalBuilderAnswer
from modules.exercises.if_then import IfThenAnswer
from modules.exercises.info_card import InfoCardAnswer
from modules.exercises.multi_choice import MultiChoiceAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import Audience, PlanPart, Said
from modules.exercises.signature import SignatureStepAnswer
from modules.exercises.summary import SummaryAnswer
from modules.ids import GoalId, ItemId, ModuleId, OptionId, ThemeId
from modules.kvv import commands as kvv
from modules.kvv.state import shown_exercises
from modules.person import HOME, PersonState
from modules.plan import commands as plan
from modules.plan.compose import Made, plan_sections
from modules.plan.state import Stage
from modules.progress import progress
from modules.reasons import DeclineReason, EndReason, SkipReason
from modules.reflector import commands as reflector
from modules.reflector.state import next_item, shown_items
from modules.texts import DUTCH
from tests.definitions import a_kvv_edition, a_reflector_edition
from tests.every_event import every_event
from tests.makers import OTHER_TERMINAL, TERMINAL, a_goal, an_id, answered, chose, did, entries, replayed
from tests.property.replicas import Replica, World

REFLECTOR, KVV = a_reflector_edition(), a_kvv_edition()
M1, M8 = ModuleId("m1"), ModuleId("m8")
GOALS = [GoalId(an_id("goal-", number)) for number in (1, 2, 3)]
PAGES = ["home", "reflector/basics.id", "kvv/m1/m1.content", "plan/sign"]
PAGE: TypeAdapter[str] = TypeAdapter(Page)
SOME = MultiChoiceAnswer(options=(OptionId("work"),))
NONE = MultiChoiceAnswer(options=())
SORTED = CardSortAnswer(piles={OptionId("cook"): OptionId("me")})
SUMMED = SummaryAnswer(shared=(ItemId("m1.strengths"),), mentor_question=OptionId("ask_help"))
IF_THEN = IfThenAnswer(situation=Said(own="als ik boos word"), action=Said(option=OptionId("walk")))
LOW, HIGH = RulerAnswer(value=0), RulerAnswer(value=10)

ANSWERS: dict[str, tuple[Answer, ...]] = {
    "basics.id": (chose("yes"), chose("no")),
    "basics.debts": (chose("yes"), chose("no")),
    "basics.weight": (LOW, HIGH),
    "work.before": (SOME, NONE),
}
DONE: dict[str, tuple[Answer, ...]] = {
    "m1.card": (InfoCardAnswer(),),
    "m1.strengths": (SORTED, CardSortAnswer(piles={})),
    "m1.content": (LOW, HIGH),
    "m1.summary": (SUMMED, SummaryAnswer(shared=())),
    "m8.goals": (GoalBuilderAnswer(),),
    "m8.if_then": (IF_THEN,),
    "m8.sign": (SignatureStepAnswer(signed=False),),
}
WRONG = (chose("perhaps"), SummaryAnswer(shared=(ItemId("m8.sign"),)))

REFLECTING: list[reflector.ReflectorCommand] = [
    *(reflector.GiveAnswer(ItemId(item), answer) for item, fit in ANSWERS.items() for answer in fit),
    *(reflector.GiveAnswer(ItemId(item), answer) for item in ("basics.id", "moon") for answer in WRONG),
    *(reflector.SkipQuestion(ItemId(item), reason) for item in ANSWERS for reason in (None, SkipReason.DOES_NOT_FIT)),
    *(reflector.FinishTheme(ThemeId(theme)) for theme in ("basics", "work", "moon")),
]
DOING: list[kvv.KvvCommand] = [
    *(kvv.DoExercise(ModuleId(item[:2]), ItemId(item), answer) for item, fit in DONE.items() for answer in fit),
    *(kvv.DoExercise(M1, ItemId("m1.summary"), answer) for answer in WRONG),
    *(kvv.SkipExercise(ModuleId(item[:2]), ItemId(item)) for item in DONE),
    *(kvv.StartModule(module) for module in (M1, M1, M8, ModuleId("m9"))),
    *(kvv.FinishModule(module) for module in (M1, M8)),
    kvv.DeclineModule(M1, DeclineReason.NOT_NOW),
]
PLANNING: list[plan.PlanCommand] = [
    *(plan.SetGoal(ItemId("m8.goals"), goal, a_goal(wish=wish)) for goal in GOALS for wish in (None, Said(own="werk"))),
    *(plan.RemoveGoal(goal) for goal in GOALS),
    plan.SetGoal(ItemId("m8.sign"), GOALS[0], a_goal()),
    *(plan.ChooseShare(PlanPart.STRENGTHS, audience) for audience in Audience),
    plan.ChooseShare(PlanPart.GOALS, Audience.ONLY_ME),
    plan.DeclinePlan(DeclineReason.DISAGREE),
    plan.ReadyPlan(),
    *(plan.TickStep(goal, done) for goal in GOALS for done in (True, False)),
    *(plan.CheckIn(goal, sure) for goal in GOALS for sure in (3, None)),
]
PRIVATE = (
    answered("basics.weight", HIGH, audience=Audience.ONLY_ME),
    did("m1.content", HIGH, audience=Audience.ONLY_ME),
)
WHERE = st.sampled_from([0, 1])


class TwoTerminals(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        world = World()
        self.terminals = [Replica(world, TERMINAL), Replica(world, OTHER_TERMINAL)]

    def _do(self, at: int, decide: Callable[[PersonState], tuple[Event, ...]]) -> PersonState | None:
        terminal = self.terminals[at]
        before = len(terminal.entries)
        try:
            terminal.write(decide(terminal.person()))
        except RefusedError:
            assert len(terminal.entries) == before
            return None
        return terminal.person()

    @rule(at=WHERE, command=st.sampled_from(REFLECTING))
    def reflect(self, at: int, command: reflector.ReflectorCommand) -> None:
        state = self._do(at, lambda state: reflector.decide(REFLECTOR, state.reflector, command))
        match command:
            case _ if state is None:
                return
            case reflector.GiveAnswer(item, answer):
                assert state.reflector.answer(item) == answer
                assert state.reflector.rivals(item) == ()
            case reflector.SkipQuestion(item):
                assert state.reflector.is_skipped(item)
            case reflector.FinishTheme(theme_id):
                theme = REFLECTOR.definition.theme(theme_id)
                assert theme_id in state.reflector.finished
                assert all(
                    state.reflector.is_passed(item.id) for item in shown_items(REFLECTOR, state.reflector, theme)
                )

    @rule(at=WHERE, command=st.sampled_from(DOING))
    def do_a_module(self, at: int, command: kvv.KvvCommand) -> None:
        state = self._do(at, lambda state: kvv.decide(KVV, state.kvv, command))
        match command:
            case _ if state is None:
                return
            case kvv.StartModule(module):
                assert module in state.kvv.started - state.kvv.declined
            case kvv.DoExercise(_, item, answer):
                assert state.kvv.answer(item) == answer
            case kvv.SkipExercise(_, item):
                assert state.kvv.is_skipped(item)
            case kvv.FinishModule(module):
                shown = shown_exercises(KVV, state.kvv, KVV.definition.module(module))
                assert module in state.kvv.finished
                assert all(state.kvv.is_passed(item.id) for item in shown)
            case kvv.DeclineModule(module):
                assert module in state.kvv.declined

    @rule(at=WHERE, command=st.sampled_from(PLANNING))
    def make_a_plan(self, at: int, command: plan.PlanCommand) -> None:
        goals = len(self.terminals[at].person().plan.goals)
        state = self._do(at, lambda state: plan.decide(KVV, state.plan, command))
        match command:
            case _ if state is None:
                return
            case plan.SetGoal(_, goal_id, goal):
                assert state.plan.goals[goal_id].goal == goal
                assert len(state.plan.goals) <= max(goals, 2)
            case plan.RemoveGoal(goal_id):
                assert goal_id not in state.plan.goals
            case plan.ChooseShare(part, audience):
                assert state.plan.shares[part] is audience
            case plan.DeclinePlan():
                assert state.plan.declined is not None
            case plan.ReadyPlan():
                assert state.plan.stage in (Stage.READY, Stage.SIGNED)
            case plan.TickStep(goal_id, done):
                assert state.plan.is_ticked(goal_id) is done
            case plan.CheckIn(goal_id):
                assert state.plan.check_ins[-1].event.goal_id == goal_id

    @rule(at=WHERE, page=st.sampled_from(PAGES))
    def come_to_a_page(self, at: int, page: str) -> None:
        self.terminals[at].write((PageReached(page=page),))
        assert self.terminals[at].person().page == page

    @rule(at=WHERE, reason=st.sampled_from(EndReason))
    def leave_and_come_back(self, at: int, reason: EndReason) -> None:
        terminal = self.terminals[at]
        page = terminal.person().page
        terminal.write((SessionEnded(reason=reason),))
        assert terminal.person().resume_page == (HOME if reason is EndReason.DONE else page)
        terminal.write((SessionStarted(language=DUTCH),))

    @rule(source=WHERE, part=st.sampled_from([5, 10]))
    def carry(self, source: int, part: int) -> None:
        own = self.terminals[source].own()
        self.terminals[1 - source].take_in(own[: len(own) * part // 10])

    @invariant()
    def there_is_always_a_page_to_come_back_to(self) -> None:
        for terminal in self.terminals:
            PAGE.validate_python(terminal.person().resume_page)

    def teardown(self) -> None:
        here, there = self.terminals
        here.take_in(there.entries)
        there.take_in(here.entries)
        assert here.person() == there.person()
        for item in map(ItemId, ANSWERS):
            shown = here.person().reflector.answer(item)
            if shown is not None and here.person().reflector.rivals(item):
                self.reflect(0, reflector.GiveAnswer(item, shown))
                there.take_in(here.entries)
                assert there.person().reflector.rivals(item) == ()
                assert there.person().reflector.answer(item) == shown


TestTwoTerminals = TwoTerminals.TestCase
TestTwoTerminals.settings = settings(max_examples=60, stateful_step_count=40)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from((*every_event(), *PRIVATE)), st.booleans()), max_size=30),
    st.tuples(*[st.integers(0, 30)] * 3),
)
def test_any_events_in_any_lanes_cut_anywhere_give_a_person(
    written: list[tuple[int, Event, bool]], kept: tuple[int, int, int]
) -> None:
    world = World()
    writers = [Replica(world, an_id("t-", 200 + number)) for number in range(3)]
    for at, event, tells in written:
        writers[at].write((event,))
        if tells:
            writers[(at + 1) % 3].take_in(writers[at].entries)
    recorded = replayed(*(writer.own()[:count] for writer, count in zip(writers, kept, strict=True)))
    state = person.fold(recorded)
    PAGE.validate_python(state.resume_page)
    sections = plan_sections(REFLECTOR, KVV, Made(state.reflector, state.kvv, state.plan), DUTCH)
    assert not {section.part for section in sections} & {
        part for part, audience in state.plan.shares.items() if audience is Audience.ONLY_ME
    }
    shown = [next_item(REFLECTOR, state.reflector, theme) for theme in REFLECTOR.definition.themes]
    assert all(holds(item.show_if, state.reflector.chosen, frozenset()) for item in shown if item is not None)
    told = [one for one in recorded if disclosure_of(one.event) is Disclosure.WHOLE]
    assert progress(recorded) == progress(told)


@given(st.permutations(every_event()))
def test_one_of_each_event_in_any_order_gives_a_person(events: list[Event]) -> None:
    state = person.fold(replayed(entries(*events)))
    assert (ShareChosen in map(type, events)) == bool(state.plan.shares)
