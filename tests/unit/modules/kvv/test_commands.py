"""What a person can do in a KVV module."""

import pytest

from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvProgramme
from modules.errors import RefusedError
from modules.events import (
    Event,
    ExerciseSkipped,
    MentorQuestionAsked,
    ModuleDeclined,
    ModuleFinished,
    ModuleStarted,
    SharedAnswer,
)
from modules.exercises.info_card import InfoCardAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import Audience
from modules.exercises.summary import SummaryAnswer
from modules.ids import ItemId, ModuleId, OptionId
from modules.kvv.commands import DeclineModule, DoExercise, FinishModule, KvvCommand, SkipExercise, StartModule, decide
from modules.kvv.state import KvvState, evolve
from modules.reasons import DeclineReason, SkipReason
from tests.definitions import KVV_PACK, a_kvv_edition
from tests.makers import OTHER_TERMINAL, a_lane, did, entries, recorded, replayed

M1, M8 = ModuleId("m1"), ModuleId("m8")
CARD, STRENGTHS, CONTENT, SUMMARY = (ItemId(f"m1.{name}") for name in ("card", "strengths", "content", "summary"))
STARTED = ModuleStarted(pack=KVV_PACK, module=M1)
FINISHED = ModuleFinished(pack=KVV_PACK, module=M1)
SUMMED = SummaryAnswer(shared=(STRENGTHS, CONTENT), mentor_question=OptionId("ask_help"))
SEVEN = RulerAnswer(value=7)


@pytest.fixture
def edition() -> Edition[KvvProgramme]:
    return a_kvv_edition()


def _after(*events: Event) -> KvvState:
    state = KvvState()
    for one in recorded(*events):
        state = evolve(state, one)
    return state


def _skipped(item: ItemId, reason: SkipReason | None = None) -> ExerciseSkipped:
    return ExerciseSkipped(pack=KVV_PACK, module=M1, item=item, reason=reason)


def _done_but(summary: SummaryAnswer) -> tuple[Event, ...]:
    return STARTED, did("m1.card", InfoCardAnswer()), did(), did("m1.content", SEVEN), did("m1.summary", summary)


def test_a_module_is_opened_once(edition: Edition[KvvProgramme]) -> None:
    assert decide(edition, KvvState(), StartModule(M1)) == (STARTED,)
    assert decide(edition, _after(STARTED), StartModule(M1)) == ()


def test_a_module_opens_after_those_it_comes_after(edition: Edition[KvvProgramme]) -> None:
    with pytest.raises(RefusedError, match="before those it comes after"):
        decide(edition, _after(STARTED), StartModule(M8))
    assert decide(edition, _after(STARTED, FINISHED), StartModule(M8)) == (ModuleStarted(pack=KVV_PACK, module=M8),)


def test_a_module_begun_elsewhere_stays_open_though_the_one_before_it_is_not_known_here(
    edition: Edition[KvvProgramme],
) -> None:
    assert decide(edition, _after(ModuleStarted(pack=KVV_PACK, module=M8)), StartModule(M8)) == ()


def test_a_declined_module_can_be_opened_after_all(edition: Edition[KvvProgramme]) -> None:
    declined = ModuleDeclined(module=M1, reason=DeclineReason.NOT_NOW)
    assert decide(edition, KvvState(), DeclineModule(M1, DeclineReason.NOT_NOW)) == (declined,)
    assert decide(edition, _after(STARTED, declined), StartModule(M1)) == (STARTED,)
    assert _after(STARTED, declined, STARTED).declined == frozenset()


def test_an_exercise_done_names_its_pack_module_and_audience(edition: Edition[KvvProgramme]) -> None:
    (done,) = decide(edition, _after(STARTED), DoExercise(M1, CONTENT, SEVEN))
    assert done == did("m1.content", SEVEN, audience=Audience.ONLY_ME)


