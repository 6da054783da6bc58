"""How it looks, sounds and is used, in the real window: what is set counts at once, and for nobody after him."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from kiosk.aids import Aids, Leaf, Scanning
from kiosk.clock import Clock
from kiosk.i18n import Words
from kiosk.intents import (
    Begin,
    ChooseLanguage,
    ChooseLook,
    GoBack,
    Leave,
    LogIn,
    OpenAids,
    OpenLanguages,
    ReadAloud,
    Rest,
    SetAids,
)
from kiosk.lockdown import Profile
from kiosk.pages import Editions
from kiosk.rehearsal import NUMBER, PIN, Rehearsal
from kiosk.speech import Loudness, Manner, Out, Speed
from kiosk.theme.palettes import CONTRAST, LIGHT, NIGHT
from kiosk.theme.panels import PANELS
from kiosk.theme.tokens import STILL, TEXT_FACTORS, Look
from kiosk.views.aids import Now, aids_view
from modules.definition.edition import Edition
from modules.own_look import Colours, Letters, OwnLook
from modules.texts import Language
from tests.definitions import PACK
from tests.ui import shipped
from tests.ui.hand_clock import HandClock
from tests.ui.listening import Listening

NL = Language("nl")
ENTER, SPACE = 40, 44


class Room:
    """A terminal with somebody logged in, and ears beside it."""

    def __init__(self, app: Any, ears: Listening, clock: HandClock) -> None:
        self.app, self.ears, self.clock = app, ears, clock

    @property
    def screen(self) -> str:
        return type(self.app._screen).__name__


@pytest.fixture
def room(easel: Any) -> Iterator[Room]:
    from kivy.core.window import Window  # noqa: PLC0415 - only after the lockdown

    from kiosk.app import KioskApp  # noqa: PLC0415
    from kiosk.widgets.rest_watch import Rests  # noqa: PLC0415

    editions = Editions(
        Edition(PACK, shipped.questionnaire(), frozenset()), Edition(PACK, shipped.programme(), frozenset())
    )
    rehearsal, ears, clock = Rehearsal(editions, (NL,), Clock()), Listening(), HandClock()
    app = KioskApp(
        visit=rehearsal.visit,
        look=Look(panel=PANELS["15"], language=NL),
        speaker=ears,
        rests=Rests(),
        profile=Profile.HIDDEN,
        clock=clock,
        outs=(Out.HEADSET, Out.SPEAKER),
    )
    app.build()
    for _, view in rehearsal.walk(NL):
        app.paint(view)
        if rehearsal.visit.session is not None:
            break
    yield Room(app, ears, clock)
    app.on_stop()
    Window.unbind(on_touch_down=app._touched)


def _named(room: Room, name: str) -> Any:
    return next(each for each in room.app._screen.walk() if getattr(each, "test_id", "") == name)


def _touch(room: Room, name: str) -> None:
    _named(room, name).dispatch("on_release")


def _cards(room: Room) -> list[Any]:
    return [each for each in room.app._screen.walk() if getattr(each, "test_id", "").startswith("state.")]


def _chosen(room: Room) -> list[str]:
    return [
        str(card.value)
        for row in room.app._screen._view.rows
        for card in _cards(room)
        if card.chosen and f".{row.name}." in card.test_id
    ]


def _rows(room: Room) -> list[str]:
    return [row.name for row in room.app._screen._view.rows]


def test_what_is_set_counts_at_once_and_the_way_back_leads_to_where_he_was(room: Room) -> None:
    before = room.screen
    room.app.send(OpenAids())
    assert room.screen == "AidsScreen"
    _touch(room, "foot.skip")
    for name in ("state.speed.fast", "state.loudness.loud", "state.out.speaker"):
        _touch(room, name)
    assert room.ears.manner == Manner(Speed.FAST, Loudness.LOUD, Out.SPEAKER)
    _touch(room, "foot.next")
    _touch(room, "state.scanning.two")
    assert room.app._guide.aids.scanning is Scanning.TWO
    _touch(room, "foot.back")
    assert room.screen == before


def test_letters_colours_and_movement_are_seen_at_once_and_on_every_page_after(room: Room) -> None:
    from kivy.core.window import Window  # noqa: PLC0415 - only after the lockdown

    before, page = room.screen, room.app._page
    room.app.send(OpenAids())
    _touch(room, "state.letters.largest")
    assert room.app._screen.ids.sample.look.text_factor == TEXT_FACTORS[-1]
    _touch(room, "state.colours.night")
    _touch(room, "state.moving.still")
    assert (room.screen, _chosen(room)) == ("AidsScreen", ["largest", "night", "still"])
    assert tuple(Window.clearcolor) == NIGHT.paper
    _touch(room, "foot.back")
    look = room.app._screen.look
    assert (room.screen, room.app._page) == (before, page)
    assert (look.text_factor, look.palette, look.motion) == (TEXT_FACTORS[-1], NIGHT, STILL)


def test_the_attract_screen_and_the_next_person_have_the_terminals_own_look_and_he_has_his_again(room: Room) -> None:
    from kivy.core.window import Window  # noqa: PLC0415 - only after the lockdown

    usual = replace(room.app._base_look, language=NL)
    room.app.send(OpenAids())
    _touch(room, "state.letters.larger")
    _touch(room, "state.colours.contrast")
    room.app.send(Rest())
    assert room.app._screen.look.palette is CONTRAST  # his lock is his still
    room.app.send(Leave())
    assert room.screen == "AttractScreen"
    assert room.app._screen.look == usual
    assert tuple(Window.clearcolor) == LIGHT.paper
    for intent in (Begin(), ChooseLanguage(NL)):
        room.app.send(intent)
        assert room.app._screen.look == usual
    room.app.send(LogIn(NUMBER, PIN))
    assert room.app._screen.look == replace(usual, palette=CONTRAST, text_factor=TEXT_FACTORS[1])


def test_from_every_page_all_leaves_are_near_and_two_touches_lead_to_the_letters(room: Room) -> None:
    room.app.send(Leave())
    for first in ("attract.begin", "foot.skip"):
        _touch(room, first)
    assert _rows(room) == ["letters", "colours", "moving"]
    _touch(room, "foot.next")
    assert _rows(room) == ["scanning"]
    _touch(room, "foot.next")
    assert _rows(room) == ["speed", "loudness", "out", "speaks"]
    gc.collect()
    _touch(room, "foot.skip")
    assert _rows(room) == ["letters", "colours", "moving"]


def test_with_keys_the_ring_stays_where_it_was_and_what_was_chosen_is_told(room: Room) -> None:
    room.app.send(SetAids(Aids(Manner(out=Out.HEADSET), speaks=True), Leaf.HEARD))
    room.app.send(OpenAids())
    room.clock.passes(1)
    card = _named(room, "state.letters.largest")
    room.app._screen.ring.stand_around(card)
    room.ears.heard()
    room.app._guide.key(ENTER, False)
    room.app._guide.let_go(ENTER)
    room.clock.passes(1)
    assert room.app._screen.look.text_factor == TEXT_FACTORS[-1]
    assert room.app._screen.ring.on is _named(room, "state.letters.largest")
    assert room.app._screen.ring.on is not card
    words = Words(NL)
    said = f"{words('aids.letters')}: {words('aids.letters.largest')}: {words('answer.chosen')}"
    assert room.ears.heard()[0] == said


def test_with_one_switch_the_ring_goes_on_from_what_was_chosen(room: Room, easel: Any) -> None:
    room.app._root.size = (PANELS["15"].width_px, PANELS["15"].height_px)
    room.app.send(SetAids(Aids(scanning=Scanning.ONE), Leaf.HEARD))
    room.app.send(OpenAids())
    before = room.app._screen
    for wanted in (3, 1):  # the row, and in it the card
        _wait_for(room, easel, "state.colours.night", wanted)
        room.app._guide.key(SPACE, False)
        room.app._guide.let_go(SPACE)
    assert room.app._screen.look.palette is NIGHT
    assert room.app._screen is not before
    easel.settle()
    room.clock.passes(0.2)
    colours = [f"state.colours.{one}" for one in Colours]
    assert [each.test_id for each in room.app._screen.ring.around] == colours


def _wait_for(room: Room, easel: Any, name: str, count: int) -> None:
    """Lets the ring go along until it is around so many things, this one among them."""
    for _ in range(30):
        easel.settle()
        around = room.app._screen.ring.around
        if len(around) == count and name in [each.test_id for each in around]:
            return
        room.clock.passes(room.app._guide.aids.scan_seconds)
    pytest.fail(f"the ring never came to {name}")


def test_a_chosen_card_is_told_by_its_mark_and_not_by_colour_alone(room: Room) -> None:
    for colours, letters in product(Colours, (Letters.USUAL, Letters.LARGEST)):
        room.app.send(ChooseLook(OwnLook(colours=colours, letters=letters)))
        cards = _cards(room)
        assert sum(card.chosen for card in cards) == len(_rows(room))
        for card in cards:
            assert card.ids.mark.opacity == 1
            assert card.ids.mark.chosen == card.chosen


def test_it_is_read_aloud_itself_and_not_the_page_it_lies_on(room: Room) -> None:
    room.app.send(OpenAids())
    _touch(room, "top.read_aloud")
    assert room.ears.heard()[0] == Words(NL)("aids.seen.title")


def test_the_page_of_languages_leads_to_it(room: Room) -> None:
    room.app.send(OpenLanguages())
    _touch(room, "foot.skip")
    assert room.screen == "AidsScreen"
    room.app.send(GoBack())
    assert room.screen == "LanguageScreen"


def test_the_next_person_begins_with_none_of_it(room: Room) -> None:
    loud = Aids(Manner(Speed.SLOW, Loudness.LOUD, Out.SPEAKER), speaks=True, scanning=Scanning.ONE)
    room.app.send(SetAids(loud, Leaf.HEARD))
    room.app.send(Rest())
    assert room.app._guide.aids == loud  # his lock is his still
    room.app.send(Leave())
    assert room.screen == "AttractScreen"
    assert room.app._guide.aids == Aids(Manner(out=Out.HEADSET))
    assert room.ears.manner == Manner(out=Out.HEADSET)


def test_the_button_reads_stops_and_reads_again_and_any_other_touch_stops_too(room: Room) -> None:
    for reads in (True, False, True):
        room.app._touched()
        room.app.send(ReadAloud())
        assert room.ears.speaking is reads
        assert room.app._screen.reading is reads
    room.app._touched()
    assert not room.ears.speaking
    assert not room.app._screen.reading


def test_where_it_can_be_heard_in_one_way_only_that_is_not_asked() -> None:
    names = {row.name for row in aids_view(Now(Aids(), (Out.SPEAKER,)), NL, Leaf.HEARD).rows}
    assert names == {"speed", "loudness", "speaks"}
