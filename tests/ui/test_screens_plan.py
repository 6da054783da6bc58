"""Mijn pad, the plan and signing it, under a finger; nothing that was drawn or typed stays."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.i18n import Words
from kiosk.intents import (
    AddGoal,
    AnswerNote,
    ChooseLanguage,
    DeclineSigning,
    GoBack,
    GoOn,
    Hide,
    KeepNote,
    Leave,
    OpenLanguages,
    OpenPage,
    ReadAloud,
    SignThis,
)
from kiosk.views.entrance import closed_view, fault_view, language_view
from kiosk.views.frame import FrameView
from kiosk.views.own_plan import write_view
from kiosk.views.plan import sign_view
from kiosk.views.question import IntroView
from modules.exercises.shared import PlanPart, Said
from modules.ids import OptionId
from modules.reasons import DeclineReason, NoteReply
from modules.texts import Language
from tests.ui import views
from tests.ui.person import Person

NL = Language("nl")
NUMBER, PIN = "4471203", "280491"
Stand = Callable[..., Person]


FRAMED = (views.home(NL), views.plan(NL), views.sign(NL), views.done(NL), language_view(views.LANGUAGES, NL))


@pytest.mark.parametrize("view", FRAMED, ids=lambda view: type(view).__name__)
def test_the_bar_at_the_top_means_the_same_on_every_screen(stand: Stand, view: object) -> None:
    person = stand(view)
    person.touch("top.read_aloud", "top.language", "top.hide", "top.finish")
    assert person.wants == [ReadAloud(), OpenLanguages(), Hide(), Leave()]


def test_my_path_opens_the_plan_and_each_open_stone(stand: Stand) -> None:
    person = stand(views.home(NL))
    person.touch("plan.card", "stone.reflector", "stone.m1", "stone.m8")
    assert person.wants == [OpenPage("plan"), OpenPage("reflector/basics"), OpenPage("kvv/m1"), OpenPage("kvv/m8")]


def test_a_stone_that_opens_later_says_what_opens_it_and_does_nothing(stand: Stand) -> None:
    person = stand(views.home(NL))
    person.touch("stone.3")
    assert person.wants == []
    assert Words("nl")("home.opens_after", modules="2") in person.reads()


def test_a_note_is_answered_with_one_touch(stand: Stand) -> None:
    person = stand(views.home(NL))
    person.touch("note.seen")
    assert person.wants == [AnswerNote(views.NOTE, NoteReply.SEEN)]


def test_who_wants_to_talk_is_told_at_once_whom_to_tell(stand: Stand) -> None:
    person = stand(views.home(NL))
    person.touch("note.talk")
    person.screen.paint(views.home(NL, notes=0))
    person.wait()
    assert person.wants == [AnswerNote(views.NOTE, NoteReply.WANTS_TO_TALK)]
    assert Words("nl")("talk.told") in person.reads()
    assert "note.talk" not in {name for name, place in person.sees().items() if place.width}


def test_where_a_panel_is_low_the_path_is_one_touch_from_the_note(stand: Stand) -> None:
    person = stand(views.home(NL, long=True), panel="15")
    assert "stone.m1" not in person.sees()
    person.touch("foot.next")
    assert "stone.m1" in person.sees()
    person.touch("foot.back")
    assert "note.seen" in person.sees()
    assert person.wants == []


def test_where_the_path_has_a_leaf_of_its_own_who_comes_back_from_it_is_on_the_path_again(stand: Stand) -> None:
    home = views.home(NL, notes=0)
    home = replace(home, plan_text=" ".join([home.plan_text] * 4))
    person = stand(home, panel="15")
    assert "stone.m1" not in person.sees()
    person.screen.paint(home)
    person.screen.slide_in(back=True)
    person.wait()
    assert "stone.m1" in person.sees()
    person.touch("foot.back")
    assert "plan.card" in person.sees()


@pytest.mark.parametrize("panel", ["21", "15", "21-portrait"])
@pytest.mark.parametrize("long", [1, 2])
def test_when_he_was_here_before_is_always_said_before_he_goes_on(stand: Stand, panel: str, long: int) -> None:
    home = views.home(NL, notes=0)
    person = stand(replace(home, plan_text=" ".join([home.plan_text] * long)), panel=panel)
    read = person.reads()
    if person.screen.next_word:
        person.touch("foot.next")
        read += person.reads()
    assert home.last_time in read


def test_a_note_that_waits_is_seen_before_the_path_whoever_comes_back(stand: Stand) -> None:
    person = stand(views.home(NL, long=True), panel="15")
    person.screen.slide_in(back=True)
    person.wait()
    assert "note.seen" in person.sees()


def test_an_introduction_of_more_pages_says_begin_only_on_its_last(stand: Stand) -> None:
    frame = FrameView("Thuis", back="Terug", next="Begin")
    person = stand(IntroView(frame, "Thuis", ("Hier gaat het over thuis. " * 12,) * 4, None), panel="15")
    leaf = person.screen.ids.leaf
    assert leaf.pages > 1
    while leaf.page + 1 < leaf.pages:
        assert person.screen.next_word == "Verder"
        person.touch("foot.next")
    assert person.screen.next_word == "Begin"
    assert person.wants == []
    person.touch("foot.next")
    assert person.wants == [GoOn()]


def test_the_plan_is_read_page_by_page_and_leads_to_signing_after_its_last(stand: Stand) -> None:
    person = stand(views.plan(NL))
    read = person.reads()
    while person.screen.ids.letter.page + 1 < person.screen.ids.letter.pages:
        person.touch("foot.next")
        read += person.reads()
    assert person.wants == []
    for section in views.plan(NL).sections:
        assert all(line.said in read for block in section.blocks for line in block)
    person.touch("foot.next", "foot.skip")
    assert person.wants == [GoOn(), AddGoal()]


def test_back_turns_the_pages_of_the_plan_and_then_leads_to_my_path(stand: Stand) -> None:
    person = stand(views.plan(NL))
    person.touch("foot.next", "foot.back")
    assert person.wants == []
    person.touch("foot.back")
    assert person.wants == [GoBack()]


def test_own_words_are_marked_in_the_plan(stand: Stand) -> None:
    person = stand(views.plan(NL))
    person.touch("foot.next")
    assert Words("nl")("letter.own") in person.reads()


def to_drawing(person: Person) -> None:
    while person.screen.ids.letter.page + 1 < person.screen.ids.letter.pages:
        person.touch("foot.next")
    person.touch("foot.next", "sign.agree", "foot.next")


def test_a_plan_is_signed_by_reading_agreeing_drawing_and_the_pin(stand: Stand) -> None:
    person = stand(views.sign(NL))
    to_drawing(person)
    person.draw()
    person.touch("foot.next")
    person.type(PIN)
    assert person.wants == []
    person.touch("foot.next")
    (signed,) = person.wants
    assert isinstance(signed, SignThis)
    assert signed.pin == PIN
    (stroke,) = signed.strokes
    (first, last) = stroke[0], stroke[-1]
    assert first == pytest.approx((250, 250), abs=5)
    assert last == pytest.approx((500, 750), abs=5)
    assert all(type(part) is int for point in stroke for part in point)


def test_nothing_is_signed_without_a_tick_and_a_mark(stand: Stand) -> None:
    person = stand(views.sign(NL))
    while "sign.agree" not in person.sees():
        person.touch("foot.next")
    person.touch("foot.next")
    assert "sign.agree" in person.sees()
    person.touch("sign.agree", "foot.next", "foot.next")
    assert "sign.draw" in person.sees()
    person.draw()
    person.touch("sign.clear", "foot.next")
    assert "sign.draw" in person.sees()


def test_a_pin_that_was_refused_is_gone_and_the_mark_is_not(stand: Stand) -> None:
    person = stand(views.sign(NL))
    to_drawing(person)
    person.draw()
    person.touch("foot.next")
    person.type(PIN)
    person.touch("foot.next")
    person.screen.paint(views.sign(NL, trouble=True))
    person.wait()
    assert Words("nl")("sign.trouble.pin") in person.reads()
    assert person.screen.ids.entry.digits == ""
    assert not person.screen.ids.drawing.empty


@pytest.mark.parametrize("reason", DeclineReason)
def test_not_signing_now_takes_any_of_the_reasons(stand: Stand, reason: DeclineReason) -> None:
    person = stand(views.sign(NL))
    person.touch("foot.skip", "decline.disagree", f"decline.{reason}")
    assert person.wants == []
    person.touch(*["foot.next"] * (2 if reason is DeclineReason.DISAGREE else 1))
    assert person.wants == [DeclineSigning(reason)]


def test_leaving_the_signature_page_forgets_plan_mark_and_digits(stand: Stand) -> None:
    person = stand(views.sign(NL))
    to_drawing(person)
    person.draw()
    person.touch("foot.next")
    person.type("2804")
    person.screen.forget()
    assert person.screen.ids.drawing.empty
    assert person.screen.ids.entry.digits == ""
    assert "Een eigen kamer" not in person.reads()


def test_after_signing_it_is_said_what_happens_now(stand: Stand) -> None:
    person = stand(views.done(NL))
    assert all(line in person.reads() for line in views.done(NL).lines)
    person.touch("foot.next")
    assert person.wants == [GoOn()]


def test_a_fault_says_what_is_kept_and_leads_to_the_beginning(stand: Stand) -> None:
    person = stand(fault_view(NL))
    assert "bewaard" in person.reads()
    person.touch("fault.next")
    assert person.wants == [Leave()]


def test_a_terminal_out_of_use_says_so_in_each_language_and_ends_after_a_while(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kivy.base import EventLoop  # noqa: PLC0415 - only after the lockdown

    monkeypatch.setattr("kiosk.screens.closed.LINES_SECONDS", 0.0)
    monkeypatch.setattr("kiosk.screens.closed.STANDS_SECONDS", 1.0)
    view = closed_view(views.LANGUAGES)
    person, read = stand(view), set()
    while not person.wants:
        EventLoop.idle()
        read.add((person.screen.ids.title.text, person.screen.ids.told.text))
    person.screen.forget()
    assert read == {(notice.title, notice.text) for notice in view.notices}
    assert person.wants == [Leave()]


def test_a_keyboard_does_what_a_finger_does(stand: Stand) -> None:
    person = stand(language_view(views.LANGUAGES, NL))
    tab, enter = 43, 40
    for key in (*[tab] * 5, enter):
        person.screen.on_key(key, False)
    assert person.wants == [ChooseLanguage(NL)]


def test_a_note_is_written_kept_once_and_let_go_of(stand: Stand) -> None:
    person = stand(write_view(NL))
    person.touch("keyboard.j", "keyboard.a", "own.keep")
    assert person.wants == [KeepNote("Ja")]
    person.touch("keyboard.n")
    person.screen.forget()
    assert "N" not in person.reads().split()


def test_who_does_not_agree_may_say_what_with(stand: Stand) -> None:
    person = stand(views.sign(NL))
    person.touch("foot.skip", "decline.disagree", "foot.next", "answer.too_much", "foot.next")
    assert person.wants == [DeclineSigning(DeclineReason.DISAGREE, Said(option=OptionId("too_much")))]


def test_a_part_of_the_plan_is_changed_where_it_is_read(stand: Stand) -> None:
    changes = {PlanPart.STRENGTHS: ("kvv/m1/m1.top_strengths",)}
    person = stand(sign_view(views.sections(), "Mijn plan", views.STATEMENT, "", NL, changes=changes))
    person.touch("letter.change.1")
    assert person.wants == [OpenPage("kvv/m1/m1.top_strengths")]
