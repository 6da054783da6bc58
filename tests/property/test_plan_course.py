"""Plan, mentor and MDO in random orders on two terminals and the gateway: what was signed stays as its signer saw it.

- Two terminals write and sign with keys of their own; the gateway writes what staff do; each carries when it pleases.
- At every moment each place holds: no signature stands under a text its signer did not see, and nothing signed is lost
  or changed. When all was carried, all three know the same.
- Not here: each decider on its own (test_deciders.py), merging and clocks (test_replicas.py).
"""

from collections.abc import Callable
from contextlib import suppress

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from modules import person
from modules.errors import RefusedError
from modules.events import Event, PersonKey, PlanSigned, StaffKey
from modules.exercises.shared import Audience, PlanPart, Said
from modules.ids import Digest, GoalId, ItemId, TerminalId
from modules.ordering import Recorded
from modules.person import PersonState
from modules.plan import commands as plan
from modules.plan import staff
from modules.plan.compose import Made, Signing, compose, plan_sections
from modules.plan.course import VersionCourse, countersigned_bytes, staff_key_bytes, verify_countersigned
from modules.plan.document import Person, PlanDocument, Section, SignedAt, mark_digest, person_key_bytes, verify_signed
from modules.plan.doing import BringToMdo, CheckFeasibility, Countersign, Discuss, Doing, Read, RecordOutcome
from modules.plan.state import digest_of
from modules.reasons import DeclineReason, Feasibility, MdoOutcome, MdoReason
from modules.roster import Role
from modules.signed import Purpose, SoftwareSigner
from modules.texts import DUTCH
from tests.definitions import a_kvv_edition, a_reflector_edition
from tests.makers import (
    GATEWAY,
    MARK,
    MENTOR,
    OTHER_TERMINAL,
    OTHER_TERMINAL_SIGNER,
    PERSON,
    TERMINAL,
    TERMINAL_SIGNER,
    a_goal,
    an_id,
    did,
    replayed,
)
from tests.property.replicas import Replica, World

REFLECTOR, KVV = a_reflector_edition(), a_kvv_edition()
BUILDER = ItemId("m8.goals")
GOALS = [GoalId(an_id("goal-", number)) for number in (1, 2)]
STEPS = [Said(own="ik bel mijn oude baas"), Said(own="ik schrijf een brief")]
GATEWAY_SIGNER, MENTOR_SIGNER = SoftwareSigner(b"gateway!" * 4), SoftwareSigner(b"a mentor" * 4)
TERMINALS = ((TERMINAL, TERMINAL_SIGNER), (OTHER_TERMINAL, OTHER_TERMINAL_SIGNER))
PLACES = st.sampled_from([0, 1])
WAYS = st.sampled_from([(here, there) for here in range(3) for there in range(3) if here != there])


