"""The entrance under a finger: rest, languages, number and PIN, pause; nothing that was typed stays."""

from collections.abc import Callable

import pytest

from kiosk.i18n import Words
from kiosk.intents import (
    AskCode,
    Begin,
    ChooseLanguage,
    ChoosePin,
    GiveCode,
    GoBack,
    Leave,
    LogIn,
    StaffWants,
    Unhide,
    UseCode,
)
from kiosk.views.entrance import (
    LogInTrouble,
    attract_view,
    choose_view,
    code_view,
    hidden_view,
    language_view,
    unlock_view,
)
from kiosk.views.staff import give_view, staff_view
from modules.events import Deed
from modules.texts import Language
from tests.ui import views
from tests.ui.person import Person

NL = Language("nl")
NUMBER, PIN = "4471203", "280491"
Stand = Callable[..., Person]


def test_a_touch_anywhere_on_the_resting_screen_begins(stand: Stand, tap: Callable[..., None]) -> None:
    person = stand(attract_view(views.LANGUAGES, development=False))
    tap(30, 30)
    person.touch("attract.begin")
    assert person.wants == [Begin(), Begin()]


def test_the_resting_screen_greets_in_each_language_in_turn(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    from kivy.base import EventLoop  # noqa: PLC0415 - only after the lockdown

    monkeypatch.setattr("kiosk.screens.attract.GREETING_SECONDS", 0.0)
    person = stand(attract_view(views.LANGUAGES, development=False))
    greeted = set()
    for _ in range(2 * len(views.LANGUAGES)):
        EventLoop.idle()
        greeted.add(person.screen.ids.greeting.text)
    person.screen.forget()
    assert greeted == {Words(language)("attract.greeting") for language in views.LANGUAGES}


def test_a_terminal_that_is_not_for_real_use_says_so(stand: Stand) -> None:
    assert "ontwikkeling" in stand(attract_view((NL,), development=True)).reads()
    assert "ontwikkeling" not in stand(attract_view((NL,), development=False)).reads()


@pytest.mark.parametrize("language", views.LANGUAGES)
def test_each_language_is_one_touch_away(stand: Stand, language: Language) -> None:
    person = stand(language_view(views.LANGUAGES, NL))
    person.touch(f"language.{language}")
    assert person.wants == [ChooseLanguage(language)]


def test_number_and_pin_are_said_once_and_then_gone(stand: Stand) -> None:
    person = stand(unlock_view(NL, None))
    person.type(NUMBER)
    person.touch("foot.next")
    person.type(PIN)
    assert person.wants == [LogIn(NUMBER, PIN)]
    assert person.screen.ids.entry.digits == ""


def test_a_number_shows_as_it_is_typed_and_a_pin_only_as_dots(stand: Stand) -> None:
    person = stand(unlock_view(NL, None))
    person.type(NUMBER)
    assert person.number == NUMBER
    person.touch("foot.next")
    person.type("2804")
    assert person.number == ""
    assert "2804" not in person.reads()
    assert person.screen.ids.entry.ids.dots.filled == 4


def test_the_way_on_wakes_at_four_digits_and_a_number_ends_at_ten(stand: Stand) -> None:
    person = stand(unlock_view(NL, None))
    person.type("123")
    person.touch("foot.next")
    assert "pad.1" in person.sees()
    assert Words("nl")("unlock.number.title") in person.reads()
    person.type("45678901")
    assert person.screen.ids.entry.digits == "1234567890"


def test_digits_can_be_erased_one_by_one_or_all_at_once(stand: Stand) -> None:
    person = stand(unlock_view(NL, None))
    person.type("12345")
    person.touch("pad.erase")
    assert person.screen.ids.entry.digits == "1234"
    person.touch("pad.clear")
    assert person.screen.ids.entry.digits == ""


def test_after_a_try_that_failed_the_number_stands_there_again(stand: Stand) -> None:
    person = stand(unlock_view(NL, None))
    person.type(NUMBER)
    person.touch("foot.next")
    person.type(PIN)
    person.screen.paint(unlock_view(NL, LogInTrouble.NOT_TOGETHER))
    person.wait()
    assert person.number == NUMBER
    assert Words("nl")("unlock.trouble.not_together") in person.reads()
    person.touch("foot.next")
    assert Words("nl")("unlock.trouble.not_together") not in person.reads()


def test_back_leads_from_pin_to_number_and_from_number_to_the_languages(stand: Stand) -> None:
    person = stand(unlock_view(NL, None))
    person.type(NUMBER)
    person.touch("foot.next")
    person.type("28")
    person.touch("foot.back")
    assert person.wants == []
    assert person.number == NUMBER
    person.touch("foot.back")
    assert person.wants == [GoBack()]


def test_a_locked_terminal_asks_the_pin_alone_and_again_after_a_wrong_one(stand: Stand) -> None:
    person = stand(unlock_view(NL, None, locked=True))
    assert person.number == ""
    person.type(PIN)
    person.screen.paint(unlock_view(NL, LogInTrouble.NOT_TOGETHER, locked=True))
    person.wait()
    person.type(PIN)
    assert person.wants == [LogIn("", PIN), LogIn("", PIN)]


def test_whoever_is_somebody_else_says_so_at_a_locked_terminal(stand: Stand) -> None:
    person = stand(unlock_view(NL, None, locked=True))
    person.touch("foot.back")
    assert person.wants == [Leave()]


def test_who_has_no_pin_asks_for_a_code_with_his_number(stand: Stand) -> None:
    person = stand(unlock_view(NL, None))
    person.type(NUMBER)
    person.touch("foot.next", "foot.skip")
    assert person.wants == [AskCode(NUMBER)]


def test_pictures_are_touched_in_the_place_of_digits_after_the_number(stand: Stand) -> None:
    person = stand(unlock_view(NL, None))
    person.touch("foot.skip")
    assert "pad.1" in person.sees()
    person.type(NUMBER)
    person.touch("foot.skip")
    assert "pad.1" not in person.sees()
    person.touch(*(f"pad.{letter}" for letter in "ahc"), "pad.erase", *(f"pad.{letter}" for letter in "pbk"))
    assert person.wants == []
    person.touch("pad.d")
    assert person.wants == [LogIn(NUMBER, "ahpbkd")]


def test_a_code_is_shown_as_it_is_typed_and_said_once(stand: Stand) -> None:
    person = stand(code_view(NL, "482913", None))
    assert "482913" in person.reads()
    person.type("2048135")
    person.touch("foot.next")
    assert person.wants == []
    person.type("7")
    person.touch("foot.next")
    assert person.wants == [UseCode("20481357")]
    assert person.number == ""


def test_a_new_pin_is_entered_twice_alike(stand: Stand) -> None:
    person = stand(choose_view(NL, None))
    person.type("739105739106")
    assert Words("nl")("choose.trouble.differ") in person.reads()
    person.type("739105739105")
    assert person.wants == [ChoosePin("739105")]
    assert "739105" not in repr(vars(person.screen))


def test_the_pin_of_now_is_asked_before_a_new_one_and_pictures_can_be_chosen(stand: Stand) -> None:
    person = stand(choose_view(NL, None, with_old=True))
    person.type("482913")
    person.touch("foot.skip")
    for _ in range(2):
        person.touch(*(f"pad.{letter}" for letter in "ahcpbk"))
    assert person.wants == [ChoosePin("ahcpbk", "482913")]


def test_staff_give_a_code_for_a_number_and_what_his_terminal_shows(stand: Stand) -> None:
    person = stand(give_view(""))
    person.type(NUMBER)
    person.touch("foot.next")
    person.type("482913")
    person.touch("foot.next")
    assert person.wants == [GiveCode(NUMBER, "482913")]
    person.screen.paint(give_view("20481357"))
    person.wait()
    assert "2048 1357" in person.reads()
    assert NUMBER not in person.reads()


def test_what_staff_can_do_is_one_touch_away(stand: Stand) -> None:
    person = stand(staff_view(views.REPORT))
    person.touch("staff.gave_code", "staff.carried", "staff.loaded_packs", "foot.next")
    wanted = [StaffWants(deed) for deed in (Deed.GAVE_CODE, Deed.CARRIED, Deed.LOADED_PACKS)]
    assert person.wants == [*wanted, Leave()]


def test_the_pad_is_the_same_in_a_mirrored_screen(stand: Stand) -> None:
    person = stand(unlock_view(Language("ar"), None), "ar")
    person.type("1234")
    assert person.screen.ids.entry.digits == "1234"
    assert person.sees()["pad.1"].x < person.sees()["pad.3"].x


def test_leaving_the_entrance_forgets_number_and_pin(stand: Stand) -> None:
    person = stand(unlock_view(NL, None))
    person.type(NUMBER)
    person.screen.forget()
    assert person.number == ""


def test_the_hidden_screen_says_nothing_of_anybody_and_comes_back_at_any_touch(
    stand: Stand, tap: Callable[..., None]
) -> None:
    person = stand(hidden_view(NL))
    tap(1900, 20)
    assert person.wants == [Unhide()]
    assert person.reads().split() == [*Words("nl")("hidden.title").split(), *Words("nl")("hidden.touch").split()]
