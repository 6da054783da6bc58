"""PAdES on a plan's PDF: the institution certifies it, then the mentor signs; never a key held for the person.

- Every field is made before the first signature, and stands in the structure tree (a Form element with its OBJR, an
  entry in the parent tree, a name to read out), so that the file stays PDF/UA when it is signed.
- RSA and SHA-256, so that the file stays PDF 1.7 and common readers check it; a stamp is drawn in lines, without type.
- Each signature carries a time stamp where a stamper is given.
- Not here: whose keys (seals.py), time (stamps.py), checking (proving.py).
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from asn1crypto import keys, x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from sync.gateway.seals import Seal

SEAL_FIELD: Final = "Zegel"
MENTOR_FIELD: Final = "Mentor"
_BOX: Final = 60
_BOXES: Final = {SEAL_FIELD: (362, 76, 422, 136), MENTOR_FIELD: (453, 76, 513, 136)}
_DRAWN: Final = b"q 0.035 0.325 0.376 RG 2 w 1 J 1 j 6 6 48 48 re S 11 11 38 38 re S 20 30 m 27 22 l 41 39 l S Q"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs a PDF: in which field, with what key, and how the field is read out."""

    field: str
    seal: Seal
    name: str
    read_out: str
    reason: str


class _Adding(IncrementalPdfFileWriter):
    """Adds to a file and leaves its metadata as they were set: the library writes them in a form of its own."""

    def _update_meta(self) -> None:
        pass


def sealed(pdf: bytes, signatories: Sequence[Signatory], stamper: TimeStamper | None) -> bytes:
    """Gives a PDF with these signatures, the first of which certifies it; only the later fields may still be filled.

    Raises:
        OSError: The time stamps could not be had.
    """
    for position, signatory in enumerate(signatories):
        writer = _Adding(io.BytesIO(pdf))
        if position == 0:
            _add_fields(writer, signatories)
            raw = io.BytesIO()
            writer.write(raw)
            writer = _Adding(raw)
        pdf = _signed(writer, signatory, stamper, certifies=position == 0)
    return pdf


def der(certificate: "Seal") -> tuple[x509.Certificate, x509.Certificate]:
    """Gives a seal's certificate and its authority's, as the PDF library takes them."""
    own, authority = (one.public_bytes(Encoding.DER) for one in (certificate.certificate, certificate.authority))
    return x509.Certificate.load(own), x509.Certificate.load(authority)


def private_key(seal: Seal) -> keys.PrivateKeyInfo:
    """Gives a seal's private key, as the PDF library takes it."""
    raw = seal.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return keys.PrivateKeyInfo.load(raw)


def _signed(
    writer: IncrementalPdfFileWriter, signatory: Signatory, stamper: TimeStamper | None, *, certifies: bool
) -> bytes:
    certificate, authority = der(signatory.seal)
    registry = SimpleCertificateStore()
    registry.register(authority)
    meta = PdfSignatureMetadata(
        field_name=signatory.field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=certifies,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        name=signatory.name,
        reason=signatory.reason,
    )
    style = StaticStampStyle(
        border_width=0, background=RawContent(_DRAWN, box=BoxConstraints(_BOX, _BOX)), background_opacity=1.0
    )
    signer = SimpleSigner(certificate, private_key(signatory.seal), registry)
    pdf_signer = PdfSigner(meta, signer, timestamper=stamper, stamp_style=style)
    out = pdf_signer.sign_pdf(writer, existing_fields_only=True)
    return bytes(out.getbuffer())


def _add_fields(writer: IncrementalPdfFileWriter, signatories: Sequence[Signatory]) -> None:
    for signatory in signatories:
        spec = SigFieldSpec(
            signatory.field, on_page=-1, box=_BOXES[signatory.field], readable_field_name=signatory.read_out
        )
        append_signature_field(writer, spec)
    page = writer.find_page_for_modification(-1)[0]
    fields = writer.root["/AcroForm"]["/Fields"]
    for signatory, reference in zip(signatories, list(fields)[-len(signatories) :], strict=True):
        _tag(writer, page, reference, signatory)


def _tag(
    writer: IncrementalPdfFileWriter,
    page: generic.IndirectObject,
    widget: generic.IndirectObject,
    signatory: Signatory,
) -> None:
    """Puts a field in the structure tree: read in its place, and found from the page."""
    tree = writer.root["/StructTreeRoot"]
    document = tree["/K"][0]
    number = int(tree["/ParentTreeNextKey"])
    form = generic.DictionaryObject(
        {
            generic.NameObject("/Type"): generic.NameObject("/StructElem"),
            generic.NameObject("/S"): generic.NameObject("/Form"),
            generic.NameObject("/P"): tree.raw_get("/K")[0] if _is_array(tree.raw_get("/K")) else tree.raw_get("/K"),
            generic.NameObject("/Pg"): page,
            generic.NameObject("/Alt"): generic.TextStringObject(signatory.read_out),
            generic.NameObject("/K"): generic.DictionaryObject(
                {
                    generic.NameObject("/Type"): generic.NameObject("/OBJR"),
                    generic.NameObject("/Obj"): widget,
                    generic.NameObject("/Pg"): page,
                }
            ),
        }
    )
    added = writer.add_object(form)
    document["/K"].append(added)
    writer.update_container(document["/K"])
    annotation = widget.get_object()
    annotation[generic.NameObject("/StructParent")] = generic.NumberObject(number)
    annotation[generic.NameObject("/Contents")] = generic.TextStringObject(signatory.read_out)
    writer.mark_update(widget)
    numbers = tree["/ParentTree"]["/Nums"]
    numbers.extend([generic.NumberObject(number), added])
    writer.update_container(numbers)
    tree[generic.NameObject("/ParentTreeNextKey")] = generic.NumberObject(number + 1)
    writer.update_container(tree)


def _is_array(value: object) -> bool:
    return isinstance(value, generic.ArrayObject)
