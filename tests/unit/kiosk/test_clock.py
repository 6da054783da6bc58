"""The clock: an anchor that only signed time and uptime move, and ids that sort by time."""

import re

import pytest

from kiosk.clock import Clock
from modules.journal import CLOCK_BOUND_MS

NOON_MS = 1_795_000_000_000
DAY_SECONDS = 86_400


class Machine:
    def __init__(self) -> None:
        self.wall_ms, self.uptime_seconds = NOON_MS, 100

    def clock(self, anchor_ms: int = NOON_MS) -> Clock:
        return Clock(
            anchor_ms,
            wall_ns=lambda: self.wall_ms * 1_000_000,
            uptime_ns=lambda: self.uptime_seconds * 1_000_000_000,
            draw=lambda count: bytes(range(count)),
        )


def test_the_anchor_is_carried_forward_by_uptime_alone() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.uptime_seconds += 60
    machine.wall_ms += 10**12
    assert clock.moment().anchor_ms == NOON_MS + 60_000


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_set_wrong_is_uncertain_and_set_right_is_certain_again(years: int) -> None:
    machine = Machine()
    clock = machine.clock()
    machine.wall_ms += years * 365 * DAY_SECONDS * 1000
    assert not clock.moment().is_certain
    machine.wall_ms -= years * 365 * DAY_SECONDS * 1000
    assert clock.moment().is_certain


def test_a_later_signed_time_becomes_the_anchor() -> None:
    machine = Machine()
    clock = machine.clock()
    clock.learn(NOON_MS + 5_000)
    machine.uptime_seconds += 1
    assert clock.moment().anchor_ms == NOON_MS + 6_000


def test_a_signed_time_that_was_long_under_way_never_takes_the_anchor_back() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.uptime_seconds += 2 * DAY_SECONDS
    clock.learn(NOON_MS + 5_000)
    assert clock.moment().anchor_ms == NOON_MS + 2 * DAY_SECONDS * 1000


def test_without_any_signed_time_the_machines_own_clock_is_uncertain() -> None:
    assert not Machine().clock(anchor_ms=0).moment().is_certain


def test_days_without_a_network_stay_certain_while_the_machine_runs() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.uptime_seconds += 60 * DAY_SECONDS
    machine.wall_ms += 60 * DAY_SECONDS * 1000 + CLOCK_BOUND_MS // 2
    assert clock.moment().is_certain


def test_setting_the_clock_changes_no_wait() -> None:
    machine = Machine()
    clock = machine.clock()
    before_seconds = clock.monotonic_seconds()
    machine.wall_ms = 0
    assert clock.monotonic_seconds() == before_seconds
    clock.sleep_until(before_seconds - 1)


@pytest.mark.parametrize("wall_ms", [-5, 0, 1 << 60])
def test_no_setting_of_the_machines_clock_breaks_an_id(wall_ms: int) -> None:
    machine = Machine()
    machine.wall_ms = wall_ms
    assert re.fullmatch(
        r"goal-[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", machine.clock().new_id("goal-")
    )
    assert machine.clock().moment().wall_ms >= 0


def test_later_ids_sort_after_earlier_ones() -> None:
    machine = Machine()
    first = machine.clock().new_id("")
    machine.wall_ms += 1
    assert first < machine.clock().new_id("")


def test_the_machines_own_sources_are_used_where_none_is_given() -> None:
    clock = Clock()
    assert clock.moment().wall_ms > NOON_MS - 10**12
    assert clock.monotonic_seconds() <= clock.monotonic_seconds()
    assert clock.random(32) != clock.random(32)
