"""The journal on disk: what two processes and two terminals see of each other, what is erased, what comes back."""

import shutil
from pathlib import Path

import pytest

from modules.errors import ChainBrokenError, StoreError
from modules.events import AnswerGiven, LanguageChosen, PrivateNoteKept, StoreRestored
from modules.ids import SubjectId
from modules.journal import CLOCK_BOUND_MS
from modules.ordering import Recorded
from modules.texts import Language
from tests.suites.terminals import (
    NOON_MS,
    ListGateway,
    TerminalStore,
    a_person,
    an_answer,
    exchange_all,
    make_terminal,
    open_terminal,
)

SUBJECT = SubjectId(a_person())


@pytest.fixture
def terminal(tmp_path: Path) -> TerminalStore:
    return make_terminal(tmp_path / "store.db")


@pytest.fixture
def other(tmp_path: Path) -> TerminalStore:
    return make_terminal(tmp_path / "other.db", number=2)


@pytest.fixture
def gateway() -> ListGateway:
    return ListGateway()


def _append(terminal: TerminalStore, item: int, option: str = "yes") -> Recorded[object]:
    terminal.machine.passes(0.01)
    (recorded,) = terminal.journal.append(SUBJECT, (an_answer(item, option),), terminal.clock.moment())
    return recorded  # type: ignore[return-value]


def test_what_is_appended_is_what_is_replayed(terminal: TerminalStore) -> None:
    terminal.journal.replay(SUBJECT)
    recorded = [_append(terminal, item) for item in range(3)]
    replayed = terminal.journal.replay(SUBJECT)
    assert [one.place for one in replayed] == [one.place for one in recorded]
    assert [one.event for one in replayed] == [one.event for one in recorded]
    assert [one.event for one in open_terminal(terminal.path).journal.replay(SUBJECT)] == [
        one.event for one in recorded
    ]


def test_several_events_of_one_command_are_one_transaction(terminal: TerminalStore) -> None:
    events = (an_answer(1), LanguageChosen(language=Language("en")))
    assert len(terminal.journal.append(SUBJECT, events, terminal.clock.moment())) == 2
    assert terminal.events() == list(events)
    assert terminal.journal.append(SUBJECT, (), terminal.clock.moment()) == ()


def test_two_processes_of_one_terminal_never_fork_its_lane(terminal: TerminalStore) -> None:
    second = open_terminal(terminal.path, terminal.machine)
    for item in range(0, 6, 2):
        terminal.answer(1, first=item)
        second.answer(1, first=item + 1)
    assert terminal.events() == [an_answer(item) for item in range(6)]
    assert terminal.journal.verify() == ()


def test_the_log_is_tidied_while_another_process_reads(terminal: TerminalStore) -> None:
    second = open_terminal(terminal.path, terminal.machine)
    terminal.answer(20)
    with second.vault.read():
        assert second.events() == terminal.events()
        terminal.answer(5, first=20)
        terminal.vault.tidy()
    terminal.vault.tidy()
    assert len(second.events()) == 25
    assert terminal.vault.check() == ()


def test_each_persons_lane_is_his_own(terminal: TerminalStore) -> None:
    terminal.answer(2, a_person(1))
    terminal.answer(3, a_person(2))
    assert [len(terminal.events(a_person(number))) for number in (1, 2, 3)] == [2, 3, 0]


def test_an_answer_given_elsewhere_is_read_here(
    terminal: TerminalStore, other: TerminalStore, gateway: ListGateway
) -> None:
    other.answer(2)
    exchange_all(other, gateway)
    exchange_all(terminal, gateway)
    assert terminal.events() == [an_answer(0), an_answer(1)]


def test_an_own_note_is_read_on_another_terminal_of_the_institution(
    terminal: TerminalStore, other: TerminalStore, gateway: ListGateway
) -> None:
    note = PrivateNoteKept(words="voor mij alleen")
    other.write(note)
    exchange_all(other, gateway)
    exchange_all(terminal, gateway)
    assert terminal.events() == [note]


