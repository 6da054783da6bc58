"""What staff can ask to be done with a signed plan, as values: each command, and who does it in what role and when.

- Not here: whether it may be done, and what then happens (staff.py).
"""

from dataclasses import dataclass

from modules.events import StaffKey
from modules.ids import Digest, StaffId
from modules.reasons import Exemption, Feasibility, FeasibilityReason, MdoOutcome, MdoReason, TakesAlong, Term
from modules.roster import Role
from modules.signed import Signature


@dataclass(frozen=True, slots=True)
class Read:
    """Opens a version."""

    plan: Digest


@dataclass(frozen=True, slots=True)
class Discuss:
    """Says that it was talked about with the person."""

    plan: Digest


@dataclass(frozen=True, slots=True)
class CheckFeasibility:
    """Says whether its steps can be done."""

    plan: Digest
    outcome: Feasibility
    reason: FeasibilityReason | None
    words: str


@dataclass(frozen=True, slots=True)
class Countersign:
    """Signs it too; signature and key are made outside."""

    plan: Digest
    staff_key: StaffKey
    signature: Signature


@dataclass(frozen=True, slots=True)
class BringToMdo:
    """Puts it on the list of a meeting."""

    plan: Digest
    meeting: str


@dataclass(frozen=True, slots=True)
class RecordOutcome:
    """Writes down what the meeting came to."""

    plan: Digest
    outcome: MdoOutcome
    reason: MdoReason
    words: str


@dataclass(frozen=True, slots=True)
class Screen:
    """Says that the screening was done."""

    on: str


@dataclass(frozen=True, slots=True)
class Establish:
    """Fixes the D&R-plan."""

    plan: Digest | None
    on: str


@dataclass(frozen=True, slots=True)
class Revise:
    """Revises the D&R-plan."""

    plan: Digest | None
    on: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """Hands the plan over at the end of the stay."""

    plan: Digest | None
    on: str
    takes_along: tuple[TakesAlong, ...]


@dataclass(frozen=True, slots=True)
class Exempt:
    """Lets a term not count until a day."""

    term: Term
    until: str
    reason: Exemption


StaffCommand = (
    Read
    | Discuss
    | CheckFeasibility
    | Countersign
    | BringToMdo
    | RecordOutcome
    | Screen
    | Establish
    | Revise
    | HandOver
    | Exempt
)


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does what, in what role, and on which day (YYYY-MM-DD)."""

    by: StaffId
    role: Role
    today: str
    command: StaffCommand
