"""The real screens of a pack that is being written, by the kiosk's own program, run apart (SETTLED 20).

- The folder takes the place of the pack with its id among the packs of this project; the release is signed with keys
  that are made for this once and gone with it. Nothing of it can reach a terminal.
- Not here: what is drawn (kiosk/gallery.py), and judging it (fitting.py).
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

from content.build import build
from content.findings import CATALOGUE, Finding
from content.pack import Pack
from content.release import write_release
from content.signing import (
    DEVELOPMENT_DAY,
    DEVELOPMENT_KEYS,
    DEVELOPMENT_PERIODS,
    add_signature,
    development_signers,
    draw_up,
    first_root,
)
from content.source import PACK_FILE, SOURCES, read_draft
from content.trust import Release
from modules.errors import PackError, SettingsError
from modules.texts import DUTCH

Built = tuple[bytes, Pack]


class Passing:
    """Releases of a pack that is being written, among this project's packs; keys and folders are gone with `aside`."""

    def __init__(self, aside: Path) -> None:
        self._aside = aside
        self._signers = development_signers(aside / "keys")
        self._others: dict[str, Built] = {}
        self._made = 0

    def release(self, folder: Path) -> Path:
        """Writes a release with the folder in place of the pack with its id, and gives where it is.

        Raises:
            SettingsError: No pack of this project has its id, so no terminal shows it.
            PackError: It has errors.
        """
        raw, pack = build(read_draft(folder))
        names = [path.parent.name for path in sorted(SOURCES.glob(f"*/{PACK_FILE}"))]
        if pack.manifest.id not in names:
            raise SettingsError(
                f"no terminal shows a pack called {pack.manifest.id}", hint=f"A terminal shows {', '.join(names)}."
            )
        built = [(raw, pack), *(self._other(name) for name in names if name != pack.manifest.id)]
        self._made += 1
        written = self._aside / str(self._made)
        write_release(written, self._signed(built))
        return written

    def _other(self, name: str) -> Built:
        if name not in self._others:
            self._others[name] = build(read_draft(SOURCES / name))
        return self._others[name]

    def _signed(self, built: list[Built]) -> Release:
        keys = {role: [self._signers[name].public_key for name in names] for role, names in DEVELOPMENT_KEYS.items()}
        root = first_root(keys, DEVELOPMENT_DAY, DEVELOPMENT_PERIODS)
        release = draw_up(built, root, None, DEVELOPMENT_DAY, DEVELOPMENT_PERIODS)
        for signer in self._signers.values():
            release, _ = add_signature(release, signer)
        return release


def measured(
    folder: Path, only: Sequence[str] = (), kept: Path | None = None, languages: Sequence[str] = ()
) -> Iterator[dict[str, Any]]:
    """Gives where everything stands on each page of the packs with this one among them.

    The languages are measured beside each other, as many at a time as there are processors.

    Args:
        kept: a folder for what was measured, so that next time only pages that became another are laid out.
        languages: all of the pack's, where none are named.
    """
    with TemporaryDirectory() as aside, ThreadPoolExecutor(os.cpu_count()) as pool:
        release = Passing(Path(aside)).release(folder)
        words = ["--geometry", *(["--kept", str(kept)] if kept else []), "--languages"]
        languages = languages or [DUTCH, *(catalogue.language for catalogue in read_draft(folder).catalogues)]
        for lines in pool.map(lambda one: list(_asked([*words, one], release, only)), languages):
            yield from map(json.loads, lines)


def draw(folder: Path, pictures: Path, only: Sequence[str] = ()) -> Iterator[Path]:
    """Draws each page to a picture in a folder and gives its path."""
    with TemporaryDirectory() as aside:
        release = Passing(Path(aside)).release(folder)
        yield from map(Path, _asked(["--all", str(pictures)], release, only))


def draw_release(release: Path, pictures: Path) -> int:
    """Draws every page of a signed release to pictures in a folder and gives how many."""
    return sum(1 for _ in _asked(["--all", str(pictures)], release, ()))


def _asked(words: Sequence[str], release: Path, only: Sequence[str]) -> Iterator[str]:
    """Gives each line that `kiosk render` prints.

    Raises:
        PackError: It ended with an error.
    """
    asked = [sys.executable, "-m", "kiosk", "render", *words, "--packs", str(release)]
    asked += ["--only", *only] if only else []
    with (
        TemporaryFile("w+") as said,
        subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=said, text=True) as program,
    ):
        yield from (line.rstrip("\n") for line in program.stdout or ())
        ended = program.wait()
        said.seek(0)
        last = said.read().strip().rpartition("\n")[2]
    if ended:
        found = Finding("kiosk render", "render-failed", f"it ended with {ended}: {last}")
        raise PackError("no pages were drawn", hint=CATALOGUE["render-failed"].remedy, findings=[found])