def test_an_answer_after_a_replay_has_seen_what_was_replayed(
    terminal: TerminalStore, other: TerminalStore, gateway: ListGateway
) -> None:
    other.answer(1)
    exchange_all(other, gateway)
    exchange_all(terminal, gateway)
    (elsewhere,) = terminal.journal.replay(SUBJECT)
    here = _append(terminal, 0, "no")
    assert here.saw(elsewhere.place)
    first, last = terminal.journal.replay(SUBJECT)
    assert (first.event, last.saw(first.place)) == (an_answer(0), True)


def test_an_answer_has_not_seen_what_came_in_after_the_replay(
    terminal: TerminalStore, other: TerminalStore, gateway: ListGateway
) -> None:
    terminal.journal.replay(SUBJECT)
    other.answer(1)
    exchange_all(other, gateway)
    exchange_all(open_terminal(terminal.path, terminal.machine), gateway)
    here = _append(terminal, 0, "no")
    both = terminal.journal.replay(SUBJECT)
    elsewhere = next(one for one in both if one.place.lane != here.place.lane)
    mine = next(one for one in both if one.place.lane == here.place.lane)
    assert not mine.saw(elsewhere.place)
    assert not elsewhere.saw(mine.place)


def test_all_terminals_read_a_person_in_the_same_order(
    terminal: TerminalStore, other: TerminalStore, gateway: ListGateway
) -> None:
    for turn in range(4):
        (terminal if turn % 2 else other).answer(2, first=turn * 2)
        exchange_all(terminal, gateway)
        exchange_all(other, gateway)
        terminal.journal.replay(SUBJECT)
        other.journal.replay(SUBJECT)
    exchange_all(terminal, gateway)
    exchange_all(other, gateway)
    assert terminal.events() == other.events()
    assert len(terminal.events()) == 8


def test_the_heads_are_the_last_entry_of_each_lane_seen(
    terminal: TerminalStore, other: TerminalStore, gateway: ListGateway
) -> None:
    other.answer(1)
    exchange_all(other, gateway)
    exchange_all(terminal, gateway)
    (elsewhere,) = terminal.journal.replay(SUBJECT)
    here = _append(terminal, 1)
    assert terminal.journal.heads(SUBJECT) == (elsewhere.place.hash, here.place.hash)
    assert terminal.journal.heads(SubjectId(a_person(9))) == ()


def test_a_lane_of_another_group_is_kept_though_it_cannot_be_read(
    terminal: TerminalStore, other: TerminalStore, gateway: ListGateway
) -> None:
    other.answer(2)
    exchange_all(other, gateway)
    unknown = next(entry for entry in gateway.entries if entry.header.seq == 0)
    gateway.entries = [entry.erased() if entry is unknown else entry for entry in gateway.entries]
    exchange_all(terminal, gateway)
    assert terminal.events() == []
    assert terminal.journal.verify() == ()


def test_an_erased_person_cannot_be_read_and_his_lanes_still_verify(terminal: TerminalStore) -> None:
    terminal.answer(3, a_person(1))
    terminal.answer(2, a_person(2))
    terminal.keyring.person(a_person(1))
    terminal.journal.erase(a_person(1))
    assert terminal.events(a_person(1)) == []
    assert len(terminal.events(a_person(2))) == 2
    assert terminal.journal.verify() == ()


def test_what_is_written_about_an_erased_person_stands_in_a_new_run(terminal: TerminalStore) -> None:
    terminal.answer(3)
    terminal.journal.erase(a_person())
    terminal.answer(1, first=7)
    assert terminal.events() == [an_answer(7)]
    assert terminal.journal.verify() == ()


def test_the_last_certain_time_is_what_a_later_start_is_anchored_to(terminal: TerminalStore) -> None:
    assert terminal.journal.last_certain_ms() == 0
    terminal.machine.passes(3_600)
    terminal.answer(1)
    assert terminal.journal.last_certain_ms() == terminal.machine.wall_ms
    terminal.machine.wall_ms += 10 * CLOCK_BOUND_MS
    terminal.answer(1, a_person(2))
    assert terminal.journal.last_certain_ms() < NOON_MS + CLOCK_BOUND_MS


