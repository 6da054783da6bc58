"""A real gateway in a folder, with people and as many terminals in memory as a test asks for.

- `a_gateway` founds one with people, a mentor and as many terminals as asked; `Opened.serving` opens its doors.
- Not here: the terminals (memory_terminal.py), a hostile gateway (tests/unit/sync/test_courier.py).
"""

import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from modules.ids import DetaineeId, StaffId
from modules.roster import Role, Roster
from sync.certificates import Identity, client_context
from sync.gateway.clock import Clock
from sync.gateway.intake import roster_terminals
from sync.gateway.serving import Doors, doors, serve
from sync.gateway.setting_up import Founded, Wanted, enrol, found
from sync.gateway.settings import Settings, StaffListener, TerminalsListener
from sync.gateway.wiring import Gateway, open_gateway
from tests.makers import a_mentor, a_person
from tests.memory_terminal import MemoryCarrier, MemoryTerminal

INSTITUTION = "PI De Linde"
MENTOR_NUMBER = "90001"
CASE_MANAGER_NUMBER = "90002"
OTHER_MENTOR_NUMBER = "90003"
OPERATOR_NUMBER = "90004"
PASSWORD = "een lange zin om in te komen"
ANYBODY = Settings(terminals=TerminalsListener(port=0), staff=StaffListener(port=0))


@dataclass
class Opened:
    """A gateway that is open in this process, its founding, and its terminals."""

    folder: Path
    founded: Founded
    gateway: Gateway
    terminals: list[MemoryTerminal] = field(default_factory=list)

    @property
    def roster(self) -> Roster:
        """The institution's newest roster."""
        roster = self.gateway.register.roster(self.founded.institution.institution)
        assert roster is not None
        return roster

    def person(self, number: str = "100001") -> DetaineeId:
        """Gives a person's id."""
        person = self.roster.person_by_number(number)
        assert person is not None
        return person.detainee

    def carrier(self) -> MemoryCarrier:
        """Gives a road straight to the counter."""
        return MemoryCarrier(self.gateway.exchange, self.founded.institution.institution)

    def new_terminal(self, wing: str = "B2", *, introduced: bool = True) -> MemoryTerminal:
        """Enrols a terminal, and introduces it unless told otherwise."""
        gateway, founded = self.gateway, self.founded
        wanted = Wanted(wing, gateway.settings.terminals.url, self.roster)
        bundle = enrol(gateway.enrolments, gateway.secret, founded.enrolment, wanted, gateway.clock)
        terminal = MemoryTerminal(bundle, bytes([len(self.terminals) + 1]) * 32)
        self.terminals.append(terminal)
        if introduced:
            gateway.enrolments.introduce(terminal.introduction, gateway.clock.now_ms())
            terminals = roster_terminals(gateway.enrolments.terminals(bundle.institution))
            update = {"terminals": terminals, "version": self.roster.version + 1}
            gateway.register.put_roster(self.roster.model_copy(update=update))
        return terminal

    def gives_passwords(self) -> None:
        """Gives every member of staff the same password."""
        for staff in self.roster.staff:
            self.gateway.passwords.put(staff.staff, PASSWORD)

    @contextmanager
    def serving(self) -> Iterator[Doors]:
        """Opens both doors while the block runs."""
        opened = doors(self.gateway)
        ready = threading.Event()
        thread = threading.Thread(target=lambda: asyncio.run(serve(opened, lambda _: ready.set())), daemon=True)
        thread.start()
        assert ready.wait(20), "the gateway did not open its doors"
        try:
            yield opened
        finally:
            opened.close()
            thread.join(20)


@contextmanager
def a_gateway(folder: Path, people: int = 2, terminals: int = 1, packs: str = "") -> Iterator[Opened]:
    """Founds a gateway with people, their mentor and terminals, and closes it at the end."""
    settings = ANYBODY.model_copy(update={"packs": packs})
    founded = found(folder, INSTITUTION, settings, Clock())
    gateway = open_gateway(folder)
    try:
        gateway.register.put_roster(_roster(founded, people))
        opened = Opened(folder, founded, gateway)
        for _ in range(terminals):
            opened.new_terminal()
        yield opened
    finally:
        gateway.close()


def client_side(terminal: MemoryTerminal) -> Identity:
    """Gives what a terminal shows at the door."""
    return Identity(terminal.bundle.tls.certificate, terminal.bundle.tls.key)


def tls_of(terminal: MemoryTerminal) -> ssl.SSLContext:
    """Gives a terminal's side of the TLS."""
    return client_context(client_side(terminal), terminal.bundle.tls.authority)


def _roster(founded: Founded, people: int) -> Roster:
    """Gives a roster whose PINs nobody needs, made without the time that real verifiers take."""
    clock = Clock()
    mentor, case_manager, other = (StaffId(clock.new_id("s-")) for _ in range(3))
    staff = (
        a_mentor(MENTOR_NUMBER, staff=mentor, name="Sanne de Wit"),
        a_mentor(CASE_MANAGER_NUMBER, staff=case_manager, name="Karim Haddad", role=Role.CASE_MANAGER),
        a_mentor(OTHER_MENTOR_NUMBER, staff=other, name="Els Vermeer"),
        a_mentor(OPERATOR_NUMBER, staff=StaffId(clock.new_id("s-")), name="Jan Post", role=Role.OPERATOR),
    )
    names = ("Ruben Visser", "Yusuf Amrani", "Piet Bakker", "Marek Nowak", "Deniz Kaya", "Tom Smit")
    listed = tuple(
        a_person(
            f"1000{number + 1:02}",
            detainee=DetaineeId(clock.new_id("p-")),
            name=names[number % len(names)],
            wing="B2",
            mentor=mentor,
        )
        for number in range(people)
    )
    known = founded.institution
    return Roster(institution=known.institution, institution_name=known.name, version=1, people=listed, staff=staff)
