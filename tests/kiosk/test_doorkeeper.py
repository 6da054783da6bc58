"""The door: who gets in, how long others wait, and that neither a restart nor the clock nor guessing helps them."""

import base64
from pathlib import Path

import pytest

from kiosk.store.pins import ANSWER_SECONDS, LOCKED_AFTER, Cost, Doorkeeper, Outcome, make_verifier
from modules.events import LoginFailed, SessionStarted
from modules.ids import StaffId, SubjectId
from modules.roster import PinVerifier, Roster, RosterPerson
from modules.texts import DUTCH
from tests.suites.terminals import (
    GROUP,
    INSTITUTION,
    TerminalStore,
    a_person,
    an_id,
    make_terminal,
    open_terminal,
)

NUMBER, PIN, WRONG, NOBODYS = "1001", "482913", "000000", "9999"
SUBJECT = SubjectId(a_person())


def _verifier(pin: str, salt: bytes = b"s" * 16) -> PinVerifier:
    return make_verifier(pin, base64.b64decode(GROUP.pepper), salt, Cost(memory_kib=19_456, iterations=1))


def _roster(version: int, pin: PinVerifier) -> Roster:
    person = RosterPerson(
        detainee=a_person(),
        number=NUMBER,
        name="N. N.",
        wing="A",
        mentor=StaffId(an_id("s-", 1)),
        pin=pin,
    )
    return Roster(institution=INSTITUTION, institution_name="PI", version=version, people=(person,))


class Door:
    """A terminal and its doorkeeper, on a machine whose time is moved by hand and by what waits."""

    def __init__(self, terminal: TerminalStore) -> None:
        self.terminal = terminal
        self.machine = terminal.machine
        self.keeper = Doorkeeper(terminal.vault, terminal.keyring, terminal.journal, terminal.identity, terminal.clock)

    def tries(self, count: int, number: str = NUMBER, pin: str = WRONG) -> list[Outcome]:
        """Tries so often, each time after the wait that was asked."""
        outcomes = []
        for _ in range(count):
            attempt = self.keeper.attempt(number, pin)
            outcomes.append(attempt.outcome)
            self.machine.passes(attempt.wait_seconds)
        return outcomes


@pytest.fixture
def door(tmp_path: Path) -> Door:
    terminal = make_terminal(tmp_path / "store.db")
    with terminal.vault.write():
        terminal.meta.put_roster(_roster(1, _verifier(PIN)))
    return Door(terminal)


def _again(door: Door) -> Door:
    return Door(open_terminal(door.terminal.path, door.machine))


def test_a_number_and_its_pin_let_the_person_in(door: Door) -> None:
    attempt = door.keeper.attempt(NUMBER, PIN)
    assert (attempt.outcome, attempt.person and attempt.person.detainee) == (Outcome.ADMITTED, a_person())


def test_a_failure_is_on_disk_before_the_answer(door: Door) -> None:
    door.tries(1)
    again = open_terminal(door.terminal.path)
    assert [one.event for one in again.journal.read(SUBJECT)] == [LoginFailed()]


def test_after_four_wrong_tries_one_waits_and_after_ten_staff_must_help(door: Door) -> None:
    waits = []
    for _ in range(LOCKED_AFTER):
        attempt = door.keeper.attempt(NUMBER, WRONG)
        waits.append(attempt.wait_seconds)
        door.machine.passes(attempt.wait_seconds)
    assert waits == [0, 0, 0, 30, 60, 300, 900, 900, 900, 0]
    assert door.tries(2, pin=PIN) == [Outcome.ASK_STAFF] * 2


def test_a_try_during_the_wait_is_not_counted_and_not_even_looked_at(door: Door) -> None:
    door.tries(3)
    assert door.keeper.attempt(NUMBER, WRONG).wait_seconds == 30
    door.machine.passes(10)
    assert [(one.outcome, one.wait_seconds) for one in [door.keeper.attempt(NUMBER, PIN)] * 2] == [
        (Outcome.WAIT, 20)
    ] * 2
    door.machine.passes(20)
    assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.ADMITTED


def test_a_number_of_nobody_looks_like_anybodys(door: Door) -> None:
    somebodys = [door.keeper.attempt(NUMBER, WRONG) for _ in range(5)]
    nobodys = [door.keeper.attempt(NOBODYS, PIN) for _ in range(5)]
    assert [(one.outcome, one.wait_seconds) for one in somebodys] == [
        (one.outcome, one.wait_seconds) for one in nobodys
    ]
    assert door.tries(8, NOBODYS)[-1] is Outcome.ASK_STAFF


def test_a_wrong_number_and_a_wrong_pin_are_answered_on_the_same_beat(door: Door) -> None:
    for number in (NUMBER, NOBODYS):
        began = door.terminal.clock.monotonic_seconds()
        door.keeper.attempt(number, WRONG)
        assert door.terminal.clock.monotonic_seconds() - began == ANSWER_SECONDS


def test_no_restart_and_no_setting_of_the_clock_makes_a_wait_shorter(door: Door) -> None:
    door.tries(5)
    assert door.keeper.attempt(NUMBER, WRONG).wait_seconds == 300
    for years in (-1, 1):
        door.machine.wall_ms += years * 365 * 86_400_000
        door = _again(door)
        assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.WAIT
    assert door.keeper.attempt(NUMBER, PIN).wait_seconds == 300


def test_failures_are_counted_over_restarts(door: Door) -> None:
    for _ in range(LOCKED_AFTER):
        attempt = door.keeper.attempt(NUMBER, WRONG)
        door.machine.passes(attempt.wait_seconds)
        door = _again(door)
        door.machine.passes(900)
    assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.ASK_STAFF


def test_a_session_ends_the_row(door: Door) -> None:
    door.tries(3)
    door.terminal.write(SessionStarted(language=DUTCH))
    assert door.keeper.attempt(NUMBER, WRONG).wait_seconds == 0


def test_a_new_pin_from_staff_opens_what_was_locked(door: Door) -> None:
    door.tries(LOCKED_AFTER)
    with door.terminal.vault.write():
        door.terminal.meta.put_roster(_roster(2, _verifier("739105", b"t" * 16)))
    assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.NOT_TOGETHER
    assert door.keeper.attempt(NUMBER, "739105").outcome is Outcome.ADMITTED


def test_one_persons_failures_keep_nobody_else_out(door: Door) -> None:
    door.tries(LOCKED_AFTER, NOBODYS)
    assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.ADMITTED


def test_without_a_roster_nobody_gets_in(tmp_path: Path) -> None:
    door = Door(make_terminal(tmp_path / "store.db"))
    assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.NOT_TOGETHER