def _put_back(terminal: TerminalStore, copy: Path) -> TerminalStore:
    terminal.vault.close()
    for path in terminal.path.parent.glob("store.db*"):
        path.unlink()
    shutil.copy(copy, terminal.path)
    return open_terminal(terminal.path, terminal.machine)


def _backup(terminal: TerminalStore) -> Path:
    copy = terminal.path.with_name("second.db")
    terminal.vault.copy_to(copy)
    return copy


def test_a_store_put_back_gets_from_the_feed_what_it_lost(terminal: TerminalStore, gateway: ListGateway) -> None:
    terminal.answer(2)
    exchange_all(terminal, gateway)
    copy = _backup(terminal)
    terminal.answer(3, first=2)
    exchange_all(terminal, gateway)
    restored = _put_back(terminal, copy)
    exchange_all(restored, gateway)
    assert restored.events() == [an_answer(item) for item in range(5)]
    restored.answer(1, first=5)
    exchange_all(restored, gateway)
    assert restored.events() == [an_answer(item) for item in range(6)]
    assert restored.journal.verify() == ()


def test_a_store_put_back_loses_nothing_written_since_although_its_lane_forked(
    terminal: TerminalStore, other: TerminalStore, gateway: ListGateway
) -> None:
    terminal.answer(2)
    exchange_all(terminal, gateway)
    copy = _backup(terminal)
    terminal.answer(3, first=2)
    exchange_all(terminal, gateway)
    restored = _put_back(terminal, copy)
    restored.answer(2, first=50)
    restored.exchange.accept(*gateway.feed(restored.exchange.position()))
    exchange_all(restored, gateway)
    exchange_all(other, gateway)
    wanted = {an_answer(item).item for item in (0, 1, 2, 3, 4, 50, 51)}
    for store in (restored, other):
        assert {event.item for event in store.events() if isinstance(event, AnswerGiven)} == wanted
        assert len(store.events()) == len(wanted)
        assert store.journal.verify() == ()


def test_a_store_put_back_says_so_once(terminal: TerminalStore, gateway: ListGateway) -> None:
    terminal.answer(2)
    copy = _backup(terminal)
    terminal.answer(3, first=2)
    exchange_all(terminal, gateway)
    restored = _put_back(terminal, copy)
    for _ in range(2):
        restored.exchange.accept(*gateway.feed(restored.exchange.position()))
    exchange_all(restored, gateway)
    about_itself = [one.event for one in restored.journal.read(restored.identity.subject)]
    assert about_itself == [StoreRestored(terminal=restored.identity.terminal)]


def test_a_receipt_ahead_of_a_store_put_back_closes_the_lane_until_the_feed_has_come(
    terminal: TerminalStore, gateway: ListGateway
) -> None:
    terminal.answer(2)
    copy = _backup(terminal)
    terminal.answer(3, first=2)
    receipt = gateway.take(terminal.exchange.due(99, 1 << 30, {}), terminal.identity.terminal)
    restored = _put_back(terminal, copy)
    restored.answer(1, first=50)
    with pytest.raises(ChainBrokenError):
        restored.exchange.settle(receipt)
    restored.answer(1, first=51)
    due = restored.exchange.due(99, 1 << 30, {})
    assert {entry.header.lane.run for entry in due if entry.header.lane.subject == SUBJECT} == {1}
    exchange_all(restored, gateway)
    exchange_all(restored, gateway)
    items = [event.item for event in restored.events() if isinstance(event, AnswerGiven)]
    assert sorted(items) == sorted(an_answer(item).item for item in (0, 1, 2, 3, 4, 50, 51))


def test_a_transaction_that_fails_leaves_nothing_and_the_next_one_goes_on(terminal: TerminalStore) -> None:
    terminal.answer(1)
    terminal.vault.rows("PRAGMA max_page_count = 1")
    with pytest.raises(StoreError):
        terminal.answer(400, first=1)
    held = len(terminal.events())
    terminal.vault.rows("PRAGMA max_page_count = 1000000")
    terminal.answer(1, first=500)
    assert len(terminal.events()) == held + 1
    assert terminal.journal.verify() == ()
