"""The verbs an author asks while writing: how far a pack is, and how it looks.

- Each takes `say`, which prints a line, and what was asked, and gives the exit code.
- Not here: reading the command line and refusing (cli.py), and what is said (readiness.py, fitting.py, rendering.py).
"""

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path

from content.findings import errors
from content.fitting import misfits
from content.lint import lint
from content.readiness import hard_texts, readiness, table
from content.rendering import draw, measured
from content.source import read_draft

Say = Callable[[str], None]
Verb = Callable[[str, str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]


def add_tools(verb: Verb, say: Say) -> None:
    """Adds these verbs to the program."""
    ready = verb(
        "readiness", "say per language what is translated, spoken, easy to read, and fits", partial(_readiness, say)
    )
    ready.add_argument("folder", type=Path, metavar="FOLDER", help="a folder with a pack.yaml")
    ready.add_argument("--fit", action="store_true", help="measure every page in every language on every panel; slow")
    ready.add_argument("--only", nargs="*", default=(), metavar="PART", help="with --fit: pages with this in the name")
    ready.add_argument("--json", action="store_true", help="for a program to read")

    preview = verb("preview", "draw the real screens of a pack, on every panel, as pictures", partial(_preview, say))
    preview.add_argument("folder", type=Path, metavar="FOLDER", help="a folder with a pack.yaml")
    preview.add_argument("--png", type=Path, metavar="DIR", required=True, help="where the pictures go")
    preview.add_argument("--only", nargs="*", default=(), metavar="PART", help="only pages with this in the name")


def _readiness(say: Say, asked: argparse.Namespace) -> int:
    draft = read_draft(asked.folder)
    found = [*errors(lint(draft)), *hard_texts(draft)]
    if asked.fit:
        found += misfits(draft, measured(asked.folder, asked.only))
    rows = tuple(readiness(draft))
    if asked.json:
        told = [asdict(finding) | {"severity": finding.severity} for finding in found]
        say(json.dumps({"languages": [asdict(row) for row in rows], "findings": told}, ensure_ascii=False, indent=1))
    else:
        say(table(rows))
        for finding in found:
            say(str(finding))
    return 1 if errors(found) else 0


def _preview(say: Say, asked: argparse.Namespace) -> int:
    for path in draw(asked.folder, asked.png, asked.only):
        say(str(path))
    return 0
