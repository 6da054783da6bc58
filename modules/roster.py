"""The roster: the only source of persons and staff of an institution, as carried by feed or medium (SETTLED 8).

- A `DetaineeId` is drawn by the gateway; the registration number is an attribute that a person logs in with.
- A PIN is never here: only a verifier that says nothing without the terminal group's pepper (SETTLED 9).
- Not here: checking a PIN (kiosk/store/pins.py) and the throttle.
"""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import (
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
    model_validator,
)

from modules.ids import DetaineeId, InstitutionId, StaffId, TerminalId
from modules.retention import RetentionTerms
from modules.signed import PublicKey
from modules.texts import DUTCH, Language
from modules.values import Value

Number = Annotated[str, StringConstraints(pattern=r"^[0-9]{4,10}$")]
Pin = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Salt = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=100)]
_Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=100)]


PIN_MEMORY_KIB, PIN_ITERATIONS = 65_536, 5
"""What a new verifier costs: about 0.3 s on the reference machine (D34); a terminal checks at what it says."""


class Role(StrEnum):
    """What a member of staff does here."""

    MENTOR = "mentor"
    CASE_MANAGER = "case_manager"
    OPERATOR = "operator"


class PinVerifier(Value):
    """HMAC-SHA-256(pepper, Argon2id(PIN, salt)); salt 16 and verifier 32 bytes, base64; cost as recorded."""

    salt: Salt
    verifier: _Base64
    memory_kib: Annotated[int, Field(ge=19_456, le=1_048_576)]
    iterations: Annotated[int, Field(ge=1, le=20)]
    lanes: Annotated[int, Field(ge=1, le=8)] = 1


class RosterPerson(Value):
    """One detainee: who he is here, and what lets him in; without a verifier he begins with a code from staff."""

    detainee: DetaineeId
    number: Number
    name: Name
    wing: Name
    mentor: StaffId
    language: Language = DUTCH
    vris: bool = False
    admitted_ms: Annotated[int, Field(ge=0, lt=1 << 53)] | None = None
    leaves_ms: Annotated[int, Field(ge=0, lt=1 << 53)] | None = None
    pin: PinVerifier | None = None

    @model_serializer(mode="wrap")
    def _without_unknown_days(self, written: SerializerFunctionWrapHandler) -> dict[str, object]:
        """Leaves out a day that is not known, as rosters did before there were days."""
        fields: dict[str, object] = written(self)
        return {
            name: value
            for name, value in fields.items()
            if value is not None or name not in ("admitted_ms", "leaves_ms")
        }


class RosterStaff(Value):
    """One member of staff; logs in at a terminal with number and PIN."""

    staff: StaffId
    number: Number
    name: Name
    role: Role
    pin: PinVerifier


class RosterTerminal(Value):
    """One terminal of the institution and its public signing key."""

    terminal: TerminalId
    wing: Name
    key: PublicKey


class Roster(Value):
    """Everybody and every terminal of one institution, at one version."""

    institution: InstitutionId
    institution_name: Name
    version: Annotated[int, Field(ge=1)]
    people: tuple[RosterPerson, ...] = ()
    staff: tuple[RosterStaff, ...] = ()
    terminals: tuple[RosterTerminal, ...] = ()
    retention: RetentionTerms | None = None

    @model_serializer(mode="wrap")
    def _without_unknown_terms(self, written: SerializerFunctionWrapHandler) -> dict[str, object]:
        """Leaves out terms that are not told, as rosters did before they were."""
        fields: dict[str, object] = written(self)
        return {name: value for name, value in fields.items() if value is not None or name != "retention"}

    @model_validator(mode="after")
    def _numbers_are_unique(self) -> Self:
        numbers = [person.number for person in self.people] + [member.number for member in self.staff]
        if len(set(numbers)) != len(numbers):
            raise ValueError("two persons of a roster share one number")
        return self

    def person_by_number(self, number: str) -> RosterPerson | None:
        """Gives the person who logs in with this number, if there is one."""
        return next((person for person in self.people if person.number == number), None)

    def staff_by_number(self, number: str) -> RosterStaff | None:
        """Gives the member of staff who logs in with this number, if there is one."""
        return next((member for member in self.staff if member.number == number), None)

    def person(self, detainee: DetaineeId) -> RosterPerson | None:
        """Gives a person by id, if he is here."""
        return next((person for person in self.people if person.detainee == detainee), None)

    def staff_name(self, staff: StaffId) -> str | None:
        """Gives the name of a member of staff, if he is here."""
        return next((member.name for member in self.staff if member.staff == staff), None)
