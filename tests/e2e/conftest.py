"""A desk with a gateway and a terminal, made once by the product's own programs and copied for each story."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.development import NUMBER, PIN, Desk, make_desk
from tests.bench.made import copied
from tests.e2e.chromium import chromium
from tests.e2e.display import Display
from tests.e2e.terminal import Terminal
from tests.journey import Journey

collect_ignore = [] if chromium() else ["test_plan_course.py"]
"""The story that is told with a real browser, where there is none; its steps are in tests/sync/test_steps.py."""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return make_desk(tmp_path_factory.mktemp("made") / "desk")


@pytest.fixture
def desk(made: Desk, tmp_path: Path) -> Desk:
    return copied(made, tmp_path / "desk")


@pytest.fixture
def display() -> Iterator[Display]:
    with Display() as opened:
        yield opened


@pytest.fixture
def terminal(desk: Desk, display: Display) -> Iterator[Terminal]:
    opened = Terminal(display, desk.settings, desk.folder / "places.json")
    yield opened
    opened.stop()


@pytest.fixture
def journey(terminal: Terminal) -> Journey:
    return Journey(terminal, NUMBER, PIN)
