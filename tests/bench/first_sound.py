"""From a finger's release on `lees voor` to the first sample of speech that the real program gives.

- espeak-ng is the real one, started as the terminal starts it; its sound goes to a pipe in the place of a sound card.
  What a card's own buffer adds is not in it.
- Not here: recorded audio, which needs no program.
"""

import os
import threading
import time
from pathlib import Path
from shutil import which

from kiosk.development import Desk
from tests.bench.figures import Figure, percentile
from tests.bench.visit import Visit
from tests.e2e.display import Display

TIMES, LISTENS_SECONDS = 20, 0.7
HEADER_BYTES = 44
CARD = " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n"


def measure(desk: Desk) -> tuple[Figure, ...]:
    """Gives the milliseconds to the first sample."""
    folder = desk.folder / "speech"
    folder.mkdir()
    ear = Ear(folder)
    took: list[float] = []
    with Display() as display:
        visit = Visit(desk, display, speech=folder)
        visit.log_in()
        visit.turn("stone.reflector")
        for _ in range(TIMES):
            ear.listen()
            let_go_ns = visit.touch("top.read_aloud")
            took.append((ear.first_ns() - let_go_ns) / 1e6)
            time.sleep(LISTENS_SECONDS)
            visit.touch("top.read_aloud")
            time.sleep(LISTENS_SECONDS)
        visit.end()
    return (
        Figure("tap to first sound, p50", percentile(took, 0.5), "ms", aim="<= 100"),
        Figure(f"tap to first sound, slowest of {TIMES}", max(took), "ms", aim="<= 100"),
    )


class Ear:
    """A pipe in the place of a sound card, and who listens at it."""

    def __init__(self, folder: Path) -> None:
        self._pipe = folder / "sound"
        os.mkfifo(self._pipe)
        (folder / "cards").write_text(CARD, encoding="utf-8")
        program = folder / "espeak-ng"
        program.write_text(f'#!/bin/sh\nexec {which("espeak-ng")} "$@" --stdout > {self._pipe}\n', encoding="utf-8")
        program.chmod(0o700)
        self._heard_ns = 0
        self._listening: threading.Thread | None = None

    def listen(self) -> None:
        """Begins to listen for one saying."""
        self._heard_ns = 0
        self._listening = threading.Thread(target=self._hear, daemon=True)
        self._listening.start()

    def _hear(self) -> None:
        with self._pipe.open("rb", buffering=0) as sound:
            received = 0
            while received <= HEADER_BYTES and (sample := sound.read(4096)):
                received += len(sample)
            self._heard_ns = time.monotonic_ns()
            while sound.read(65536):
                pass

    def first_ns(self) -> int:
        """Gives when the first sample came."""
        deadline = time.monotonic() + 10
        while not self._heard_ns:
            assert time.monotonic() < deadline, "nothing was heard"
            time.sleep(0.002)
        return self._heard_ns
