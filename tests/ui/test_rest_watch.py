"""How long nobody touched the terminal and how long a visit lasts, on a clock moved by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kiosk.intents import Rest
from tests.ui.hand_clock import HandClock


@dataclass
class Room:
    """A terminal as far as the watch asks and tells."""

    has_session: bool = True
    is_locked: bool = False
    is_reading: bool = False
    told: list[Any] = field(default_factory=list)
    clock: HandClock = field(default_factory=HandClock)
    closes_in: Callable[[float], float] | None = None

    def __post_init__(self) -> None:
        from kiosk.widgets.rest_watch import Rests, RestWatch, Watched  # noqa: PLC0415 - only after the lockdown

        watched = Watched(
            has_session=lambda: self.has_session,
            is_locked=lambda: self.is_locked,
            is_reading=lambda: self.is_reading,
            rest=self.told.append,
            warn=lambda reminder: self.told.append(reminder.value),
        )
        closes_in = self.closes_in
        rests = Rests(closes_in=(lambda: closes_in(self.clock.seconds)) if closes_in else None)
        self.watch = RestWatch(self.clock, rests, watched)
        self.watch.touched()
        self.watch.mind_visit()


def test_a_still_terminal_warns_at_a_minute_and_locks_at_two() -> None:
    room = Room()
    room.clock.passes(59)
    assert room.told == []
    room.clock.passes(1)
    assert room.told == ["rest.idle"]
    room.clock.passes(60)
    assert room.told == ["rest.idle", Rest()]


def test_a_touch_begins_the_waiting_anew() -> None:
    room = Room()
    for _ in range(5):
        room.clock.passes(50)
        room.watch.touched()
    assert room.told == []


def test_nobody_is_locked_out_while_he_listens() -> None:
    room = Room(is_reading=True)
    room.clock.passes(600)
    assert room.told == []
    room.is_reading = False
    room.clock.passes(180)
    assert room.told == ["rest.idle", Rest()]


def test_a_lock_lets_go_after_ten_minutes() -> None:
    room = Room(has_session=False, is_locked=True)
    room.clock.passes(599)
    assert room.told == []
    room.clock.passes(1)
    assert room.told == [Rest(lets_go=True)]


def test_the_longest_visit_is_announced_and_counts_on_through_a_lock() -> None:
    room = Room()
    for second in range(45 * 60):
        if second == 600:
            room.has_session, room.is_locked = False, True
            room.watch.mind_visit()
        if second == 660:
            room.has_session, room.is_locked = True, False
            room.watch.mind_visit()
        room.watch.touched()
        room.clock.passes(1)
    assert room.told == ["rest.five_minutes", "rest.one_minute", Rest(hard_stop=True)]


def test_lock_up_is_announced_ends_the_visit_and_ends_itself() -> None:
    room = Room(closes_in=lambda now: 400 - now if now < 1000 else 3600)
    room.clock.passes(1030)
    said = [told for told in room.told if told not in ("rest.idle", Rest())]
    assert said == ["rest.five_minutes", "rest.one_minute", Rest(hard_stop=True), Rest(hard_stop=True)]


def test_nobody_is_warned_of_lock_up_where_nobody_is() -> None:
    room = Room(has_session=False, closes_in=lambda now: 400 - now)
    room.clock.passes(420)
    assert room.told == [Rest(), Rest(hard_stop=True)]


def test_the_next_persons_visit_is_counted_from_its_own_beginning() -> None:
    room = Room()
    room.clock.passes(55)
    room.has_session = False
    room.watch.mind_visit()
    room.has_session = True
    room.watch.mind_visit()
    for _ in range(40 * 60 - 1):
        room.watch.touched()
        room.clock.passes(1)
    assert room.told == []
    room.clock.passes(1)
    assert room.told == ["rest.five_minutes"]
