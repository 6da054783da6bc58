"""When the courier goes again, and when it calls a person."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.journal import Lane
from sync.policy import (
    IDLE_SECONDS,
    LONGEST_WAIT_SECONDS,
    REFUSED_WAIT_SECONDS,
    SILENT_ROUNDS,
    Call,
    Outcome,
    Pace,
    after,
    call,
    wait_seconds,
)
from sync.wire import ProblemCode, problem
from tests.makers import a_lane

CLOSED = Outcome(is_closed=True)
LANE = a_lane()


def refused(code: ProblemCode, lane: Lane | None = None) -> Outcome:
    return Outcome(refused=problem(code, "why", lane))


def test_with_nothing_to_do_it_looks_again_after_a_little_while() -> None:
    pace = after(Pace(), Outcome())
    assert wait_seconds(pace, 0.5) == IDLE_SECONDS
    assert call(pace) is None


def test_with_more_to_carry_it_goes_on_at_once() -> None:
    assert wait_seconds(after(Pace(), Outcome(delivered=9, is_more=True)), 0.9) == 0


def test_a_closed_road_is_met_with_longer_and_longer_waits_up_to_a_limit() -> None:
    pace, waits = Pace(), []
    for _ in range(20):
        pace = after(pace, CLOSED)
        waits.append(wait_seconds(pace, 1.0))
    assert waits == sorted(waits)
    assert waits[0] < waits[1]
    assert waits[-1] == LONGEST_WAIT_SECONDS


def test_one_good_round_makes_up_for_all_bad_ones() -> None:
    pace = Pace()
    for _ in range(5):
        pace = after(pace, CLOSED)
    assert wait_seconds(after(pace, Outcome()), 0.0) == IDLE_SECONDS


@given(st.integers(1, 1000), st.floats(0, 1, exclude_max=True))
def test_chance_spreads_the_waits_of_many_terminals(failures: int, chance: float) -> None:
    pace = Pace(failures=failures)
    assert wait_seconds(pace, 1.0) / 2 <= wait_seconds(pace, chance) <= wait_seconds(pace, 1.0)


def test_the_gateway_may_ask_for_a_longer_wait() -> None:
    assert wait_seconds(after(Pace(), replace(CLOSED, after_seconds=120)), 0.0) == 120


@pytest.mark.parametrize(
    "code",
    [ProblemCode.LANE_GAP, ProblemCode.LANE_FORK, ProblemCode.CHAIN_BROKEN, ProblemCode.FOREIGN_LANE],
)
def test_a_refused_lane_is_parked_and_the_others_go_on_at_once(code: ProblemCode) -> None:
    pace = after(Pace(), refused(code, LANE))
    assert pace.parked == {LANE.key: code}
    assert pace.beyond[LANE.key] > 1 << 50
    assert wait_seconds(pace, 0.5) == 0
    assert call(pace) is Call.LANE_PARKED


def test_a_parked_lane_stays_parked() -> None:
    pace = after(after(Pace(), refused(ProblemCode.LANE_GAP, LANE)), Outcome())
    assert call(pace) is Call.LANE_PARKED
    assert wait_seconds(pace, 0.5) == IDLE_SECONDS


@pytest.mark.parametrize(
    "code",
    [ProblemCode.UNKNOWN_TERMINAL, ProblemCode.REVOKED_TERMINAL, ProblemCode.MALFORMED, ProblemCode.WRONG_RECIPIENT],
)
def test_a_refused_terminal_waits_long_and_calls_a_person(code: ProblemCode) -> None:
    pace = after(Pace(), refused(code))
    assert wait_seconds(pace, 1.0) == REFUSED_WAIT_SECONDS
    assert call(pace) is Call.TERMINAL_REFUSED
    assert call(after(pace, Outcome())) is None


def test_a_gateway_that_stays_silent_is_told_to_a_person() -> None:
    pace = Pace(failures=SILENT_ROUNDS - 1)
    assert call(pace) is None
    assert call(after(pace, CLOSED)) is Call.GATEWAY_SILENT


def test_what_is_not_believed_is_told_to_a_person() -> None:
    assert call(after(Pace(), Outcome(distrusted=1))) is Call.GATEWAY_DOUBTED
    assert call(after(Pace(), Outcome(distrusted=1, is_rolled_back=True))) is Call.STORE_OLDER
