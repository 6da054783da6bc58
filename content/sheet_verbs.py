"""The verbs of spreadsheets and paper: a form made a pack, a pack given back as a form, a pack printed.

- Each takes `say`, which prints a line, and what was asked, and gives the exit code.
- Not here: refusing (cli.py), what is carried (xlsform/), and how it is printed (paper/).
"""

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from content.archive import MAX_TOTAL_BYTES
from content.author_verbs import Say, Verb
from content.build import build
from content.findings import Finding, errors
from content.lint import lint
from content.pack import Pack, load
from content.paper.codes import Page, read_code
from content.paper.forms import asked_in, paper_of, printed_of
from content.source import read_draft
from content.xlsform.exporting import workbook_of
from content.xlsform.importing import drafted, read_form
from content.xlsform.workbook import MAX_WORKBOOK_BYTES
from content.xlsform.written import write_sources
from modules.errors import SettingsError
from modules.texts import DUTCH


def add_sheets(verb: Verb, say: Say) -> None:
    """Adds these verbs to the program."""
    taken = verb(
        "import-xlsform", "make a pack of an XLSForm workbook; says what it can't carry", partial(_import, say)
    )
    taken.add_argument("form", type=Path, metavar="FORM", help="the .xlsx")
    taken.add_argument("--out", type=Path, required=True, metavar="DIR", help="the pack's folder to make")

    given = verb(
        "export-xlsform", "give a pack as an XLSForm workbook; says what it can't carry", partial(_export, say)
    )
    given.add_argument("folder", type=Path, metavar="FOLDER", help="a folder with a pack.yaml")
    given.add_argument("--out", type=Path, required=True, metavar="FORM", help="the .xlsx to write")

    paper = verb("paper", "print a pack as a paper form, or say what a page of one holds", partial(_paper, say))
    paper.add_argument("folder", type=Path, metavar="FOLDER", help="a folder with a pack.yaml, or a built .zip")
    paper.add_argument("--out", type=Path, metavar="DIR", help="where the PDF goes")
    paper.add_argument(
        "--language", default=DUTCH, metavar="LANGUAGE", help="such as `ar` or `nl@simple` (default: nl)"
    )
    paper.add_argument("--read", metavar="CODE", help="the code at the foot of a page, typed or scanned")


def _import(say: Say, asked: argparse.Namespace) -> int:
    with asked.form.open("rb") as file:
        imported = read_form(file.read(MAX_WORKBOOK_BYTES + 1))
    for path in write_sources(imported, asked.out):
        say(str(path))
    blocking = errors(lint(drafted(imported)))
    _tell(say, (*imported.findings, *blocking))
    items = sum(len(theme.value["items"]) for theme in imported.themes)
    say(
        f"{asked.out}: {items} questions in {len(imported.themes)} themes, {len(imported.catalogues)} translations, "
        f"{len(imported.findings)} notices, {len(blocking)} errors to mend before it builds"
    )
    return 1 if blocking else 0


def _export(say: Say, asked: argparse.Namespace) -> int:
    raw, found = workbook_of(read_draft(asked.folder))
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_bytes(raw)
    _tell(say, found)
    say(f"{asked.out}: {len(raw):,} bytes, {len(found)} notices")
    return 0


def _paper(say: Say, asked: argparse.Namespace) -> int:
    pack = _pack_in(asked.folder)
    if asked.read is not None:
        return _read(say, pack, asked.read)
    if asked.out is None:
        raise SettingsError("where shall the form go?", hint="Add --out DIR, or --read CODE.")
    paper = paper_of(pack, asked.language)
    asked.out.mkdir(parents=True, exist_ok=True)
    path = asked.out / f"{pack.manifest.id}-{pack.manifest.version}-{asked.language.replace('@', '-')}.pdf"
    path.write_bytes(paper.raw)
    for page, code in zip(paper.pages, paper.typed, strict=True):
        say(f"{code}  page {page.number}: {_way(page)}, {len(page.items)} questions")
    say(f"{path}: {len(paper.pages)} pages, {len(paper.raw):,} bytes")
    return 0


def _read(say: Say, pack: Pack, code: str) -> int:
    page = read_code(code, printed_of(pack))
    say(f"{pack.manifest.id} version {pack.manifest.version}, page {page.number}: {_way(page)}")
    for item in asked_in(pack):
        if item.id in page.items:
            say(f"{item.id}  {item.kind}: {item.prompt.dutch}")
    return 0


def _way(page: Page) -> str:
    return "kept by the person, not keyed in" if page.is_kept else "handed in"


def _pack_in(path: Path) -> Pack:
    if path.is_dir():
        return build(read_draft(path))[1]
    with path.open("rb") as file:
        return load(file.read(MAX_TOTAL_BYTES + 1))


def _tell(say: Say, found: Sequence[Finding]) -> None:
    for finding in found:
        say(str(finding))
