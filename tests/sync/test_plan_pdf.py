"""The signed plan as a PDF: what common programs say of it before and after each signature, and what it carries."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from modules.canonical import canonical
from modules.plan.document import PlanDocument
from sync.gateway.plan_file import ExportedPlan
from sync.gateway.plan_pdf import PlanFiles
from sync.gateway.plan_verbs import trust_of
from sync.gateway.sealing import SEAL_FIELD, Signatory, sealed
from sync.gateway.sheets import Facts
from sync.gateway.trust import Trust
from sync.gateway.typeset import typeset
from tests.lifelike_plan import lifelike
from tests.line import a_gateway
from tests.proven_plan import a_signed_plan_at

LANGUAGES = ("ar", "tr")


@dataclass
class Printed:
    """A plan's PDF at each step, on disk, and the files that left the gateway."""

    files: PlanFiles
    trust: Trust
    steps: dict[str, Path]

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.files.exported.document.encode()).hexdigest()


@pytest.fixture(scope="module", params=LANGUAGES)
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Printed]:
    folder = tmp_path_factory.mktemp("plan")
    with a_gateway(folder / "gateway", terminals=1) as opened:
        files = a_signed_plan_at(opened, request.param)
        exported = files.exported
        signed = opened.gateway.plans.of(opened.person()).plan
        assert signed is not None
        assert signed.document is not None
        bare = typeset(signed.document, canonical(exported), Facts("M.", 1), opened.gateway.secret.signer)
        house = opened.roster.institution_name
        seal = opened.gateway.seals.institution_seal(opened.roster.institution, house)
        once = sealed(bare.raw, [Signatory(SEAL_FIELD, seal, house, f"Zegel van {house}", "zegel")], None)
        assert files.pdf is not None
        steps = {}
        for name, raw in (("bare", bare.raw), ("sealed", once), ("countersigned", files.pdf)):
            steps[name] = folder / f"{name}.pdf"
            steps[name].write_bytes(raw)
        yield Printed(files, trust_of(opened.gateway), steps)


def says(*words: str | Path) -> str:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("step", ["bare", "sealed", "countersigned"])
def test_the_file_is_sound_tagged_and_accessible_at_every_step(printed: Printed, step: str, tmp_path: Path) -> None:
    path, report = printed.steps[step], tmp_path / "report.json"
    assert "No syntax or stream encoding errors" in says("qpdf", "--check", path)
    bin_folder = Path(sys.executable).parent
    says(bin_folder / "outloud", "--json", report, "--fail-on", "error", path)
    says(bin_folder / "pdfua", "check", path)
    found = [one for one in json.loads(report.read_text()).get("findings", []) if one.get("severity") == "error"]
    assert found == []


@pytest.mark.parametrize("step", ["bare", "sealed", "countersigned"])
def test_it_stays_pdf_a_3a_and_pdf_ua_1_in_version_17_with_every_font_inside(printed: Printed, step: str) -> None:
    with pikepdf.open(printed.steps[step]) as pdf:
        assert (pdf.pdf_version, bool(pdf.Root.MarkInfo.Marked)) == ("1.7", True)
        xmp = pdf.Root.Metadata.read_bytes().decode()
        assert all(said in xmp for said in ("<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"))
        fonts = [
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
        (attached,) = pdf.Root.AF
        assert attached.AFRelationship == "/Source"


@pytest.mark.parametrize(("step", "count"), [("sealed", 1), ("countersigned", 2)])
def test_each_signature_field_is_read_out_in_its_place(printed: Printed, step: str, count: int) -> None:
    with pikepdf.open(printed.steps[step]) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert len(fields) == count
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        by_number = {int(number): form for number, form in zip(list(numbers)[::2], list(numbers)[1::2], strict=True)}
        for field in fields:
            form = by_number[int(field.StructParent)]
            assert [str(one) for one in (form.S, form.K.Type, form.K.Obj.T)] == ["/Form", "/OBJR", str(field.T)]
            assert str(field.TU)


def test_pdfsig_finds_both_signatures_valid(printed: Printed) -> None:
    told = says("pdfsig", "-nocert", printed.steps["countersigned"])
    assert told.count("Signature is Valid.") == 2
    assert "Total document signed" in told


def test_what_is_attached_is_what_was_signed(printed: Printed, tmp_path: Path) -> None:
    says("pdfdetach", "-saveall", "-o", tmp_path, printed.steps["countersigned"])
    raw = (tmp_path / "plan.json").read_bytes()
    assert raw == printed.files.json
    document = ExportedPlan.model_validate_json(raw).document
    assert hashlib.sha256(document.encode()).hexdigest() == printed.digest
    assert "خطتي" not in document or json.loads(document)["language"] == "ar"


def test_the_same_plan_gives_the_same_bytes_before_it_is_sealed(printed: Printed, tmp_path: Path) -> None:
    with a_gateway(tmp_path / "gateway", terminals=1) as opened:
        signer = opened.gateway.secret.signer
        event = opened.terminals[0].signs(opened.person(), **lifelike("tr"))
        document = PlanDocument.parse(event.document)
        made = [typeset(document, b"{}", Facts(), signer).raw for _ in range(2)]
    assert made[0] == made[1]


def test_every_page_carries_a_code_and_the_dutch_faces_the_language_it_was_shown_in(printed: Printed) -> None:
    with pikepdf.open(printed.steps["countersigned"]) as pdf:
        pages = len(pdf.pages)
    text = says("pdftotext", "-layout", printed.steps["countersigned"], "-")
    assert text.count("\f") == pages
    assert "Mijn persoonlijk plan" in text
    language = json.loads(printed.files.exported.document)["language"]
    assert language in LANGUAGES
    assert pages % 2 == 0
    assert text.count("Deze code laat zien") == pages // 2
