"""What a person meets from the first touch to `klaar`, without a window."""

from dataclasses import replace

import pytest

from kiosk.intents import (
    AnswerNote,
    Begin,
    ChooseLanguage,
    DeclineSigning,
    GoBack,
    GoOn,
    Hide,
    Leave,
    LogIn,
    OpenPage,
    SignThis,
    SkipThis,
    Unhide,
)
from kiosk.rehearsal import MARK, Rehearsal
from kiosk.views.entrance import AttractView, HiddenView, LanguageView, LogInTrouble, UnlockView
from kiosk.views.home import HomeView
from kiosk.views.plan import DoneView, SignView
from kiosk.views.question import IntroView, OverviewView, QuestionView
from modules.events import MentorNoteSent, PlanDeclined
from modules.ids import NoteId
from modules.plan.document import verify_signed
from modules.reasons import DeclineReason, NotePhrase, NoteReply
from tests.makers import MENTOR, NOTE, a_goal, goal_set
from tests.wing import EN, NL, NO, PIN, SAMIR, YES, Wing


@pytest.fixture
def wing() -> Wing:
    return Wing()


def test_a_visit_begins_at_rest_and_asks_the_language_first(wing: Wing) -> None:
    assert isinstance(wing.take(), AttractView)
    assert isinstance(wing.take(Begin()), LanguageView)
    assert isinstance(wing.take(ChooseLanguage(EN)), UnlockView)


def test_a_wrong_pin_and_an_unknown_number_are_told_the_same(wing: Wing) -> None:
    wrong_pin = wing.take(Begin(), ChooseLanguage(NL), LogIn("100234", "111111"))
    unknown = wing.take(LogIn("999999", PIN))
    assert wrong_pin == unknown
    assert isinstance(unknown, UnlockView)
    assert unknown.trouble


def test_nothing_of_a_person_is_written_before_he_is_let_in(wing: Wing) -> None:
    wing.take(Begin(), ChooseLanguage(NL), LogIn("100234", "111111"), OpenPage("plan"), YES)
    assert wing.kept() == []


def test_an_answer_is_kept_at_the_touch_itself(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("reflector/basics"), GoOn(), YES)
    wing.cut_the_power()
    view = wing.log_in()
    assert isinstance(view, QuestionView)
    assert view.exercise.options[0].chosen  # type: ignore[union-attr]


def test_nobody_goes_on_past_a_question_neither_answered_nor_skipped(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("reflector/basics"), GoOn())
    before = wing.page
    view = wing.take(GoOn())
    assert wing.page == before
    assert isinstance(view, QuestionView)
    assert not view.frame.next_enabled


def test_a_skipped_question_can_be_answered_later(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("reflector/basics"), GoOn())
    first = wing.page
    wing.take(SkipThis())
    assert wing.page != first
    wing.take(OpenPage(first), YES)
    assert wing.visit.session is not None
    assert wing.visit.session.state.reflector.chosen(wing.editions.questionnaire.definition.themes[0].items[0].id)


def test_after_a_power_cut_a_person_is_on_the_same_page(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("reflector/basics"), GoOn(), YES, GoOn())
    before = wing.take()
    page = wing.page
    wing.cut_the_power()
    after = wing.log_in()
    assert isinstance(before, QuestionView)
    assert isinstance(after, QuestionView)
    assert "Hier was je gebleven" in after.frame.place
    assert replace(after, frame=before.frame) == before
    assert wing.page == page


def test_after_klaar_a_person_begins_on_his_own_path(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("reflector/basics"), GoOn(), Leave())
    assert isinstance(wing.log_in(), HomeView)


def test_hiding_shows_nothing_of_anybody_and_gives_the_same_page_back(wing: Wing) -> None:
    wing.log_in()
    before = wing.take(OpenPage("reflector/basics"), GoOn(), YES)
    hidden = wing.take(Hide())
    assert isinstance(hidden, HiddenView)
    assert "identiteitsbewijs" not in repr(hidden)
    assert isinstance(wing.take(NO), HiddenView)
    assert wing.take(Unhide()) == before


def test_a_language_chosen_half_way_keeps_every_answer_and_the_page(wing: Wing) -> None:
    wing.log_in()
    dutch = wing.take(OpenPage("reflector/basics"), GoOn(), YES)
    english = wing.take(ChooseLanguage(EN))
    assert isinstance(dutch, QuestionView)
    assert isinstance(english, QuestionView)
    assert dutch.prompt != english.prompt
    assert english.exercise.options[0].chosen  # type: ignore[union-attr]


