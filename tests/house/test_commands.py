"""The three programs speak for themselves, and the pages name every verb they have.

- A stranger who types `--help` gets a sentence for each verb; each verb has its own `--help`.
- What an author can be told stands in PACK.md, generated from the catalogue of findings.
- Not here: what a verb does (tests/unit, tests/e2e).
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from content.findings import catalogue_table
from tests.house.tree import ROOT, files, text_of

PROGRAMS = ("kiosk", "packs", "drplan")
BIN = Path(sys.executable).parent


def _help(program: str, *verb: str) -> str:
    asked = [str(BIN / program), *verb, "--help"]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def _verbs(program: str) -> list[str]:
    verbs = re.findall(r"^ {4}([a-z][a-z-]+)(?: {2,}|$)", _help(program), re.MULTILINE)
    assert verbs, f"{program} --help names no verbs"
    return verbs


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_verb_says_in_a_sentence_what_it_does(program: str) -> None:
    told = _help(program)
    silent = [verb for verb in _verbs(program) if not re.search(rf"^ {{4}}{verb}\s+\S+ \S+", told, re.MULTILINE)]
    assert silent == []


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_verb_has_its_own_help(program: str) -> None:
    for verb in _verbs(program):
        assert f"{program} {verb}" in _help(program, verb)


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_verb_is_documented_on_a_page(program: str) -> None:
    pages = "\n".join(text_of(path) for path in files(".md"))
    assert [verb for verb in _verbs(program) if not re.search(rf"{program} {verb}\b", pages)] == []


def test_every_make_target_for_a_newcomer_stands_in_the_readme() -> None:
    readme = text_of(Path("README.md"))
    assert [
        target for target in ("run", "test", "check", "demo", "e2e", "bench") if f"make {target}" not in readme
    ] == []


def test_every_finding_is_documented_as_the_catalogue_has_it() -> None:
    assert catalogue_table().strip() in text_of(Path("content/PACK.md"))
