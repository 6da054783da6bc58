"""Every kind of exercise in five ways: by taps, by dragging, by keys or one switch alone, read aloud, and mirrored.

- The tables name every kind; a new one fails here until it has all five ways.
- Taps and keys act on the same names in the same order and must give the same answer.
- Not here: what each kind does beyond that (test_exercises*.py), what fits (test_exercises_fit.py).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from kiosk.exercises import EXERCISES
from kiosk.exercises.parts.dragging import Dragging
from kiosk.i18n import Words
from kiosk.intents import GiveThisAnswer, Intent
from kiosk.views.exercises import answer_words
from kiosk.views.spoken import spoken_of
from kiosk.widgets.focus import ENTER, TAB, FocusRing
from kiosk.widgets.key import Key
from kiosk.widgets.places import Place, places
from kiosk.widgets.scanning import Scan
from modules.exercises import KINDS, Answer
from modules.exercises.date import DateAnswer
from modules.exercises.wording import wording
from tests.ui import shipped
from tests.ui.asking import NL, Asking
from tests.ui.hand_clock import HandClock

NO_ANSWER = {"info_card": "read only", "summary": "own page", "signature": "own page", "goal_builder": "own pages"}
"""Kinds that are answered elsewhere: read and left, or on pages of their own (test_exercises_own.py)."""
TAPS: Mapping[str, tuple[str, ...]] = {
    "single_choice": ("answer.{options[0].id}",),
    "multi_choice": ("answer.{options[0].id}", "answer.{options[1].id}"),
    "ruler": ("ruler.4",),
    "card_sort": ("pile.{piles[0].id}", "pile.{piles[1].id}"),
    "timeline": ("pile.{periods[0].id}", "pile.{periods[1].id}"),
    "if_then": ("answer.{situations[0].id}", "answer.{actions[0].id}"),
    "story": ("foot.next", "foot.next", "foot.next", "answer.tired", "answer.words"),
    "ranking": ("answer.work", "answer.rest", "place.1"),
    "balance": ("answer.quiet", "foot.next", "answer.longer", "answer.sport", "answer.longer"),
    "chain": ("answer.waiting", "foot.next", "answer.not_fair", "link.feeling", "answer.sad"),
    "network_map": ("ring.close", "answer.child", "ring.far"),
    "scenario": ("answer.go_along", "foot.next", "foot.next", "answer.call_in"),
    "checklist": ("state.rent.todo", "state.post.done", "foot.next", "state.rent.ric"),
    "short_text": ("keyboard.d", "keyboard.a", "keyboard.g", "own.keep"),
    "number": ("pad.1", "pad.2"),
    "date": ("year.2020", "month.5"),
}
DRAGS: Mapping[str, tuple[str, str]] = {
    "card_sort": ("hand", "pile.{piles[1].id}"),
    "timeline": ("hand", "pile.{periods[1].id}"),
    "ranking": ("answer.rest", "place.1"),
    "balance": ("answer.quiet", "pile.stay"),
    "network_map": ("answer.father", "ring 2"),
}
ANSWERED = sorted(TAPS)
MOST_STEPS, MOST_KEYS = 12, 120
SCANS_SECONDS = 1.8


def _item(kind: str) -> Any:
    samples = [item for item in shipped.samples().items() if item.kind == kind]
    return samples[0] if samples else shipped.item_of(kind)


def _names(kind: str) -> list[str]:
    item = _item(kind)
    return [name.format(**{each: getattr(item, each) for each in type(item).model_fields}) for name in TAPS[kind]]


def _given(said: list[Intent]) -> list[Answer]:
    return [intent.answer for intent in said if isinstance(intent, GiveThisAnswer)]


def test_every_kind_has_all_five_ways() -> None:
    assert set(KINDS) == set(EXERCISES)
    assert set(TAPS) | set(NO_ANSWER) == set(KINDS)
    assert set(DRAGS) == {kind for kind, exercise in EXERCISES.items() if issubclass(exercise, Dragging)}


def _tap(question: Asking, name: str) -> None:
    if name.startswith("pile."):
        question.lay(name.removeprefix("pile."))
    elif name.startswith("ring."):
        question.give_ring(name.removeprefix("ring."))
    else:
        question.touch(name)


@pytest.mark.parametrize("kind", ANSWERED)
def test_taps_and_keys_alone_give_the_same_answer(kind: str, asking: Callable[..., Asking]) -> None:
    tapped = asking().of(_item(kind))
    for name in _names(kind):
        _tap(tapped, name)
    pressed, ring = asking().of(_item(kind)), FocusRing()
    ring.enter(pressed.screen)
    for name in _names(kind):
        _walk_to(ring, name)
        ring.key(ENTER, shift=False)
        pressed.settle()
    answers = _given(tapped.said)
    assert answers
    assert _given(pressed.said) == answers


@pytest.mark.parametrize("kind", ANSWERED)
def test_one_switch_alone_gives_the_same_answer_as_taps(kind: str, asking: Callable[..., Asking]) -> None:
    tapped = asking().of(_item(kind))
    for name in _names(kind):
        _tap(tapped, name)
    switched, clock = asking().of(_item(kind)), HandClock()
    scan = Scan(clock)
    scan.begin(switched.screen.ring, SCANS_SECONDS)
    for name in _names(kind):
        _wait_for(switched, scan, clock, name)
    assert _given(switched.said) == _given(tapped.said)


def _wait_for(question: Asking, scan: Scan, clock: HandClock, name: str) -> None:
    """Presses the switch when the ring is around the thing's row, and when it is on the thing alone."""
    ring = question.screen.ring
    for _ in range(MOST_KEYS):
        around = [each.test_id for each in ring.around]
        if name in around:
            scan.choose()
            question.settle()
        if around == [name]:
            return
        if name not in around:
            clock.passes(SCANS_SECONDS)
    pytest.fail(f"the ring never comes to {name}")


