"""Activation, reset and a change of PIN at the terminal, with no network (SETTLED 10).

- The terminal shows a challenge for a number, whosever it is; a code that answers it lets the person choose a PIN.
- A code is used up when the PIN is chosen, and counts on this terminal for at most 72 hours. A wrong code counts at the
  terminal's door, never against the person: nobody can use it up or lock another out with it.
- A chosen PIN is an event in the person's lane, sealed for the institution's terminals alone; all that is his stays.
- Not here: how codes are made (sync/codes.py), which PINs may be chosen (modules/pin_rules.py).
"""

from kiosk.clock import Clock
from kiosk.store.journal import Journal
from kiosk.store.keys import Keyring
from kiosk.store.meta import Identity
from kiosk.store.pins import Attempt, Doorkeeper, Outcome
from kiosk.store.verifiers import SALT_BYTES, Cost, make_verifier
from modules.events import CodeGiven, CodeUsed, PinChosen, PinWay
from modules.ids import StaffId, SubjectId
from modules.journal import Moment
from modules.roster import RosterPerson
from sync.codes import CODE_KEY, Asked, challenge, is_response, response


class Codes:
    """One terminal's codes, and the PINs chosen at it."""

    def __init__(
        self, keeper: Doorkeeper, keyring: Keyring, journal: Journal, identity: Identity, clock: Clock
    ) -> None:
        self._keeper = keeper
        self._keyring = keyring
        self._journal = journal
        self._identity = identity
        self._clock = clock
        self.cost = Cost()

    def challenge(self, number: str) -> str:
        """Gives what staff must know to give a code for a number."""
        return challenge(self._key, self._asked(number), self._now_ms())

    def redeem(self, number: str, code: str) -> Attempt:
        """Tries a code; it stays good until a PIN was chosen with it. A failure is on disk when this returns."""
        began_seconds = self._clock.monotonic_seconds()
        if pause := self._keeper.doorway.pause_seconds():
            return Attempt(Outcome.WAIT, wait_seconds=pause)
        person = self._keeper.person(number)
        if is_response(code, self._key, self._asked(number), self._now_ms()) and person:
            return Attempt(Outcome.ADMITTED, person)
        self._keeper.doorway.failed(self._keeper.mark(f"code {number}"))
        self._keeper.answer_on_the_beat(began_seconds)
        return Attempt(Outcome.NOT_TOGETHER, wait_seconds=self._keeper.doorway.pause_seconds())

    def choose(self, person: RosterPerson, pin: str, way: PinWay) -> None:
        """Gives a person a new PIN; when this returns it is on disk, and a code that led here is used up."""
        if way is PinWay.CODE:
            used = CodeUsed(mark=self._keeper.mark(person.number))
            self._journal.append(self._identity.subject, (used,), self._clock.moment())
        verifier = make_verifier(pin, self._keyring.pepper, self._clock.random(SALT_BYTES), self.cost)
        chosen = PinChosen(verifier=verifier, way=way, instead_of=person.pin.salt if person.pin else None)
        self._journal.append(SubjectId(person.detainee), (chosen,), self._clock.moment())
        self._keeper.forgive(person.number)

    def give(self, staff: StaffId, number: str, shown: str) -> str:
        """Gives the code for a challenge that any terminal of the institution showed; the person reads who gave it."""
        if person := self._keeper.person(number):
            self._journal.append(SubjectId(person.detainee), (CodeGiven(staff=staff),), self._clock.moment())
        return response(self._key, number, shown)

    @property
    def _key(self) -> bytes:
        return self._keyring.pepper.mac(CODE_KEY)

    def _asked(self, number: str) -> Asked:
        mark = self._keeper.mark(number)
        recorded = self._journal.read(self._identity.subject)
        used = sum(isinstance(one.event, CodeUsed) and one.event.mark == mark for one in recorded)
        return Asked(self._identity.terminal, number, used)

    def _now_ms(self) -> int:
        """Gives the time as the newest signed time says, carried on by uptime: no setting of the clock moves it."""
        moment: Moment = self._clock.moment()
        return moment.wall_ms if moment.is_certain else moment.anchor_ms
