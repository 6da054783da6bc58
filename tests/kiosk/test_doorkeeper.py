"""The door: who gets in, how long others wait, and that neither a restart nor the clock nor guessing helps them."""

import base64
import time
from pathlib import Path
from statistics import median

import pytest

from kiosk.store.pepper import StoredPepper
from kiosk.store.pins import ANSWER_SECONDS, Doorkeeper, Outcome
from kiosk.store.tries import LOCKED_AFTER, wait_seconds
from kiosk.store.verifiers import Cost, belongs, make_verifier, nobodys
from modules.events import Deed, DoorPaused, LoginFailed, SessionStarted, StaffActed
from modules.ids import StaffId, SubjectId
from modules.roster import PinVerifier, Role, Roster, RosterPerson, RosterStaff
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
NEIGHBOUR, STAFFS, STAFF_PIN = "1002", "7001", "640917"
CHEAP = Cost(memory_kib=19_456, iterations=1)
SUBJECT = SubjectId(a_person())


def _verifier(pin: str, salt: bytes = b"s" * 16) -> PinVerifier:
    return make_verifier(pin, StoredPepper(base64.b64decode(GROUP.pepper)), salt, CHEAP)


def roster(version: int, pin: str | None, salt: bytes = b"s" * 16) -> Roster:
    """Gives a roster of two neighbours and their mentor."""
    mentor = StaffId(an_id("s-", 1))
    people = [
        RosterPerson(
            detainee=a_person(place),
            number=number,
            name="N. N.",
            wing="A",
            mentor=mentor,
            pin=_verifier(secret, salt) if secret else None,
        )
        for place, number, secret in ((1, NUMBER, pin), (2, NEIGHBOUR, PIN))
    ]
    staff = RosterStaff(staff=mentor, number=STAFFS, name="S. S.", role=Role.MENTOR, pin=_verifier(STAFF_PIN))
    name = "PI"
    return Roster(institution=INSTITUTION, institution_name=name, version=version, people=tuple(people), staff=(staff,))


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
    return a_door(make_terminal(tmp_path / "store.db"))


def a_door(terminal: TerminalStore, pin: str | None = PIN) -> Door:
    """Gives a terminal's door, with the roster on it."""
    with terminal.vault.write():
        terminal.meta.put_roster(roster(1, pin))
    return Door(terminal)


def again(door: Door) -> Door:
    """Gives the door after the terminal was started anew."""
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
        door = again(door)
        assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.WAIT
    assert door.keeper.attempt(NUMBER, PIN).wait_seconds == 300


def test_failures_are_counted_over_restarts(door: Door) -> None:
    for _ in range(LOCKED_AFTER):
        attempt = door.keeper.attempt(NUMBER, WRONG)
        door.machine.passes(attempt.wait_seconds)
        door = again(door)
        door.machine.passes(900)
    assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.ASK_STAFF


def test_a_session_ends_the_row(door: Door) -> None:
    door.tries(3)
    door.terminal.write(SessionStarted(language=DUTCH))
    assert door.keeper.attempt(NUMBER, WRONG).wait_seconds == 0


def test_a_new_pin_from_staff_opens_what_was_locked(door: Door) -> None:
    door.tries(LOCKED_AFTER)
    with door.terminal.vault.write():
        door.terminal.meta.put_roster(roster(2, "739105", b"t" * 16))
    assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.NOT_TOGETHER
    assert door.keeper.attempt(NUMBER, "739105").outcome is Outcome.ADMITTED


def test_one_persons_failures_keep_nobody_else_out(door: Door) -> None:
    door.tries(LOCKED_AFTER, NOBODYS)
    assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.ADMITTED


def test_without_a_roster_nobody_gets_in(tmp_path: Path) -> None:
    door = Door(make_terminal(tmp_path / "store.db"))
    assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.NOT_TOGETHER


