"""The page of sound and controls in the real window: what is set there counts at once, and for nobody after him."""

from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.aids import Aids, Scanning
from kiosk.clock import Clock
from kiosk.intents import GoBack, Leave, OpenAids, OpenLanguages, ReadAloud, Rest, SetAids
from kiosk.lockdown import Profile
from kiosk.pages import Editions
from kiosk.rehearsal import Rehearsal
from kiosk.render import PANELS
from kiosk.speech import Loudness, Manner, Out, Speed
from kiosk.theme.tokens import Look
from kiosk.views.aids import aids_view
from modules.definition.edition import Edition
from modules.texts import Language
from tests.definitions import PACK
from tests.ui import shipped
from tests.ui.hand_clock import HandClock
from tests.ui.listening import Listening

NL = Language("nl")


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


def _touch(room: Room, name: str) -> None:
    next(each for each in room.app._screen.walk() if getattr(each, "test_id", "") == name).press()


def test_what_is_set_counts_at_once_and_the_way_back_leads_to_where_he_was(room: Room) -> None:
    before = room.screen
    room.app.send(OpenAids())
    assert room.screen == "AidsScreen"
    for name in ("state.speed.fast", "state.loudness.loud", "state.out.speaker"):
        _touch(room, name)
    assert room.ears.manner == Manner(Speed.FAST, Loudness.LOUD, Out.SPEAKER)
    _touch(room, "foot.next")
    _touch(room, "state.scanning.two")
    assert room.app._guide.aids.scanning is Scanning.TWO
    _touch(room, "foot.back")
    assert room.screen == "AidsScreen"
    _touch(room, "foot.back")
    assert room.screen == before


def test_the_page_of_languages_leads_to_it(room: Room) -> None:
    room.app.send(OpenLanguages())
    _touch(room, "foot.skip")
    assert room.screen == "AidsScreen"
    room.app.send(GoBack())
    assert room.screen == "LanguageScreen"


def test_the_next_person_begins_with_none_of_it(room: Room) -> None:
    loud = Aids(Manner(Speed.SLOW, Loudness.LOUD, Out.SPEAKER), speaks=True, scanning=Scanning.ONE)
    room.app.send(SetAids(loud))
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
    names = {row.name for row in aids_view(Aids(), (Out.SPEAKER,), NL).rows}
    assert names == {"speed", "loudness", "speaks"}
