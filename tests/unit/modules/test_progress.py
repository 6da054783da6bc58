"""What a mentor may see of a person, and nothing else."""

from collections.abc import Iterable

from modules.disclosure import Disclosure, disclosure_of
from modules.events import (
    Event,
    MentorNoteAnswered,
    MentorQuestionAsked,
    ModuleDeclined,
    ModuleStarted,
    PlanDeclined,
    PrivateNoteKept,
    SessionEnded,
    SharedAnswer,
    ShareWithdrawn,
    TogetherBegun,
    TogetherEnded,
)
from modules.exercises.if_then import IfThenAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.shared import Audience, Said
from modules.ids import ItemId, ModuleId, OptionId
from modules.journal import Entry, head_of
from modules.progress import Progress, progress
from modules.reasons import Companion, DeclineReason, EndReason, NoteReply
from tests.definitions import KVV_PACK
from tests.every_event import every_event
from tests.makers import (
    NOON,
    NOTE,
    OTHER_TERMINAL,
    YEAR_MS,
    a_lane,
    a_moment,
    a_session_of_events,
    a_signed_plan,
    answered,
    did,
    entries,
    goal_set,
    recorded,
    replayed,
)

M1 = ModuleId("m1")
PRIVATE = "dit weet niemand"
ASKED = MentorQuestionAsked(pack=KVV_PACK, module=M1, shared=(), question=OptionId("ask_help"))


def _of(*events: Event) -> Progress:
    return progress(recorded(*events))


def _folded(*lanes: Iterable[Entry]) -> Progress:
    return progress(replayed(*lanes))


def test_a_whole_visit_shows_as_progress() -> None:
    seen = _of(*a_session_of_events())
    assert seen.sessions == 1
    assert seen.reflector_done
    assert {theme: (done.answered, done.skipped) for theme, done in seen.themes.items()} == {
        "basics": (3, 0),
        "work": (1, 0),
    }
    assert set(seen.modules_started) == {"m1", "m8"}
    assert set(seen.modules_finished) == {"m1"}
    assert len(seen.signed) == 1


def test_only_answers_meant_for_others_are_shown() -> None:
    shown = _of(*a_session_of_events()).shared_answers
    assert set(shown) == {"basics.id", "basics.debts", "m1.strengths", "m8.goals", "m8.if_then"}


def test_nothing_private_is_shown_even_where_it_could_be_read() -> None:
    own = IfThenAnswer(situation=Said(own=PRIVATE), action=Said(own=PRIVATE))
    secret = (
        answered("basics.weight", RulerAnswer(value=9), audience=Audience.ONLY_ME),
        did("m8.if_then", own, audience=Audience.ONLY_ME),
        goal_set(wish=Said(own=PRIVATE)),
        PrivateNoteKept(words=PRIVATE),
    )
    assert _of(*secret) == Progress()


def test_an_event_that_the_gateway_cannot_open_changes_nothing() -> None:
    for one in recorded(*every_event()):
        if disclosure_of(one.event) is not Disclosure.WHOLE:
            assert progress([one]) == Progress()


def test_what_a_person_shares_is_shown_though_its_question_was_his_own() -> None:
    content = ItemId("m1.content")
    shared = SharedAnswer(item=content, answer=RulerAnswer(value=3))
    assert _of(ASKED.model_copy(update={"shared": (shared,)})).shared_answers == {content: RulerAnswer(value=3)}


def test_what_he_shares_no_longer_is_shown_no_longer() -> None:
    item = ItemId("m1.content")
    shared = (SharedAnswer(item=item, answer=RulerAnswer(value=3)),)
    asked = MentorQuestionAsked(pack=KVV_PACK, module=ModuleId("m1"), shared=shared, question=OptionId("ask_help"))
    told = progress(recorded(asked, ShareWithdrawn(item=item)))
    assert item not in told.shared_answers
    (question,) = told.questions
    assert (question.event.shared, question.event.question) == ((), "ask_help")
    again = progress(recorded(asked, ShareWithdrawn(item=item), asked))
    assert item in again.shared_answers


def test_a_question_asked_is_a_wish_to_talk_until_the_plan_is_signed() -> None:
    assert not _of().wants_to_talk
    assert _of(ASKED).wants_to_talk
    assert not _of(ASKED, a_signed_plan()).wants_to_talk
    assert _of(ASKED, a_signed_plan(), ASKED).wants_to_talk


def test_a_wish_to_talk_after_signing_counts_whatever_the_clock_says() -> None:
    signed = entries(a_signed_plan(), now=a_moment(NOON))
    asked = entries(ASKED, lane=a_lane(OTHER_TERMINAL), seen=[head_of(signed[-1])], now=a_moment(NOON - 10 * YEAR_MS))
    assert _folded(asked, signed).wants_to_talk


def test_a_reply_to_a_note_can_be_a_wish_to_talk() -> None:
    assert _of(MentorNoteAnswered(note_id=NOTE, reply=NoteReply.WANTS_TO_TALK)).wants_to_talk
    assert not _of(MentorNoteAnswered(note_id=NOTE, reply=NoteReply.SEEN)).wants_to_talk


def test_a_declined_module_that_is_opened_after_all_is_declined_no_more() -> None:
    declined = ModuleDeclined(module=M1, reason=DeclineReason.CANNOT_READ)
    started = ModuleStarted(pack=KVV_PACK, module=M1)
    assert _of(declined).modules_declined == {M1: declined}
    assert _of(declined, started).modules_declined == {}


def test_a_module_was_started_when_it_was_first_opened() -> None:
    started = ModuleStarted(pack=KVV_PACK, module=M1)
    first, second = recorded(started, started)
    assert progress([first, second]).modules_started == {M1: first}


def test_not_signing_is_shown_until_he_signs() -> None:
    declined = PlanDeclined(reason=DeclineReason.WITH_MENTOR)
    seen = _of(declined).declined
    assert seen is not None
    assert seen.event == declined
    assert _of(declined, a_signed_plan()).declined is None


def test_what_happened_keeps_its_place_and_so_its_clock() -> None:
    (signed,) = _of(a_signed_plan()).signed
    assert signed.place.clock == (NOON, 0)


def test_an_answer_given_while_somebody_sat_beside_him_says_so_and_one_given_later_alone_does_not() -> None:
    begun, ended = TogetherBegun(companion=Companion.TEACHER), TogetherEnded()
    helped = progress(recorded(begun, did(), ended))
    assert set(helped.helped.values()) == {Companion.TEACHER}
    again = did(answer=RulerAnswer(value=2))
    alone = progress(recorded(begun, did(), ended, again))
    assert alone.helped == {}
    left = progress(recorded(begun, SessionEnded(reason=EndReason.IDLE), did()))
    assert left.helped == {}
