"""Lock-up hours in which the terminal rests, and how often in a day a person has his turn."""

from collections.abc import Callable
from datetime import UTC, datetime
from math import inf
from zoneinfo import ZoneInfo

import pytest

from kiosk.hours import Hours
from kiosk.i18n import Words
from kiosk.intents import Begin, ChooseLanguage, Leave, LogIn, OpenPage, Rest
from kiosk.room_pages import PRACTICE
from kiosk.settings import UseSettings
from kiosk.views.entrance import AttractView, ClosedView, UnlockView
from kiosk.views.home import HomeView
from modules.events import Deed, SessionEnded
from modules.journal import Moment
from modules.reasons import EndReason
from tests.wing import NL, PIN, STAFF_PIN, TURN_MINUTES, Wing

WORDS = Words(NL)
NIGHT = UseSettings(lock_up=("12:00-13:00", "20:30-07:30"))


def at(clock: str, day: int = 24) -> int:
    """Gives a moment of a day in November, in the Netherlands."""
    hour, _, minute = clock.partition(":")
    when = datetime(2026, 11, day, int(hour), int(minute), tzinfo=ZoneInfo("Europe/Amsterdam"))
    return int(when.astimezone(UTC).timestamp() * 1000)


def hours(use: UseSettings, now: int, anchor: int | None = None) -> Hours:
    return Hours(use, TURN_MINUTES, lambda: Moment(now, now if anchor is None else anchor))


@pytest.mark.parametrize(
    ("clock", "opens_at", "closes_in"),
    [
        ("12:00", "13:00", 0),
        ("12:59", "13:00", 0),
        ("13:00", "", 7.5 * 3600),
        ("20:25", "", 300),
        ("23:00", "07:30", 0),
        ("03:00", "07:30", 0),
        ("07:30", "", 4.5 * 3600),
    ],
)
def test_in_lock_up_hours_it_rests_also_through_midnight(clock: str, opens_at: str, closes_in: float) -> None:
    now = hours(NIGHT, at(clock))
    assert now.opens_at() == opens_at
    assert now.closes_in() == pytest.approx(closes_in)


def test_hours_that_follow_each_other_are_one_rest() -> None:
    assert hours(UseSettings(lock_up=("12:00-13:00", "13:00-14:30")), at("12:10")).opens_at() == "14:30"


def test_without_hours_or_a_sure_clock_it_is_always_there() -> None:
    assert (hours(UseSettings(), at("03:00")).opens_at(), hours(UseSettings(), 0).closes_in()) == ("", inf)
    unsure = hours(NIGHT.model_copy(update={"turns_a_day": 1}), at("03:00"), anchor=0)
    assert (unsure.opens_at(), unsure.closes_in()) == ("", inf)
    assert not unsure.had_his_turn([at("01:00")])


@pytest.mark.parametrize(
    ("starts", "turns", "had"),
    [
        ((), 1, False),
        (("09:00",), 1, True),
        (("09:00",), 2, False),
        (("09:00", "09:10", "09:44"), 2, False),
        (("09:00", "09:46"), 2, True),
        (("14:30",), 1, False),
        (("09:00", "14:40"), 2, False),
        (("09:00", "14:40"), 1, True),
        (("09:00", "14:00"), 0, False),
    ],
)
def test_who_comes_back_within_his_turn_begins_no_other(starts: tuple[str, ...], turns: int, had: bool) -> None:
    now = hours(UseSettings(turns_a_day=turns), at("15:00"))
    assert now.had_his_turn([at(one) for one in starts]) is had


def test_a_turn_of_yesterday_takes_none_of_today() -> None:
    assert not hours(UseSettings(turns_a_day=1), at("09:00")).had_his_turn([at("20:00", day=23)])


@pytest.fixture
def wing_at() -> Callable[[str, UseSettings], Wing]:
    def made(clock: str, use: UseSettings) -> Wing:
        wing = Wing(use=use)
        wing.clock.wall_ms = wing.clock.anchor_ms = at(clock)
        return wing

    return made


def passes(wing: Wing, minutes: int) -> None:
    wing.clock.wall_ms += minutes * 60_000


def test_in_lock_up_hours_nobody_comes_in_and_it_is_told_until_when(
    wing_at: Callable[[str, UseSettings], Wing],
) -> None:
    wing = wing_at("21:00", NIGHT)
    resting = wing.log_in()
    assert isinstance(resting, ClosedView)
    assert resting.notices[0].text == WORDS("resting.text", at="07:30")
    assert isinstance(wing.take(OpenPage(PRACTICE)), ClosedView)
    assert wing.kept() == []
    passes(wing, 11 * 60)
    assert isinstance(wing.take(Leave()), AttractView)
    assert isinstance(wing.log_in(), HomeView)


def test_when_they_begin_a_visit_ends_as_the_longest_one_does_and_nobody_is_waited_for(
    wing_at: Callable[[str, UseSettings], Wing],
) -> None:
    for before in ((), (Rest(),)):
        wing = wing_at("20:29", NIGHT)
        wing.log_in()
        wing.take(OpenPage("reflector/basics"), *before)
        page = "reflector/basics"
        passes(wing, 2)
        assert isinstance(wing.take(Rest(hard_stop=True)), ClosedView)
        assert (wing.visit.session, wing.visit.is_locked) == (None, False)
        assert SessionEnded(reason=EndReason.IDLE if before else EndReason.HARD_STOP) in wing.kept()
        passes(wing, 11 * 60)
        wing.log_in()
        assert wing.page == page


def test_staff_who_are_in_when_they_begin_are_noted_as_gone(wing_at: Callable[[str, UseSettings], Wing]) -> None:
    wing = wing_at("20:29", NIGHT)
    wing.take(Begin(), ChooseLanguage(NL), LogIn("9001", STAFF_PIN))
    passes(wing, 2)
    assert isinstance(wing.take(Rest(hard_stop=True)), ClosedView)
    assert wing.room.deeds[-1] is Deed.LEFT


def test_after_his_turn_he_is_told_kindly_and_a_lock_within_it_costs_none(
    wing_at: Callable[[str, UseSettings], Wing],
) -> None:
    wing = wing_at("09:00", UseSettings(turns_a_day=1))
    assert isinstance(wing.log_in(), HomeView)
    passes(wing, 44)
    wing.take(Rest())
    passes(wing, 2)
    assert isinstance(wing.take(LogIn("", PIN)), HomeView)  # his own lock lets him back in, turn or not
    wing.take(Leave())
    refused = wing.log_in()
    assert isinstance(refused, UnlockView)
    assert refused.trouble == WORDS("unlock.trouble.tomorrow")
    assert wing.visit.session is None
    passes(wing, 24 * 60)
    wing.clock.anchor_ms = wing.clock.wall_ms
    wing.take(Leave())
    assert isinstance(wing.log_in(), HomeView)
