"""What of a signed plan a reader gets: the one table (modules/disclosure.py) laid over a document.

- Every page and file of the gateway that shows a plan asks here; what he does not get is not in it.
- A signature covers the whole text: who does not read all of it neither takes the signed file nor signs it too.
- Not here: the table itself, and the choice a person makes before signing (kiosk/views/shares.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from modules.disclosure import Reader, parts_for
from modules.exercises.shared import PlanPart
from modules.plan.document import PlanDocument, Section
from modules.roster import Role

_STAFF: Mapping[Role, Reader] = {Role.MENTOR: Reader.MENTOR, Role.CASE_MANAGER: Reader.CASE_MANAGER}


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of a plan that stand open to one reader."""

    parts: frozenset[PlanPart]

    def sections(self, document: PlanDocument) -> tuple[Section, ...]:
        """Gives the parts of a document that he gets, in its order."""
        return tuple(section for section in document.sections if section.part in self.parts)

    def is_whole(self, document: PlanDocument) -> bool:
        """Tells whether he gets all of it."""
        return self.sections(document) == document.sections


HIMSELF = Reading(frozenset(PlanPart))
"""Whose plan it is reads all of it."""

MEETING = Reading(parts_for(Reader.CASE_MANAGER, vris=False))
"""What an MDO gets: what the case manager, who brings it together, may read."""


def reading_of(reader: Reader, *, vris: bool) -> Reading:
    """Gives what a reader gets of the plan of somebody who has a municipality to return to, or has none (Vris)."""
    return Reading(parts_for(reader, vris=vris))


def reading_of_staff(role: Role) -> Reading:
    """Gives what a member of staff gets; an operator gets nothing."""
    return reading_of(_STAFF[role], vris=False) if role in _STAFF else Reading(frozenset())
