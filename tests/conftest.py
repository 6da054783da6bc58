"""What holds for every test: Kivy reads nobody's settings, and a test is marked by the folder it lies in.

- Set before anything imports Kivy, so a test behaves the same on every desk.
- Not here: lifelike values (makers.py), stand-ins for what lies outside (fakes.py), faults (faults.py).
"""

import os
from pathlib import Path

import pytest

os.environ.update(
    KIVY_NO_ARGS="1",
    KIVY_NO_CONFIG="1",
    KIVY_NO_ENV_CONFIG="1",
    KIVY_NO_FILELOG="1",
    KIVY_NO_CONSOLELOG="1",
    KIVY_LOG_MODE="PYTHON",
    KIVY_CLIPBOARD="dummy",
    SDL_AUDIODRIVER="dummy",
)

_MARKED = ("e2e", "fault", "bench")
_TESTS = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        folder = item.path.relative_to(_TESTS).parts[0]
        if folder in _MARKED:
            item.add_marker(folder)
