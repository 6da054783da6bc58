"""A terminal on a wing without a window: the real visit and session, a journal in memory, one person to log in."""

from dataclasses import dataclass, field, replace

from kiosk.fleeting import MemoryDiary, PassingKeys
from kiosk.hours import Hours
from kiosk.intents import (
    Begin,
    ChooseLanguage,
    GiveThisAnswer,
    Intent,
    LogIn,
)
from kiosk.pages import Editions
from kiosk.session import Place, Session
from kiosk.settings import UseSettings
from kiosk.visit import Terminal, View, Visit
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.ids import OptionId, SubjectId, WriterId
from modules.roster import RosterPerson
from modules.texts import Language
from tests.definitions import a_kvv_edition, a_reflector_edition
from tests.fakes import FakeClock, FakeDoor, FakeRoom
from tests.makers import TERMINAL, a_mentor, a_person

TURN_MINUTES = 45
NL, EN = Language("nl"), Language("en")
PIN, STAFF_PIN = "270391", "518263"
SAMIR = a_person("100234")
YES, NO = (GiveThisAnswer(SingleChoiceAnswer(option=OptionId(option))) for option in ("yes", "no"))


@dataclass
class Wing:
    """A terminal on a wing, with one person who may log in."""

    clock: FakeClock = field(default_factory=FakeClock)
    editions: Editions = field(default_factory=lambda: Editions(a_reflector_edition(), a_kvv_edition()))

    staff: str = ""
    has_left: bool = False
    last_wing: str = "B2"
    use: UseSettings = field(default_factory=UseSettings)

    def __post_init__(self) -> None:
        self.diary = MemoryDiary(self.clock, WriterId(TERMINAL))
        self.keys = PassingKeys(self.clock)
        self.subject = SubjectId(SAMIR.detainee)
        self.visit = self.new_visit()

    def new_visit(self) -> Visit:
        def open_session(person: RosterPerson) -> Session:
            place = Place(
                TERMINAL, "PI De Linde", lambda _: self.staff, lambda _: self.last_wing, lambda _: self.has_left
            )
            return Session(person, self.editions, self.diary, self.clock, place)

        self.door = FakeDoor({("100234", PIN): SAMIR}, {("9001", STAFF_PIN): a_mentor("9001")})
        self.room = FakeRoom()
        terminal = Terminal(self.door, self.room, open_session, self.keys, (NL, EN), lambda _: "Sanne de Wit")
        hours = Hours(self.use, TURN_MINUTES, self.clock.moment)
        return Visit(replace(terminal, opens_at=hours.opens_at, had_his_turn=hours.had_his_turn))

    def take(self, *intents: Intent) -> View:
        view = self.visit.view()
        for intent in intents:
            view = self.visit.take(intent)
        return view

    def log_in(self, language: Language = NL) -> View:
        return self.take(Begin(), ChooseLanguage(language), LogIn("100234", PIN))

    def cut_the_power(self) -> None:
        self.visit = self.new_visit()

    @property
    def page(self) -> str:
        assert self.visit.session is not None
        return self.visit.session.state.page

    def kept(self) -> list[object]:
        return [one.event for one in self.diary.replay(self.subject)]
