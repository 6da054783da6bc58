"""Who is in, for how long, and how long a number must wait."""

from modules.ids import StaffId
from sync.gateway.clock import Clock
from sync.gateway.entrance import FREE_TRIES, LONGEST_WAIT_SECONDS, Limits, Sessions, Throttle, is_same
from tests.makers import INSTITUTION, NOON, an_id

STAFF = StaffId(an_id("s-", 1))
LIMITS = Limits(idle_ms=20 * 60_000, longest_ms=8 * 3_600_000)


class HandClock(Clock):
    """A clock that stands where it is put."""

    ms = NOON

    def now_ms(self) -> int:
        return self.ms


def a_clock() -> HandClock:
    return HandClock()


def test_a_session_is_found_by_its_token_alone() -> None:
    sessions = Sessions(a_clock(), LIMITS)
    token = sessions.begin(STAFF, INSTITUTION)
    found = sessions.find(token)
    assert found is not None
    assert found.staff == STAFF
    assert sessions.find(token + "x") is None
    assert sessions.find(None) is None


def test_every_session_has_a_token_and_a_form_token_of_its_own() -> None:
    sessions = Sessions(a_clock(), LIMITS)
    tokens = {sessions.begin(STAFF, INSTITUTION) for _ in range(20)}
    forms = {session.form_token for token in tokens if (session := sessions.find(token))}
    assert len(tokens | forms) == 40


def test_a_session_ends_after_a_rest_and_at_the_very_longest() -> None:
    clock = a_clock()
    sessions = Sessions(clock, LIMITS)
    token = sessions.begin(STAFF, INSTITUTION)
    clock.ms += LIMITS.idle_ms - 1
    assert sessions.find(token) is not None
    clock.ms += LIMITS.idle_ms
    assert sessions.find(token) is None
    token = sessions.begin(STAFF, INSTITUTION)
    for _ in range(100):
        clock.ms += LIMITS.idle_ms // 2
        sessions.find(token)
    assert sessions.find(token) is None


def test_who_logs_out_is_out() -> None:
    sessions = Sessions(a_clock(), LIMITS)
    token = sessions.begin(STAFF, INSTITUTION)
    sessions.end(token)
    assert sessions.find(token) is None


def test_a_few_wrong_passwords_are_free_and_then_a_number_waits_longer_each_time() -> None:
    clock = a_clock()
    throttle = Throttle(clock)
    waits = []
    for _ in range(FREE_TRIES + 12):
        throttle.wrong("90001")
        waits.append(throttle.wait_seconds("90001"))
    assert waits[: FREE_TRIES - 1] == [0] * (FREE_TRIES - 1)
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT_SECONDS
    clock.ms += LONGEST_WAIT_SECONDS * 1000
    assert throttle.wait_seconds("90001") == 0


def test_one_number_that_waits_keeps_nobody_else_out() -> None:
    throttle = Throttle(a_clock())
    for _ in range(50):
        throttle.wrong("90001")
    assert throttle.wait_seconds("90002") == 0


def test_the_right_password_makes_up_for_wrong_ones() -> None:
    throttle = Throttle(a_clock())
    for _ in range(FREE_TRIES):
        throttle.wrong("90001")
    throttle.right("90001")
    assert throttle.wait_seconds("90001") == 0


def test_two_tokens_are_the_same_or_not() -> None:
    assert is_same("abc", "abc")
    assert not is_same("abc", "abd")
    assert not is_same("", "abc")
    assert not is_same("é", "e")
