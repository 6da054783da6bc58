"""What stands of the modules after anything that can happen."""

from modules.events import Event, ExerciseSkipped, ModuleFinished, ModuleStarted, TrackChosen
from modules.exercises.ruler import RulerAnswer
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import ItemId, ModuleId, OptionId
from modules.journal import head_of
from modules.kvv.state import CHANGED_BY, KvvState, evolve, is_open, next_exercise, shown_exercises, waits_for
from modules.reasons import Track
from tests.definitions import KVV_PACK, a_kvv_edition, a_module, a_programme, a_ruler, a_single_choice
from tests.every_event import every_event
from tests.makers import NOON, OTHER_TERMINAL, a_lane, a_moment, did, entries, recorded, replayed

M1 = ModuleId("m1")
CONTENT = ItemId("m1.content")
THREE, SEVEN = did("m1.content", RulerAnswer(value=3)), did("m1.content", RulerAnswer(value=7))
SKIPPED = ExerciseSkipped(pack=KVV_PACK, module=M1, item=CONTENT, reason=None)
ELSEWHERE = a_lane(OTHER_TERMINAL)


def _after(*events: Event) -> KvvState:
    state = KvvState()
    for one in recorded(*events):
        state = evolve(state, one)
    return state


def test_exactly_the_events_that_are_named_change_it() -> None:
    changed = {type(one.event) for one in recorded(*every_event()) if evolve(KvvState(), one) != KvvState()}
    assert changed == CHANGED_BY


def test_an_exercise_can_be_done_again_skipped_and_done_after_all() -> None:
    assert _after(THREE, SEVEN).answer(CONTENT) == RulerAnswer(value=7)
    assert _after(THREE, SKIPPED).is_skipped(CONTENT)
    assert _after(SKIPPED, THREE).answer(CONTENT) == RulerAnswer(value=3)
    assert not _after(SKIPPED, THREE).is_skipped(CONTENT)


def test_two_answers_given_at_once_both_stand_until_one_saw_both() -> None:
    here, there = entries(THREE), entries(SEVEN, lane=ELSEWHERE, now=a_moment(NOON + 1))
    settled = entries(THREE, after=head_of(here[-1]), seen=[head_of(there[-1])])
    state = KvvState()
    for one in replayed(here, there):
        state = evolve(state, one)
    assert len(state.heads[CONTENT]) == 2
    assert state.answer(CONTENT) == RulerAnswer(value=7)
    for one in replayed(here, there, settled)[2:]:
        state = evolve(state, one)
    assert len(state.heads[CONTENT]) == 1


def test_a_skip_given_elsewhere_hides_no_answer() -> None:
    state = KvvState()
    for one in replayed(entries(SEVEN), entries(SKIPPED, lane=ELSEWHERE)):
        state = evolve(state, one)
    assert state.answer(CONTENT) == RulerAnswer(value=7)
    assert not state.is_skipped(CONTENT)


def test_a_module_that_comes_after_none_is_always_open() -> None:
    programme = a_programme()
    m1, m8 = programme.modules
    assert is_open(programme, KvvState(), m1)
    assert not is_open(programme, KvvState(), m8)
    assert is_open(programme, _after(ModuleStarted(pack=KVV_PACK, module=m8.id)), m8)


def test_on_the_short_way_only_its_own_modules_are_waited_for() -> None:
    ids = [ModuleId(name) for name in ("m1", "m2", "m8")]
    modules = [a_module(name) for name in ids[:2]]
    programme = a_programme(*modules, a_module("m8", opens_after=tuple(ids[:2]))).model_copy(
        update={"short_track": (ids[0], ids[2])}
    )
    done = ModuleFinished(pack=KVV_PACK, module=ids[0])
    last = programme.modules[-1]
    assert waits_for(programme, _after(done), last) == {ids[1]}
    assert is_open(programme, _after(TrackChosen(track=Track.SHORT), done), last)
    assert not is_open(programme, _after(TrackChosen(track=Track.SHORT)), last)
    assert not is_open(programme, _after(TrackChosen(track=Track.SHORT), done, TrackChosen(track=Track.FULL)), last)


def test_a_module_that_was_begun_stays_open_on_either_way() -> None:
    programme = a_programme()
    begun = ModuleStarted(pack=KVV_PACK, module=programme.modules[1].id)
    assert waits_for(programme, _after(begun), programme.modules[1]) == frozenset()


def test_an_exercise_is_shown_when_its_condition_holds() -> None:
    first = a_single_choice("m1.kids")
    second = a_ruler("m1.contact", show_if={"item": "m1.kids", "is": ("yes",)})
    edition = a_kvv_edition(a_programme(a_module("m1", [first, second])))
    (module,) = edition.definition.modules
    said = {option: did("m1.kids", SingleChoiceAnswer(option=OptionId(option))) for option in ("yes", "no")}
    assert shown_exercises(edition, KvvState(), module) == (first,)
    assert next_exercise(edition, _after(said["no"]), module) is None
    assert next_exercise(edition, _after(said["yes"]), module) == second
    assert next_exercise(edition, KvvState(), module) == first
