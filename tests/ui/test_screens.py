"""The screens around the questions, under a finger: what each touch means, and that nothing typed or drawn stays."""

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.i18n import Words, direction
from kiosk.intents import (
    AddGoal,
    AnswerNote,
    Begin,
    ChooseLanguage,
    DeclineSigning,
    GoBack,
    GoOn,
    Hide,
    Intent,
    Leave,
    LogIn,
    OpenLanguages,
    OpenPage,
    ReadAloud,
    SignThis,
    Unhide,
)
from kiosk.render import PANELS
from kiosk.theme.tokens import Look
from kiosk.views.entrance import LogInTrouble, attract_view, fault_view, hidden_view, language_view, unlock_view
from kiosk.widgets.places import places
from modules.events import DeclineReason, NoteReply
from modules.texts import Language
from tests.ui import views

NL = Language("nl")
NUMBER, PIN = "4471203", "280491"


class Person:
    """Somebody in front of one screen: touches things by their names; `wants` is what the screen said."""

    def __init__(self, show: Any, tap: Callable[..., None], view: Any, look: Look) -> None:
        from kiosk.screens import SCREENS  # noqa: PLC0415 - only after the lockdown
        from kiosk.screens.fault import FaultScreen  # noqa: PLC0415

        self.wants: list[Intent] = []
        self._tap, self._look = tap, look
        kind = SCREENS.get(type(view), FaultScreen)
        self.screen = kind(look=look, words=Words(look.language), send=self.wants.append)
        self.screen.paint(view)
        show(self.screen, look)

    def sees(self) -> dict[str, Any]:
        """Gives the places of everything with a name."""
        return {place.test_id: place for place in places(self.screen, self._look) if place.test_id}

    def touch(self, *names: str) -> None:
        """Touches things one after the other, each in its middle."""
        for name in names:
            place = self.sees()[name]
            x = place.x + place.width / 2
            self._tap(x, self._look.panel.height_px - place.y - place.height / 2)
            self.wait()

    def type(self, digits: str) -> None:
        """Touches digits on the pad."""
        self.touch(*(f"pad.{digit}" for digit in digits))

    def draw(self) -> None:
        """Draws a short stroke from the lower reading side upward."""
        place = self.sees()["sign.draw"]
        low = self._look.panel.height_px - place.y - place.height
        start = (place.x + place.width * 0.25, low + place.height * 0.25)
        self._tap(*start, let_go=(place.x + place.width * 0.5, low + place.height * 0.75))
        self.wait()

    def wait(self, frames: int = 2) -> None:
        """Lets a few frames pass."""
        from kivy.clock import Clock  # noqa: PLC0415 - only after the lockdown

        for _ in range(frames):
            Clock.tick_draw()

    @property
    def number(self) -> str:
        """The number as it stands on the screen, if one does."""
        line = self.screen.ids.entry.ids.line
        return str(line.text) if line.opacity else ""

    def reads(self) -> str:
        """Gives everything that stands on the screen."""
        return " ".join(place.text for place in places(self.screen, self._look))


@pytest.fixture
def stand(show: Any, tap: Callable[..., None]) -> Callable[..., Person]:
    """Gives what puts somebody in front of a screen."""

    def before(view: Any, language: str = "nl", panel: str = "21") -> Person:
        look = Look(panel=PANELS[panel], language=language, direction=direction(language))
        return Person(show, tap, view, look)

    return before


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
    for _ in range(12):
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


def test_a_forgotten_pin_says_whom_to_ask(stand: Stand) -> None:
    person = stand(unlock_view(NL, None))
    person.type(NUMBER)
    person.touch("foot.next", "foot.skip")
    assert Words("nl")("unlock.forgot.help") in person.reads()


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


FRAMED = (views.home(NL), views.plan(NL), views.sign(NL), views.done(NL), language_view(views.LANGUAGES, NL))


@pytest.mark.parametrize("view", FRAMED, ids=lambda view: type(view).__name__)
def test_the_bar_at_the_top_means_the_same_on_every_screen(stand: Stand, view: object) -> None:
    person = stand(view)
    person.touch("top.read_aloud", "top.language", "top.hide", "top.finish")
    assert person.wants == [ReadAloud(), OpenLanguages(), Hide(), Leave()]


def test_my_path_opens_the_plan_and_each_open_stone(stand: Stand) -> None:
    person = stand(views.home(NL))
    person.touch("plan.card", "stone.reflector", "stone.m1", "stone.m8")
    assert person.wants == [OpenPage("plan"), OpenPage("reflector/basics"), OpenPage("kvv/m1"), OpenPage("kvv/m8")]


def test_a_stone_that_opens_later_says_what_opens_it_and_does_nothing(stand: Stand) -> None:
    person = stand(views.home(NL))
    person.touch("stone.3")
    assert person.wants == []
    assert Words("nl")("home.opens_after", modules="2") in person.reads()


def test_a_note_is_answered_with_one_touch(stand: Stand) -> None:
    person = stand(views.home(NL))
    person.touch("note.seen")
    assert person.wants == [AnswerNote(views.NOTE, NoteReply.SEEN)]


