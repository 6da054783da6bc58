"""What staff do with a signed plan: read, discuss, check, countersign, bring to the MDO, and the D&R-plan's own steps.

- Each names the digest of the very version it is about; the D&R-plan's own steps may stand without a signed plan,
  because the law asks for one also of who chose not to sign.
- Who did it, and as what, stands in the event: one gateway, or one terminal, writes for many members of staff.
- Reasons are coded phrases first, so that the person reads them in his own language; a few words may be added.
- Not here: who may do what and when (modules/plan/staff.py), and what stands of it all (modules/plan/course.py).
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from modules.ids import Digest, StaffId
from modules.reasons import Exemption, Feasibility, FeasibilityReason, MdoOutcome, MdoReason, TakesAlong, Term
from modules.roster import Role
from modules.signed import PublicKey, Signature
from modules.values import Value

STAFF_WORDS = 280

StaffWords = Annotated[str, StringConstraints(strip_whitespace=True, max_length=STAFF_WORDS)]
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]


class ByStaff(Value):
    """Who did it, and in what role."""

    by: StaffId
    role: Role


class StaffKey(Value):
    """A member of staff's public signing key, certified by the gateway's key (purpose STAFF_KEY)."""

    key: PublicKey
    certified: Signature


class PlanReceived(Value):
    """A signed version came in at the gateway, and is there on disk."""

    kind: Literal["plan_received/1"] = "plan_received/1"
    plan: Digest


class PlanRead(ByStaff):
    """A member of staff opened a signed version for the first time."""

    kind: Literal["plan_read/1"] = "plan_read/1"
    plan: Digest


class PlanDiscussed(ByStaff):
    """A member of staff talked about a signed version with the person."""

    kind: Literal["plan_discussed/1"] = "plan_discussed/1"
    plan: Digest


class FeasibilityChecked(ByStaff):
    """The mentor looked whether the steps can be done here and now."""

    kind: Literal["feasibility_checked/1"] = "feasibility_checked/1"
    plan: Digest
    outcome: Feasibility
    reason: FeasibilityReason | None = None
    words: StaffWords = ""


class PlanCountersigned(ByStaff):
    """The mentor signed a version too; `signature` is over who, as what, and its digest (purpose COUNTERSIGN)."""

    kind: Literal["plan_countersigned/1"] = "plan_countersigned/1"
    plan: Digest
    staff_key: StaffKey
    signature: Signature


class BroughtToMdo(ByStaff):
    """A version was put on the list of an MDO meeting."""

    kind: Literal["brought_to_mdo/1"] = "brought_to_mdo/1"
    plan: Digest
    meeting: Day


class MdoDecided(ByStaff):
    """What an MDO meeting came to about a version, and why."""

    kind: Literal["mdo_decided/1"] = "mdo_decided/1"
    plan: Digest
    meeting: Day
    outcome: MdoOutcome
    reason: MdoReason
    words: StaffWords = ""


class ScreeningDone(ByStaff):
    """The screening at the beginning of a stay was done on a day."""

    kind: Literal["screening_done/1"] = "screening_done/1"
    on: Day


class DrPlanEstablished(ByStaff):
    """The D&R-plan was fixed (vastgesteld) on a day; with the signed version it rests on, if there is one."""

    kind: Literal["dr_plan_established/1"] = "dr_plan_established/1"
    plan: Digest | None
    on: Day


class DrPlanRevised(ByStaff):
    """The D&R-plan was revised (bijgesteld) on a day."""

    kind: Literal["dr_plan_revised/1"] = "dr_plan_revised/1"
    plan: Digest | None
    on: Day


class PlanHandedOver(ByStaff):
    """The plan was handed over at the end of the stay; what the person takes along."""

    kind: Literal["plan_handed_over/1"] = "plan_handed_over/1"
    plan: Digest | None
    on: Day
    takes_along: Annotated[tuple[TakesAlong, ...], Field(max_length=len(TakesAlong))]


class TermExempted(ByStaff):
    """A term of the D&R-plan does not count for this person until a day, with the reason."""

    kind: Literal["term_exempted/1"] = "term_exempted/1"
    term: Term
    until: Day
    reason: Exemption