def test_the_same_answer_again_is_nothing_new(edition: Edition[KvvProgramme]) -> None:
    assert decide(edition, _after(STARTED, did()), DoExercise(M1, STRENGTHS, did().answer)) == ()


def test_choosing_one_of_two_answers_given_at_once_is_an_answer(edition: Edition[KvvProgramme]) -> None:
    there = entries(did("m1.content", RulerAnswer(value=2)), lane=a_lane(OTHER_TERMINAL))
    state = KvvState()
    for one in replayed(entries(STARTED, did("m1.content", SEVEN)), there):
        state = evolve(state, one)
    shown = state.answer(CONTENT)
    assert shown is not None
    assert len(decide(edition, state, DoExercise(M1, CONTENT, shown))) == 1


@pytest.mark.parametrize("reason", [None, *SkipReason])
def test_an_exercise_is_skipped_with_a_reason_or_without(
    edition: Edition[KvvProgramme], reason: SkipReason | None
) -> None:
    assert decide(edition, _after(STARTED), SkipExercise(M1, CONTENT, reason)) == (_skipped(CONTENT, reason),)


def test_a_module_ends_and_its_summary_asks_the_mentor(edition: Edition[KvvProgramme]) -> None:
    asked, finished = decide(edition, _after(*_done_but(SUMMED)), FinishModule(M1))
    shared = (
        SharedAnswer(item=STRENGTHS, answer=did().answer),
        SharedAnswer(item=CONTENT, answer=SEVEN),
    )
    assert asked == MentorQuestionAsked(pack=KVV_PACK, module=M1, shared=shared, question=OptionId("ask_help"))
    assert finished == FINISHED


def test_an_answer_taken_back_is_not_shared_though_the_summary_named_it(edition: Edition[KvvProgramme]) -> None:
    asked, _ = decide(edition, _after(*_done_but(SUMMED), _skipped(CONTENT)), FinishModule(M1))
    assert isinstance(asked, MentorQuestionAsked)
    assert [shared.item for shared in asked.shared] == [STRENGTHS]


def test_a_summary_that_shares_and_asks_nothing_tells_the_mentor_nothing(edition: Edition[KvvProgramme]) -> None:
    assert decide(edition, _after(*_done_but(SummaryAnswer(shared=()))), FinishModule(M1)) == (FINISHED,)


def test_a_module_ends_with_exercises_skipped(edition: Edition[KvvProgramme]) -> None:
    state = _after(STARTED, *map(_skipped, (CARD, STRENGTHS, CONTENT, SUMMARY)))
    assert decide(edition, state, FinishModule(M1)) == (FINISHED,)


def test_a_module_ends_once(edition: Edition[KvvProgramme]) -> None:
    state = _after(*_done_but(SummaryAnswer(shared=())), FINISHED)
    assert decide(edition, state, FinishModule(M1)) == ()


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (StartModule(ModuleId("m9")), "does not have"),
        (DeclineModule(ModuleId("m9"), DeclineReason.NOT_NOW), "does not have"),
        (FinishModule(ModuleId("m9")), "does not have"),
        (DoExercise(M1, ItemId("m1.moon"), SEVEN), "does not have"),
        (DoExercise(M1, ItemId("m8.if_then"), SEVEN), "does not have"),
        (DoExercise(M1, STRENGTHS, SEVEN), "another kind"),
        (DoExercise(M8, ItemId("m8.sign"), SEVEN), "not opened"),
        (SkipExercise(M1, ItemId("m1.moon")), "does not have"),
        (SkipExercise(M8, ItemId("m8.sign")), "not opened"),
        (FinishModule(M1), "neither done nor skipped"),
    ],
)
def test_what_the_programme_does_not_have_or_is_not_open_is_refused(
    edition: Edition[KvvProgramme], command: KvvCommand, why: str
) -> None:
    with pytest.raises(RefusedError, match=why):
        decide(edition, _after(STARTED), command)
