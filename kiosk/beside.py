"""Languages drawn or judged beside each other: a program for each, as many at a time as there are processors.

- What a program prints is given when it has ended, language after language, in the order they were asked for.
- Not here: what is drawn (gallery.py).
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor


class Beside:
    """`kiosk render` once for each language; `ended` is the worst exit code so far."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self.ended = 0

    def lines(self, languages: Sequence[str]) -> Iterator[str]:
        """Gives each line that is printed."""
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for program in pool.map(self._rendered, languages):
                self.ended = max(self.ended, program.returncode)
                yield from program.stdout.splitlines()

    def _rendered(self, language: str) -> "subprocess.CompletedProcess[str]":
        asked = [sys.executable, "-m", "kiosk", "render", *self._words, "--languages", language]
        return subprocess.run(asked, stdout=subprocess.PIPE, text=True, check=False)
