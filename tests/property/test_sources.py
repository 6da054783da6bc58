"""Whatever is done to a source folder, reading, linting, walking and counting it gives findings and nothing else.

- Bytes and lines of every file are cut, flipped, doubled and planted with what YAML minds; only PackError may come out.
- With the changes to built packs and releases (test_packs.py) these are over 2,000 in each run.
"""

from pathlib import Path
from random import Random

import pytest

from content.beginning import begin_pack
from content.catalogues import update_catalogue
from content.lint import lint
from content.readiness import readiness
from content.source import read_draft
from content.walk import walk
from modules.errors import PackError

EACH = 100
PLANTED = (b"[", b"{}", b": ", b"- ", b"null", b"\n", b"*a", b"&a ", b"!!x ", b"1e999", b"'", b"../", b"2026-01-01")


@pytest.mark.parametrize("seed", range(7))
def test_a_source_that_was_changed_anywhere_gives_findings_and_writes_nothing(tmp_path: Path, seed: int) -> None:
    chance, folder = Random(seed), tmp_path / "pack"
    list(begin_pack(folder, "pack", "Titel"))
    update_catalogue(folder / "locale" / "en.po", read_draft(folder).texts)
    files = {path: path.read_bytes() for path in sorted(tmp_path.rglob("*.*")) if path.is_file()}
    outcomes = []
    for _ in range(EACH):
        path = chance.choice(list(files))
        path.write_bytes(_changed(files[path], chance))
        before = {path: path.read_bytes() for path in files}
        outcomes.append(_look_at(folder))
        assert {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()} == before
        path.write_bytes(files[path])
    assert set(outcomes) == {"looked at", "refused"}


def _look_at(folder: Path) -> str:
    try:
        draft = read_draft(folder)
    except PackError as error:
        return "refused" if error.findings else "refused without a finding"
    found = [*lint(draft), *walk(draft).findings]
    assert all(str(finding) for finding in found)
    list(readiness(draft) if draft.definition is None else ())
    return "looked at"


def _changed(raw: bytes, chance: Random) -> bytes:
    at, lines = chance.randrange(len(raw)), raw.split(b"\n")
    line = chance.randrange(len(lines))
    return chance.choice(
        [
            raw[:at] + raw[at + chance.randrange(1, 12) :],
            raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :],
            raw[:at] + chance.choice(PLANTED) + raw[at:],
            b"\n".join(lines[:line] + lines[line + 1 :]),
            b"\n".join(lines[: line + 1] + lines[line:]),
        ]
    )