class Wing(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        world = World()
        self.places = [Replica(world, writer) for writer in (TERMINAL, OTHER_TERMINAL, GATEWAY)]
        self.signers = [SoftwareSigner(bytes([number + 1]) * 32) for number in range(2)]
        self.shown: dict[str, str] = {}
        self.signed: list[PlanSigned] = []
        self.places[0].write((did(),))

    def _do(self, at: int, decide: Callable[[PersonState], tuple[Event, ...]]) -> None:
        with suppress(RefusedError):
            self.places[at].write(decide(self.places[at].person()))

    @rule(at=PLACES, goal_id=st.sampled_from(GOALS), step=st.sampled_from(STEPS))
    def make_a_goal(self, at: int, goal_id: GoalId, step: Said) -> None:
        command = plan.SetGoal(BUILDER, goal_id, a_goal(first_step=step))
        self._do(at, lambda state: plan.decide(KVV, state.plan, command))

    @rule(
        at=PLACES,
        command=st.sampled_from(
            [
                *(plan.ChooseShare(PlanPart.STRENGTHS, audience) for audience in (Audience.ONLY_ME, Audience.MENTOR)),
                *(plan.RemoveGoal(goal_id) for goal_id in GOALS),
                *(plan.TickStep(goal_id, done) for goal_id in GOALS for done in (True, False)),
                plan.ReadyPlan(),
                plan.DeclinePlan(DeclineReason.DISAGREE, Said(own="zo wil ik het niet")),
            ]
        ),
    )
    def change_or_live_with_it(self, at: int, command: plan.PlanCommand) -> None:
        self._do(at, lambda state: plan.decide(KVV, state.plan, command))

    @rule(at=PLACES)
    def sign(self, at: int) -> None:
        place, (terminal, by_terminal) = self.places[at], TERMINALS[at]
        state = place.person()
        if not state.plan.whole_goals:
            return
        document = compose(REFLECTOR, KVV, Made(state.reflector, state.kvv, state.plan), self._signing(place, terminal))
        self.shown[document.text] = place.lane.key
        raw, signer = document.text.encode(), self.signers[at]
        certified = by_terminal.sign(Purpose.PERSON_KEY, person_key_bytes(PERSON, signer.public_key))
        key = PersonKey(key=signer.public_key, certified=certified)
        command = plan.SignPlan(
            document.text, MARK, key, signer.sign(Purpose.PLAN, raw), by_terminal.sign(Purpose.PLAN, raw)
        )
        events = plan.decide(KVV, state.plan, command)
        self.signed += [event for event in events if isinstance(event, PlanSigned)]
        place.write(events)
        assert place.person().plan.is_signed

    def _signing(self, place: Replica, terminal: TerminalId) -> Signing:
        return Signing(
            person=Person(id=PERSON, name="J. de Vries"),
            institution="PI De Linde",
            terminal=terminal,
            language=DUTCH,
            heads=tuple(head.hash for head in place.heads()),
            signed_at=SignedAt(wall_ms=place.moment().wall_ms, certain=True),
            mark=mark_digest(MARK),
        )

    @rule(at=PLACES, first=st.booleans())
    def choose_a_version(self, at: int, first: bool) -> None:
        rivals = self.places[at].person().plan.rivals
        if rivals:
            chosen = digest_of(rivals[0 if first else -1].event)
            self._do(at, lambda state: plan.decide(KVV, state.plan, plan.ChooseVersion(chosen)))
            after = self.places[at].person().plan
            assert after.rivals == ()
            assert after.current is not None
            assert digest_of(after.current.event) == chosen

    @rule(which=st.integers(0, 5), what=st.integers(0, 5), moon=st.booleans())
    def staff_do_something(self, which: int, what: int, moon: bool) -> None:
        gateway = self.places[2]
        state = gateway.person()
        signed = [(digest_of(one.event), one) for one in state.plan.signed]
        plans = [digest for digest, _ in signed] or [Digest("ee" * 32)]
        chosen = Digest("ef" * 32) if moon else plans[which % len(plans)]
        key = StaffKey(
            key=MENTOR_SIGNER.public_key,
            certified=GATEWAY_SIGNER.sign(Purpose.STAFF_KEY, staff_key_bytes(MENTOR, MENTOR_SIGNER.public_key)),
        )
        signature = MENTOR_SIGNER.sign(Purpose.COUNTERSIGN, countersigned_bytes(chosen, MENTOR, Role.MENTOR))
        command = (
            Read(chosen),
            Discuss(chosen),
            CheckFeasibility(chosen, Feasibility.FEASIBLE, None, ""),
            Countersign(chosen, key, signature),
            BringToMdo(chosen, "2026-11-30"),
            RecordOutcome(chosen, MdoOutcome.GO_ON, MdoReason.FITS, ""),
        )[what]
        role = Role.CASE_MANAGER if isinstance(command, RecordOutcome) else Role.MENTOR
        doing = Doing(MENTOR, role, "2026-11-30", command)
        try:
            gateway.write(staff.decide(staff.known_versions(signed), state.course, doing))
        except RefusedError:
            return
        assert not moon

    @rule(way=WAYS, part=st.sampled_from([3, 7, 10]))
    def carry(self, way: tuple[int, int], part: int) -> None:
        own = self.places[way[0]].own()
        self.places[way[1]].take_in(own[: len(own) * part // 10])

    @invariant()
    def no_signature_stands_under_what_its_signer_did_not_see(self) -> None:
        for place in self.places:
            for one in place.person().plan.signed:
                terminal = TerminalId(one.place.lane.partition("/")[0])
                document = verify_signed(one.event, dict(TERMINALS)[terminal].public_key)
                assert document.terminal == terminal
                assert self.shown[document.text] == one.place.lane
        written = replayed(*(place.own() for place in self.places))
        for one in person.fold(written).plan.signed:
            seen = [other for other in written if one.saw(other.place)]
            assert PlanDocument.parse(one.event.document).sections == _sections(seen)

    @invariant()
    def what_staff_did_stands_under_the_version_they_opened(self) -> None:
        course = self.places[2].person().course
        versions = {digest_of(signed) for signed in self.signed}
        for digest, version in course.versions.items():
            assert digest in versions
            assert version.reads or version == VersionCourse()
            for one in version.countersigned:
                verify_countersigned(one.event, digest, GATEWAY_SIGNER.public_key)

    def teardown(self) -> None:
        for place in self.places:
            for other in self.places:
                place.take_in(other.entries)
        here, there, gateway = (place.person() for place in self.places)
        assert here == there == gateway
        kept = sorted(one.event.document for one in here.plan.signed)
        assert kept == sorted(signed.document for signed in self.signed)
        if here.plan.rivals:
            self.choose_a_version(0, first=True)
            self.places[1].take_in(self.places[0].entries)
            assert self.places[1].person().plan.rivals == ()
            assert len(self.places[1].person().plan.signed) == len(self.signed)


def _sections(recorded: list[Recorded[Event]]) -> tuple[Section, ...]:
    state = person.fold(recorded)
    return plan_sections(REFLECTOR, KVV, Made(state.reflector, state.kvv, state.plan), DUTCH)


TestWing = Wing.TestCase
TestWing.settings = settings(max_examples=25, stateful_step_count=40)
