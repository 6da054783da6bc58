"""The verbs that take spreadsheets and paper: a form read into a pack, a pack given back as a form.

- Each takes `say`, which prints a line, and what was asked, and gives the exit code.
- Not here: refusing (cli.py), and what is carried (xlsform/).
"""

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from content.author_verbs import Say, Verb
from content.findings import Finding, errors
from content.lint import lint
from content.source import read_draft
from content.xlsform.exporting import workbook_of
from content.xlsform.importing import drafted, read_form
from content.xlsform.workbook import MAX_WORKBOOK_BYTES
from content.xlsform.written import write_sources


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


def _tell(say: Say, found: Sequence[Finding]) -> None:
    for finding in found:
        say(str(finding))