def test_who_wants_to_talk_is_told_at_once_whom_to_tell(stand: Stand) -> None:
    person = stand(views.home(NL))
    person.touch("note.talk")
    person.screen.paint(views.home(NL, notes=0))
    person.wait()
    assert person.wants == [AnswerNote(views.NOTE, NoteReply.WANTS_TO_TALK)]
    assert Words("nl")("talk.told") in person.reads()
    assert "note.talk" not in {name for name, place in person.sees().items() if place.width}


def test_where_a_panel_is_low_the_path_is_one_touch_from_the_note(stand: Stand) -> None:
    person = stand(views.home(NL, long=True), panel="15")
    assert "stone.m1" not in person.sees()
    person.touch("foot.next")
    assert "stone.m1" in person.sees()
    person.touch("foot.back")
    assert "note.seen" in person.sees()
    assert person.wants == []


def test_the_plan_is_read_page_by_page_and_leads_to_signing_after_its_last(stand: Stand) -> None:
    person = stand(views.plan(NL))
    read = person.reads()
    while person.screen.ids.letter.page + 1 < person.screen.ids.letter.pages:
        person.touch("foot.next")
        read += person.reads()
    assert person.wants == []
    for section in views.plan(NL).sections:
        assert all(line.said in read for block in section.blocks for line in block)
    person.touch("foot.next", "foot.skip")
    assert person.wants == [GoOn(), AddGoal()]


def test_back_turns_the_pages_of_the_plan_and_then_leads_to_my_path(stand: Stand) -> None:
    person = stand(views.plan(NL))
    person.touch("foot.next", "foot.back")
    assert person.wants == []
    person.touch("foot.back")
    assert person.wants == [GoBack()]


def test_own_words_are_marked_in_the_plan(stand: Stand) -> None:
    person = stand(views.plan(NL))
    person.touch("foot.next")
    assert Words("nl")("letter.own") in person.reads()


def to_drawing(person: Person) -> None:
    while person.screen.ids.letter.page + 1 < person.screen.ids.letter.pages:
        person.touch("foot.next")
    person.touch("foot.next", "sign.agree", "foot.next")


def test_a_plan_is_signed_by_reading_agreeing_drawing_and_the_pin(stand: Stand) -> None:
    person = stand(views.sign(NL))
    to_drawing(person)
    person.draw()
    person.touch("foot.next")
    person.type(PIN)
    assert person.wants == []
    person.touch("foot.next")
    (signed,) = person.wants
    assert isinstance(signed, SignThis)
    assert signed.pin == PIN
    (stroke,) = signed.strokes
    (first, last) = stroke[0], stroke[-1]
    assert first == pytest.approx((250, 250), abs=5)
    assert last == pytest.approx((500, 750), abs=5)
    assert all(type(part) is int for point in stroke for part in point)


def test_nothing_is_signed_without_a_tick_and_a_mark(stand: Stand) -> None:
    person = stand(views.sign(NL))
    while "sign.agree" not in person.sees():
        person.touch("foot.next")
    person.touch("foot.next")
    assert "sign.agree" in person.sees()
    person.touch("sign.agree", "foot.next", "foot.next")
    assert "sign.draw" in person.sees()
    person.draw()
    person.touch("sign.clear", "foot.next")
    assert "sign.draw" in person.sees()


def test_a_pin_that_was_refused_is_gone_and_the_mark_is_not(stand: Stand) -> None:
    person = stand(views.sign(NL))
    to_drawing(person)
    person.draw()
    person.touch("foot.next")
    person.type(PIN)
    person.touch("foot.next")
    person.screen.paint(views.sign(NL, trouble=True))
    person.wait()
    assert Words("nl")("sign.trouble.pin") in person.reads()
    assert person.screen.ids.entry.digits == ""
    assert not person.screen.ids.drawing.empty


@pytest.mark.parametrize("reason", DeclineReason)
def test_not_signing_now_takes_any_of_the_reasons(stand: Stand, reason: DeclineReason) -> None:
    person = stand(views.sign(NL))
    person.touch("foot.skip", "decline.disagree", f"decline.{reason}")
    assert person.wants == []
    person.touch("foot.next")
    assert person.wants == [DeclineSigning(reason)]


def test_leaving_the_signature_page_forgets_plan_mark_and_digits(stand: Stand) -> None:
    person = stand(views.sign(NL))
    to_drawing(person)
    person.draw()
    person.touch("foot.next")
    person.type("2804")
    person.screen.forget()
    assert person.screen.ids.drawing.empty
    assert person.screen.ids.entry.digits == ""
    assert "Een eigen kamer" not in person.reads()


def test_after_signing_it_is_said_what_happens_now(stand: Stand) -> None:
    person = stand(views.done(NL))
    assert all(line in person.reads() for line in views.done(NL).lines)
    person.touch("foot.next")
    assert person.wants == [GoOn()]


def test_a_fault_says_what_is_kept_and_leads_to_the_beginning(stand: Stand) -> None:
    person = stand(fault_view(NL))
    assert "bewaard" in person.reads()
    person.touch("fault.next")
    assert person.wants == [Leave()]


def test_a_keyboard_does_what_a_finger_does(stand: Stand) -> None:
    person = stand(language_view(views.LANGUAGES, NL))
    tab, enter = 43, 40
    for key in (*[tab] * 5, enter):
        person.screen.on_key(key, False)
    assert person.wants == [ChooseLanguage(NL)]