def _walk_to(ring: FocusRing, name: str) -> None:
    """Presses Tab until the ring is on this thing, seen all the way."""
    for _ in range(MOST_KEYS):
        ring.key(TAB, shift=False)
        assert ring.on is not None
        assert ring.on.focused
        if ring.on.test_id == name:
            return
    pytest.fail(f"keys never reach {name}")


@pytest.mark.parametrize("kind", sorted(DRAGS))
def test_a_dragged_thing_goes_where_it_is_let_go(kind: str, asking: Callable[..., Asking]) -> None:
    item = _item(kind)
    question = asking().of(item)
    thing, place = DRAGS[kind]
    start, end = _middle(question, thing), _middle(question, place.format(**dict(item)))
    question.drag(start, end)
    answers = _given(question.said)
    assert len(answers) == 1
    told = answer_words(item, answers[0], NL)
    assert told
    question.drag(start, (start[0] + 4, start[1] + 4))
    assert len(_given(question.said)) <= 2  # a finger that hardly moves is a tap, never a drag


def _middle(question: Asking, name: str) -> tuple[float, float]:
    exercise = question.screen._sheet.exercise
    if name == "hand":
        hand = exercise.things()[-1]
        return hand.x + hand.width / 4, hand.center_y
    if name.startswith("ring "):
        rings = exercise._map
        return rings.center_x + rings.width * 0.44, rings.center_y
    found = question.find(name)
    return found.center_x, found.y + 8


@pytest.mark.parametrize("kind", sorted(DRAGS))
def test_a_thing_let_go_over_nothing_stays_where_it_was(kind: str, asking: Callable[..., Asking]) -> None:
    question = asking().of(_item(kind))
    question.drag(_middle(question, DRAGS[kind][0]), (4, 4))
    assert _given(question.said) == []
    assert question.screen._sheet.exercise._ghost is None


@pytest.mark.parametrize("kind", ANSWERED)
def test_all_that_is_offered_and_all_that_was_said_is_read_aloud(kind: str, asking: Callable[..., Asking]) -> None:
    item = _item(kind)
    answer = shipped.an_answer(item)
    question = asking().of(item, answer)
    said: list[str] = []
    seen: set[str] = set()
    for _ in range(MOST_STEPS):
        exercise = question.screen._sheet.exercise
        said += spoken_of(shipped.asked(item, answer, NL).exercise, Words(NL), int(exercise.step))
        seen |= {each.text for each in exercise.walk() if _is_offered(each)}
        if not exercise.turn(1):
            break
        question.settle()
    aloud = " / ".join(said)
    assert {text for text in seen if text not in aloud} == set()
    assert {part for part in _said_parts(item, answer) if part not in aloud} == set()


def _said_parts(item: Any, answer: Answer | None) -> list[str]:
    """Gives what was said, each part by itself."""
    if isinstance(answer, DateAnswer):
        return ["augustus", str(answer.year)]
    assert answer is not None
    worded = [str(one.said if isinstance(one.said, str) else one.said.in_language(NL)) for one in wording(item, answer)]
    assert worded
    return [part for text in worded for part in re.split(r" \(|\)", text) if part]


def _is_offered(widget: Any) -> bool:
    words = Words(NL)
    text = getattr(widget, "text", "")
    named = getattr(widget, "test_id", "").startswith(("answer.", "person."))
    return named and text not in ("", words("own.words"), words("answers.more"))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_whole_exercise_is_mirrored_for_who_reads_from_right_to_left(
    kind: str, asking: Callable[..., Asking]
) -> None:
    if kind in ("goal_builder", "summary", "signature"):
        view = next(view for _, view in shipped.every_view(NL) if view.kind == kind)
    else:
        item = _item(kind)
        view = shipped.asked(item, shipped.an_answer(item), NL)
    plain, mirrored = asking(), asking()
    mirrored.look = replace(mirrored.look, direction="rtl")
    mirrored.make()
    left = _places(plain.view(lambda _: view))
    right = _places(mirrored.view(lambda _: view))
    width = plain.look.panel.width_px
    assert left
    assert set(left) == set(right)
    assert {name for name, place in left.items() if abs(width - place.x - place.width - right[name].x) > 2} == set()


def _places(question: Asking) -> dict[str, Place]:
    keys = {
        each.test_id
        for each in question.screen.walk()
        if isinstance(each, Key) and each.test_id[:4] in ("pad.", "key.")
    }
    named = places(question.screen, question.look)
    return {place.test_id: place for place in named if place.test_id and place.touchable and place.test_id not in keys}
