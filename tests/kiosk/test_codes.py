"""Activation, reset and change of a PIN at a terminal with no network, on a real store."""

from pathlib import Path

import pytest

from kiosk.store.codes import Codes
from kiosk.store.pins import Outcome
from kiosk.store.tries import LOCKED_AFTER
from modules.events import CodeGiven, PinChosen, PinWay
from modules.ids import StaffId
from modules.roster import RosterPerson
from tests.kiosk.test_doorkeeper import CHEAP, NOBODYS, NUMBER, PIN, SUBJECT, WRONG, Door, a_door, again, roster
from tests.suites.terminals import ListGateway, TerminalStore, an_id, exchange_all, make_terminal

NEW = "739105"
STAFF = StaffId(an_id("s-", 1))


def codes(door: Door) -> Codes:
    made = Codes(door.keeper, door.terminal.keyring, door.terminal.journal, door.terminal.identity, door.terminal.clock)
    made.cost = CHEAP
    return made


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return a_door(make_terminal(tmp_path / "store.db"))


def person(door: Door) -> RosterPerson:
    found = door.keeper.person(NUMBER)
    assert found is not None
    return found


def given(door: Door, number: str = NUMBER, elsewhere: Door | None = None) -> str:
    """Gives the code that staff give for what this door shows."""
    return codes(elsewhere or door).give(STAFF, number, codes(door).challenge(number))


def test_a_code_lets_a_person_choose_a_pin_and_the_old_one_is_gone(door: Door) -> None:
    assert codes(door).redeem(NUMBER, given(door)).person == person(door)
    codes(door).choose(person(door), NEW, PinWay.CODE)
    assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.NOT_TOGETHER
    assert door.keeper.attempt(NUMBER, NEW).outcome is Outcome.ADMITTED


def test_a_person_without_any_pin_is_nobody_until_he_has_a_code(tmp_path: Path) -> None:
    door = a_door(make_terminal(tmp_path / "store.db"), None)
    assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.NOT_TOGETHER
    codes(door).choose(person(door), NEW, PinWay.CODE)
    assert door.keeper.attempt(NUMBER, NEW).outcome is Outcome.ADMITTED


def test_a_code_opens_at_once_what_was_locked_and_after_it_tries_are_free_again(door: Door) -> None:
    door.tries(LOCKED_AFTER)
    assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.ASK_STAFF
    assert codes(door).redeem(NUMBER, given(door)).outcome is Outcome.ADMITTED
    codes(door).choose(person(door), NEW, PinWay.CODE)
    assert [door.keeper.attempt(NUMBER, WRONG).wait_seconds for _ in range(3)] == [0, 0, 0]
    assert door.keeper.attempt(NUMBER, NEW).outcome is Outcome.ADMITTED


def test_a_code_is_good_once_and_stays_good_until_a_pin_was_chosen_with_it(door: Door) -> None:
    code = given(door)
    assert [codes(door).redeem(NUMBER, code).outcome for _ in range(2)] == [Outcome.ADMITTED] * 2
    door = again(door)
    codes(door).choose(person(door), NEW, PinWay.CODE)
    assert codes(door).redeem(NUMBER, code).outcome is Outcome.NOT_TOGETHER
    assert codes(again(door)).redeem(NUMBER, code).outcome is Outcome.NOT_TOGETHER


def test_a_code_ends_after_three_days_however_the_clock_is_set(door: Door) -> None:
    code = given(door)
    door.machine.wall_ms -= 365 * 86_400_000
    assert codes(door).redeem(NUMBER, code).outcome is Outcome.ADMITTED
    door.machine.uptime_ms += 73 * 3_600_000
    assert codes(door).redeem(NUMBER, code).outcome is Outcome.NOT_TOGETHER


def test_wrong_codes_keep_no_person_out_and_end_in_a_pause_of_the_door(door: Door) -> None:
    outcomes = [codes(door).redeem(NUMBER, "00000000").outcome for _ in range(31)]
    assert outcomes == [Outcome.NOT_TOGETHER] * 30 + [Outcome.WAIT]
    door.machine.passes(300)
    assert door.keeper.attempt(NUMBER, PIN).outcome is Outcome.ADMITTED


def test_a_number_of_nobody_has_a_challenge_too_and_no_code_answers_it(door: Door) -> None:
    assert len(codes(door).challenge(NOBODYS)) == len(codes(door).challenge(NUMBER))
    assert codes(door).redeem(NOBODYS, given(door, NOBODYS)).outcome is Outcome.NOT_TOGETHER


def test_who_gave_a_code_stands_with_the_person_and_no_digit_of_it_does(door: Door) -> None:
    code = given(door)
    assert [one.event for one in door.terminal.journal.read(SUBJECT)] == [CodeGiven(staff=STAFF)]
    assert code not in repr(door.terminal.journal.read(SUBJECT))


def test_another_terminal_gives_the_code_and_both_know_the_new_pin(tmp_path: Path) -> None:
    here, there = (a_door(make_terminal(tmp_path / f"{number}.db", number)) for number in (1, 2))
    assert codes(here).redeem(NUMBER, given(here, elsewhere=there)).outcome is Outcome.ADMITTED
    codes(here).choose(person(here), NEW, PinWay.CODE)
    gateway = ListGateway()
    for terminal in (here.terminal, there.terminal, here.terminal):
        exchange_all(terminal, gateway)
    assert again(there).keeper.attempt(NUMBER, NEW).outcome is Outcome.ADMITTED


def test_a_pin_of_ones_own_gives_way_to_one_the_roster_brings_later(door: Door) -> None:
    codes(door).choose(person(door), NEW, PinWay.OWN)
    assert door.keeper.attempt(NUMBER, NEW).outcome is Outcome.ADMITTED
    put(door.terminal, "518264")
    assert door.keeper.attempt(NUMBER, NEW).outcome is Outcome.NOT_TOGETHER
    assert door.keeper.attempt(NUMBER, "518264").outcome is Outcome.ADMITTED


def test_picture_sequences_go_the_same_way_as_pins(door: Door) -> None:
    codes(door).choose(person(door), "ahcpbk", PinWay.OWN)
    assert door.keeper.attempt(NUMBER, "ahcpbb").outcome is Outcome.NOT_TOGETHER
    assert door.keeper.attempt(NUMBER, "ahcpbk").outcome is Outcome.ADMITTED


def test_a_chosen_pin_is_nowhere_in_the_event(door: Door) -> None:
    codes(door).choose(person(door), NEW, PinWay.OWN)
    kept = [one.event for one in door.terminal.journal.read(SUBJECT)]
    assert [type(event) for event in kept] == [PinChosen]
    assert NEW not in repr(kept)


def put(terminal: TerminalStore, pin: str) -> None:
    """Brings a new roster with another PIN."""
    with terminal.vault.write():
        terminal.meta.put_roster(roster(2, pin, b"t" * 16))
