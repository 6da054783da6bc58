"""Unlocking by PIN, and how much a wrong number differs from a wrong PIN, on the doorkeeper of a desk's terminal.

- In are: reading the person's journal, the verifier at its cost, and the answer; a failure also writes twice.
- Failures are made on a door whose beat is off, or the beat would be what is measured; a session after each ends the
  row, so no wait is in, and the two are taken in turn.
"""

import time
from statistics import median

from kiosk.clock import Clock
from kiosk.development import NUMBER, PIN, Desk
from kiosk.settings import read_settings
from kiosk.store.pins import Doorkeeper, Outcome
from kiosk.wiring.opened import open_store
from modules.events import SessionStarted
from modules.ids import SubjectId
from modules.texts import DUTCH
from tests.bench.figures import Figure

RUNS, FAILURES = 15, 28
WRONG, NOBODYS = "000000", "90210"


class _Unhurried(Clock):
    """A clock that never makes anybody wait."""

    def sleep_until(self, monotonic_seconds: float) -> None:
        """Returns at once."""


def measure(desk: Desk) -> tuple[Figure, ...]:
    """Gives the median milliseconds of unlocking, and of both failures side by side."""
    store = open_store(read_settings(desk.settings))
    keeper = Doorkeeper(store.vault, store.keyring, store.journal, store.identity, _Unhurried(store.meta.signed_ms()))
    took = [_timed(keeper, NUMBER, PIN, Outcome.ADMITTED) for _ in range(RUNS)]
    person = keeper.person(NUMBER)
    assert person is not None
    wrong_pin: list[float] = []
    wrong_number: list[float] = []
    for place in range(FAILURES // 2):
        wrong_pin.append(_timed(keeper, NUMBER, WRONG, Outcome.NOT_TOGETHER))
        wrong_number.append(_timed(keeper, f"{NOBODYS}{place:02}", WRONG, Outcome.NOT_TOGETHER))
        store.journal.append(SubjectId(person.detainee), (SessionStarted(language=DUTCH),), store.clock.moment())
    store.vault.close()
    one, other = median(wrong_pin) * 1000, median(wrong_number) * 1000
    return (
        Figure("unlocked by PIN", median(took) * 1000, "ms", aim="250 to 500"),
        Figure("wrong number against wrong PIN, beat off", other, "ms", one, other / one, aim="0.95 to 1.05"),
    )


def _timed(keeper: Doorkeeper, number: str, pin: str, expected: Outcome) -> float:
    before = time.perf_counter()
    outcome = keeper.attempt(number, pin).outcome
    assert outcome is expected
    return time.perf_counter() - before
