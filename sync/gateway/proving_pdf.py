"""What a plan's PDF proves: its seal and the mentor's signature over the pages, and the signed plan attached to it.

- The first signature must certify the file: after it, only the mentor's field may be filled. What else was added,
  changed or swapped is told.
- The pages are the institution's rendering of the attached plan: its seal is who says that they belong together.
- Not here: the attached plan itself (proving.py), making all this (sealing.py).
"""

import asyncio
import io
from collections.abc import Iterator, Sequence

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel

from modules.errors import MalformedError
from modules.plan.document import PlanDocument
from sync.gateway.proving import Finding, Proven, fails, holds, parse_exported, prove_json, unproven
from sync.gateway.sealing import SEAL_FIELD
from sync.gateway.tokens import trusting
from sync.gateway.trust import Trust
from sync.gateway.words import whole_moment

ATTACHED = "plan.json"
ATTACHED_BYTES = 4 * 1024 * 1024
NO_SEAL = "Er staat geen zegel in dit bestand. Wat op de bladzijden staat, zegt niemand."
BROKEN = "{who}: klopt niet. Het bestand is veranderd nadat het verzegeld is, of er is een bladzijde verwisseld."
"""Said of a signature whose bytes do not agree."""
_UNREADABLE = (PdfError, SignatureValidationError, ValueError, KeyError, TypeError, IndexError, AttributeError, OSError)


def prove_pdf(raw: bytes, trusted: Sequence[Trust]) -> Proven:
    """Gives what a plan's PDF proves."""
    try:
        reader = PdfFileReader(io.BytesIO(raw))
        seals = tuple(_seals(reader, trusted))
    except _UNREADABLE:
        return Proven((fails("Dit bestand is beschadigd: het is niet te lezen als PDF."),))
    attached = _attached(reader)
    if attached is None:
        return Proven((*seals, fails("Het getekende plan zit niet in dit bestand.")))
    within = prove_json(attached, trusted)
    return Proven((*seals, *_same_house(reader, attached), *within.findings))


def attached_plan(raw: bytes) -> bytes:
    """Gives the exported plan attached to a PDF.

    Raises:
        MalformedError: There is none.
    """
    try:
        attached = _attached(PdfFileReader(io.BytesIO(raw)))
    except _UNREADABLE:
        attached = None
    if attached is None:
        raise MalformedError("no signed plan is attached to this file")
    return attached


def _attached(reader: PdfFileReader) -> bytes | None:
    try:
        for reference in reader.root["/AF"]:
            one = reference.get_object()
            if one["/UF"] == ATTACHED:
                data: bytes = one["/EF"]["/F"].data
                return data[:ATTACHED_BYTES]
    except _UNREADABLE:
        return None
    return None


def _seals(reader: PdfFileReader, trusted: Sequence[Trust]) -> Iterator[Finding]:
    signatures = reader.embedded_regular_signatures
    if not signatures or signatures[0].field_name != SEAL_FIELD:
        yield fails(NO_SEAL)
    for position, signature in enumerate(signatures):
        who = _who(signature)
        try:
            status = _status(signature, trusted)
        except _UNREADABLE:
            yield fails(BROKEN.format(who=who))
            continue
        yield _sealed(who, status, trusted, is_first=position == 0)
    if signatures:
        yield from _added(signatures[-1], trusted)


def _status(signature: EmbeddedPdfSignature, trusted: Sequence[Trust]) -> PdfSignatureStatus:
    context = trusting([certificate for trust in trusted for certificate in trust.certificates])
    return asyncio.run(async_validate_pdf_signature(signature, signer_validation_context=context))


def _sealed(who: str, status: PdfSignatureStatus, trusted: Sequence[Trust], *, is_first: bool) -> Finding:
    if not (status.intact and status.valid):
        return fails(BROKEN.format(who=who))
    if is_first and (status.docmdp_ok is False or status.modification_level not in _ALLOWED):
        return fails(f"{who}: na het zegel is iets toegevoegd of veranderd dat niet mocht, zoals een bladzijde.")
    if trusted and not status.trusted:
        return fails(f"{who}: niet van een inrichting die je vertrouwt.")
    if not trusted:
        return unproven(f"{who}: de bytes kloppen, maar van wie het is, is niet nagekeken.")
    time = status.timestamp_validity
    when = ""
    if time is not None and time.intact and time.valid and time.trusted:
        when = f", op {whole_moment(int(time.timestamp.timestamp() * 1000))}"
    return holds(f"{who}: klopt{when}. De bladzijden zijn niet veranderd.")


def _added(last: EmbeddedPdfSignature, trusted: Sequence[Trust]) -> Iterator[Finding]:
    try:
        status = _status(last, trusted)
    except _UNREADABLE:
        return
    if status.intact and status.coverage is not SignatureCoverageLevel.ENTIRE_FILE:
        yield fails("Na de laatste handtekening is er iets aan het bestand toegevoegd.")


def _same_house(reader: PdfFileReader, attached: bytes) -> Iterator[Finding]:
    """Tells whether the seal is of the institution that the plan names."""
    signatures = reader.embedded_regular_signatures
    try:
        document = PlanDocument.parse(parse_exported(attached).document)
    except MalformedError:
        return
    if signatures and _name(signatures[0]) != document.institution:
        yield fails("Het zegel is van een andere inrichting dan het plan noemt.")
    certification = reader.embedded_regular_signatures[0].docmdp_level if signatures else None
    if signatures and certification is not MDPPerm.FILL_FORMS:
        yield fails("Het zegel laat toe dat er later iets verandert.")


def _who(signature: EmbeddedPdfSignature) -> str:
    what = "Zegel van" if signature.field_name == SEAL_FIELD else "Handtekening van"
    return f"{what} {_name(signature)}"


def _name(signature: EmbeddedPdfSignature) -> str:
    certificate = signature.signer_cert
    return str(certificate.subject.native.get("common_name", "")) if certificate is not None else ""


_ALLOWED = (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)
