"""Coming in without a PIN, changing one's own, and staff at the terminal, without a window."""

import pytest

from kiosk.intents import (
    AskCode,
    Begin,
    ChooseLanguage,
    ChoosePin,
    GiveCode,
    GoBack,
    Intent,
    Leave,
    LogIn,
    OpenLanguages,
    OpenPinChange,
    Rest,
    StaffWants,
    UseCode,
)
from kiosk.views.entrance import AttractView, ChooseView, CodeView, LogInTrouble, UnlockView
from kiosk.views.home import HomeView
from kiosk.views.last_time import ELSEWHERE
from kiosk.views.staff import GiveView, StaffView
from kiosk.visit import View
from modules.events import Deed, PinChosen, PinWay
from tests.fakes import FakeDoor
from tests.makers import a_pin_verifier
from tests.wing import EN, NL, PIN, STAFF_PIN, Wing

NEW = "739105"


@pytest.fixture
def wing() -> Wing:
    return Wing()


def asked(wing: Wing, *intents: Intent) -> View:
    """Gives what stands there after asking for a code, and these."""
    return wing.take(Begin(), ChooseLanguage(NL), AskCode("100234"), *intents)


def test_who_has_no_pin_chooses_one_with_a_code_and_is_in(wing: Wing) -> None:
    assert isinstance(asked(wing), CodeView)
    assert isinstance(wing.take(UseCode(FakeDoor.CODE)), ChooseView)
    assert isinstance(wing.take(ChoosePin(NEW)), HomeView)
    assert wing.door.ways == [PinWay.CODE]
    wing.take(Leave())
    assert isinstance(wing.log_in(), UnlockView)
    assert isinstance(wing.take(LogIn("100234", NEW)), HomeView)


def test_a_wrong_code_is_said_kindly_and_the_same_digits_stand_there(wing: Wing) -> None:
    first, again = asked(wing), wing.take(UseCode("00000000"))
    assert isinstance(first, CodeView)
    assert isinstance(again, CodeView)
    assert again.trouble
    assert again.title == first.title


def test_a_number_of_nobody_is_asked_for_a_code_in_the_same_words(wing: Wing) -> None:
    wing.take(Begin(), ChooseLanguage(NL))
    nobodys = wing.take(AskCode("999999"), UseCode(FakeDoor.CODE))
    assert isinstance(nobodys, CodeView)
    assert nobodys.trouble == asked(wing, UseCode("00000000")).trouble  # type: ignore[union-attr]


def test_a_pin_that_is_easy_to_guess_is_not_taken(wing: Wing) -> None:
    asked(wing, UseCode(FakeDoor.CODE))
    for easy in ("123456", "100234", "270391", "12345", "aaaaaa"):
        view = wing.take(ChoosePin(easy))
        assert isinstance(view, ChooseView)
        assert view.trouble
    assert wing.door.ways == []


def test_a_code_lets_nobody_past_choosing_a_pin(wing: Wing) -> None:
    asked(wing, UseCode(FakeDoor.CODE))
    assert isinstance(wing.take(Rest()), AttractView)
    assert wing.visit.session is None
    assert isinstance(wing.take(ChoosePin(NEW)), AttractView)


def test_another_language_half_way_keeps_the_digits(wing: Wing) -> None:
    dutch = asked(wing)
    english = wing.take(OpenLanguages(), ChooseLanguage(EN))
    assert isinstance(dutch, CodeView)
    assert isinstance(english, CodeView)
    assert english.language == EN
    assert english.title[-6:] == dutch.title[-6:]
    assert isinstance(wing.take(GoBack()), UnlockView)


def test_a_locked_out_person_asks_a_code_at_a_locked_terminal_without_his_number(wing: Wing) -> None:
    wing.log_in()
    view = wing.take(Rest(), AskCode(""))
    assert isinstance(view, CodeView)
    assert isinstance(wing.take(UseCode(FakeDoor.CODE), ChoosePin(NEW)), HomeView)


