"""What became of a signed plan: per version what staff did with it, and the D&R-plan's own steps, as a total fold.

- Every version has a course of its own, known by the digest of its document: nothing is ever carried from one digest
  to another, so a new version begins a new course.
- States run in parallel (SETTLED 13): discussed, checked, countersigned and brought to the MDO are each there or not.
- Of a thing done twice the last in order stands, but a first reading by each reader, and every countersignature, stay.
- `evolve` accepts any event, also about a version that has not come in here yet, and never raises.
- Not here: what may be done when (staff.py), the person's own side (state.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from modules.canonical import canonical
from modules.errors import SignatureError
from modules.events import (
    BroughtToMdo,
    DrPlanEstablished,
    DrPlanRevised,
    Event,
    FeasibilityChecked,
    MdoDecided,
    PlanCountersigned,
    PlanDiscussed,
    PlanHandedOver,
    PlanRead,
    PlanReceived,
    ScreeningDone,
    TermExempted,
)
from modules.ids import Digest, StaffId
from modules.ordering import Recorded
from modules.reasons import Term
from modules.roster import Role
from modules.signed import PublicKey, Purpose, verify

Given = Recorded[Event]
Happened = TypeVar("Happened")
OfVersion = PlanReceived | PlanRead | PlanDiscussed | FeasibilityChecked | PlanCountersigned | BroughtToMdo | MdoDecided
CHANGED_BY: frozenset[type[Event]] = frozenset(
    {
        PlanReceived,
        PlanRead,
        PlanDiscussed,
        FeasibilityChecked,
        PlanCountersigned,
        BroughtToMdo,
        MdoDecided,
        ScreeningDone,
        DrPlanEstablished,
        DrPlanRevised,
        PlanHandedOver,
        TermExempted,
    }
)


@dataclass(frozen=True, slots=True)
class VersionCourse:
    """What became of one version; each is none, or empty, until it happened."""

    received: Recorded[PlanReceived] | None = None
    reads: tuple[Recorded[PlanRead], ...] = ()
    discussed: Recorded[PlanDiscussed] | None = None
    feasibility: Recorded[FeasibilityChecked] | None = None
    countersigned: tuple[Recorded[PlanCountersigned], ...] = ()
    brought: Recorded[BroughtToMdo] | None = None
    decided: Recorded[MdoDecided] | None = None

    def was_read_by(self, staff: StaffId) -> bool:
        """Tells whether this member of staff has opened this version."""
        return any(read.event.by == staff for read in self.reads)

    @property
    def awaits_mdo(self) -> bool:
        """Whether it is on the list of a meeting whose outcome is not there."""
        if self.brought is None:
            return False
        return self.decided is None or self.decided.event.meeting < self.brought.event.meeting


@dataclass(frozen=True, slots=True)
class Course:
    """The course of every version, and what was done with the D&R-plan itself."""

    versions: Mapping[Digest, VersionCourse] = field(default_factory=dict)
    screened: Recorded[ScreeningDone] | None = None
    established: Recorded[DrPlanEstablished] | None = None
    revised: tuple[Recorded[DrPlanRevised], ...] = ()
    handed_over: Recorded[PlanHandedOver] | None = None
    exempted: Mapping[Term, Recorded[TermExempted]] = field(default_factory=dict)
    decisions: tuple[Recorded[MdoDecided], ...] = ()

    def of(self, plan: Digest) -> VersionCourse:
        """Gives the course of the version with this digest; an empty one where nothing happened."""
        return self.versions.get(plan, VersionCourse())


def evolve(course: Course, recorded: Given) -> Course:
    """Gives the course after one event; events of other parts change nothing."""
    event = recorded.event
    match event:
        case ScreeningDone():
            return replace(course, screened=_at(event, recorded))
        case DrPlanEstablished():
            return replace(course, established=_at(event, recorded))
        case DrPlanRevised():
            return replace(course, revised=(*course.revised, _at(event, recorded)))
        case PlanHandedOver():
            return replace(course, handed_over=_at(event, recorded))
        case TermExempted(term=term):
            return replace(course, exempted={**course.exempted, term: _at(event, recorded)})
        case (
            PlanReceived()
            | PlanRead()
            | PlanDiscussed()
            | FeasibilityChecked()
            | PlanCountersigned()
            | BroughtToMdo()
            | MdoDecided()
        ):
            version = _version(course.of(event.plan), event, recorded)
            decisions = (*course.decisions, _at(event, recorded)) if isinstance(event, MdoDecided) else course.decisions
            return replace(course, versions={**course.versions, event.plan: version}, decisions=decisions)
        case _:
            return course


def countersigned_bytes(plan: Digest, by: StaffId, role: Role) -> bytes:
    """Gives the bytes a member of staff signs under a plan (purpose COUNTERSIGN): which plan, who, and as what."""
    return canonical({"by": by, "plan": plan, "role": role.value})


def staff_key_bytes(staff: StaffId, key: PublicKey) -> bytes:
    """Gives the bytes the gateway signs to certify a key of a member of staff (purpose STAFF_KEY)."""
    return canonical({"key": key.model_dump(mode="json"), "staff": staff})


def verify_countersigned(event: PlanCountersigned, plan: Digest, gateway_key: PublicKey) -> None:
    """Returns only if the member of staff it names signed for exactly this plan, with a key the gateway certified.

    Raises:
        SignatureError: It is about another plan, or a signature does not hold.
    """
    if event.plan != plan:
        raise SignatureError("the countersignature is about another plan")
    key = event.staff_key
    verify(Purpose.STAFF_KEY, staff_key_bytes(event.by, key.key), key.certified, gateway_key)
    verify(Purpose.COUNTERSIGN, countersigned_bytes(plan, event.by, event.role), event.signature, key.key)


def _version(known: VersionCourse, event: OfVersion, recorded: Given) -> VersionCourse:
    match event:
        case PlanReceived():
            return known if known.received else replace(known, received=_at(event, recorded))
        case PlanRead(by=by):
            return known if known.was_read_by(by) else replace(known, reads=(*known.reads, _at(event, recorded)))
        case PlanDiscussed():
            return replace(known, discussed=_at(event, recorded))
        case FeasibilityChecked():
            return replace(known, feasibility=_at(event, recorded))
        case PlanCountersigned():
            return replace(known, countersigned=(*known.countersigned, _at(event, recorded)))
        case BroughtToMdo():
            return replace(known, brought=_at(event, recorded))
        case MdoDecided():
            return replace(known, decided=_at(event, recorded))


def _at(event: Happened, recorded: Given) -> Recorded[Happened]:
    return Recorded(event, recorded.place, recorded.seen)
