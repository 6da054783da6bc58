"""The walls hold: what import-linter and ruff are set to forbid is found when somebody plants it.

- A copy of the rooms is made once; each test plants one thing, looks, and takes it away again.
- The clean copy passes first, so a planted thing is the only reason for a broken contract.
- Not here: the contracts themselves (pyproject.toml).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import ROOMS, ROOT

BIN = Path(sys.executable).parent
PLANTED = [
    ("modules/ids.py", "import kivy", "modules is pure"),
    ("modules/texts.py", "import os", "modules is pure"),
    ("modules/texts.py", "import content", "Four rooms, one direction"),
    ("content/__init__.py", "import kivy", "Kivy only where the screen is painted"),
    ("content/__init__.py", "import cryptography", "cryptography only in"),
    ("kiosk/clock.py", "import sqlcipher3", "sqlcipher3 only in kiosk.store.vault"),
    ("modules/errors.py", "import modules.progress", "The floors of modules"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", root)
    for room in ROOMS:
        for source in (ROOT / room).rglob("*.py"):
            target = root / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return root


@pytest.fixture
def planted(copy: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    path, line = request.param
    target = copy / path
    before = target.read_text(encoding="utf-8") if target.exists() else None
    target.write_text((before or "") + f"\n{line}\n", encoding="utf-8")
    yield copy
    if before is None:
        target.unlink()
    else:
        target.write_text(before, encoding="utf-8")


def _lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BIN / "lint-imports", "--no-logo", "--cache-dir", "cache"],
        cwd=root,
        env={**os.environ, "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def _ruff(path: str, source: str) -> str:
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--select=TID251",
        "--output-format=concise",
        "--stdin-filename",
        path,
        "-",
    ]
    return subprocess.run(command, cwd=ROOT, input=source, capture_output=True, text=True, check=False).stdout


def test_the_house_as_it_stands_keeps_every_contract(copy: Path) -> None:
    result = _lint_imports(copy)
    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


@pytest.mark.parametrize(
    ("planted", "contract"),
    [pytest.param((path, line), contract, id=f"{line} in {path}") for path, line, contract in PLANTED],
    indirect=["planted"],
)
def test_a_planted_import_breaks_the_contract_that_forbids_it(planted: Path, contract: str) -> None:
    result = _lint_imports(planted)
    assert result.returncode != 0
    assert [line for line in result.stdout.splitlines() if line.startswith(contract) and "BROKEN" in line], (
        result.stdout
    )


@pytest.mark.parametrize("planted", [("sync/somewhere.py", '"""Why not."""')], indirect=True)
def test_a_new_file_must_be_given_a_floor(planted: Path) -> None:
    result = _lint_imports(planted)
    assert result.returncode != 0
    assert "sync.somewhere" in result.stdout


@pytest.mark.parametrize(
    "line",
    [
        "import datetime\nNOW = datetime.datetime.now()",
        "from datetime import datetime, UTC\nNOW = datetime.now(UTC)",
        "import time\nNOW = time.time()",
        "from uuid import uuid4",
        "import secrets",
        "import os\nKEY = os.urandom(32)",
    ],
)
def test_time_and_chance_are_refused_everywhere_but_in_the_clocks(line: str) -> None:
    assert "TID251" in _ruff("kiosk/session.py", line)
    assert "TID251" in _ruff("modules/journal.py", line)
    assert "TID251" not in _ruff("kiosk/clock.py", line)
    assert "TID251" not in _ruff("sync/gateway/clock.py", line)
