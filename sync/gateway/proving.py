"""What a plan's file proves, by whom, when, and what it does not: said in plain Dutch, with no network and no clock.

- Each thing looked at is one `Finding`: it holds, it fails, or it is something that no file of this kind can prove.
- A proof ends at the trust files given: without one, signatures can agree with each other and still be anybody's.
- Not here: the PDF around it (proving_pdf.py), printing and exit codes (plan_verbs.py).
"""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pydantic import ValidationError

from modules.errors import MalformedError, SignatureError
from modules.ids import Digest
from modules.plan.course import verify_countersigned
from modules.plan.document import PlanDocument, verify_person_key
from modules.signed import PublicKey, Purpose, Signature, verify
from sync.gateway.drplan import Proof
from sync.gateway.paper import read_paper, unproven_page
from sync.gateway.plan_file import Countersigned, ExportedPlan
from sync.gateway.tokens import token_proof
from sync.gateway.trust import Trust
from sync.gateway.words import PROOFS, ROLES, whole_moment

SHARED_TERMINAL = (
    "Dat alleen deze persoon kon tekenen. Er is getekend met de eigen PIN, op een terminal die gedeeld wordt."
)
PAPER_ITSELF = "Dat het papier niet veranderd is. Vergelijk de tekst hieronder met wat erop staat."
NO_TRUST = "Van wie dit komt. Geef met --trust het bestand dat de inrichting zelf gegeven heeft."
CHANGED = "Aan het plan is iets veranderd nadat het getekend is: een woord, een datum of de getekende krabbel."


class Outcome(StrEnum):
    """What became of one check."""

    HOLDS = "bewezen"
    FAILS = "klopt niet"
    OPEN = "niet bewezen"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, in a sentence."""

    outcome: Outcome
    said: str


@dataclass(frozen=True, slots=True)
class Proven:
    """Everything found about one file; `text` is what may be compared with paper."""

    findings: tuple[Finding, ...]
    text: str = ""

    @property
    def holds(self) -> bool:
        """Whether nothing failed, and it is known of whom it is."""
        return not any(one.outcome is Outcome.FAILS or one.said == NO_TRUST for one in self.findings)


def holds(said: str) -> Finding:
    """Gives a finding that is proven."""
    return Finding(Outcome.HOLDS, said)


def fails(said: str) -> Finding:
    """Gives a finding that is wrong."""
    return Finding(Outcome.FAILS, said)


def unproven(said: str) -> Finding:
    """Gives a finding that nothing here proves."""
    return Finding(Outcome.OPEN, said)


def prove_paper(text: str, trusted: Sequence[Trust]) -> Proven:
    """Gives what the text of a page's code proves."""
    try:
        page = unproven_page(text)
    except MalformedError:
        return Proven((fails("Dit is geen code van een plan, of hij is niet helemaal gelezen."),))
    where = f"bladzijde {page.page} van {page.pages} van het plan met kenmerk {_mark(page.plan)}"
    if not trusted:
        return Proven((unproven(NO_TRUST), unproven(PAPER_ITSELF)), page.text)
    try:
        read_paper(text, tuple(trust.signing for trust in trusted))
    except SignatureError:
        return Proven((fails("De code is veranderd, of niet gemaakt door een gateway die je vertrouwt."),))
    said = f"Zo'n plan is getekend en aangekomen. Dit is de code van {where}."
    return Proven((holds(said), unproven(PAPER_ITSELF), unproven(SHARED_TERMINAL)), page.text)


def parse_exported(raw: bytes) -> ExportedPlan:
    """Gives an exported plan.

    Raises:
        MalformedError: It is none.
    """
    try:
        return ExportedPlan.model_validate_json(raw)
    except ValidationError:  # its text would quote a person's words
        raise MalformedError("this is no exported plan") from None


def prove_json(raw: bytes, trusted: Sequence[Trust]) -> Proven:
    """Gives what an exported plan proves."""
    try:
        exported = parse_exported(raw)
    except MalformedError:
        return Proven((fails("Dit is geen plan dat `drplan export plan` gemaakt heeft, of het is beschadigd."),))
    try:
        document = PlanDocument.parse(exported.document)
    except MalformedError:
        return Proven((fails(CHANGED),))
    return Proven(tuple(_findings(exported, document, trusted)))


