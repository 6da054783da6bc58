"""With whom somebody wants to talk today: what stands, who read it, and what ends it."""

from modules.access import Action
from modules.events import Event, MentorNoteSent, RecordAccessed, TalkAsked, TalkWithdrawn
from modules.journal import head_of
from modules.reasons import NotePhrase, Whom
from modules.talk import CHANGED_BY, TalkState, ask, evolve, withdraw
from tests.every_event import every_event
from tests.makers import MENTOR, NOTE, OTHER_TERMINAL, a_lane, entries, recorded, replayed

ASKED = TalkAsked(whom=Whom.MENTOR)
OPENED = RecordAccessed(by=MENTOR, action=Action.PAGE_OPENED)
SENT = MentorNoteSent(note_id=NOTE, mentor=MENTOR, phrase=NotePhrase.TALK_THIS_WEEK)
GATEWAY = a_lane(OTHER_TERMINAL)


def after(*events: Event) -> TalkState:
    state = TalkState()
    for one in recorded(*events):
        state = evolve(state, one)
    return state


def test_a_request_stands_until_it_is_taken_back() -> None:
    both = after(ASKED, TalkAsked(whom=Whom.MEDICAL))
    assert list(both.waiting) == [Whom.MENTOR, Whom.MEDICAL]
    assert list(after(ASKED, TalkAsked(whom=Whom.MEDICAL), TalkWithdrawn(whom=Whom.MENTOR)).waiting) == [Whom.MEDICAL]


def test_the_first_who_opens_his_page_has_read_it_and_a_note_answers_it() -> None:
    read = after(ASKED, OPENED).waiting[Whom.MENTOR]
    assert (read.read_by, read.read_ms > 0) == (MENTOR, True)
    assert after(ASKED, OPENED, SENT).waiting == {}


def test_who_looks_for_another_reason_has_not_read_it() -> None:
    for action in set(Action) - {Action.PAGE_OPENED}:
        told = after(ASKED, RecordAccessed(by=MENTOR, action=action))
        assert told.waiting[Whom.MENTOR].read_by is None
    assert after(ASKED, RecordAccessed(by=None, action=Action.PAGE_OPENED)).waiting[Whom.MENTOR].read_by is None


def test_what_was_written_elsewhere_without_having_seen_it_neither_read_nor_answered_it() -> None:
    asked = entries(ASKED)
    state = TalkState()
    for one in replayed(asked, entries(OPENED, SENT, lane=GATEWAY)):
        state = evolve(state, one)
    assert state.waiting[Whom.MENTOR].read_by is None
    state = TalkState()
    for one in replayed(asked, entries(OPENED, lane=GATEWAY, seen=(head_of(asked[-1]),))):
        state = evolve(state, one)
    assert state.waiting[Whom.MENTOR].read_by == MENTOR


def test_asking_twice_and_taking_back_what_does_not_stand_are_nothing() -> None:
    assert ask(TalkState(), Whom.MENTOR) == (ASKED,)
    assert ask(after(ASKED), Whom.MENTOR) == ()
    assert withdraw(TalkState(), Whom.MENTOR) == ()
    assert withdraw(after(ASKED), Whom.MENTOR) == (TalkWithdrawn(whom=Whom.MENTOR),)


def test_only_what_changes_it_changes_it() -> None:
    asked = after(ASKED)
    for one in recorded(*every_event()):
        if type(one.event) not in CHANGED_BY:
            assert evolve(asked, one) is asked
