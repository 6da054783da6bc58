"""A terminal left alone: it locks, says nothing of anybody, and gives back what was half done."""

import pytest

from kiosk.entry import LOCK_TRIES
from kiosk.intents import (
    Begin,
    ChooseLanguage,
    GoBack,
    GoOn,
    KeepHalf,
    Leave,
    LogIn,
    OpenPage,
    Rest,
    SkipThis,
)
from kiosk.views.entrance import AttractView, UnlockView, unlock_view
from kiosk.views.me import CorrectView
from kiosk.views.own_plan import WriteView
from kiosk.views.question import QuestionView
from modules.events import Half, SessionEnded
from tests.wing import NL, PIN, YES, Wing


@pytest.fixture
def wing() -> Wing:
    return Wing()


def test_rest_locks_the_terminal_and_keeps_the_page(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("reflector/basics"), GoOn())
    page = wing.page
    locked = wing.take(Rest())
    assert isinstance(locked, UnlockView)
    assert locked.locked
    assert wing.visit.session is None
    assert any(isinstance(event, SessionEnded) for event in wing.kept())
    wing.take(LogIn("", PIN))
    assert wing.page == page


def test_a_locked_terminal_says_nothing_of_whom_it_waits_for(wing: Wing) -> None:
    wing.log_in()
    locked = wing.take(OpenPage("reflector/basics"), GoOn(), Rest())
    assert locked == unlock_view(NL, None, locked=True)
    assert "100234" not in repr(vars(wing.visit._entry))


def test_somebody_else_can_begin_at_a_locked_terminal_at_once(wing: Wing) -> None:
    wing.log_in()
    assert isinstance(wing.take(Rest(), Leave()), AttractView)
    assert isinstance(wing.take(Begin(), ChooseLanguage(NL), LogIn("", PIN)), UnlockView)


def test_wrong_pins_at_a_locked_terminal_let_it_go_before_they_keep_the_person_out(wing: Wing) -> None:
    wing.log_in()
    wing.take(Rest())
    views = [wing.take(LogIn("", "000000")) for _ in range(LOCK_TRIES)]
    assert [type(view) for view in views] == [UnlockView] * (LOCK_TRIES - 1) + [AttractView]


def test_a_lock_that_stood_for_long_lets_go(wing: Wing) -> None:
    wing.log_in()
    assert isinstance(wing.take(Rest(), Rest(lets_go=True)), AttractView)
    assert not wing.visit.is_locked


def test_what_was_half_done_is_there_again_after_a_lock_until_it_is_answered(wing: Wing) -> None:
    half = Half(writing="als ik boos")
    wing.log_in()
    wing.take(OpenPage("reflector/basics"), GoOn(), KeepHalf(half), Rest())
    wing.cut_the_power()
    view = wing.log_in()
    assert isinstance(view, QuestionView)
    assert view.half == half
    answered = wing.take(YES)
    assert isinstance(answered, QuestionView)
    assert answered.half is None


@pytest.mark.parametrize("page", ["plan/notes/new", "me/correct"])
def test_words_that_are_no_answer_are_there_again_too_after_a_lock(wing: Wing, page: str) -> None:
    half = Half(turn="not_mine", writing="wat ik niet kwijt wil")
    wing.log_in()
    view = wing.take(OpenPage(page), KeepHalf(half), Rest(), LogIn("", PIN))
    assert wing.page == page
    assert isinstance(view, WriteView | CorrectView)
    assert view.half == half
    assert getattr(wing.take(GoBack(), OpenPage(page)), "half", half) is None


def test_what_was_half_done_is_gone_once_the_person_went_on(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("reflector/basics"), GoOn(), KeepHalf(Half(writing="als")))
    page = wing.page
    back = wing.take(SkipThis(), OpenPage(page))
    assert isinstance(back, QuestionView)
    assert back.half is None
