"""What staff do at a terminal: it is noted, the courier does what is asked of it, and the screen says what came."""

from pathlib import Path

import pytest

from kiosk.settings import Settings
from kiosk.store.codes import Codes
from kiosk.store.errands import Errand, Errands
from kiosk.store.pins import Outcome
from kiosk.views.staff import StaffReport, staff_view
from kiosk.wiring.courier import run_errand
from kiosk.wiring.opened import OpenStore, open_store
from kiosk.wiring.staff_room import StaffRoom
from modules.events import CodeGiven, Deed, DoorPaused, StaffActed
from tests.fault.hurt import settings_in
from tests.kiosk.test_codes import codes
from tests.kiosk.test_doorkeeper import NUMBER, SUBJECT, Door, a_door
from tests.makers import a_mentor
from tests.suites.terminals import make_terminal

STAFF = a_mentor("90001")
ANSWERS = 7


class Room:
    """A terminal's staff room and, as the other process has it open, its store."""

    def __init__(self, folder: Path) -> None:
        made = settings_in(folder)
        self.medium = folder / "medium"
        courier = made.courier.model_copy(update={"medium": self.medium})
        self.settings: Settings = made.model_copy(update={"courier": courier})
        self.door: Door = a_door(make_terminal(self.settings.store.path))
        self.door.terminal.answer(ANSWERS)
        self.store: OpenStore = open_store(self.settings)
        self.elsewhere: OpenStore = open_store(self.settings)
        keys: Codes = codes(self.door)
        self.staff = StaffRoom(self.store, keys, self.settings)

    def courier(self) -> None:
        run_errand(self.settings, self.elsewhere)

    def deeds(self) -> list[Deed]:
        told = self.store.journal.read(self.store.identity.subject)
        return [one.event.deed for one in told if isinstance(one.event, StaffActed) and one.event.staff == STAFF.staff]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def said(report: StaffReport) -> str:
    return "\n".join(staff_view(report).lines)


def test_what_is_due_is_carried_on_the_medium_by_the_courier_and_the_screen_says_how_much(room: Room) -> None:
    room.medium.mkdir()
    due = room.staff.report().due
    assert due > ANSWERS
    room.staff.note(STAFF, Deed.CARRIED)
    assert Errands(room.elsewhere.vault).wanted() is Errand.CARRY
    assert room.staff.report().errand == "carry.asked"
    room.courier()
    report = room.staff.report()
    carried = due + 2  # that staff asked is noted, in a lane that begins with it
    assert (report.errand, report.errand_count) == ("carry.done", carried)
    assert [path.suffix for path in room.medium.rglob("*.batch")] == [".batch"]
    assert str(carried) in said(report)
    assert room.deeds() == [Deed.CARRIED]


@pytest.mark.parametrize(("deed", "errand"), [(Deed.CARRIED, "carry"), (Deed.LOADED_PACKS, "packs")])
def test_without_a_medium_it_fails_is_told_and_can_be_asked_again(room: Room, deed: Deed, errand: str) -> None:
    room.staff.note(STAFF, deed)
    room.courier()
    assert room.staff.report().errand == f"{errand}.failed"
    assert Errands(room.elsewhere.vault).wanted() is None, "what failed is not done again by itself"
    room.staff.note(STAFF, deed)
    assert room.staff.report().errand == f"{errand}.asked"
    assert room.deeds() == [deed, deed]


def test_where_nothing_was_asked_the_courier_does_nothing(room: Room) -> None:
    room.medium.mkdir()
    room.courier()
    assert list(room.medium.iterdir()) == []
    assert room.staff.report().errand == ""


def test_the_code_that_staff_give_lets_the_person_in_and_is_noted_with_both(room: Room) -> None:
    shown = codes(room.door).challenge(NUMBER)
    code = room.staff.give_code(STAFF, NUMBER, shown)
    assert codes(room.door).redeem(NUMBER, code).outcome is Outcome.ADMITTED
    assert room.deeds() == [Deed.GAVE_CODE]
    with_him = [one.event for one in room.store.journal.read(SUBJECT)]
    assert with_him[-1] == CodeGiven(staff=STAFF.staff)
    assert code not in repr(room.store.journal.read(room.store.identity.subject))


def test_staff_are_told_how_often_the_door_rested(room: Room) -> None:
    rested = said(room.staff.report())
    terminal = room.door.terminal
    terminal.journal.append(terminal.identity.subject, (DoorPaused(), DoorPaused()), terminal.clock.moment())
    report = room.staff.report()
    assert report.pauses == 2
    assert said(report) != rested
