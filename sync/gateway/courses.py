"""The course of a signed plan, as the gateway writes it: it came in, was opened, discussed, signed by a mentor too.

- What may be done is decided in modules/plan/staff.py, over what the register holds at that moment.
- That a plan came in is written when its batch is on disk; a plan whose signature does not hold is never said to be
  received, nor does it have a course.
- A mentor's key signs only where his password was given again for it (steps.py).
- Not here: writing it down (own_lane.py), requests and forms (steps.py).
"""

from collections.abc import Callable, Sequence

from modules.events import Event, PlanReceived, StaffKey
from modules.ids import DetaineeId, Digest, InstitutionId, StaffId, SubjectId
from modules.journal import Entry
from modules.plan.course import countersigned_bytes, staff_key_bytes
from modules.plan.doing import Countersign, Doing, Read, StaffCommand
from modules.plan.reading import reading_of_staff
from modules.plan.staff import CourseRefusedError, Why, decide
from modules.roster import Role, RosterStaff
from modules.signed import Purpose, Signer
from sync.bodies import is_opening, is_own
from sync.gateway.clock import Clock, dutch_day
from sync.gateway.drplan import DrPlan, DrPlans
from sync.gateway.own_lane import OwnLane
from sync.gateway.seals import Seals

SIGNED_BYTES = 256
"""Fewer bytes than any sealed body with a signed plan has: three signatures and a key don't compress."""


class Courses:
    """Writes what becomes of signed plans."""

    def __init__(
        self,
        plans: DrPlans,
        lane: OwnLane,
        seals: Seals,
        signer: Signer,
        clock: Clock,
        *,
        wants_stamp: Callable[[Digest], None],
    ) -> None:
        self._plans = plans
        self._lane = lane
        self._seals = seals
        self._signer = signer
        self._clock = clock
        self._wants_stamp = wants_stamp

    def arrived(self, institution: InstitutionId, entries: Sequence[Entry]) -> None:
        """Notes every signed plan that came in with these entries as received.

        Raises:
            StoreError: It could not be written; the next time about this person it is.
        """
        people = dict.fromkeys(one.header.lane.subject for one in entries if _can_hold_plan(one.body))
        for subject in people:
            if subject.startswith("p-"):
                self.receive(institution, DetaineeId(subject))

    def receive(self, institution: InstitutionId, person: DetaineeId) -> None:
        """Notes every signed plan of a person that was not noted yet.

        Raises:
            StoreError: It could not be written.
        """
        for event in self._lane.write(institution, SubjectId(person), lambda: _received(self._plans.of(person))):
            if isinstance(event, PlanReceived):
                self._wants_stamp(event.plan)

    def open(self, institution: InstitutionId, person: DetaineeId, staff: RosterStaff) -> None:
        """Notes that a member of staff opens the plan that stands, where there is one.

        Raises:
            StoreError: It could not be written.
        """
        self.receive(institution, person)
        plan = self._plans.of(person)
        shown = next((version for version, one in plan.holding.items() if one is plan.plan), None)
        if shown is not None and staff.role is not Role.OPERATOR:
            self.do(institution, person, staff, Read(shown))

    def do(
        self, institution: InstitutionId, person: DetaineeId, staff: RosterStaff, command: StaffCommand
    ) -> tuple[Event, ...]:
        """Writes what happens when a member of staff does this, and gives it.

        Raises:
            CourseRefusedError: A rule of modules/plan/staff.py is not met.
            StoreError: It could not be written.
        """
        doing = Doing(staff.staff, staff.role, dutch_day(self._clock.now_ms()).isoformat(), command)

        def decided() -> tuple[Event, ...]:
            plan = self._plans.of(person)
            return decide(plan.known, plan.course, doing)

        return self._lane.write(institution, SubjectId(person), decided)

    def countersign(
        self, institution: InstitutionId, person: DetaineeId, staff: RosterStaff, plan: Digest
    ) -> tuple[Event, ...]:
        """Signs a version with the key of this member of staff, and gives what was written.

        Raises:
            CourseRefusedError: A rule of modules/plan/staff.py is not met, or a part of it is not for his eyes.
            StoreError: It could not be written, or the key cannot be opened.
        """
        signed = self._plans.of(person).holding.get(plan)
        if signed and signed.document and not reading_of_staff(staff.role).is_whole(signed.document):
            raise CourseRefusedError(Why.NOT_WHOLE)
        return self.do(institution, person, staff, self._countersigned(staff.staff, staff.role, plan))

    def _countersigned(self, staff: StaffId, role: Role, plan: Digest) -> Countersign:
        signer = self._seals.staff_signer(staff)
        certified = self._signer.sign(Purpose.STAFF_KEY, staff_key_bytes(staff, signer.public_key))
        signature = signer.sign(Purpose.COUNTERSIGN, countersigned_bytes(plan, staff, role))
        return Countersign(plan, StaffKey(key=signer.public_key, certified=certified), signature)


def _received(plan: DrPlan) -> tuple[Event, ...]:
    return tuple(PlanReceived(plan=version) for version in plan.known if plan.course.of(version).received is None)


def _can_hold_plan(body: bytes | None) -> bool:
    return body is not None and len(body) >= SIGNED_BYTES and not is_opening(body) and not is_own(body)
