"""What every Outbox and Inbox must do (sync/ports.py), whatever store stands behind it.

- A suite is a class; a test file gives it a place to run on by deriving from it.
- Not here: what only one store does (its own tests).
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from modules.errors import ChainBrokenError, ProductError
from modules.ids import TerminalId
from modules.journal import Entry, Lane
from modules.journal import verify as verify_lane
from sync.ports import Inbox, Outbox
from sync.wire import Receipt
from tests.suites.terminals import ListGateway

MOST_BYTES = 1 << 30


@dataclass
class Side:
    """One terminal's two sides, its writer, another terminal's entries, and how to write and to open it again."""

    outbox: Outbox
    inbox: Inbox
    terminal: TerminalId
    answer: Callable[[int, int], None]
    """Writes so many answers of the person with this number."""
    reopen: Callable[[], "Side"]
    foreign: Callable[[int], tuple[Entry, ...]]
    """Gives so many entries of another terminal about the person with number 1."""


class OutboxSuite:
    """The suite; a derived class has a fixture `side`."""

    def test_nothing_is_due_before_anything_was_written(self, side: Side) -> None:
        assert _due(side) == ()

    def test_what_was_written_is_due_and_each_lane_follows(self, side: Side) -> None:
        side.answer(1, 3)
        side.answer(2, 2)
        due = _due(side)
        for lane in {entry.header.lane for entry in due}:
            verify_lane(entry for entry in due if entry.header.lane == lane)
        assert {str(entry.header.lane.writer) for entry in due} == {str(side.terminal)}
        assert len(due) == 3 + 2 + 2, "each lane begins with its keys"

    def test_what_is_due_stays_due_until_a_receipt_covers_it(self, side: Side) -> None:
        side.answer(1, 3)
        assert _due(side) == _due(side) == _due(side.reopen())

    def test_what_a_receipt_covers_is_never_due_again(self, side: Side) -> None:
        side.answer(1, 3)
        side.outbox.settle(ListGateway().take(_due(side), side.terminal))
        assert _due(side) == ()
        assert _due(side.reopen()) == ()

    def test_a_receipt_of_a_part_leaves_the_rest_due(self, side: Side) -> None:
        side.answer(1, 5)
        due = _due(side)
        side.outbox.settle(ListGateway().take(due[:2], side.terminal))
        assert _due(side) == due[2:]

    def test_a_receipt_that_comes_twice_or_late_changes_nothing(self, side: Side) -> None:
        side.answer(1, 5)
        gateway, due = ListGateway(), _due(side)
        early, late = gateway.take(due[:2], side.terminal), gateway.take(due[2:4], side.terminal)
        for receipt in (late, early, late, early):
            side.outbox.settle(receipt)
        assert _due(side) == due[4:]

    def test_no_more_is_due_at_once_than_asked(self, side: Side) -> None:
        side.answer(1, 5)
        due = _due(side)
        assert side.outbox.due(2, MOST_BYTES, {}) == due[:2]
        sizes = [len(entry.raw) + len(entry.body or b"") for entry in due]
        assert side.outbox.due(99, sum(sizes[:3]), {}) == due[:3]

    def test_the_first_entry_is_due_however_large(self, side: Side) -> None:
        side.answer(1, 2)
        assert side.outbox.due(99, 1, {}) == _due(side)[:1]

    def test_what_was_carried_already_in_this_round_is_left_out(self, side: Side) -> None:
        side.answer(1, 3)
        due = _due(side)
        lane = due[0].header.lane.key
        assert side.outbox.due(99, MOST_BYTES, {lane: 1}) == due[2:]
        assert side.outbox.due(99, MOST_BYTES, {lane: 99}) == ()

    def test_a_batch_number_is_given_once_also_over_restarts(self, side: Side) -> None:
        numbers = [side.outbox.draw_number(), side.outbox.draw_number(), side.reopen().outbox.draw_number()]
        assert numbers == [1, 2, 3]

    def test_a_feed_is_taken_in_once(self, side: Side) -> None:
        gateway = ListGateway(list(side.foreign(3)))
        feed, entries = gateway.feed()
        assert (side.inbox.position(), side.inbox.accept(feed, entries)) == (0, 4)
        assert (side.inbox.position(), side.inbox.accept(feed, entries)) == (4, 0)
        assert side.reopen().inbox.position() == 4

    def test_a_later_feed_goes_on_where_the_last_one_ended(self, side: Side) -> None:
        gateway = ListGateway(list(side.foreign(5)))
        side.inbox.accept(*gateway.feed(0, 2))
        assert side.inbox.accept(*gateway.feed(2)) == 4

    def test_what_came_in_is_never_due(self, side: Side) -> None:
        side.inbox.accept(*ListGateway(list(side.foreign(3))).feed())
        assert _due(side) == ()

    def test_a_feed_may_repeat_this_terminals_own_entries(self, side: Side) -> None:
        side.answer(1, 3)
        gateway = ListGateway()
        side.outbox.settle(gateway.take(_due(side), side.terminal))
        assert side.inbox.accept(*gateway.feed()) == 0

    def test_a_feed_before_its_turn_is_refused(self, side: Side) -> None:
        gateway = ListGateway(list(side.foreign(5)))
        with pytest.raises(ProductError):
            side.inbox.accept(*gateway.feed(2))
        assert side.inbox.position() == 0

    def test_a_feed_with_another_entry_in_a_known_place_is_refused_whole(self, side: Side) -> None:
        first, other = side.foreign(2), side.foreign(2)
        side.inbox.accept(*ListGateway(list(first)).feed())
        forked = ListGateway([*first, other[-1]])
        feed, _ = forked.feed(3)
        with pytest.raises(ChainBrokenError):
            side.inbox.accept(feed, other[-1:])
        assert side.inbox.position() == 3

    def test_a_feed_with_a_gap_is_refused_whole(self, side: Side) -> None:
        entries = side.foreign(4)
        feed, _ = ListGateway(list(entries)).feed()
        with pytest.raises(ChainBrokenError):
            side.inbox.accept(feed, (*entries[:2], *entries[3:]))
        assert (side.inbox.position(), side.inbox.accept(feed, entries)) == (0, 5)

    def test_a_receipt_for_what_is_not_here_says_that_the_store_is_older(self, side: Side) -> None:
        side.answer(1, 2)
        receipt = ListGateway().take(_due(side), side.terminal)
        ahead = _moved(receipt, seq=9)
        with pytest.raises(ChainBrokenError):
            side.outbox.settle(ahead)

    def test_after_that_what_is_written_stands_in_a_new_run(self, side: Side) -> None:
        side.answer(1, 2)
        with pytest.raises(ChainBrokenError):
            side.outbox.settle(_moved(ListGateway().take(_due(side), side.terminal), seq=9))
        side.answer(1, 1)
        assert 1 in {entry.header.lane.run for entry in _due(side)}
        assert all(_is_whole(lane, _due(side)) for lane in {entry.header.lane for entry in _due(side)})


def _due(side: Side) -> tuple[Entry, ...]:
    return side.outbox.due(5_000, MOST_BYTES, {})


def _moved(receipt: Receipt, seq: int) -> Receipt:
    return receipt.model_copy(update={"heads": tuple(head.model_copy(update={"seq": seq}) for head in receipt.heads)})


def _is_whole(lane: Lane, entries: tuple[Entry, ...]) -> bool:
    return verify_lane(entry for entry in entries if entry.header.lane == lane) is not None
