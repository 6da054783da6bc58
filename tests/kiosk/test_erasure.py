"""Who has left is erased, who comes back is not, and no copy put back brings anybody back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.settings import RetentionSettings
from kiosk.store import lanes
from kiosk.store.erasure import Erasure
from kiosk.store.tombstones import Tombstones
from modules.events import AnswerGiven, PersonErased, PrivateNoteKept, StoreRestored
from modules.ids import DetaineeId, SubjectId
from modules.retention import DAY_MS, RetentionClass
from modules.roster import Roster
from tests.makers import a_person as listed
from tests.suites.terminals import (
    INSTITUTION,
    ListGateway,
    TerminalStore,
    a_person,
    an_answer,
    exchange_all,
    make_terminal,
    open_terminal,
    plain_words,
)

AT_ONCE = RetentionSettings()
LEAVES, STAYS = a_person(1), a_person(2)
NEEDLES = tuple(f"naald-{number:02}-in-het-hooi" for number in range(50))


@pytest.fixture
def gateway() -> ListGateway:
    return ListGateway()


@pytest.fixture
def terminal(tmp_path: Path, gateway: ListGateway) -> Iterator[TerminalStore]:
    terminal = make_terminal(tmp_path / "store.db")
    roster(terminal, LEAVES, STAYS)
    terminal.answer(3, STAYS)
    terminal.answer(2, LEAVES)
    for needle in NEEDLES:
        terminal.write(PrivateNoteKept(words=needle), LEAVES)
    terminal.keyring.person(LEAVES)
    terminal.vault.run("INSERT INTO pins VALUES (?, 'salt', 3)", (LEAVES,))
    exchange_all(terminal, gateway)
    yield terminal
    terminal.vault.close()


def roster(terminal: TerminalStore, *people: DetaineeId) -> None:
    version = (known.version if (known := terminal.meta.roster()) else 0) + 1
    rows = tuple(listed(f"10000{number}", detainee=person) for number, person in enumerate(people))
    newest = Roster(institution=INSTITUTION, institution_name="PI De Linde", version=version, people=rows)
    with terminal.vault.write():
        terminal.meta.put_roster(newest)


def erasure(terminal: TerminalStore) -> Erasure:
    tombstones = Tombstones(terminal.path, terminal.keyring.seal, terminal.keyring.unseal)
    return Erasure(terminal.vault, terminal.journal, terminal.identity, terminal.clock, tombstones)


def told(terminal: TerminalStore) -> list[PersonErased]:
    recorded = terminal.journal.read(terminal.identity.subject)
    return [one.event for one in recorded if isinstance(one.event, PersonErased)]


def test_nobody_who_is_here_is_erased(terminal: TerminalStore) -> None:
    assert erasure(terminal).apply(AT_ONCE) == 0
    assert len(terminal.events(LEAVES)) == 52


def test_who_left_is_erased_once_all_of_it_has_a_receipt_and_his_neighbour_keeps_everything(
    terminal: TerminalStore,
) -> None:
    policy = erasure(terminal)
    assert all(needle in plain_words(terminal) for needle in NEEDLES)
    roster(terminal, STAYS)
    assert (policy.apply(AT_ONCE), policy.apply(AT_ONCE)) == (1, 0)
    assert [needle for needle in NEEDLES if needle in plain_words(terminal)] == []
    assert terminal.events(LEAVES) == []
    assert len(terminal.events(STAYS)) == 3
    assert terminal.journal.verify() == ()
    assert told(terminal) == [PersonErased(person=LEAVES, kept_as=RetentionClass.KIOSK)]


def test_after_erasing_his_id_stands_with_lanes_receipts_and_the_list_of_the_erased_alone(
    terminal: TerminalStore,
) -> None:
    roster(terminal, STAYS)
    erasure(terminal).apply(AT_ONCE)
    holding = set()
    for (table,) in terminal.vault.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        if LEAVES in str(terminal.vault.rows(f"SELECT * FROM {table}")):  # noqa: S608
            holding.add(table)
    assert holding <= {"lanes", "entries", "acknowledged", "meta"}
    assert terminal.vault.rows("SELECT name FROM meta WHERE instr(CAST(value AS TEXT), ?)", (LEAVES,)) == [
        ("departures",)
    ]


def test_what_is_not_at_the_gateway_yet_is_not_erased(terminal: TerminalStore, gateway: ListGateway) -> None:
    policy = erasure(terminal)
    terminal.answer(1, LEAVES, first=9)
    roster(terminal, STAYS)
    assert policy.apply(AT_ONCE) == 0
    exchange_all(terminal, gateway)
    assert policy.apply(AT_ONCE) == 1


def test_a_term_is_counted_in_the_gateways_time_and_a_return_within_it_lifts_the_erasure(
    terminal: TerminalStore,
) -> None:
    policy, week = erasure(terminal), RetentionSettings(kiosk_days=7)
    roster(terminal, STAYS)
    assert policy.apply(week) == 0
    terminal.machine.wall_ms += 3_650 * DAY_MS
    assert policy.apply(week) == 0, "a clock set ahead erases nobody"
    terminal.machine.passes(6 * 86_400)
    roster(terminal, STAYS, LEAVES)
    assert policy.apply(week) == 0
    roster(terminal, STAYS)
    terminal.machine.passes(2 * 86_400)
    assert policy.apply(week) == 0
    assert len(terminal.events(LEAVES)) == 52
    terminal.machine.passes(7 * 86_400)
    assert policy.apply(week) == 1


def test_a_hold_on_this_terminal_keeps_everybody(terminal: TerminalStore) -> None:
    roster(terminal, STAYS)
    assert erasure(terminal).apply(RetentionSettings(hold=True)) == 0
    assert erasure(terminal).apply(AT_ONCE) == 1


def test_an_old_copy_put_back_does_not_bring_anybody_back(terminal: TerminalStore, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    terminal.vault.copy_to(copy)
    roster(terminal, STAYS)
    erasure(terminal).apply(AT_ONCE)
    terminal.vault.close()
    for file in tmp_path.glob("store.db-*"):
        file.unlink()
    shutil.copy(copy, terminal.path)
    restored = open_terminal(terminal.path, terminal.machine)
    assert NEEDLES[0] in plain_words(restored), "the copy alone brings him back"
    assert erasure(restored).replay() == 1
    assert [needle for needle in NEEDLES if needle in plain_words(restored)] == []
    assert restored.journal.verify() == ()
    assert erasure(restored).replay() == 0
    restored.vault.close()


def test_without_the_tombstones_the_next_roster_erases_the_copy_again(terminal: TerminalStore, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    terminal.vault.copy_to(copy)
    roster(terminal, STAYS)
    erasure(terminal).apply(AT_ONCE)
    terminal.vault.close()
    for file in tmp_path.glob("store.db*"):
        file.unlink()
    shutil.copy(copy, terminal.path)
    restored = open_terminal(terminal.path, terminal.machine)
    assert erasure(restored).replay() == 0
    assert all(needle in plain_words(restored) for needle in NEEDLES)
    roster(restored, STAYS)
    assert erasure(restored).apply(AT_ONCE) == 1
    assert [needle for needle in NEEDLES if needle in plain_words(restored)] == []
    assert lanes.people(restored.vault) == {STAYS}
    restored.vault.close()


def test_a_line_that_is_torn_or_not_ours_says_nothing(terminal: TerminalStore) -> None:
    tombstones = Tombstones(terminal.path, terminal.keyring.seal, terminal.keyring.unseal)
    tombstones.erase(LEAVES)
    path = terminal.path.with_name("store.db.tombstones")
    assert LEAVES.encode() not in path.read_bytes()
    path.write_bytes(b"erased " + STAYS.encode() + b"\n" + path.read_bytes() + path.read_bytes()[:40])
    assert tombstones.erased() == (LEAVES,)
    tombstones.back(LEAVES)
    assert tombstones.erased() == ()


def test_who_comes_back_after_his_copy_went_has_everything_again_and_writes_on(
    terminal: TerminalStore, gateway: ListGateway
) -> None:
    policy = erasure(terminal)
    before = terminal.events(LEAVES)
    roster(terminal, STAYS)
    policy.apply(AT_ONCE)
    exchange_all(terminal, gateway)
    roster(terminal, STAYS, LEAVES)
    assert policy.apply(AT_ONCE) == 0
    exchange_all(terminal, gateway)
    assert terminal.events(LEAVES) == before
    terminal.answer(1, LEAVES, first=9)
    exchange_all(terminal, gateway)
    assert terminal.events(LEAVES) == [*before, an_answer(9)]
    assert terminal.journal.verify() == ()
    assert erasure(terminal).replay() == 0
    recorded = terminal.journal.read(terminal.identity.subject)
    assert [one for one in recorded if isinstance(one.event, StoreRestored)] == []


def test_what_comes_in_later_about_who_was_erased_comes_without_its_body(
    terminal: TerminalStore, gateway: ListGateway, tmp_path: Path
) -> None:
    policy = erasure(terminal)
    roster(terminal, STAYS)
    policy.apply(AT_ONCE)
    other = make_terminal(tmp_path / "other.db", 2, terminal.machine)
    other.answer(1, LEAVES, first=7)
    exchange_all(other, gateway)
    exchange_all(terminal, gateway)
    assert policy.apply(AT_ONCE) == 0
    assert terminal.journal.read(SubjectId(LEAVES)) == ()
    assert terminal.journal.verify() == ()
    bodies = terminal.vault.rows(
        "SELECT body FROM entries JOIN lanes ON lanes.id = lane WHERE subject = ? AND body IS NOT NULL", (LEAVES,)
    )
    assert bodies == []
    assert any(isinstance(event, AnswerGiven) for event in other.events(LEAVES))
    other.vault.close()