def test_eleven_wrong_pins_with_the_power_cut_and_the_clock_a_year_off_between_each_change_nothing(door: Door) -> None:
    told = []
    for place in range(11):
        attempt = door.keeper.attempt(NUMBER, WRONG)
        told.append((attempt.outcome, attempt.wait_seconds))
        door.machine.wall_ms += (1 if place % 2 else -1) * 365 * 86_400_000
        door = again(door)
        early = door.keeper.attempt(NUMBER, PIN)
        if attempt.wait_seconds:
            assert (early.outcome, early.wait_seconds) == (Outcome.WAIT, attempt.wait_seconds)
        if attempt.outcome is Outcome.ASK_STAFF:
            assert early.outcome is Outcome.ASK_STAFF
        elif not attempt.wait_seconds:
            assert early.outcome is Outcome.ADMITTED
        door.machine.passes(attempt.wait_seconds)
    locked = (Outcome.ASK_STAFF, 0)
    assert told == [(Outcome.NOT_TOGETHER, wait_seconds(count)) for count in range(1, 10)] + [locked] * 2
    assert door.keeper.attempt(NEIGHBOUR, PIN).outcome is Outcome.ADMITTED


def test_a_number_of_nobody_is_counted_over_restarts_like_anybodys(door: Door) -> None:
    for number in (NUMBER, NOBODYS):
        door.tries(5, number)
    door = again(door)
    assert [door.keeper.attempt(number, WRONG).wait_seconds for number in (NUMBER, NOBODYS)] == [60, 60]


def test_thirty_failures_in_an_hour_pause_the_door_for_five_minutes_for_every_number(door: Door) -> None:
    for place in range(30):
        assert door.keeper.attempt(f"20{place:02}", WRONG).outcome is Outcome.NOT_TOGETHER
    assert DoorPaused() in [one.event for one in door.terminal.journal.read(door.terminal.identity.subject)]
    door = again(door)
    assert (door.keeper.attempt(NEIGHBOUR, PIN).outcome, door.keeper.doorway.pause_seconds()) == (Outcome.WAIT, 300)
    door.machine.passes(300)
    assert door.keeper.attempt(NEIGHBOUR, PIN).outcome is Outcome.ADMITTED


def test_failures_of_more_than_an_hour_pause_nothing_and_a_restart_forgets_none(door: Door) -> None:
    for place in range(29):
        door.keeper.attempt(f"20{place:02}", WRONG)
    door = again(door)
    door.machine.passes(1_800)
    assert door.keeper.doorway.pause_seconds() == 0
    door.machine.passes(1_801)
    door.keeper.attempt("3000", WRONG)
    assert door.keeper.doorway.pause_seconds() == 0
    for place in range(29):
        door.keeper.attempt(f"40{place:02}", WRONG)
    assert door.keeper.doorway.pause_seconds() > 0


def test_staff_come_in_by_the_same_door_and_wait_as_long(door: Door) -> None:
    came = door.keeper.attempt(STAFFS, STAFF_PIN)
    assert (came.outcome, came.person, came.staff and came.staff.number) == (Outcome.ADMITTED, None, STAFFS)
    door.tries(4, STAFFS)
    assert door.keeper.attempt(STAFFS, WRONG).wait_seconds == 60
    door.machine.passes(60)
    door.terminal.journal.append(
        door.terminal.identity.subject,
        (StaffActed(staff=StaffId(an_id("s-", 1)), deed=Deed.CAME),),
        door.terminal.clock.moment(),
    )
    assert door.keeper.attempt(STAFFS, WRONG).wait_seconds == 0


def test_no_number_stands_in_what_the_door_writes(door: Door) -> None:
    door.tries(3)
    door.tries(3, NOBODYS)
    written = repr([one.event for one in door.terminal.journal.read(door.terminal.identity.subject)])
    assert NUMBER not in written
    assert NOBODYS not in written


def test_a_wrong_number_is_as_much_work_as_a_wrong_pin(door: Door) -> None:
    # The beat hides the rest of the work; here is what it hides, without the beat.
    ghost = nobodys(CHEAP)
    known = door.keeper.person(NUMBER)
    assert known is not None
    assert known.pin is not None
    ratios = []
    for _ in range(60):
        spent = []
        for verifier in (known.pin, ghost):
            began = time.process_time()
            belongs(WRONG, verifier, door.terminal.keyring.pepper)
            spent.append(time.process_time() - began)
        ratios.append(spent[0] / spent[1])
    assert abs(median(ratios) - 1) < 0.05
