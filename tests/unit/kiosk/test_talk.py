"""Asking to talk today and saying who sits beside him: what he sees, what is kept, and when it ends."""

import pytest

from kiosk.intents import (
    GiveThisAnswer,
    GoBack,
    GoOn,
    Leave,
    LogIn,
    OpenLanguages,
    OpenPage,
    Rest,
    SkipThis,
)
from kiosk.pages import Editions
from kiosk.views.entrance import LanguageView
from kiosk.views.home import HomeView
from kiosk.views.question import IntroView, QuestionView
from kiosk.views.rooms import ALONE, MoreView
from modules.access import Action
from modules.events import (
    MentorNoteSent,
    RecordAccessed,
    TalkAsked,
    TalkWithdrawn,
    TogetherBegun,
    TogetherEnded,
)
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import OptionId
from modules.person import begin_or_end
from modules.reasons import Companion, NotePhrase, Whom
from tests.definitions import a_kvv_edition, a_reflector_edition
from tests.makers import MENTOR, NOTE
from tests.wing import PIN, Wing

INTERPRETER = GiveThisAnswer(SingleChoiceAnswer(option=OptionId(Companion.INTERPRETER.value)))
BY_HIMSELF = GiveThisAnswer(SingleChoiceAnswer(option=ALONE))


@pytest.fixture
def wing() -> Wing:
    wing = Wing()
    wing.log_in()
    return wing


def lines(view: object) -> str:
    assert isinstance(view, IntroView)
    return "\n".join(view.lines)


def place(view: object) -> str:
    assert isinstance(view, QuestionView | IntroView | MoreView)
    return view.frame.place


def test_asking_takes_no_reason_and_says_at_once_whom_to_tell_and_that_it_still_waits(wing: Wing) -> None:
    before = wing.take(OpenPage("talk/medical"))
    assert "geen alarm" in lines(before)
    assert "celbel" in lines(before)
    asked = wing.take(GoOn())
    assert wing.kept()[-1] == TalkAsked(whom=Whom.MEDICAL)
    assert "Vertel het nu aan een medewerker" in lines(asked)
    assert "wacht nog op verzending" in lines(asked)
    assert "Nog niet gelezen" in lines(asked)
    assert "celbel" in lines(asked)


def test_it_says_when_it_was_sent_who_read_it_and_when(wing: Wing) -> None:
    wing.take(OpenPage("talk/mentor"), GoOn())
    seen = RecordAccessed(by=MENTOR, action=Action.PAGE_OPENED)
    wing.diary.append(wing.subject, (seen,), wing.clock.moment())
    wing.has_left = True
    wing.staff = "Sanne de Wit"
    wing.cut_the_power()
    wing.log_in()
    told = lines(wing.take(OpenPage("talk/mentor")))
    assert "Je bericht is verstuurd." in told
    assert "Gelezen door Sanne de Wit" in told
    more = wing.take(OpenPage("more"))
    assert isinstance(more, MoreView)
    assert more.tiles[0].text.startswith("Gevraagd")


def test_it_can_be_taken_back_and_asked_again(wing: Wing) -> None:
    wing.take(OpenPage("talk/anyone"), GoOn())
    view = wing.take(SkipThis())
    assert wing.kept()[-1] == TalkWithdrawn(whom=Whom.ANYONE)
    assert isinstance(view, IntroView)
    assert view.frame.skip is None
    wing.take(GoOn())
    assert wing.kept()[-1] == TalkAsked(whom=Whom.ANYONE)
    assert isinstance(wing.take(GoOn()), HomeView)


def test_a_note_from_the_mentor_answers_it(wing: Wing) -> None:
    wing.take(OpenPage("talk/mentor"), GoOn())
    note = MentorNoteSent(note_id=NOTE, mentor=MENTOR, phrase=NotePhrase.TALK_THIS_WEEK)
    wing.diary.append(wing.subject, (note,), wing.clock.moment())
    wing.cut_the_power()
    wing.log_in()
    view = wing.take(OpenPage("talk/mentor"))
    assert isinstance(view, IntroView)
    assert view.frame.skip is None


def test_each_prison_says_who_can_be_asked_for() -> None:
    here = (Whom.SPIRITUAL, Whom.MENTOR)
    wing = Wing(editions=Editions(a_reflector_edition(), a_kvv_edition(), talk_with=here))
    wing.log_in()
    view = wing.take(OpenPage("talk"))
    assert isinstance(view, MoreView)
    assert [tile.page for tile in view.tiles] == ["talk/spiritual", "talk/mentor"]


def test_it_is_reached_from_the_first_and_last_page_of_a_module_and_from_every_page_by_two_touches(wing: Wing) -> None:
    for page in ("kvv/m1", "kvv/m1/end"):
        view = wing.take(OpenPage(page))
        assert isinstance(view, IntroView)
        assert view.frame.skip == "Ik wil praten"
        assert isinstance(wing.take(SkipThis()), MoreView)
        assert wing.page == "talk"
    wing.take(OpenPage("kvv/m1"), GoOn())
    before = wing.page
    languages = wing.take(OpenLanguages())
    assert isinstance(languages, LanguageView)
    assert languages.more
    assert isinstance(wing.take(OpenPage("more")), MoreView)
    wing.take(OpenPage("talk"), GoBack())
    assert wing.page == "more"
    wing.take(GoBack())
    assert wing.page == before


def test_who_sits_beside_him_is_kept_and_quietly_marked_on_every_page(wing: Wing) -> None:
    chosen = wing.take(OpenPage("together"), INTERPRETER)
    assert wing.kept()[-1] == TogetherBegun(companion=Companion.INTERPRETER)
    assert "Samen met: Tolk" in place(chosen)
    assert "Samen met: Tolk" in place(wing.take(OpenPage("kvv/m1")))
    home = wing.take(OpenPage("home"))
    assert isinstance(home, HomeView)
    assert "Samen met: Tolk" in home.place
    assert "Samen met:" not in place(wing.take(OpenPage("together"), BY_HIMSELF))
    assert wing.kept()[-1] == TogetherEnded()


@pytest.mark.parametrize("going", [Leave(), Rest(), Rest(hard_stop=True)])
def test_it_ends_when_he_leaves_or_is_locked_out(going: Leave | Rest) -> None:
    wing = Wing()
    wing.log_in()
    wing.take(OpenPage("together"), INTERPRETER, going)
    if isinstance(going, Rest) and not going.hard_stop:
        wing.take(LogIn("", PIN))
    else:
        wing.log_in()
    assert wing.visit.session is not None
    assert wing.visit.session.state.together is None
    assert "Samen met:" not in place(wing.take(OpenPage("kvv/m1")))


def test_saying_the_same_again_is_nothing() -> None:
    assert begin_or_end(Companion.TEACHER, Companion.TEACHER) == ()
    assert begin_or_end(None, None) == ()
