"""One person, folded from all his lanes."""

import pytest

from modules import person
from modules.events import (
    Event,
    LanguageChosen,
    MentorNoteAnswered,
    MentorNoteSent,
    MentorQuestionAsked,
    PageReached,
    PrivateNoteKept,
    SessionEnded,
    SessionStarted,
    SharedAnswer,
    ShareWithdrawn,
)
from modules.ids import ItemId, ModuleId
from modules.kvv import state as kvv_state
from modules.ordering import Recorded
from modules.person import HOME, PersonState
from modules.plan import state as plan_state
from modules.reasons import EndReason, NotePhrase, NoteReply
from modules.reflector import state as reflector_state
from modules.texts import DUTCH, Language
from tests.definitions import KVV_PACK
from tests.every_event import every_event
from tests.makers import GATEWAY, MENTOR, NOTE, a_lane, a_session_of_events, did, entries, recorded, replayed

PAGE = PageReached(page="reflector/basics.debts")
STARTED = SessionStarted(language=DUTCH)
NOTED = MentorNoteSent(note_id=NOTE, mentor=MENTOR, phrase=NotePhrase.PLAN_RECEIVED)


def _after(*events: Event) -> PersonState:
    return person.fold(recorded(*events))


def test_a_person_is_each_of_his_parts_folded() -> None:
    reflector, kvv, plan = reflector_state.ReflectorState(), kvv_state.KvvState(), plan_state.PlanState()
    everything = recorded(*a_session_of_events(), *every_event())
    for one in everything:
        reflector = reflector_state.evolve(reflector, one)
        kvv = kvv_state.evolve(kvv, one)
        plan = plan_state.evolve(plan, one)
    state = person.fold(everything)
    assert (state.reflector, state.kvv, state.plan) == (reflector, kvv, plan)


def test_folding_at_once_is_the_same_as_event_by_event() -> None:
    everything = recorded(*a_session_of_events())
    state = PersonState()
    for one in everything:
        state = person.evolve(state, one)
    assert state == person.fold(everything)
    assert person.fold(everything[9:], person.fold(everything[:9])) == state


def test_no_event_belongs_to_two_parts() -> None:
    parts = (reflector_state.CHANGED_BY, kvv_state.CHANGED_BY, plan_state.CHANGED_BY)
    assert len(frozenset().union(*parts)) == sum(map(len, parts))


def test_nobody_has_been_anywhere_yet() -> None:
    assert PersonState().resume_page == HOME
    assert PersonState().language is None


def test_who_leaves_by_himself_begins_at_home() -> None:
    assert _after(STARTED, PAGE, SessionEnded(reason=EndReason.DONE)).resume_page == HOME


@pytest.mark.parametrize("ended", [None, EndReason.IDLE, EndReason.HARD_STOP])
def test_who_was_interrupted_comes_back_to_his_page(ended: EndReason | None) -> None:
    end = (SessionEnded(reason=ended),) if ended else ()
    assert _after(STARTED, PAGE, *end).resume_page == PAGE.page
    assert _after(STARTED, PAGE, *end, STARTED).resume_page == PAGE.page


def test_he_reads_on_in_the_language_he_chose_last() -> None:
    polish = Language("pl")
    assert _after(STARTED, LanguageChosen(language=polish)).language == polish
    assert _after(STARTED, LanguageChosen(language=polish), STARTED).language == DUTCH


def test_sessions_are_counted() -> None:
    assert _after(STARTED, STARTED).sessions == 2


def test_a_note_is_unread_until_it_is_answered() -> None:
    note = entries(NOTED, lane=a_lane(GATEWAY))
    assert person.fold(replayed(note)).unread_notes == (NOTED,)
    seen = MentorNoteAnswered(note_id=NOTE, reply=NoteReply.SEEN)
    assert person.fold(replayed(note, entries(seen))).unread_notes == ()


def test_an_answer_to_a_note_that_has_not_come_in_yet_breaks_nothing() -> None:
    state = _after(MentorNoteAnswered(note_id=NOTE, reply=NoteReply.SEEN))
    assert state.unread_notes == state.notes == ()


def test_own_notes_stand_in_the_order_they_were_written() -> None:
    notes = _after(PrivateNoteKept(words="een"), PrivateNoteKept(words="twee")).private_notes
    assert [note.event.words for note in notes] == ["een", "twee"]


def test_an_answer_is_shared_until_it_is_withdrawn() -> None:
    item = ItemId("m1.strengths")
    shared = (SharedAnswer(item=item, answer=did().answer),)
    asked = MentorQuestionAsked(pack=KVV_PACK, module=ModuleId("m1"), shared=shared, question=None)
    assert _after(asked, asked).shared == (item,)
    assert _after(asked, ShareWithdrawn(item=item)).shared == ()


@pytest.mark.parametrize("one", recorded(*every_event()), ids=[event.kind for event in every_event()])
def test_any_event_alone_gives_a_person(one: Recorded[Event]) -> None:
    assert person.evolve(PersonState(), one).resume_page
