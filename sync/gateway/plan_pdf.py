"""A person's signed plan made into files: the JSON with every signature, and the sealed PDF that has it attached.

- A time stamp that cannot be had now keeps no plan in: the words then say that the time is the terminal's.
- A plan whose signatures do not hold gets no seal and no PDF: a seal on it would lend it a look of truth.
- Not here: the verb and the access log (verbs.py), reading it back (proving.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from modules.canonical import canonical
from modules.errors import RetryLaterError
from modules.ids import Digest, TerminalId
from modules.roster import Roster
from sync.gateway.drplan import DrPlan, Proof, SignedPlan
from sync.gateway.enrolments import Enrolments
from sync.gateway.keys import GatewaySecret
from sync.gateway.plan_file import Countersigned, ExportedPlan, exported_plan
from sync.gateway.sealing import MENTOR_FIELD, SEAL_FIELD, Signatory, sealed
from sync.gateway.seals import Seals
from sync.gateway.sheets import Facts
from sync.gateway.stamps import Stamps
from sync.gateway.tokens import token_time_ms
from sync.gateway.typeset import typeset

SEAL_REASON = "Verzegeld door de inrichting: dit is het plan zoals het is getekend"
MENTOR_REASON = "Meegetekend door de mentor"


@dataclass(frozen=True, slots=True)
class PlanFiles:
    """A plan as files: its JSON, its PDF where it holds, and whether a time stamp is in them."""

    exported: ExportedPlan
    pdf: bytes | None
    is_stamped: bool

    @property
    def json(self) -> bytes:
        """The exported plan, as canonical JSON."""
        return canonical(self.exported)


class PlanPrinter:
    """Makes the files of plans, with the keys of one gateway."""

    def __init__(self, enrolments: Enrolments, secret: GatewaySecret, seals: Seals, stamps: Stamps) -> None:
        self._enrolments = enrolments
        self._signer = secret.signer
        self._seals = seals
        self._stamps = stamps

    def exported(self, roster: Roster, plan: DrPlan, signed: SignedPlan) -> ExportedPlan:
        """Gives one signed version with everything that proves it, as far as it is here now."""
        return self._exported(
            roster, plan, signed, self._stamps.of(signed.document.digest) if signed.document else None
        )

    def files(self, roster: Roster, plan: DrPlan, signed: SignedPlan) -> PlanFiles:
        """Gives the files of one signed version, with a time stamp if one can be had now.

        Raises:
            MalformedError: It cannot be laid out.
        """
        document = signed.document
        if signed.proof is not Proof.HOLDS or document is None:
            return PlanFiles(self._exported(roster, plan, signed, None), None, is_stamped=False)
        token = self._token(document.digest)
        exported = self._exported(roster, plan, signed, token)
        last = exported.countersigned[-1] if exported.countersigned else None
        facts = Facts(
            mentor=last.name if last else "",
            mentor_ms=last.at_ms if last else 0,
            stamped_ms=token_time_ms(token) if token else None,
        )
        made = typeset(document, canonical(exported), facts, self._signer)
        signatories = list(self._signatories(roster, last))
        raw = sealed(made.raw, signatories, self._stamps.stamper() if token else None)
        return PlanFiles(exported, raw, is_stamped=token is not None)

    def _exported(self, roster: Roster, plan: DrPlan, signed: SignedPlan, token: bytes | None) -> ExportedPlan:
        holds = signed.proof is Proof.HOLDS and signed.document is not None
        under = tuple(self._countersigned(roster, plan, signed.document.digest)) if holds and signed.document else ()
        known = self._enrolments.terminal(TerminalId(signed.recorded.place.lane.partition("/")[0]))
        return exported_plan(signed, known.key if known else None, under, token, self._signer)

    def _token(self, plan: Digest) -> bytes | None:
        try:
            return self._stamps.stamp(plan)
        except RetryLaterError:
            return None

    def _countersigned(self, roster: Roster, plan: DrPlan, digest: Digest) -> Iterator[Countersigned]:
        for one in plan.course.of(digest).countersigned:
            event = one.event
            name = roster.staff_name(event.by) or event.by
            yield Countersigned(name=name, at_ms=one.place.clock[0], event=event)

    def _signatories(self, roster: Roster, mentor: Countersigned | None) -> Iterator[Signatory]:
        house = roster.institution_name
        seal = self._seals.institution_seal(roster.institution, house)
        yield Signatory(SEAL_FIELD, seal, house, f"Zegel van {house}", SEAL_REASON)
        if mentor:
            key = self._seals.staff_seal(mentor.event.by, mentor.name, house)
            read_out = f"Handtekening van {mentor.name}, mentor"
            yield Signatory(MENTOR_FIELD, key, mentor.name, read_out, MENTOR_REASON)
