"""What a person asks about what is kept of him, without a window."""

import pytest

from kiosk.intents import AskCorrection, AskPrint, GoBack, OpenPage
from kiosk.views.home import HomeView
from kiosk.views.me import CorrectView, KeptView, MeView
from kiosk.views.plan import DoneView
from modules.access import Action
from modules.events import CorrectionAsked, DataPrintAsked, RecordAccessed
from modules.reasons import CorrectionReason
from tests.makers import MENTOR
from tests.wing import Wing


@pytest.fixture
def wing() -> Wing:
    return Wing()


def test_a_person_sees_what_is_kept_and_goes_back_the_way_he_came(wing: Wing) -> None:
    wing.log_in()
    assert isinstance(wing.take(OpenPage("me")), MeView)
    assert isinstance(wing.take(OpenPage("me/visits")), KeptView)
    assert isinstance(wing.take(GoBack()), MeView)
    assert isinstance(wing.take(GoBack()), HomeView)
    assert isinstance(wing.take(OpenPage("me/nothing")), HomeView)


def test_asking_for_something_to_be_put_right_is_kept_and_answered_at_once(wing: Wing) -> None:
    wing.log_in()
    assert isinstance(wing.take(OpenPage("me/correct")), CorrectView)
    told = wing.take(AskCorrection(CorrectionReason.NOT_RIGHT, "mijn adres"))
    assert isinstance(told, DoneView)
    assert any("casemanager" in line for line in told.lines)
    assert CorrectionAsked(reason=CorrectionReason.NOT_RIGHT, words="mijn adres") in wing.kept()


def test_paper_is_asked_for_once_until_it_was_printed_and_the_screen_says_from_whom_and_when(wing: Wing) -> None:
    wing.log_in()
    wing.take(OpenPage("me"), AskPrint(), OpenPage("me"))
    told = wing.take(AskPrint())
    assert isinstance(told, DoneView)
    assert any("Sanne de Wit" in line for line in told.lines)
    assert any("week" in line for line in told.lines)
    assert wing.kept().count(DataPrintAsked()) == 1
    printed = RecordAccessed(by=MENTOR, action=Action.DATA_PRINTED)
    wing.diary.append(wing.subject, (printed,), wing.clock.moment())
    wing.take(OpenPage("me"), AskPrint())
    assert wing.kept().count(DataPrintAsked()) == 2