def test_an_overview_leads_to_what_an_earlier_answer_opened_anew(wing: Wing) -> None:
    wing.log_in()
    theme = wing.editions.questionnaire.definition.themes[0]
    for item in theme.items:
        wing.take(OpenPage(f"reflector/{theme.id}/{item.id}"), SkipThis())
    assert isinstance(wing.take(OpenPage(f"reflector/{theme.id}/overview")), OverviewView)
    wing.take(GoOn())
    assert wing.visit.session is not None
    assert theme.id in wing.visit.session.state.reflector.finished


def test_a_page_that_is_not_there_is_answered_with_home(wing: Wing) -> None:
    wing.log_in()
    for page in ("reflector/nowhere", "kvv/m99/x", "plan/else", "", "reflector/basics/nothing"):
        assert isinstance(wing.take(OpenPage(page)), HomeView)


def test_a_module_that_is_not_open_yet_cannot_be_started(wing: Wing) -> None:
    wing.log_in()
    view = wing.take(OpenPage("kvv/m8"), GoOn())
    assert isinstance(view, IntroView)
    assert wing.visit.session is not None
    assert not wing.visit.session.state.kvv.started


def test_a_plan_is_signed_only_with_the_pin_of_now(wing: Wing) -> None:
    wing.diary.append(wing.subject, (goal_set(),), wing.clock.moment())
    wing.log_in()
    wing.take(OpenPage("plan"), GoOn(), GoOn())
    refused = wing.take(SignThis(MARK, "000000"))
    assert isinstance(refused, SignView)
    assert "hoort niet bij jouw nummer" in refused.trouble
    wing.door.rests = LogInTrouble.WAIT
    waiting = wing.take(SignThis(MARK, PIN))
    assert isinstance(waiting, SignView)
    assert waiting.trouble == "Wacht even. Over 4 minuten kun je het weer proberen."
    wing.door.rests = None
    assert isinstance(wing.take(SignThis(MARK, PIN)), DoneView)
    assert wing.visit.session is not None
    signed = wing.visit.session.state.plan.signed[-1].event
    document = verify_signed(signed, wing.keys.terminal.public_key)
    assert document.person.id == SAMIR.detainee
    assert a_goal().area in signed.document or document.sections


def test_not_signing_is_kept_with_its_reason_and_without_blame(wing: Wing) -> None:
    wing.log_in()
    view = wing.take(OpenPage("plan/sign"), DeclineSigning(DeclineReason.LAWYER_FIRST))
    assert isinstance(view, DoneView)
    assert wing.kept()[-2] == PlanDeclined(reason=DeclineReason.LAWYER_FIRST)


def test_a_mentors_note_stays_until_it_is_answered(wing: Wing) -> None:
    note = MentorNoteSent(note_id=NOTE, mentor=MENTOR, phrase=NotePhrase.GOOD_START)
    wing.diary.append(wing.subject, (note,), wing.clock.moment())
    home = wing.log_in()
    assert isinstance(home, HomeView)
    assert len(home.notes) == 1
    after = wing.take(AnswerNote(NoteId(NOTE), NoteReply.WANTS_TO_TALK))
    assert isinstance(after, HomeView)
    assert not after.notes


def test_from_every_page_the_way_back_comes_home() -> None:
    wing = Wing()
    wing.log_in()
    for start in ("reflector/basics/overview", "kvv/m1/end", "kvv/m8/end", "plan/sign", "plan/done"):
        view = wing.take(OpenPage(start))
        for _ in range(40):
            if isinstance(view, HomeView):
                break
            view = wing.take(GoBack())
        assert isinstance(view, HomeView)


def test_a_rehearsal_walks_every_page_of_a_pack_and_signs() -> None:
    wing = Wing()
    names = [name for name, _ in Rehearsal(wing.editions, (NL, EN), wing.clock).walk(NL)]
    assert len(set(names)) == len(names)
    assert {"attract", "unlock", "home", "plan", "plan-sign", "plan-done"} <= set(names)
    items = [item.id for item in wing.editions.questionnaire.definition.themes[0].items]
    assert any(name.endswith(items[0]) for name in names)
