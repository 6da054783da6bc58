"""What is half done comes back as it was: a screen taken away for another language, larger letters or `verberg`.

- Each is left half-way, its screen is made anew in Arabic as the app does it, and it stands at the same place.
- Not here: that it survives a lock on disk (unit/kiosk/test_lock.py), words of a goal (test_exercises_own.py).
"""

import gc
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from kiosk.i18n import Words, direction
from kiosk.intents import AskCorrection, DeclineSigning, GiveThisAnswer, KeepNote
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import Look
from kiosk.views.me import correct_view
from kiosk.views.own_plan import write_view
from kiosk.widgets.touchable import Touchable
from modules.events import Half
from modules.exercises.shared import Said
from modules.reasons import CorrectionReason, DeclineReason
from modules.texts import Language
from tests.ui import shipped, views
from tests.ui.asking import AR, NL, Asking

LEFT: Mapping[str, tuple[str, ...]] = {
    "balance": ("answer.quiet", "foot.next"),
    "chain": ("answer.waiting", "foot.next", "answer.not_fair", "link.feeling"),
    "checklist": ("state.rent.todo", "foot.next"),
    "date": ("year.2020", "month.5"),
    "network_map": ("answer.{people[2].id}",),
    "number": ("pad.1",),
    "scenario": ("answer.go_along", "foot.next"),
    "short_text": ("keyboard.d", "keyboard.a"),
    "story": ("foot.next", "foot.next"),
}
"""What was touched in each kind that has something between two answers."""


def _item(kind: str) -> Any:
    return next((item for item in shipped.samples().items() if item.kind == kind), None) or shipped.item_of(kind)


def _stands(screen: Any) -> tuple[set[str], set[str], list[str]]:
    """Gives what can be touched, what is chosen, and what is written; letters and pages of cards differ."""
    things = [each for each in screen.walk() if isinstance(each, Touchable) and each.opacity]
    named = {one.test_id for one in things if not one.test_id.startswith(("keyboard.", "answer"))}
    written = (each for each in screen.walk() if getattr(each, "test_id", "") in ("own.line", "number.figure"))
    chosen = {one.test_id for one in things if one.chosen}
    return named, chosen, [getattr(each, "figure", "") or each.text for each in written]


@pytest.mark.parametrize("kind", sorted(LEFT))
def test_another_language_half_way_through_an_exercise_changes_nothing_but_the_words(
    kind: str, asking: Callable[..., Asking]
) -> None:
    item = _item(kind)
    if kind == "number":
        item = item.model_copy(update={"least": 10, "most": 90})
    left = asking().of(item).touch(*(name.format(**dict(item)) for name in LEFT[kind]))
    half, answers = left.screen.unfinished(), [one.answer for one in left.said if isinstance(one, GiveThisAnswer)]
    stood = _stands(left.screen)
    assert half is not None
    back = asking(language=AR)
    back.view(lambda given: replace(shipped.asked(item, given, AR), half=half), answers[-1] if answers else None)
    assert _stands(back.screen) == stood
    assert back.screen.unfinished() == half


class Made:
    """A screen in a language, and what it wants."""

    def __init__(self, view: Any, language: Language, show: Any) -> None:
        from kiosk.screens import screen_of  # noqa: PLC0415 - only after the lockdown

        look = Look(panel=PANELS["21"], language=language, direction=direction(language))
        self.wants: list[Any] = []
        self.screen = screen_of(type(view))(look=look, words=Words(language), send=self.wants.append)
        self.screen.paint(view)
        self._show = show
        show(self.screen, look)

    def press(self, *names: str) -> None:
        for name in names:
            next(each for each in self.screen.walk() if getattr(each, "test_id", "") == name).press()
            self._show.settle()


def test_a_note_that_is_being_written_comes_back_and_is_kept_once(show: Any) -> None:
    left = Made(write_view(NL), NL, show)
    assert left.screen.unfinished() is None
    left.press("keyboard.j", "keyboard.a")
    half = left.screen.unfinished()
    left.screen.forget()
    assert half == Half(writing="Ja")
    back = Made(replace(write_view(AR), half=half), AR, show)
    assert _stands(back.screen)[2] == ["Ja"]
    back.press("keyboard.erase", "keyboard.erase")
    assert back.screen.unfinished() == Half(writing="")  # what he took away does not come back either
    back.press("keyboard.ب", "own.keep")
    assert back.wants == [KeepNote("ب")]


def test_a_card_and_words_about_what_is_kept_come_back_and_are_sent_together(show: Any) -> None:
    left = Made(correct_view(NL), NL, show)
    assert left.screen.unfinished() is None
    left.press("correct.not_mine", "foot.skip", "keyboard.j")
    half = left.screen.unfinished()
    for language in (AR, NL):
        back = Made(replace(correct_view(language), half=half), language, show)
        assert _stands(back.screen) == _stands(left.screen)
        assert back.screen.unfinished() == half
    back.press("own.keep")
    assert back.wants == [AskCorrection(CorrectionReason.NOT_MINE, "J")]


def test_what_he_does_not_agree_with_comes_back_with_its_words_and_is_said_once(show: Any) -> None:
    left = Made(views.sign(NL), NL, show)
    assert left.screen.unfinished() is None
    left.press("foot.skip", "decline.disagree", "foot.next", "answer.own", "keyboard.j")
    half = left.screen.unfinished()
    for language in (AR, NL):
        back = Made(replace(views.sign(language), half=half), language, show)
        assert _stands(back.screen) == _stands(left.screen)
        assert back.screen.unfinished() == half
    back.press("own.keep", "foot.next")
    assert back.wants == [DeclineSigning(DeclineReason.DISAGREE, Said(own="J"))]
    back.press("foot.back", "foot.back")
    assert back.screen.unfinished() == Half()  # who went back to reading begins there


def test_what_made_room_for_the_keyboard_is_there_again_after_a_long_text(show: Any) -> None:
    said = DeclineSigning(DeclineReason.DISAGREE, Said(own="J"))
    signing = Made(views.sign(NL), NL, show)
    signing.press("foot.skip", "decline.disagree", "foot.next", "answer.own")
    gc.collect()  # as happens by itself while somebody writes
    signing.press("keyboard.j", "own.keep", "foot.next")
    correcting = Made(correct_view(NL), NL, show)
    correcting.press("correct.not_mine", "foot.skip")
    gc.collect()
    correcting.press("keyboard.j", "own.cancel", "foot.next")
    assert (signing.wants, correcting.wants) == ([said], [AskCorrection(CorrectionReason.NOT_MINE, "")])
