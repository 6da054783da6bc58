"""A pack on paper: what common programs say of the PDF, what stands on which page, and what its code gives back."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from content.build import build
from content.cli import main
from content.pack import Pack
from content.paper.codes import read_code
from content.paper.forms import Paper, asked_in, paper_of, printed_of
from content.source import SOURCES, read_draft
from modules.exercises.shared import Audience
from modules.texts import DUTCH, Language
from tests.content.forms import a_form

BIN = Path(sys.executable).parent
SHEETS = (("reflector", "nl"), ("reflector", "ar"), ("reflector", "nl@simple"), ("kvv", "nl"))


@dataclass(frozen=True)
class Sheets:
    pack: Pack
    paper: Paper
    path: Path


@pytest.fixture(scope="module", params=SHEETS, ids="-".join)
def sheets(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sheets:
    name, language = request.param
    pack = build(read_draft(SOURCES / name))[1]
    paper = paper_of(pack, Language(language))
    path = tmp_path_factory.mktemp("paper") / "form.pdf"
    path.write_bytes(paper.raw)
    return Sheets(pack, paper, path)


def _says(*words: str | Path) -> str:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_form_is_sound_tagged_and_accessible(sheets: Sheets, tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors" in _says("qpdf", "--check", sheets.path)
    report = tmp_path / "report.json"
    _says(BIN / "outloud", "--json", report, "--fail-on", "error", sheets.path)
    _says(BIN / "pdfua", "check", sheets.path)
    assert [one for one in json.loads(report.read_text()).get("findings", []) if one.get("severity") == "error"] == []
    with pikepdf.open(sheets.path) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "<pdfuaid:part>1<" in pdf.Root.Metadata.read_bytes().decode()


def test_every_question_stands_on_a_page_that_its_code_gives_back(sheets: Sheets) -> None:
    printed = printed_of(sheets.pack)
    assert [read_code(code, printed) for code in sheets.paper.typed] == list(sheets.paper.pages)
    assert {item for page in sheets.paper.pages for item in page.items} == {item.id for item in asked_in(sheets.pack)}
    text = _says("pdftotext", "-layout", sheets.path, "-").split("\f")
    assert all(code in on_page for code, on_page in zip(sheets.paper.typed, text, strict=False))


def test_no_page_that_is_handed_in_holds_what_only_the_person_may_read(sheets: Sheets) -> None:
    kept = {item.id for item in asked_in(sheets.pack) if item.audience is Audience.ONLY_ME}
    assert kept
    for page in sheets.paper.pages:
        assert {item in kept for item in page.items} <= {page.is_kept}


def test_a_question_is_never_parted_by_the_end_of_a_page(sheets: Sheets) -> None:
    with pikepdf.open(sheets.path) as pdf:
        assert len(pdf.pages) == len(sheets.paper.pages)
    single = {
        item.id for item in asked_in(sheets.pack) if item.kind in ("single_choice", "multi_choice", "ruler", "number")
    }
    on_pages = [item for page in sheets.paper.pages for item in page.items if item in single]
    assert len(on_pages) == len(set(on_pages))


def test_the_same_pack_gives_the_same_bytes() -> None:
    pack = build(read_draft(SOURCES / "start"))[1]
    assert paper_of(pack, DUTCH).raw == paper_of(pack, DUTCH).raw


def test_staff_print_a_form_and_ask_what_a_page_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "form.xlsx").write_bytes(a_form())
    assert main(["import-xlsform", str(tmp_path / "form.xlsx"), "--out", str(tmp_path / "work")]) == 0
    capsys.readouterr()
    assert main(["paper", str(tmp_path / "work"), "--out", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert (tmp_path / "work_days-3-nl.pdf").read_bytes().startswith(b"%PDF")
    code = told.split()[0]
    assert main(["paper", str(tmp_path / "work"), "--read", code]) == 0
    assert "work.has_work  single_choice: Heb je werk?" in capsys.readouterr().out
    assert main(["paper", str(tmp_path / "work"), "--read", code[:-1]]) == 1
    assert main(["paper", str(tmp_path / "work"), "--out", str(tmp_path), "--language", "fr"]) == 1
    assert main(["paper", str(tmp_path / "work")]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_a_form_goes_there_and_back_by_the_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "reflector.xlsx"
    assert main(["export-xlsform", str(SOURCES / "reflector"), "--out", str(out)]) == 0
    assert main(["import-xlsform", str(out), "--out", str(tmp_path / "back")]) == 0
    assert main(["lint", str(tmp_path / "back")]) == 0
    assert "questions in 10 themes" in capsys.readouterr().out
    assert main(["import-xlsform", str(out), "--out", str(tmp_path / "back")]) == 1
    (tmp_path / "broken.xlsx").write_bytes(b"PK")
    assert main(["import-xlsform", str(tmp_path / "broken.xlsx"), "--out", str(tmp_path / "none")]) == 1
    assert not (tmp_path / "none").exists()
