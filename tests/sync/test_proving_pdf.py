"""`drplan verify-plan` on a PDF: its seal, its pages, what was added, and the plan inside.

- Not here: the plan's own signatures (test_proving.py), what other programs say of the file (test_plan_pdf.py).
"""

import io
from collections.abc import Callable, Iterator

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from modules.plan.document import PlanDocument
from sync.gateway.proving_pdf import NO_SEAL, prove_pdf
from tests.proven_plan import Left, a_plan_that_left, failed, failed_none, held


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Left]:
    with a_plan_that_left(tmp_path_factory.mktemp("gateway"), "ar") as left:
        yield left


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Left]:
    with a_plan_that_left(tmp_path_factory.mktemp("elsewhere"), "nl") as left:
        yield left


def test_a_whole_pdf_proves_who_signed_what_and_when(left: Left) -> None:
    proven = prove_pdf(left.pdf, [left.trust])
    assert failed_none(proven)
    said = held(proven)
    name = PlanDocument.parse(left.files.exported.document).person.name
    mentor = left.files.exported.countersigned[0].name
    assert f"{name} heeft precies deze tekst getekend" in said
    assert f"Zegel van {left.opened.roster.institution_name}: klopt" in said
    assert f"Handtekening van {mentor}: klopt" in said
    assert f"{mentor} (mentor) heeft hetzelfde plan ook getekend" in said
    assert "Het plan was er uiterlijk op" in said


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6])
def test_one_changed_byte_of_the_pdf_breaks_its_seal(left: Left, share: float) -> None:
    raw = bytearray(left.pdf)
    at = raw.index(b"stream\n", int(len(raw) * share * 0.5)) + 40
    raw[at] ^= 1
    assert not prove_pdf(bytes(raw), [left.trust]).holds
    assert "klopt niet" in failed(prove_pdf(bytes(raw), [left.trust])) or "beschadigd" in failed(
        prove_pdf(bytes(raw), [left.trust])
    )


def test_a_changed_byte_inside_a_page_is_told_as_changed_after_sealing(left: Left) -> None:
    raw = bytearray(left.pdf)
    raw[raw.index(b"/MediaBox") + len(b"/MediaBox[0 0 5")] ^= 1
    assert "Zegel van" in failed(prove_pdf(bytes(raw), [left.trust]))
    assert "of er is een bladzijde verwisseld" in failed(prove_pdf(bytes(raw), [left.trust]))


def test_a_page_swapped_by_writing_the_pdf_anew_is_told(left: Left, elsewhere: Left) -> None:
    swapped = _rewritten(left.pdf, lambda pdf: _swap(pdf, elsewhere.pdf))
    assert "of er is een bladzijde verwisseld" in failed(prove_pdf(swapped, [left.trust]))


def test_a_page_swapped_in_an_added_revision_is_told(left: Left) -> None:
    assert "niet mocht" in failed(prove_pdf(_with_other_first_page(left.pdf), [left.trust]))


def test_a_pdf_without_its_seal_says_nothing_about_its_pages(left: Left) -> None:
    stripped = _rewritten(left.pdf, _without_fields)
    assert NO_SEAL in failed(prove_pdf(stripped, [left.trust]))


def test_anothers_plan_attached_under_a_seal_is_told(left: Left, elsewhere: Left) -> None:
    def put(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AF[0].EF.F = pdf.make_stream(elsewhere.files.json)

    assert "Zegel van" in failed(prove_pdf(_rewritten(left.pdf, put), [left.trust, elsewhere.trust]))


def test_what_is_no_pdf_is_told(left: Left) -> None:
    for raw in (b"%PDF-1.7\n", left.pdf[:5000], b"%PDF-1.7\n%%EOF"):
        assert "beschadigd" in failed(prove_pdf(raw, [left.trust]))


def _rewritten(raw: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def _without_fields(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AcroForm
    for page in pdf.pages:
        if "/Annots" in page:
            del page.Annots


def _swap(pdf: pikepdf.Pdf, other: bytes) -> None:
    with pikepdf.open(io.BytesIO(other)) as taken:
        pdf.pages[0] = taken.pages[1]
        out = io.BytesIO()
        pdf.save(out)


def _with_other_first_page(raw: bytes) -> bytes:
    """Adds a revision in which the first page shows what the second does; every byte before stays."""
    writer = IncrementalPdfFileWriter(io.BytesIO(raw))
    first, second = (writer.find_page_for_modification(number)[0] for number in (0, 1))
    first.get_object()[generic.NameObject("/Contents")] = second.get_object().raw_get("/Contents")
    writer.mark_update(first)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
