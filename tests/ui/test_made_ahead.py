"""What is made ahead while a person reads is not made under his finger, and shows nothing of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from kiosk.exercises.parts.spares import SPARES
from modules.exercises import KINDS
from tests.ui import shipped
from tests.ui.asking import NL, Asking


@contextmanager
def _counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Counts the widgets that are made meanwhile."""
    from kivy.uix.widget import Widget  # noqa: PLC0415 - only after the lockdown

    made, init = [0], Widget.__init__

    def counted(self: Any, **values: Any) -> None:
        made[0] += 1
        init(self, **values)

    with monkeypatch.context() as patch:
        patch.setattr(Widget, "__init__", counted)
        yield made


def _make_ahead(question: Asking) -> None:
    while question.screen.warm():
        pass


def _item(kind: str) -> Any:
    samples = [item for item in shipped.samples().items() if item.kind == kind]
    return samples[0] if samples else shipped.item_of(kind)


@pytest.mark.parametrize("kind", sorted(SPARES.keys() - {"summary"}))
def test_hardly_anything_is_made_when_the_first_exercise_of_a_kind_comes(
    kind: str, asking: Callable[..., Asking], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    for ahead in (False, True):
        question = asking()
        if ahead:
            _make_ahead(question)
        else:
            question.screen._kinds.give_back(question.screen._kinds.lend(kind))
        with _counting(monkeypatch) as counted:
            question.screen.paint(shipped.asked(_item(kind), None, NL))
            while question.screen._sheet.exercise.turn(1):
                pass
        question.screen.forget()
        made.append(counted[0])
    cold, warm = made
    assert cold > 0
    assert warm <= cold / 3, f"{warm} of {cold} are still made under the finger"


def test_only_what_was_shown_since_is_let_go_of(asking: Callable[..., Asking], monkeypatch: pytest.MonkeyPatch) -> None:
    question = asking()
    _make_ahead(question)
    question.of(shipped.item_of("story"))
    question.screen.on_next()
    let_go: list[str] = []

    def noting(kind: str, forget: Callable[[], None]) -> Callable[[], None]:
        def noted() -> None:
            let_go.append(kind)
            forget()

        return noted

    for kind, made in question.screen._kinds._made.items():
        for exercise in made:
            monkeypatch.setattr(exercise, "forget", noting(kind, exercise.forget))
    question.of(shipped.item_of("ranking"))
    assert let_go == ["story"]
    question.of(shipped.item_of("story"))
    assert let_go == ["story", "ranking"]
    assert question.screen.unfinished() is None


def test_what_was_made_ahead_leaves_nothing_behind(asking: Callable[..., Asking]) -> None:
    question = asking()
    _make_ahead(question)
    for kind in SPARES:
        assert kind in KINDS
        exercise = question.screen._kinds.lend(kind)
        assert exercise.parent is None
        assert exercise.unfinished() is None
        question.screen._kinds.give_back(exercise)
    question.of(shipped.item_of("card_sort"))
    assert question.language == NL
    assert [intent for intent in question.said if intent] == []
