"""What is done with what is kept of a person: who looked, what he asks about it, and that it was erased."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from modules.access import Action
from modules.ids import DetaineeId, InstitutionId, StaffId
from modules.reasons import CorrectionReason
from modules.retention import RetentionClass
from modules.values import Value


class RecordAccessed(Value):
    """Somebody looked at what is kept of the person, or did something with it; `by` is none for the gateway's desk."""

    kind: Literal["record_accessed/1"] = "record_accessed/1"
    by: StaffId | None
    action: Action


class CorrectionAsked(Value):
    """The person wants something about him put right, and says why; his own words if he wrote any."""

    kind: Literal["correction_asked/1"] = "correction_asked/1"
    reason: CorrectionReason
    words: Annotated[str, StringConstraints(max_length=200)] = ""


class DataPrintAsked(Value):
    """The person wants what is kept of him on paper; staff print it at the desk (SETTLED 16)."""

    kind: Literal["data_print_asked/1"] = "data_print_asked/1"


class PersonErased(Value):
    """Everything of a person that is kept under a class was erased; the id stands in no list of names any more.

    Its subject is the terminal that erased its own copy, or the institution where the gateway erased all of it.
    """

    kind: Literal["person_erased/1"] = "person_erased/1"
    person: DetaineeId
    kept_as: RetentionClass


class PersonMoved(Value):
    """A person went to another institution of this gateway: the key of its terminals, and the proof that it is theirs.

    Its subject is the institution he left; there a terminal hands his lanes' keys on before its copy goes (JOURNAL 10).
    """

    kind: Literal["person_moved/1"] = "person_moved/1"
    person: DetaineeId
    institution: InstitutionId
    group: Annotated[str, StringConstraints(max_length=4000)]
    vouched: Annotated[str, StringConstraints(max_length=200)]
