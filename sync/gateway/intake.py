"""From a list of people that the institution hands in to the next version of its roster.

- Who is known by number keeps his id and, where the list gives no new one, his PIN; a new person gets an id drawn here.
- A new person without a PIN begins with a one-time code from staff (sync/codes.py); staff always have one.
- A PIN is turned into a verifier at once and kept nowhere; the same goes for a staff password (entrance.py).
- Terminals come from the enrolments: those introduced and not revoked.
- Not here: checking a PIN (kiosk/store/pins.py), the roster itself (modules/roster.py).
"""

import base64
import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Annotated

from argon2.low_level import Type, hash_secret_raw
from pydantic import Field, StringConstraints, ValidationError

from modules.errors import MalformedError, RefusedError
from modules.ids import DetaineeId, StaffId
from modules.pin_rules import is_easy
from modules.roster import (
    PIN_ITERATIONS,
    PIN_MEMORY_KIB,
    Name,
    Number,
    Pin,
    PinVerifier,
    Role,
    Roster,
    RosterPerson,
    RosterStaff,
    RosterTerminal,
)
from modules.texts import DUTCH, Language
from modules.values import Value
from sync.gateway.clock import Clock
from sync.gateway.enrolments import KnownInstitution, KnownTerminal

SALT_BYTES = 16
VERIFIER_BYTES = 32

Password = Annotated[str, StringConstraints(min_length=12, max_length=200)]


class ListedStaff(Value):
    """One member of staff as handed in."""

    number: Number
    name: Name
    role: Role = Field(strict=False)
    pin: Pin | None = None
    password: Password | None = None


class ListedPerson(Value):
    """One detainee as handed in; `mentor` is the mentor's number."""

    number: Number
    name: Name
    wing: Name
    mentor: Number
    language: Language = DUTCH
    vris: bool = False
    admitted: Annotated[date, Field(strict=False)] | None = None
    leaves: Annotated[date, Field(strict=False)] | None = None
    pin: Pin | None = None


class PeopleList(Value):
    """Everybody of one institution."""

    staff: tuple[ListedStaff, ...]
    people: tuple[ListedPerson, ...]


def parse_people(raw: bytes) -> PeopleList:
    """Gives the list in a file's bytes.

    Raises:
        MalformedError: It is no such list; the message names the field, never what stands in it.
    """
    try:
        return PeopleList.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise MalformedError(
            f"the list of people is not as it should be at {place or 'its beginning'}",
            hint="see `drplan roster --help` for an example",
        ) from None


class Intake:
    """Makes rosters for one institution."""

    def __init__(self, known: KnownInstitution, pepper: bytes, clock: Clock) -> None:
        self._known = known
        self._pepper = pepper
        self._clock = clock

    def roster(
        self,
        listed: PeopleList,
        before: Roster | None,
        terminals: Iterable[KnownTerminal],
        former: Mapping[str, DetaineeId] | None = None,
    ) -> Roster:
        """Gives the next roster; whom a number meant before (`former`) keeps his id when he comes back (PM 39).

        Raises:
            RefusedError: A new member of staff has no PIN, a PIN is too easy to guess, or somebody's mentor is not on
                the list.
        """
        _refuse_easy(listed)
        staff = self._staff(listed, before)
        return Roster(
            institution=self._known.institution,
            institution_name=self._known.name,
            version=before.version + 1 if before else 1,
            people=self._people(listed, before, {member.number: member.staff for member in staff}, former or {}),
            staff=staff,
            terminals=roster_terminals(terminals),
        )

    def _staff(self, listed: PeopleList, before: Roster | None) -> tuple[RosterStaff, ...]:
        known = {member.number: member for member in before.staff} if before else {}
        return tuple(
            RosterStaff(
                staff=known[one.number].staff if one.number in known else StaffId(self._clock.new_id("s-")),
                number=one.number,
                name=one.name,
                role=one.role,
                pin=self._staff_verifier(one.pin, known[one.number].pin if one.number in known else None),
            )
            for one in listed.staff
        )

    def _people(
        self,
        listed: PeopleList,
        before: Roster | None,
        mentors: Mapping[str, StaffId],
        former: Mapping[str, DetaineeId],
    ) -> tuple[RosterPerson, ...]:
        known = {person.number: person for person in before.people} if before else {}
        ids = {**former, **{number: person.detainee for number, person in known.items()}}
        if not {one.mentor for one in listed.people} <= set(mentors):
            raise RefusedError("somebody's mentor is not on the list", hint="add the mentor to `staff`")
        return tuple(
            RosterPerson(
                detainee=ids.get(one.number) or DetaineeId(self._clock.new_id("p-")),
                number=one.number,
                name=one.name,
                wing=one.wing,
                mentor=mentors[one.mentor],
                language=one.language,
                vris=one.vris,
                admitted_ms=_noon_ms(one.admitted),
                leaves_ms=_noon_ms(one.leaves),
                pin=self._verifier(one.pin, known[one.number].pin if one.number in known else None),
            )
            for one in listed.people
        )

    def _verifier(self, pin: str | None, before: PinVerifier | None) -> PinVerifier | None:
        return before if pin is None else pin_verifier(pin, self._clock.draw(SALT_BYTES), self._pepper)

    def _staff_verifier(self, pin: str | None, before: PinVerifier | None) -> PinVerifier:
        verifier = self._verifier(pin, before)
        if verifier is None:
            raise RefusedError("a new member of staff has no PIN", hint="give each of them a `pin` of 6 digits")
        return verifier


def _refuse_easy(listed: PeopleList) -> None:
    """Returns only if every PIN on the list is one that could be chosen at a terminal; else tells which, by place."""
    everybody: dict[str, Sequence[ListedStaff | ListedPerson]] = {"staff": listed.staff, "people": listed.people}
    for kind, each in everybody.items():
        for place, one in enumerate(each):
            if one.pin is not None and is_easy(one.pin, one.number):
                raise RefusedError(
                    f"a PIN on the list is too easy to guess: {kind}.{place}",
                    hint="no run, pattern, date or part of the own number; or leave `pin` out and give a code",
                )


def _noon_ms(day: date | None) -> int | None:
    """Gives a moment that falls on this day in the Netherlands, summer and winter."""
    return None if day is None else int(datetime.combine(day, time(12), UTC).timestamp() * 1000)


def roster_terminals(terminals: Iterable[KnownTerminal]) -> tuple[RosterTerminal, ...]:
    """Gives the terminals of a roster: those introduced and not revoked."""
    return tuple(
        RosterTerminal(terminal=known.terminal, wing=known.wing, key=known.key)
        for known in terminals
        if known.key is not None and not known.is_revoked
    )


def pin_verifier(pin: str, salt: bytes, pepper: bytes) -> PinVerifier:
    """Gives what a terminal checks a PIN with (modules/roster.py)."""
    stretched = hash_secret_raw(
        pin.encode("ascii"),
        salt,
        time_cost=PIN_ITERATIONS,
        memory_cost=PIN_MEMORY_KIB,
        parallelism=1,
        hash_len=VERIFIER_BYTES,
        type=Type.ID,
    )
    return PinVerifier(
        salt=base64.b64encode(salt).decode("ascii"),
        verifier=base64.b64encode(hmac.digest(pepper, stretched, hashlib.sha256)).decode("ascii"),
        memory_kib=PIN_MEMORY_KIB,
        iterations=PIN_ITERATIONS,
    )
