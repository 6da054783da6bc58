"""AUTHOR.md is followed from top to bottom by somebody who does what it says and nothing else.

- Its `sh` blocks are run in order, in an empty folder with a copy of `content/packs`; each command must succeed, but
  for one whose output, shown below it, is an error. Its `yaml` block is added to the file that the page names.
- What a `text` block shows is what the commands above it printed, `…` standing for what differs.
- Not here: what the window of `packs preview` does (test_live_preview.py); here it is opened, and closed again.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.source import SOURCES
from tests.e2e.display import Display
from tests.house.tree import ROOT

PAGE = (ROOT / "content" / "AUTHOR.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"`(content/packs/[\w/]+\.yaml)`")
BIN = Path(sys.executable).parent
STICK = "/media/stick"


class Author:
    """Somebody at a desk with a shell, following the page."""

    def __init__(self, folder: Path, display: Display) -> None:
        self._folder = folder
        self._environment = {**display.environment, "PATH": f"{BIN}:{display.environment['PATH']}"}
        self.printed = ""

    def run(self, commands: str, *, may_fail: bool) -> None:
        """Runs the commands of a block; what they print is kept."""
        self.printed = ""
        for command in commands.replace("\\\n", " ").replace(STICK, "stick").splitlines():
            opens = command.startswith("packs preview") and "--png" not in command
            done = self._look_at(command) if opens else self._do(command)
            assert may_fail or done == 0, f"{command}\n{self.printed}"

    def add(self, text: str, name: str) -> None:
        """Adds lines to a file."""
        with (self._folder / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}")

    def _do(self, command: str) -> int:
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self._folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        self.printed += done.stdout + done.stderr
        return done.returncode

    def _look_at(self, command: str) -> int:
        """Opens a window, waits until it is said to be shown, and closes it."""
        with subprocess.Popen(
            ["sh", "-c", f"exec {command}"],
            cwd=self._folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            text=True,
        ) as program:
            assert program.stdout is not None
            assert "shown" in program.stdout.readline()
            program.terminate()
            return program.wait(60)


def _like(line: str) -> re.Pattern[str]:
    """Gives what a line of the page stands for: `…` is anything, spaces are as many as there are."""
    parts = (r"\s+".join(map(re.escape, part.split())) for part in line.split("…"))
    return re.compile(r"[^\n]*?\s*".join(parts))


@pytest.fixture
def author(tmp_path: Path) -> Iterator[Author]:
    shutil.copytree(SOURCES, tmp_path / "content" / "packs")
    with Display(1366, 768) as display:
        yield Author(tmp_path, display)


def test_every_command_of_the_page_works_in_its_order_and_prints_what_is_shown(author: Author) -> None:
    blocks = list(BLOCK.finditer(PAGE))
    for at, block in enumerate(blocks):
        kind, said = block.groups()
        shown = blocks[at + 1][2] if at + 1 < len(blocks) and blocks[at + 1][1] == "text" else ""
        if kind == "sh":
            author.run(said, may_fail=": error: " in shown)
        elif kind == "yaml":
            author.add(said, NAMED.findall(PAGE[: block.start()])[-1])
        elif kind == "text":
            missing = [line for line in said.splitlines() if not _like(line).search(author.printed)]
            assert missing == [], author.printed


def test_no_command_stands_outside_the_blocks_that_are_run() -> None:
    rest = BLOCK.sub("", PAGE)
    assert re.findall(r"^ {4}(?:packs|cp|sed|kiosk|make) .*", rest, re.MULTILINE) == []
    assert (
        len(
            re.findall(
                r"^(?:packs|cp|sed) ",
                "\n".join(said for kind, said in BLOCK.findall(PAGE) if kind == "sh"),
                re.MULTILINE,
            )
        )
        > 30
    )
