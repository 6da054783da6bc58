"""The terminal's encrypted store, run through the suite for Outbox and Inbox."""

from pathlib import Path

import pytest

from tests.suites.outbox import OutboxSuite, Side
from tests.suites.terminals import TerminalStore, a_person, make_terminal, open_terminal


def a_side(terminal: TerminalStore, folder: Path) -> Side:
    made = 0

    def foreign(count: int) -> tuple:  # type: ignore[type-arg]
        nonlocal made
        made += 1
        other = make_terminal(folder / f"other-{made}.db", number=2)
        other.answer(count)
        return other.exchange.due(5_000, 1 << 30, {})

    return Side(
        outbox=terminal.exchange,
        inbox=terminal.exchange,
        terminal=terminal.identity.terminal,
        answer=lambda person, count: terminal.answer(count, a_person(person)),
        reopen=lambda: a_side(open_terminal(terminal.path, terminal.machine), folder),
        foreign=foreign,
    )


class TestStore(OutboxSuite):
    @pytest.fixture
    def side(self, tmp_path: Path) -> Side:
        return a_side(make_terminal(tmp_path / "store.db"), tmp_path)
