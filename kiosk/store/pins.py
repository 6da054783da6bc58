"""Whom a number and PIN belong to, and how long to wait after wrong ones (SECURITY 5.3).

- A verifier is HMAC-SHA-256(pepper, Argon2id(PIN, salt)): without the terminal group's pepper it says nothing.
- Four wrong tries are free, then one waits 30 s, 60 s, 5 min, 15 min; after ten in a row a member of staff must help.
  What counts are the journal's entries since the last session, so it holds on every terminal of the institution.
- A failure is on disk before the answer. A new verifier in the roster (a reset) forgives what was before it.
- A number of nobody is treated as somebody's: as much work, the same waits, the same answer at the same time.
- Waits run on uptime: setting the clock changes none, and a wait is never shorter for a restart's sake.
- Not here: the screen's words (kiosk/views/entrance.py), choosing a new PIN, staff.
"""

import base64
import hashlib
import hmac
import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from argon2.low_level import Type, hash_secret_raw

from kiosk.clock import Clock
from kiosk.store.journal import Journal
from kiosk.store.keys import Keyring
from kiosk.store.meta import Identity, Meta
from kiosk.store.vault import Vault
from modules.events import Event, LoginFailed, SessionStarted
from modules.ids import SubjectId
from modules.ordering import Recorded
from modules.roster import PinVerifier, RosterPerson

FREE_TRIES = 4
WAITS_SECONDS = (30, 60, 300, 900, 900, 900)
LOCKED_AFTER = FREE_TRIES + len(WAITS_SECONDS)
ANSWER_SECONDS = 0.5
_HASH_BYTES = 32
_MOST_STRANGERS = 1_000


@dataclass(frozen=True, slots=True)
class Cost:
    """What making a verifier costs whoever tries PINs."""

    memory_kib: int = 65_536
    iterations: int = 3
    lanes: int = 1


class Outcome(Enum):
    """What became of a try."""

    ADMITTED = "admitted"
    NOT_TOGETHER = "not_together"
    WAIT = "wait"
    ASK_STAFF = "ask_staff"


@dataclass(frozen=True, slots=True)
class Attempt:
    """What became of a try: the person when he is admitted, and how long to wait before the next."""

    outcome: Outcome
    person: RosterPerson | None = None
    wait_seconds: int = 0


def make_verifier(pin: str, pepper: bytes, salt: bytes, cost: Cost) -> PinVerifier:
    """Gives the verifier of a PIN."""
    return PinVerifier(
        salt=base64.b64encode(salt).decode("ascii"),
        verifier=base64.b64encode(_verifier(pin, pepper, salt, cost)).decode("ascii"),
        memory_kib=cost.memory_kib,
        iterations=cost.iterations,
        lanes=cost.lanes,
    )


def belongs(pin: str, verifier: PinVerifier, pepper: bytes) -> bool:
    """Tells whether a verifier is this PIN's; takes as long when it is not."""
    cost = Cost(verifier.memory_kib, verifier.iterations, verifier.lanes)
    made = _verifier(pin, pepper, base64.b64decode(verifier.salt), cost)
    return hmac.compare_digest(made, base64.b64decode(verifier.verifier))


def wait_seconds(failures: int) -> int:
    """Gives how long to wait after so many failures in a row; what is locked is not a matter of waiting."""
    if not FREE_TRIES <= failures < LOCKED_AFTER:
        return 0
    return WAITS_SECONDS[failures - FREE_TRIES]


def failures_in_a_row(recorded: Iterable[Recorded[Event]], forgiven: int) -> int:
    """Gives how often a login failed since the last session, the first `forgiven` failures ever not counted."""
    ever = in_a_row = 0
    for one in recorded:
        if isinstance(one.event, LoginFailed):
            ever += 1
            in_a_row += ever > forgiven
        elif isinstance(one.event, SessionStarted):
            in_a_row = 0
    return in_a_row


