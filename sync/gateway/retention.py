"""Keeping no longer than the law says, at the gateway: who left and when, what is held, what is over, and erasing it.

- Who is on no roster any more has left, from when that was first seen. A return within the term lifts it (PM 39), a
  legal hold stops it; each is a row of its own, only ever added.
- Two terms: everything but the signed plans goes with the institution's file, the plans with the penitentiary file.
- Erasing takes bodies and wrapped lane keys off the disk, and name and number out of every roster of before; headers
  stay, every lane verifies, and what still comes in about him is stored without its body (register.py).
- It is told to the terminals in the gateway's lane about the institution, and kept in a file beside the register, so
  that an older register put back is erased again before it is used.
- Not here: the terms themselves (modules/retention.py), who stands by where staff do it (verbs.py).
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from modules.access import Action
from modules.errors import RefusedError
from modules.events import PersonErased, PlanCountersigned, PlanSigned, SessionStarted
from modules.ids import DetaineeId, Digest, InstitutionId, SubjectId
from modules.retention import DAY_MS, RetentionClass, RetentionTerms, is_over
from modules.roster import Role
from sync.gateway.audit import AccessLog
from sync.gateway.clock import Clock
from sync.gateway.drplan import DrPlans
from sync.gateway.own_lane import OwnLane
from sync.gateway.register import SqliteRegister
from sync.gateway.witness import CONSOLE, Doer

FILE = "tombstones"
LEFT, RETURNED, HELD, LIFTED = "left", "returned", "held", "lifted"


@dataclass(frozen=True, slots=True)
class Stay:
    """One person as far as keeping him goes; `left_ms` is none as long as he is here."""

    person: DetaineeId
    institution: InstitutionId
    left_ms: int | None = None
    is_held: bool = False
    erased: frozenset[str] = field(default_factory=frozenset)

    def ends_ms(self, terms: RetentionTerms, kind: RetentionClass) -> int | None:
        """Gives when a term ends; none as long as it does not run."""
        if self.left_ms is None or self.is_held:
            return None
        return self.left_ms + _days(terms, kind) * DAY_MS


class Retention:
    """The policy of one gateway, on its register."""

    def __init__(
        self, folder: Path, register: SqliteRegister, plans: DrPlans, *, lane: OwnLane, log: AccessLog, clock: Clock
    ) -> None:
        self._file = folder / FILE
        self._register = register
        self._plans = plans
        self._lane = lane
        self._log = log
        self._clock = clock

    def look(self) -> None:
        """Notes who left and who came back since it was last looked."""
        here = self._register.here()
        for stay in self.stays():
            if stay.person in here and stay.left_ms is not None:
                self._register.note_stay(stay.person, stay.institution, RETURNED, self._clock.now_ms())
            elif stay.person not in here and stay.left_ms is None:
                self._register.note_stay(stay.person, stay.institution, LEFT, self._clock.now_ms())

    def stays(self) -> tuple[Stay, ...]:
        """Gives everybody of whom something is or was kept."""
        known = {person: Stay(person, institution) for person, institution in self._register.everybody()}
        for person, institution, what, at_ms in self._register.stay_rows():
            stay = known.get(person, Stay(person, institution))
            left_ms = at_ms if what == LEFT else None if what == RETURNED else stay.left_ms
            held = (stay.is_held or what == HELD) and what != LIFTED
            erased = stay.erased | ({what} if what in set(RetentionClass) else set())
            known[person] = Stay(person, institution, left_ms, held, erased)
        return tuple(known.values())

    def stay(self, person: str) -> Stay:
        """Gives one of them by his id.

        Raises:
            RefusedError: Nobody has this id.
        """
        found = next((stay for stay in self.stays() if stay.person == person), None)
        if found is None:
            raise RefusedError("nobody here has this id", hint="see `drplan retention`")
        return found

    def hold(self, stay: Stay, *, on: bool) -> None:
        """Stops a person's terms, or has them run again."""
        self._register.note_stay(stay.person, stay.institution, HELD if on else LIFTED, self._clock.now_ms())

    def over(self, terms: RetentionTerms) -> tuple[tuple[Stay, RetentionClass], ...]:
        """Gives whose term is over now, and which."""
        return tuple(self._over(terms))

    def _over(self, terms: RetentionTerms) -> Iterator[tuple[Stay, RetentionClass]]:
        now_ms = self._clock.now_ms()
        for stay in self.stays():
            if stay.left_ms is None or stay.is_held or RetentionClass.PENITENTIARY in stay.erased:
                continue
            if is_over(stay.left_ms, terms.penitentiary_days, now_ms):
                yield stay, RetentionClass.PENITENTIARY
            elif RetentionClass.INSTITUTION not in stay.erased and is_over(
                stay.left_ms, terms.institution_days, now_ms
            ):
                yield stay, RetentionClass.INSTITUTION

    def erase(self, stay: Stay, kind: RetentionClass, doer: Doer | None = None) -> int:
        """Erases what is kept of a person under a class and gives how many bodies went; on disk when this returns.

        Raises:
            RefusedError: He is still here, or held.
        """
        if stay.left_ms is None:
            raise RefusedError("this person is on the roster", hint="take him off the list of people first")
        if stay.is_held:
            raise RefusedError("this person is held", hint="lift it first: `drplan retention --lift`")
        self._keep(stay, kind)
        count = self._destroy(stay, kind)
        for known in dict.fromkeys((stay.institution, *self._register.known_to(SubjectId(stay.person)))):
            self._lane.write(known, SubjectId(known), lambda: (PersonErased(person=stay.person, kept_as=kind),))
        by = doer or Doer.at_the_console(stay.institution)
        self._log.note(
            Action.ERASED, SubjectId(stay.person), by.role, by.staff, terminal=by.terminal or CONSOLE, second=by.second
        )
        return count

    def replay(self) -> int:
        """Erases again whom an older register, put back, brought back; gives how many."""
        lines = self._lines()
        if not lines:
            return 0
        done = {(stay.person, kind) for stay in self.stays() for kind in stay.erased}
        again = 0
        for line in lines:
            kind, person, institution = line.split(" ")
            if (DetaineeId(person), kind) not in done:
                self._destroy(Stay(DetaineeId(person), InstitutionId(institution)), RetentionClass(kind))
                again += 1
        return again

    def _destroy(self, stay: Stay, kind: RetentionClass) -> int:
        kept = self._plans_of(stay.person) if kind is RetentionClass.INSTITUTION else frozenset()
        now_ms = self._clock.now_ms()
        count = self._register.erase(SubjectId(stay.person), kept)
        self._register.note_stay(stay.person, stay.institution, kind, now_ms)
        if kind is RetentionClass.INSTITUTION and not kept:
            self._register.note_stay(stay.person, stay.institution, RetentionClass.PENITENTIARY, now_ms)
        self._plans.forget(stay.person)
        return count

    def _plans_of(self, person: DetaineeId) -> frozenset[Digest]:
        """Gives what is needed to read the plans a person signed and who signed with him, and nothing else."""
        read = self._plans.events_of(person)
        signed = {
            entry.hash: entry.header.lane.key
            for entry, event in read
            if isinstance(event, PlanSigned | PlanCountersigned)
        }
        lanes = set(signed.values())
        first: dict[str, Digest] = {}
        for entry, event in read:
            if isinstance(event, SessionStarted) and entry.header.lane.key in lanes:
                first.setdefault(entry.header.lane.key, entry.hash)
        opened = {entry.hash for entry, _ in read if entry.header.seq == 0 and entry.header.lane.key in lanes}
        return frozenset({*signed, *first.values(), *opened})

    def _keep(self, stay: Stay, kind: RetentionClass) -> None:
        handle = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(handle, f"\n{kind} {stay.person} {stay.institution}\n".encode("ascii"))
            os.fsync(handle)
        finally:
            os.close(handle)

    def _lines(self) -> list[str]:
        try:
            text = self._file.read_text(encoding="ascii")
        except FileNotFoundError:
            return []
        kinds = tuple(f"{kind} p-" for kind in RetentionClass)
        return [line for line in text.splitlines() if line.startswith(kinds) and line.count(" ") == 2]  # noqa: PLR2004


def _days(terms: RetentionTerms, kind: RetentionClass) -> int:
    return terms.penitentiary_days if kind is RetentionClass.PENITENTIARY else terms.institution_days


def two_who_stand_by(first: tuple[Role, str], second: tuple[Role, str]) -> None:
    """Returns only if two members of staff may erase somebody by hand: two of them, and one a case manager.

    Raises:
        RefusedError: They may not.
    """
    if first[1] == second[1]:
        raise RefusedError("four eyes are two people", hint="name a second member of staff: --second")
    if Role.CASE_MANAGER not in (first[0], second[0]):
        raise RefusedError("one of the two has to be a case manager", hint="ask one to stand by")