def _findings(exported: ExportedPlan, document: PlanDocument, trusted: Sequence[Trust]) -> Iterator[Finding]:
    signed = list(_signatures(exported, document))
    yield from signed
    if any(one.outcome is Outcome.FAILS for one in signed):
        return
    yield from _gateway(exported, trusted)
    yield from (_countersigned(one, document.digest, exported.gateway_key) for one in exported.countersigned)
    if not exported.countersigned:
        yield unproven("Dat een mentor heeft meegetekend. Daar staat in dit bestand niets van.")
    yield _time(exported, document, trusted)
    yield unproven(SHARED_TERMINAL)


def _signatures(exported: ExportedPlan, document: PlanDocument) -> Iterator[Finding]:
    terminal, raw = exported.terminal_key, exported.document.encode("utf-8")
    if terminal is None:
        yield fails("De terminal waar getekend is, was bij de gateway niet bekend.")
        return
    by_person = _agrees(raw, exported.by_person, exported.person_key.key)
    by_terminal = _agrees(raw, exported.by_terminal, terminal)
    if not by_person and not by_terminal:
        yield fails(CHANGED)
        return
    try:
        verify_person_key(exported.person_key, document.person.id, terminal)
    except SignatureError:
        yield fails("De handtekening is van iemand anders: de sleutel is niet die van de persoon in dit plan.")
        return
    if not by_person:
        yield fails("De handtekening van de persoon hoort niet bij dit plan.")
    elif not by_terminal:
        yield fails("De handtekening van de terminal hoort niet bij dit plan.")
    else:
        name, version = document.person.name, document.version
        said = f"{name} heeft precies deze tekst getekend (versie {version}, kenmerk {_mark(document.digest)})."
        yield holds(said)


def _gateway(exported: ExportedPlan, trusted: Sequence[Trust]) -> Iterator[Finding]:
    if not _agrees(exported.attested_bytes, exported.attested, exported.gateway_key, Purpose.EXPORT):
        yield fails("Wat erbij staat (van welke terminal, wie meetekende, wanneer aangekomen) is later veranderd.")
    elif not trusted:
        yield unproven(NO_TRUST)
    elif not any(trust.signing == exported.gateway_key for trust in trusted):
        yield fails("Dit bestand komt niet van een gateway die je vertrouwt.")
    elif exported.proof is not Proof.HOLDS:
        yield fails(f"De gateway zelf zegt: {PROOFS[exported.proof][0].lower()}.")
    else:
        yield holds(f"Het plan kwam van een bekende terminal aan op {whole_moment(exported.arrived_ms)}.")


def _countersigned(one: Countersigned, plan: Digest, gateway: PublicKey) -> Finding:
    who = f"{one.name} ({ROLES[one.event.role]})"
    try:
        verify_countersigned(one.event, plan, gateway)
    except SignatureError:
        return fails(f"De handtekening van {who} hoort niet bij dit plan.")
    return holds(f"{who} heeft hetzelfde plan ook getekend, op {whole_moment(one.at_ms)}.")


def _time(exported: ExportedPlan, document: PlanDocument, trusted: Sequence[Trust]) -> Finding:
    at = whole_moment(document.signed_at.wall_ms)
    sure = "minder" if document.signed_at.certain else "meer"
    if exported.time_token is None:
        said = f"Wanneer. Er is geen tijdstempel. Volgens de terminal was het {at}; die klok was "
        return unproven(f"{said}{sure} dan een dag ervoor nagekeken.")
    roots = [certificate for trust in trusted for certificate in trust.certificates]
    try:
        token = token_proof(base64.b64decode(exported.time_token), document.digest, roots)
    except (MalformedError, ValueError):
        return fails("De tijdstempel is beschadigd.")
    if not token.holds:
        return fails("De tijdstempel hoort niet bij dit plan.")
    if not token.is_trusted:
        return unproven("Wanneer. De tijdstempel is van een dienst die niet in het vertrouwensbestand staat.")
    return holds(f"Het plan was er uiterlijk op {whole_moment(token.time_ms)}, zegt {token.authority}.")


def _agrees(raw: bytes, signature: Signature, key: PublicKey, purpose: Purpose = Purpose.PLAN) -> bool:
    try:
        verify(purpose, raw, signature, key)
    except SignatureError:
        return False
    return True


def _mark(plan: Digest) -> str:
    return f"{plan[:16]} {plan[16:32]}"
