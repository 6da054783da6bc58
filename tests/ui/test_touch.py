"""Fingers and keys: what is touched answers once, where one meant it, and keys do exactly what fingers do."""

from collections.abc import Callable
from typing import Any

from kiosk.theme.tokens import STILL, Look
from kiosk.widgets.focus import FocusRing, in_reading_order
from kiosk.widgets.gallery import SHEETS
from kiosk.widgets.number_pad import NumberPad

TAB, ENTER, SPACE, RIGHT, DOWN = 43, 40, 44, 79, 81


def _gallery(name: str, look: Look | None = None) -> Any:
    return SHEETS[name](look or Look())


def _answers(frame: Any) -> Any:
    return frame.content.in_reading_order()[1]


def test_a_touched_answer_says_which_it_is(show: Callable[..., Any], tap: Callable[..., None]) -> None:
    frame = show(_gallery("single-choice"))
    chosen: list[int] = []
    _answers(frame).bind(on_choose=lambda _, value: chosen.append(value))
    card = _answers(frame).cards[2]
    tap(*card.center)
    assert chosen == [2]


def test_a_finger_that_slides_off_chooses_nothing(show: Callable[..., Any], tap: Callable[..., None]) -> None:
    frame = show(_gallery("single-choice"))
    chosen: list[int] = []
    _answers(frame).bind(on_choose=lambda _, value: chosen.append(value))
    tap(*_answers(frame).cards[0].center, let_go=(5, 5))
    assert chosen == []


def test_a_touch_in_the_gap_means_the_nearer_card(show: Callable[..., Any], tap: Callable[..., None]) -> None:
    frame = show(_gallery("single-choice"))
    chosen: list[int] = []
    _answers(frame).bind(on_choose=lambda _, value: chosen.append(value))
    upper, lower = _answers(frame).cards[:2]
    tap(upper.center_x, upper.y - 2)
    tap(lower.center_x, lower.top + 2)
    assert chosen == [0, 1]


def test_a_button_that_can_not_be_used_yet_does_nothing(show: Callable[..., Any], tap: Callable[..., None]) -> None:
    frame = show(_gallery("single-choice"))
    went: list[str] = []
    frame.bind(on_next=lambda _: went.append("on"))
    frame.next_enabled = False
    show.settle()  # type: ignore[attr-defined]
    tap(*frame.foot_bar.ids.next.center)
    assert went == []


def test_the_way_on_is_at_the_reading_end(show: Callable[..., Any]) -> None:
    dutch = show(_gallery("single-choice"))
    assert dutch.foot_bar.ids.next.x > dutch.foot_bar.ids.back.x
    arabic = show(_gallery("single-choice", Look(language="ar", direction="rtl")))
    assert arabic.foot_bar.ids.next.x < arabic.foot_bar.ids.back.x
    assert arabic.top_bar.ids.finish.x < arabic.top_bar.ids.read_aloud.x


def test_digits_are_told_one_by_one_and_never_kept(show: Callable[..., Any], tap: Callable[..., None]) -> None:
    pad = NumberPad(look=Look(), erase_word="Wis", clear_word="Opnieuw")
    show(pad)
    told: list[str] = []
    pad.bind(on_digit=lambda _, digit: told.append(digit), on_erase=lambda _: told.append("<"))
    keys = {key.test_id: key for key in pad.children}
    for name in ("pad.4", "pad.0", "pad.erase"):
        tap(*keys[name].center)
    assert told == ["4", "0", "<"]


def test_a_capital_is_for_one_letter(show: Callable[..., Any], tap: Callable[..., None]) -> None:
    frame = show(_gallery("own-words"))
    keyboard = frame.content.in_reading_order()[2]
    written: list[str] = []
    keyboard.bind(on_text=lambda _, letters: written.append(letters))
    for name in ("keyboard.capital", "keyboard.i", "keyboard.k", "keyboard.space"):
        keys = {key.test_id: key for key in keyboard.children}
        tap(*keys[name].center)
        show.settle()  # type: ignore[attr-defined]
    assert written == ["I", "k", " "]


def test_accents_and_figures_lead_back_to_the_letters(show: Callable[..., Any], tap: Callable[..., None]) -> None:
    frame = show(_gallery("own-words"))
    keyboard = frame.content.in_reading_order()[2]
    for page, first in (("figures", "1"), ("letters", "q"), ("accents", "é"), ("letters", "q")):
        name = f"keyboard.{page}" if page != "letters" else f"keyboard.{keyboard.page}"
        tap(*next(key for key in keyboard.children if key.test_id == name).center)
        show.settle()  # type: ignore[attr-defined]
        assert keyboard.in_reading_order()[0].text == first


def test_a_drawn_signature_is_points_from_zero_to_one(show: Callable[..., Any], tap: Callable[..., None]) -> None:
    frame = show(_gallery("signature"))
    line = frame.content.in_reading_order()[2]
    assert line.empty
    tap(line.x + 10, line.y + 10, let_go=(line.right + 50, line.center_y))
    (stroke,) = line.strokes
    assert all(0.0 <= x <= 1.0 and 0.0 <= y <= 1.0 and at >= 0 for x, y, at in stroke)
    assert stroke[-1][0] == 1.0
    line.clear()
    assert line.empty


def test_the_ring_goes_through_a_screen_in_reading_order(show: Callable[..., Any]) -> None:
    frame, ring = show(_gallery("single-choice")), FocusRing()
    ring.enter(frame)
    seen = []
    for _ in range(6):
        ring.key(TAB, shift=False)
        seen.append(ring.on.test_id if ring.on else "")
    assert seen == ["top.read_aloud", "top.language", "top.hide", "top.finish", "answer.0", "answer.1"]
    ring.key(TAB, shift=True)
    assert ring.on is not None
    assert ring.on.test_id == "answer.0"


def test_arrows_move_the_ring_on_the_panel_and_space_does_what_a_finger_does(show: Callable[..., Any]) -> None:
    frame, ring = show(_gallery("single-choice")), FocusRing()
    chosen: list[int] = []
    _answers(frame).bind(on_choose=lambda _, value: chosen.append(value))
    ring.enter(frame)
    ring.key(TAB, shift=False)
    ring.key(RIGHT, shift=False)
    assert ring.on is not None
    assert ring.on.test_id == "top.language"
    for _ in range(2):
        ring.key(DOWN, shift=False)
    ring.key(SPACE, shift=False)
    assert chosen == [1]
    assert ring.on.focused
    ring.hide()
    assert not _answers(frame).cards[1].focused


def test_everything_that_can_be_touched_can_be_read_aloud(show: Callable[..., Any]) -> None:
    for name in ("single-choice", "home", "pin", "ruler", "own-words"):
        frame = show(_gallery(name))
        silent = [each.test_id for each in in_reading_order(frame) if not each.spoken]
        assert silent == []


def test_a_new_page_comes_to_rest_where_it_belongs_and_may_come_without_moving(show: Callable[..., Any]) -> None:
    frame = show(_gallery("single-choice"))
    frame.slide_in()
    assert frame.shift > 0
    while frame.shift:
        show.settle()  # type: ignore[attr-defined]
    frame.look = Look(motion=STILL)
    frame.slide_in()
    assert frame.shift == 0
