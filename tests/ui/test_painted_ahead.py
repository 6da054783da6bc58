"""What is likely to come next is painted where it is not seen, and the touch that leads there only brings it in.

- Not here: that it looks as if it had been painted then (test_history.py), that a lock lets go of it (test_gone.py).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, cast

import pytest

from kiosk.clock import Clock
from kiosk.intents import GoOn, Intent
from kiosk.pages import Editions
from kiosk.rehearsal import Rehearsal
from kiosk.theme.tokens import PANEL_15, Look
from kiosk.views.frame import BETWEEN, with_mark
from kiosk.views.question import QuestionView
from kiosk.visit import View
from modules.definition.edition import Edition
from modules.texts import Language
from tests.definitions import PACK
from tests.ui import shipped
from tests.ui.asking import Asking
from tests.ui.hand_clock import HandClock

NL = Language("nl")
LOOK = Look(panel=PANEL_15, language=NL)
KINDS = ("multi_choice", "card_sort", "timeline", "network_map")


class Standing:
    """A window that shows a page, and says what comes next."""

    def __init__(self) -> None:
        from kiosk.ahead import Ahead  # noqa: PLC0415 - only after the lockdown
        from kiosk.ahead import Standing as About  # noqa: PLC0415

        self.slides, self.asked = False, 0
        self.painted: list[object] = []
        self.clock = HandClock()
        about = About(lambda: LOOK, lambda: self.slides, lambda: True, self._next)
        self.ahead = Ahead(self.clock, (), self, about)  # type: ignore[arg-type]

    def _next(self) -> object:
        self.asked += 1
        return self.asked

    def paint_ahead(self, view: object, look: Look) -> bool:
        """Notes what is painted ahead."""
        assert look == LOOK
        self.painted.append(view)
        return True

    def make_ahead(self, _: Look) -> bool:
        """Has nothing left to make."""
        return False


@pytest.fixture
def standing(easel: Any) -> Iterator[Standing]:
    import gc  # noqa: PLC0415 - what was read ahead is left alone from now on, but not in tests

    yield Standing()
    gc.unfreeze()


def test_what_comes_next_is_worked_out_once_after_each_touch_that_changed_something(standing: Standing) -> None:
    standing.ahead.painted()
    standing.clock.passes(1)
    assert standing.painted == [1]
    standing.ahead.touched()
    standing.clock.passes(5)
    assert standing.painted == [1]
    standing.ahead.painted()
    standing.clock.passes(1)
    assert standing.painted == [1, 2]


def test_nothing_is_painted_while_a_page_slides(standing: Standing) -> None:
    standing.slides = True
    standing.ahead.painted()
    standing.clock.passes(1)
    assert standing.painted == []
    standing.slides = False
    standing.clock.passes(0.1)
    assert standing.painted == [1]


def test_who_is_quick_has_it_painted_while_his_finger_is_down(standing: Standing) -> None:
    standing.ahead.painted()
    standing.ahead.touched()
    standing.clock.passes(0)
    assert standing.painted == [1]


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_painted_ahead_is_not_painted_again(
    kind: str, asking: Callable[..., Asking], monkeypatch: pytest.MonkeyPatch
) -> None:
    question = asking().of(shipped.item_of("ruler"))
    view = shipped.asked(shipped.item_of(kind), None, NL)
    question.screen.paint_ahead(view)
    question.settle()
    assert question.screen.shown_kind == "ruler"
    before = question.screen._beside.exercise
    assert not any(each is before for each in question.screen.walk())
    monkeypatch.setattr(type(before), "paint", None)
    question.screen.paint(view)
    assert question.screen.shown_kind == kind
    assert question.screen._sheet.exercise is before


def test_an_answer_that_changes_what_comes_next_is_seen_there(asking: Callable[..., Asking]) -> None:
    question = asking().of(shipped.item_of("ruler"))
    item = shipped.item_of("single_choice")
    question.screen.paint_ahead(shipped.asked(item, None, NL))
    answered = shipped.asked(item, shipped.an_answer(item), NL)
    question.screen.paint(answered)
    question.settle()
    assert any(getattr(each, "chosen", False) for each in question.screen.walk())


def test_a_mark_that_goes_from_the_place_takes_no_step_back(asking: Callable[..., Asking]) -> None:
    view = shipped.asked(shipped.item_of("chain"), None, NL)
    place = f"Zo werkt het{BETWEEN}stap 2 van 8"
    back, now = (replace(view, frame=replace(view.frame, place=each)) for each in (with_mark(place, "Hier"), place))
    question = asking().view(lambda _: back)
    question.screen._sheet.exercise.turn_to(2)
    question.screen.paint(now)
    assert question.screen._sheet.exercise.step == 2


def test_who_leaves_leaves_nothing_on_the_unseen_half(asking: Callable[..., Asking]) -> None:
    question = asking().of(shipped.item_of("ruler"))
    question.screen.paint_ahead(shipped.asked(shipped.item_of("single_choice"), None, NL))
    question.screen.forget()
    assert question.screen._beside.shown == ("", "", "")


def _rehearsal() -> Rehearsal:
    editions = Editions(
        Edition(PACK, shipped.questionnaire(), frozenset()), Edition(PACK, shipped.programme(), frozenset())
    )
    return Rehearsal(editions, (NL,), Clock())


def test_it_is_what_comes_when_he_goes_on_and_working_it_out_writes_nothing(
    easel: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    rehearsal, told = _rehearsal(), []
    visit, take = rehearsal.visit, rehearsal.visit.take

    def noting(intent: Intent) -> View:
        ahead = None
        if isinstance(intent, GoOn) and visit.session is not None:
            before = visit.session.everything()
            ahead = visit.view_ahead()
            assert visit.session.everything() == before
        view = take(intent)
        if ahead is not None:
            told.append((ahead, view))
        return view

    from kiosk.screens.parts.question_sheet import question_of  # noqa: PLC0415 - only after the lockdown

    monkeypatch.setattr(visit, "take", noting)
    assert list(rehearsal.walk(NL))
    assert len(told) > 150
    assert [type(ahead) for ahead, _ in told] == [type(view) for _, view in told]
    others = [(ahead, view) for ahead, view in told if ahead != view]
    assert len(others) < len(told) / 10
    asked = [(ahead, view) for ahead, view in others if isinstance(ahead, QuestionView)]
    assert [question_of(ahead) for ahead, _ in asked] == [question_of(cast("QuestionView", view)) for _, view in asked]
