"""What comes in pairs: a screen and its rules, a kind of exercise and its view, an event and its disclosure.

- Screens and exercises always have both files; a widget has rules only where it has something to say in them.
- Not here: what either half does (tests/unit).
"""

from typing import get_args

import pytest

from modules import disclosure
from modules.events import Event
from modules.exercises import KINDS
from tests.house.tree import ROOT, files

FOLDERS = ("screens", "exercises")


def _stems(folder: str, suffix: str) -> set[str]:
    return {path.stem for path in (ROOT / folder).glob(f"*{suffix}") if not path.stem.startswith("__")}


def test_every_rule_file_has_its_class_beside_it_under_the_same_name() -> None:
    assert [str(path) for path in files(".kv") if not (ROOT / path).with_suffix(".py").exists()] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_screen_and_every_exercise_has_its_rules_beside_it(folder: str) -> None:
    assert _stems(f"kiosk/{folder}", ".py") == _stems(f"kiosk/{folder}", ".kv")


def test_every_kind_of_exercise_can_be_shown_and_every_one_shown_is_a_kind() -> None:
    assert _stems("kiosk/exercises", ".py") == set(KINDS)


def test_every_kind_of_exercise_has_a_file_of_its_name() -> None:
    assert set(KINDS) <= _stems("modules/exercises", ".py")


def test_every_event_has_a_disclosure_and_nothing_else_has() -> None:
    events = set(get_args(get_args(Event)[0]))
    assert events
    assert set(disclosure.TABLE) == events