class Doorkeeper:
    """Checks numbers and PINs against the newest roster, one try at a time."""

    def __init__(self, vault: Vault, keyring: Keyring, journal: Journal, identity: Identity, clock: Clock) -> None:
        self._vault = vault
        self._meta = Meta(vault)
        self._keyring = keyring
        self._journal = journal
        self._identity = identity
        self._clock = clock
        self._started_seconds = clock.monotonic_seconds()
        self._counted: dict[str, tuple[int, float]] = {}
        self._strangers: dict[str, int] = {}

    def attempt(self, number: str, pin: str) -> Attempt:
        """Tries a number and PIN; a failure is on disk when this returns."""
        began_seconds = self._clock.monotonic_seconds()
        roster = self._meta.roster()
        person = roster.person_by_number(number) if roster else None
        failures = self._failures(person) if person else self._strangers.get(number, 0)
        if failures >= LOCKED_AFTER:
            return Attempt(Outcome.ASK_STAFF)
        if left := self._left_seconds(number, failures):
            return Attempt(Outcome.WAIT, wait_seconds=left)
        verifier = person.pin if person else _nobodys(roster.people if roster else ())
        if belongs(pin, verifier, self._keyring.pepper) and person:
            self._counted.pop(number, None)
            return Attempt(Outcome.ADMITTED, person)
        self._record(number, person, failures + 1)
        self._clock.sleep_until(_next_answer(began_seconds, self._clock.monotonic_seconds()))
        return self._refused(failures + 1)

    def _refused(self, failures: int) -> Attempt:
        outcome = Outcome.ASK_STAFF if failures >= LOCKED_AFTER else Outcome.NOT_TOGETHER
        return Attempt(outcome, wait_seconds=wait_seconds(failures))

    def _record(self, number: str, person: RosterPerson | None, failures: int) -> None:
        subject = SubjectId(person.detainee) if person else self._identity.subject
        self._journal.append(subject, (LoginFailed(),), self._clock.moment())
        self._counted[number] = failures, self._clock.monotonic_seconds()
        if person is None:
            if len(self._strangers) >= _MOST_STRANGERS:
                self._strangers.clear()
            self._strangers[number] = failures

    def _left_seconds(self, number: str, failures: int) -> int:
        counted, since_seconds = self._counted.get(number, (failures, self._started_seconds))
        if counted != failures:  # others came in from another terminal
            since_seconds = self._clock.monotonic_seconds()
            self._counted[number] = failures, since_seconds
        passed_seconds = self._clock.monotonic_seconds() - since_seconds
        return max(0, math.ceil(wait_seconds(failures) - passed_seconds))

    def _failures(self, person: RosterPerson) -> int:
        recorded = self._journal.read(SubjectId(person.detainee))
        row = self._vault.row("SELECT salt, forgiven FROM pins WHERE person = ?", (person.detainee,))
        if row is None or row[0] != person.pin.salt:
            before = 0 if row is None else sum(isinstance(one.event, LoginFailed) for one in recorded)
            self._vault.run(
                "INSERT INTO pins VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET salt = excluded.salt, forgiven = excluded.forgiven",
                (person.detainee, person.pin.salt, before),
            )
            row = (person.pin.salt, before)
        return failures_in_a_row(recorded, int(row[1]))


def _next_answer(began_seconds: float, now_seconds: float) -> float:
    """Gives when to answer: at a whole number of beats after the beginning, so that the work done does not show."""
    beats = int((now_seconds - began_seconds) / ANSWER_SECONDS) + 1
    return began_seconds + beats * ANSWER_SECONDS


def _nobodys(people: tuple[RosterPerson, ...]) -> PinVerifier:
    if people:
        return people[0].pin
    cost = Cost()
    zeros = base64.b64encode(bytes(_HASH_BYTES)).decode("ascii")
    return PinVerifier(salt=zeros, verifier=zeros, memory_kib=cost.memory_kib, iterations=cost.iterations)


def _verifier(pin: str, pepper: bytes, salt: bytes, cost: Cost) -> bytes:
    stretched = hash_secret_raw(
        secret=pin.encode("ascii"),
        salt=salt,
        time_cost=cost.iterations,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=_HASH_BYTES,
        type=Type.ID,
    )
    return hmac.new(pepper, stretched, hashlib.sha256).digest()
