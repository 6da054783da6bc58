"""PACK.md keeps its word: its example builds, and its table is the catalogue."""

import json
import re
from pathlib import Path

import pytest

from content import archive, pack, trust
from content.build import build
from content.findings import CATALOGUE, catalogue_table, errors
from content.lint import coverage, lint
from content.signing import THRESHOLDS, Periods
from content.source import read_draft
from modules.exercises import KINDS
from tests.house.tree import ROOT

PAGE = (ROOT / "content" / "PACK.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^`([^`]+)`:\n\n```(?:yaml)?\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    for name, text in BLOCKS:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_example_of_the_page_is_a_pack(example: Path) -> None:
    draft = read_draft(example)
    assert [str(finding) for finding in errors(lint(draft))] == []
    assert coverage(draft) == {"en": (1, len(draft.texts))}


def test_the_example_builds_to_what_the_page_shows(example: Path) -> None:
    raw, built = build(read_draft(example))
    entries = archive.read_archive(raw)
    manifest, definition = json.loads(entries[pack.MANIFEST]), json.loads(entries[pack.DEFINITION])
    assert (manifest["id"], manifest["languages"], manifest["unreviewed"]) == ("reflector", ["nl", "en"], ["en"])
    assert set(definition) == {"type", "title", "themes", "sittings"}
    assert built.manifest.version == 1


def test_the_findings_of_the_page_are_the_catalogue() -> None:
    assert PAGE.endswith(catalogue_table())


def test_every_finding_that_is_made_is_in_the_catalogue_and_the_other_way_round() -> None:
    rooms = [path for path in (ROOT / "content").rglob("*.py") if not path.name.endswith("findings.py")]
    written = "".join(path.read_text(encoding="utf-8") for path in rooms)
    unused = [code for code in CATALOGUE if f'"{code}"' not in written]
    assert unused == []


def test_every_kind_of_exercise_stands_on_the_page() -> None:
    assert [kind for kind in KINDS if f"| `{kind}` |" not in PAGE] == []


def test_the_limits_and_periods_of_the_page_are_those_that_are_kept() -> None:
    periods = Periods()
    told = (
        f"{archive.MAX_ENTRIES:,} at most",
        f"{archive.MAX_TOTAL_BYTES // 1024**2} MiB at most",
        f"{pack.MAX_JSON_BYTES // 1024**2} MiB at most",
        f"{trust.MAX_METADATA_BYTES // 1024} KiB each at most",
        f"{trust.MAX_ROOTS} roots at most",
        f"root {periods.root} days, targets {periods.targets}",
        f"snapshot {periods.snapshot}, timestamp {periods.timestamp}",
        f"root {THRESHOLDS['root']} of 3 keys",
    )
    assert [words for words in told if words not in PAGE] == []
