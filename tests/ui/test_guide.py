"""Use without sight and with switches, on real screens and a clock moved by hand: what is heard, where the ring is."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from kiosk.aids import Aids, Scanning
from kiosk.i18n import Words, direction
from kiosk.intents import Begin, ChooseLanguage, GoOn, Intent, LogIn
from kiosk.speech import Loudness, Manner, Out, Speed
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import Look
from kiosk.views.entrance import attract_view, language_view, unlock_view
from modules.texts import Language
from tests.ui import views
from tests.ui.hand_clock import HandClock
from tests.ui.listening import Listening

ENTER, TAB, SPACE, UP = 40, 43, 44, 82
NL, AR = Language("nl"), Language("ar")
WORDS = Words(NL)


@dataclass
class Blind:
    """Somebody with keys and ears, before one screen after another."""

    show: Any
    language: str = "nl"
    clock: HandClock = field(default_factory=HandClock)
    ears: Listening = field(default_factory=Listening)
    wants: list[Intent] = field(default_factory=list)

    def __post_init__(self) -> None:
        from kiosk.speech.reading import Reading  # noqa: PLC0415 - only after the lockdown
        from kiosk.widgets.guide import Guide  # noqa: PLC0415

        self.guide = Guide(self.clock, Reading(self.clock, self.ears))

    def before(self, view: Any) -> Any:
        from kiosk.screens import screen_of  # noqa: PLC0415 - only after the lockdown

        look = Look(panel=PANELS["21"], language=self.language, direction=direction(self.language))
        screen = screen_of(type(view))(look=look, words=Words(self.language), send=self.wants.append)
        screen.paint(view)
        self.show(screen, look)
        self.guide.stands(screen, Words(self.language))
        self.clock.passes(0.2)
        return screen

    def hears(self) -> list[str]:
        """Gives what is said until all is said."""
        heard = self.ears.heard()
        while self.ears.speaking:
            self.ears.speaking = False
            self.clock.passes(0.1)
            heard += self.ears.heard()
        return heard

    def press(self, scancode: int) -> list[str]:
        self.guide.key(scancode, False)
        self.guide.let_go(scancode)
        self.show.settle()
        self.clock.passes(0.2)
        return self.hears()


@pytest.fixture
def blind(show: Any) -> Callable[..., Blind]:
    return lambda language="nl": Blind(show, language)


def test_arrow_up_on_the_resting_screen_turns_speech_on_in_every_language_and_enter_begins(
    blind: Callable[..., Blind],
) -> None:
    one = blind()
    one.before(attract_view((NL, AR), development=False))
    one.guide.greetings = (NL, AR)
    assert one.hears() == []
    assert one.press(UP) == [Words(each)("aids.say.speaks_on") for each in (NL, AR)]
    assert one.press(UP) == [WORDS("aids.say.speaks_off")]
    assert one.press(UP) == [Words(each)("aids.say.speaks_on") for each in (NL, AR)]
    one.press(ENTER)
    assert one.wants == [Begin()]


def test_nothing_is_spoken_by_itself_unless_it_was_asked_for(blind: Callable[..., Blind]) -> None:
    one = blind()
    one.before(views.home(NL))
    assert one.press(TAB) == []
    one.guide.set(Aids(speaks=True))
    one.before(views.plan(NL))
    assert one.hears() != []


def test_a_language_is_told_in_its_own_language_and_a_choice_leads_on(blind: Callable[..., Blind]) -> None:
    one = blind()
    one.guide.set(Aids(speaks=True))
    one.before(language_view((NL, AR), NL))
    assert WORDS("language.title") in one.hears()[0]
    one.guide.key(TAB, False)
    assert one.ears.said[-1][:2] == ("Nederlands: " + WORDS("answer.chosen"), NL)
    one.guide.key(TAB, False)
    assert one.ears.said[-1][:2] == ("العربية", AR)
    one.press(ENTER)
    assert one.wants == [ChooseLanguage(AR)]


def _log_in(one: Blind) -> tuple[Any, list[str]]:
    """Types a number, goes on, and hears the first four keys of the PIN."""
    screen = one.before(unlock_view(NL, None))
    one.hears()
    heard: list[str] = []
    for _ in range(4):
        one.press(TAB)
        one.press(ENTER)
    screen.on_next()
    one.guide.stands(screen, WORDS)
    one.clock.passes(0.2)
    one.hears()
    for _ in range(4):
        heard += one.press(TAB)
    return screen, heard


def test_a_key_of_a_pin_is_a_dot_for_everybody_and_a_digit_for_his_own_ears(blind: Callable[..., Blind]) -> None:
    loud, aside = blind(), blind()
    loud.guide.set(Aids(speaks=True))
    aside.guide.set(Aids(Manner(out=Out.HEADSET), speaks=True))
    dots, digits = _log_in(loud)[1], _log_in(aside)[1]
    assert len(dots) == len(digits) == 4
    assert set(dots) == {WORDS("aids.dot")}
    assert all(digit.isdecimal() for digit in digits)
    assert loud.press(ENTER) == [WORDS("unlock.dots", 1)]


def test_a_number_is_heard_figure_by_figure(blind: Callable[..., Blind]) -> None:
    one = blind()
    one.guide.set(Aids(speaks=True))
    one.before(unlock_view(NL, None))
    assert WORDS("unlock.number.title") in " ".join(one.hears())
    assert one.press(TAB) == ["1"]
    assert one.press(ENTER) == ["1"]
    one.press(TAB)
    assert one.press(ENTER) == ["1 2"]


def test_the_keys_of_a_pad_lie_the_same_way_in_every_language(blind: Callable[..., Blind]) -> None:
    one = blind("ar")
    one.guide.set(Aids(Manner(out=Out.HEADSET), speaks=True))
    one.before(unlock_view(AR, None))
    one.hears()
    assert [one.press(TAB)[0] for _ in range(4)] == ["1", "2", "3", "4"]


def test_who_leaves_takes_all_that_he_set_with_him(blind: Callable[..., Blind]) -> None:
    one = blind()
    one.guide.set(Aids(Manner(Speed.FAST, Loudness.LOUD, Out.HEADSET), speaks=True, scanning=Scanning.ONE))
    one.before(views.home(NL))
    assert one.ears.manner.loudness is Loudness.LOUD
    one.guide.forget()
    assert one.guide.aids == Aids()
    assert one.ears.manner == Manner()
    one.ears.heard()
    one.before(attract_view((NL,), development=False))
    one.clock.passes(30)
    assert one.ears.said == []


def test_any_touch_or_key_stops_what_is_being_read(blind: Callable[..., Blind]) -> None:
    one = blind()
    one.before(views.home(NL))
    for stop in (one.guide.touched, lambda: one.guide.key(TAB, False)):
        one.guide.read(("Een", "Twee"), NL)
        assert one.ears.speaking
        stop()
        assert not one.ears.speaking
        assert one.guide.was_reading
        one.clock.passes(5)
        assert "Twee" not in one.ears.heard()


def test_the_line_that_is_heard_is_marked_and_no_other(blind: Callable[..., Blind]) -> None:
    one = blind()
    screen = one.before(views.done(NL))
    lines = [text.text for text in _texts(screen) if len(text.text) > 12]
    one.guide.read((lines[1], "Dit staat nergens", lines[2]), NL)
    marked = [one.guide._mark.marked[0].text]
    for _ in range(2):
        one.ears.speaking = False
        one.clock.passes(0.1)
        marked.append("".join(text.text for text in one.guide._mark.marked))
    assert marked == [lines[1], "", lines[2]]
    one.guide.touched()
    assert one.guide._mark.marked == []


def _texts(screen: Any) -> list[Any]:
    from kiosk.widgets.text import Text  # noqa: PLC0415 - only after the lockdown

    return [each for each in screen.content.walk() if isinstance(each, Text)]


def test_a_held_switch_acts_once_and_begins_to_scan(blind: Callable[..., Blind]) -> None:
    one = blind()
    screen = one.before(attract_view((NL,), development=False))
    for _ in range(20):
        one.guide.key(SPACE, False)
        one.clock.passes(0.11)
    assert one.wants == []
    assert one.guide.aids.scanning is Scanning.ONE
    assert screen.ring.on.test_id == "attract.begin"
    one.guide.let_go(SPACE)
    for _ in range(20):
        one.guide.key(SPACE, False)
        one.clock.passes(0.02)
    one.guide.let_go(SPACE)
    assert one.wants == [Begin()]


def test_the_ring_goes_along_rows_and_a_row_that_was_chosen_is_left_after_two_rounds(
    blind: Callable[..., Blind],
) -> None:
    one = blind()
    screen = one.before(unlock_view(NL, None))
    one.guide.set(Aids(scanning=Scanning.ONE))
    seconds = one.guide.aids.scan_seconds

    def around() -> list[str]:
        return [each.test_id for each in screen.ring.around]

    assert around() == ["pad.1", "pad.2", "pad.3"]
    assert screen.ring.around[0].focused
    one.clock.passes(seconds)
    assert around() == ["pad.4", "pad.5", "pad.6"]
    one.press(SPACE)
    one.clock.passes(seconds)
    assert around() == ["pad.5"]
    one.press(SPACE)
    assert screen.ids.entry.digits == "5"
    one.clock.passes(seconds)
    one.press(SPACE)
    assert len(around()) == 1
    one.clock.passes(seconds * 6)
    assert len(around()) == 3


def test_of_two_switches_one_moves_and_the_other_chooses(blind: Callable[..., Blind]) -> None:
    one = blind()
    screen = one.before(views.done(NL))
    one.guide.set(replace(Aids(), scanning=Scanning.TWO))
    one.clock.passes(60)
    assert screen.ring.on.test_id == "foot.next"
    one.press(SPACE)
    assert screen.ring.on.test_id.startswith("top.")
    for _ in range(4):
        one.press(SPACE)
    one.press(ENTER)
    assert one.wants == [GoOn()]


def test_a_whole_pin_can_be_given_with_one_switch(blind: Callable[..., Blind]) -> None:
    one = blind()
    screen = one.before(unlock_view(NL, None, locked=True))
    one.guide.set(Aids(scanning=Scanning.ONE))
    for digit in "482067":
        _choose_by_switch(one, screen, f"pad.{digit}")
    assert one.wants == [LogIn("", "482067")]


def _choose_by_switch(one: Blind, screen: Any, name: str) -> None:
    """Waits until the ring is around the thing, alone or in its row, and presses; again until it was pressed alone."""
    for _ in range(60):
        around = [each.test_id for each in screen.ring.around]
        if name in around:
            one.press(SPACE)
        if around == [name]:
            return
        if name not in around:
            one.clock.passes(one.guide.aids.scan_seconds)
    pytest.fail(f"the ring never came to {name}")
