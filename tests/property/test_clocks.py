"""Whatever a wall clock, an anchor or another's clock says, a lane's clock goes up and is not carried away (JOURNAL 4).

- Not here: single steps with their expected values (tests/vectors/journal/clock.json).
"""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from modules.journal import CLOCK_BOUND_MS, Clock, Moment, tick
from tests.makers import NOON, YEAR_MS

OFFSETS = [0, 1, 5_000, CLOCK_BOUND_MS, CLOCK_BOUND_MS + 1, 40 * CLOCK_BOUND_MS, YEAR_MS, 10 * YEAR_MS]
TIMES = st.sampled_from([NOON + sign * offset for offset in OFFSETS for sign in (1, -1)]) | st.just(0)
SEEN = st.lists(
    st.builds(Clock, certain=st.booleans(), counter=st.integers(0, 3), time_ms=TIMES, wall_ms=TIMES), max_size=3
)
STEPS = st.lists(st.tuples(st.builds(Moment, TIMES, TIMES), SEEN), min_size=1, max_size=12)


@given(STEPS)
def test_the_clock_of_a_lane_only_goes_up(steps: list[tuple[Moment, list[Clock]]]) -> None:
    own: Clock | None = None
    clocks = [own := tick(own, seen, moment) for moment, seen in steps]
    assert all(before.position < after.position for before, after in pairwise(clocks))


@given(STEPS)
def test_no_step_takes_a_clock_more_than_a_day_beyond_its_anchor(steps: list[tuple[Moment, list[Clock]]]) -> None:
    own: Clock | None = None
    for moment, seen in steps:
        before = own.time_ms if own else 0
        own = tick(own, seen, moment)
        assert own.time_ms <= max(before, moment.anchor_ms + CLOCK_BOUND_MS)


@given(STEPS)
def test_a_clock_is_certain_exactly_near_its_anchor_and_says_what_the_wall_said(
    steps: list[tuple[Moment, list[Clock]]],
) -> None:
    own: Clock | None = None
    for moment, seen in steps:
        own = tick(own, seen, moment)
        assert own.certain == (abs(moment.wall_ms - moment.anchor_ms) <= CLOCK_BOUND_MS)
        assert own.wall_ms == moment.wall_ms
        near = [clock for clock in seen if clock.time_ms <= moment.anchor_ms + CLOCK_BOUND_MS]
        assert all(clock.position < own.position for clock in near)