def test_a_person_changes_his_own_pin_with_the_one_of_now(wing: Wing) -> None:
    wing.log_in()
    view = wing.take(OpenPinChange())
    assert isinstance(view, ChooseView)
    assert view.ask_old
    refused = wing.take(ChoosePin(NEW, "000000"))
    assert isinstance(refused, ChooseView)
    assert refused.trouble
    assert isinstance(wing.take(ChoosePin(NEW, PIN)), HomeView)
    assert wing.door.ways == [PinWay.OWN]


@pytest.mark.parametrize("why", [LogInTrouble.WAIT, LogInTrouble.ASK_STAFF])
def test_while_the_door_rests_nobody_is_told_that_his_own_pin_was_wrong(wing: Wing, why: LogInTrouble) -> None:
    wing.log_in()
    wing.door.rests = why
    view = wing.take(OpenPinChange(), ChoosePin(NEW, PIN))
    assert isinstance(view, ChooseView)
    assert view.trouble.startswith("Het is even te vaak geprobeerd.")


def test_who_chose_pictures_is_asked_for_pictures(wing: Wing) -> None:
    asked(wing, UseCode(FakeDoor.CODE), ChoosePin("ahcpbk"))
    locked = wing.take(Rest())
    assert isinstance(locked, UnlockView)
    assert locked.pictures


def test_staff_come_in_by_number_and_pin_and_what_they_do_is_kept(wing: Wing) -> None:
    assert isinstance(wing.take(Begin(), ChooseLanguage(EN), LogIn("9001", STAFF_PIN)), StaffView)
    assert wing.visit.session is None
    assert isinstance(wing.take(StaffWants(Deed.GAVE_CODE)), GiveView)
    given = wing.take(GiveCode("100234", "482913"))
    assert isinstance(given, GiveView)
    assert "".join(given.code.split()) == FakeDoor.CODE
    assert isinstance(wing.take(GoBack(), StaffWants(Deed.CARRIED)), StaffView)
    assert isinstance(wing.take(Leave()), AttractView)
    assert wing.room.deeds == [Deed.CAME, Deed.GAVE_CODE, Deed.CARRIED, Deed.LEFT]
    assert wing.kept() == []


def test_staff_who_walk_away_are_logged_out_not_locked(wing: Wing) -> None:
    wing.take(Begin(), ChooseLanguage(NL), LogIn("9001", STAFF_PIN))
    assert isinstance(wing.take(Rest()), AttractView)
    assert not wing.visit.is_locked
    assert wing.room.deeds[-1] is Deed.LEFT
    assert isinstance(wing.take(StaffWants(Deed.CARRIED)), AttractView)


def test_home_says_when_and_where_he_came_in_before_but_not_at_the_first_time(wing: Wing) -> None:
    first = wing.log_in()
    wing.take(Leave())
    second = wing.log_in()
    assert isinstance(first, HomeView)
    assert isinstance(second, HomeView)
    assert first.last_time == ""
    assert "Vorige keer" in second.last_time


def test_who_comes_from_another_institution_is_told_once_what_came_with_him_and_what_did_not(wing: Wing) -> None:
    wing.log_in()
    wing.take(Leave())
    chosen = PinChosen(verifier=a_pin_verifier(), way=PinWay.CODE, instead_of=None)
    wing.diary.append(wing.subject, (chosen,), wing.clock.moment())
    told = []
    for wing.last_wing in (ELSEWHERE, "B2"):
        home = wing.log_in()
        assert isinstance(home, HomeView)
        told.append(all(said in home.last_time for said in ("meegekomen", "pincode geldt hier niet")))
        wing.take(Leave())
    assert told == [True, False]


def test_a_pin_chosen_with_a_code_is_told_at_the_next_login_and_only_then(wing: Wing) -> None:
    wing.log_in()
    wing.take(Leave())
    chosen = PinChosen(verifier=a_pin_verifier(), way=PinWay.CODE, instead_of=None)
    wing.diary.append(wing.subject, (chosen,), wing.clock.moment())
    told = []
    for _ in range(2):
        home = wing.log_in()
        assert isinstance(home, HomeView)
        told.append("nieuwe pincode" in home.last_time)
        wing.take(Leave())
    assert told == [True, False]
