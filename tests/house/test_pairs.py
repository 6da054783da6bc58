"""What comes in pairs: a screen and its rules, a kind of exercise and its view, an event and its disclosure.

- Screens and exercises always have both files; a widget has rules only where it has something to say in them.
- Not here: what either half does (tests/unit).
"""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import pytest

from modules import disclosure
from modules.events import Event
from modules.exercises import KINDS
from tests.house.tree import ROOT, files

FOLDERS = ("screens", "exercises")


def _stems(folder: str, suffix: str, root: Path = ROOT) -> set[str]:
    return {path.stem for path in (root / folder).glob(f"*{suffix}") if not path.stem.startswith("__")}


def _without_all_files(kinds: Iterable[str], root: Path = ROOT) -> set[str]:
    """Gives the kinds that lack their rules in the domain, their page, or the rules of that page."""
    wanted = (("modules/exercises", ".py"), ("kiosk/exercises", ".py"), ("kiosk/exercises", ".kv"))
    return {kind for kind in kinds if any(kind not in _stems(*where, root) for where in wanted)}


def test_every_rule_file_has_its_class_beside_it_under_the_same_name() -> None:
    assert [str(path) for path in files(".kv") if not (ROOT / path).with_suffix(".py").exists()] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_screen_and_every_exercise_has_its_rules_beside_it(folder: str) -> None:
    assert _stems(f"kiosk/{folder}", ".py") == _stems(f"kiosk/{folder}", ".kv")


def test_every_kind_of_exercise_can_be_shown_and_every_one_shown_is_a_kind() -> None:
    assert _stems("kiosk/exercises", ".py") == set(KINDS)


def test_every_kind_of_exercise_has_a_domain_file_and_a_pair_for_the_screen() -> None:
    assert _without_all_files(KINDS) == set()


@pytest.mark.parametrize(
    "lacking", ["modules/exercises/ruler.py", "kiosk/exercises/ruler.py", "kiosk/exercises/ruler.kv"]
)
def test_a_kind_that_lacks_one_of_its_files_is_found(lacking: str, tmp_path: Path) -> None:
    for folder in ("modules/exercises", "kiosk/exercises"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("parts", "__pycache__"))
    (tmp_path / lacking).unlink()
    assert _without_all_files(KINDS, tmp_path) == {"ruler"}


def test_every_event_has_a_disclosure_and_nothing_else_has() -> None:
    events = set(get_args(get_args(Event)[0]))
    assert events
    assert set(disclosure.TABLE) == events
