"""Whom a number and PIN belong to, one try at a time; detainees and staff come in by the same door.

- The verifier that counts is the newest the person chose himself, as long as the roster has none that is newer.
- A failure is on disk before the answer: with the person, and at this terminal's own door.
- A number of nobody is treated as somebody's: as much work, the same waits, the same answer at the same time.
- Not here: counting and waiting (tries.py), verifiers (verifiers.py), new PINs and codes (codes.py), the screen's words
  (kiosk/views/entrance.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from kiosk.clock import Clock
from kiosk.store.journal import Journal
from kiosk.store.keys import Keyring
from kiosk.store.meta import Identity, Meta
from kiosk.store.tries import LOCKED_AFTER, Doorway, Waits, failures_in_a_row, marked_in_a_row, wait_seconds
from kiosk.store.vault import Vault
from kiosk.store.verifiers import Cost, belongs, cost_of, nobodys
from modules.events import Event, LoginFailed, PinChosen
from modules.events.door import Mark
from modules.ids import SubjectId
from modules.ordering import Recorded
from modules.roster import PinVerifier, Roster, RosterPerson, RosterStaff

ANSWER_SECONDS = 1.0
"""An answer to a failed try comes at a whole number of these after it began: more than the work takes."""


class Outcome(Enum):
    """What became of a try."""

    ADMITTED = "admitted"
    NOT_TOGETHER = "not_together"
    WAIT = "wait"
    ASK_STAFF = "ask_staff"


@dataclass(frozen=True, slots=True)
class Attempt:
    """What became of a try: who was admitted, and how long to wait before the next."""

    outcome: Outcome
    person: RosterPerson | None = None
    staff: RosterStaff | None = None
    wait_seconds: int = 0


@dataclass(frozen=True, slots=True)
class Tried:
    """Whose number it is, how often it failed, and what to check a PIN against."""

    mark: Mark
    person: RosterPerson | None
    staff: RosterStaff | None
    failures: int
    verifier: PinVerifier | None


class Doorkeeper:
    """Checks numbers and PINs against the newest roster and what people chose since."""

    def __init__(self, vault: Vault, keyring: Keyring, journal: Journal, identity: Identity, clock: Clock) -> None:
        self._vault = vault
        self._meta = Meta(vault)
        self._keyring = keyring
        self._journal = journal
        self._identity = identity
        self._clock = clock
        self._waits = Waits(clock)
        self.doorway = Doorway(journal, identity, clock)

    def attempt(self, number: str, pin: str) -> Attempt:
        """Tries a number and PIN; a failure is on disk when this returns."""
        began_seconds = self._clock.monotonic_seconds()
        if pause := self.doorway.pause_seconds():
            return Attempt(Outcome.WAIT, wait_seconds=pause)
        roster = self._meta.roster()
        tried = self._tried(number, roster)
        if tried.failures >= LOCKED_AFTER:
            return Attempt(Outcome.ASK_STAFF)
        if left := self._waits.left_seconds(number, tried.failures):
            return Attempt(Outcome.WAIT, wait_seconds=left)
        if belongs(pin, tried.verifier or _nobodys(roster), self._keyring.pepper) and tried.verifier:
            self._waits.forget(number)
            return Attempt(Outcome.ADMITTED, tried.person, tried.staff)
        self._record(tried)
        self.answer_on_the_beat(began_seconds)
        self._waits.failed(number, tried.failures + 1)
        return self._refused(tried.failures + 1)

    def answer_on_the_beat(self, began_seconds: float) -> None:
        """Waits until a whole number of beats after the beginning, so that the work done does not show."""
        beats = int((self._clock.monotonic_seconds() - began_seconds) / ANSWER_SECONDS) + 1
        self._clock.sleep_until(began_seconds + beats * ANSWER_SECONDS)

    def person(self, number: str) -> RosterPerson | None:
        """Gives the person with this number, if there is one."""
        roster = self._meta.roster()
        return roster.person_by_number(number) if roster else None

    def mark(self, number: str) -> Mark:
        """Gives a number's keyed digest, which says nothing without the pepper."""
        return self._keyring.pepper.mac(f"number|{number}".encode("ascii")).hex()[:32]

    def forgive(self, number: str) -> None:
        """Lets a number that a code was used for try at once."""
        self._waits.forget(number)

    def _refused(self, failures: int) -> Attempt:
        outcome = Outcome.ASK_STAFF if failures >= LOCKED_AFTER else Outcome.NOT_TOGETHER
        return Attempt(outcome, wait_seconds=max(wait_seconds(failures), self.doorway.pause_seconds()))

    def _record(self, tried: Tried) -> None:
        if tried.person:
            self._journal.append(SubjectId(tried.person.detainee), (LoginFailed(),), self._clock.moment())
        self.doorway.failed(tried.mark)

    def _tried(self, number: str, roster: Roster | None) -> Tried:
        mark = self.mark(number)
        person = roster.person_by_number(number) if roster else None
        staff = roster.staff_by_number(number) if roster else None
        if person:
            recorded = self._journal.read(SubjectId(person.detainee))
            failures = failures_in_a_row(recorded, self._forgiven(person, recorded))
            return Tried(mark, person, None, failures, newest_verifier(person, recorded))
        terminals = {self._identity.terminal, *(known.terminal for known in (roster.terminals if roster else ()))}
        failures = sum(
            marked_in_a_row(self._journal.read(SubjectId(terminal)), mark, staff.staff if staff else None)
            for terminal in terminals
        )
        return Tried(mark, None, staff, failures, staff.pin if staff else None)

    def _forgiven(self, person: RosterPerson, recorded: Iterable[Recorded[Event]]) -> int:
        """Gives how many failures came before the verifier that the roster has now."""
        salt = person.pin.salt if person.pin else ""
        row = self._vault.row("SELECT salt, forgiven FROM pins WHERE person = ?", (person.detainee,))
        if row is None or row[0] != salt:
            before = 0 if row is None else sum(isinstance(one.event, LoginFailed) for one in recorded)
            self._vault.run(
                "INSERT INTO pins VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET salt = excluded.salt, forgiven = excluded.forgiven",
                (person.detainee, salt, before),
            )
            row = (salt, before)
        return int(row[1])


def newest_verifier(person: RosterPerson, recorded: Iterable[Recorded[Event]]) -> PinVerifier | None:
    """Gives what a person's PIN is checked against: his own newest choice, unless the roster's came after it."""
    given = person.pin.salt if person.pin else None
    newest = person.pin
    for one in recorded:
        if isinstance(one.event, PinChosen) and one.event.instead_of == given:
            newest = one.event.verifier
    return newest


def _nobodys(roster: Roster | None) -> PinVerifier:
    known = [person.pin for person in roster.people if person.pin] if roster else []
    return nobodys(max((cost_of(pin) for pin in known), key=_work, default=Cost()))


def _work(cost: Cost) -> int:
    return cost.memory_kib * cost.iterations
