"""`kiosk run` with somebody who listens in the place of the speech program, and what he heard.

    python -m tests.e2e.listened --settings SETTINGS --places PLACES     (writes PLACES with .heard behind its name)

- It is the program itself, started by its own command line; only the last step, from text to sound, is another.
- Each text is a line of JSON as soon as it is to be said, with its language and where it can be heard.
- Not here: what must be heard (test_by_ear.py).
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from kiosk import cli
from kiosk.speech import Manner, espeak
from modules.texts import Language
from tests.e2e.terminal import Terminal

QUIET_SECONDS, DEADLINE_SECONDS = 0.6, 30.0


class WrittenDown:
    """A speaker that writes down what it says; it is done with each text at once."""

    available = True
    speaking = False

    def __init__(self, heard: Path) -> None:
        self.manner = Manner()
        self._heard = heard

    def say(self, texts: Sequence[str], language: Language) -> None:
        """Writes the texts down."""
        with self._heard.open("a", encoding="utf-8") as file:
            for text in texts:
                file.write(json.dumps({"text": text, "language": language, "out": self.manner.out}) + "\n")

    def stop(self) -> None:
        """Has nothing to stop."""


class Listened(Terminal):
    """A terminal that is heard; nothing of what is seen on it is looked at."""

    program = ("-m", "tests.e2e.listened")
    _read = 0

    @property
    def _lines(self) -> list[str]:
        path = self._places.with_suffix(".heard")
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def heard(self) -> list[str]:
        """Gives what was said since it was last asked, once at least one text was and it is quiet again."""
        began, changed = time.monotonic(), time.monotonic()
        count = self._read
        while count == self._read or time.monotonic() - changed < QUIET_SECONDS:
            assert time.monotonic() - began < DEADLINE_SECONDS, "nothing was said"
            time.sleep(0.02)
            if len(self._lines) != count:
                count, changed = len(self._lines), time.monotonic()
        return self._since()

    def press(self, key: str) -> str:
        """Presses a key that moves the ring, and gives the first thing said after it."""
        began, count = time.monotonic(), len(self._lines)
        self.display.press(key)
        while len(self._lines) == count:
            assert time.monotonic() - began < DEADLINE_SECONDS, "nothing was said of where the ring is"
            time.sleep(0.005)
        return self._since()[0]

    def act(self) -> list[str]:
        """Presses Enter and gives all that is said then."""
        self.display.press("Return")
        return self.heard()

    def more(self) -> list[str]:
        """Gives what was said since it was last asked, if anything was."""
        time.sleep(0.02)
        return self._since()

    def _since(self) -> list[str]:
        lines = self._lines
        texts = [str(json.loads(line)["text"]) for line in lines[self._read :]]
        self._read = len(lines)
        return texts

    def all_heard(self) -> list[dict[str, str]]:
        """Gives everything that was said, from the beginning."""
        return [json.loads(line) for line in self._lines]


def main(words: Sequence[str]) -> int:
    """Runs the kiosk, listened to, and gives its exit code."""
    heard = Path(words[words.index("--places") + 1]).with_suffix(".heard")
    espeak.speaker = lambda *_, **__: WrittenDown(heard)
    return cli.main(["run", *words])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
