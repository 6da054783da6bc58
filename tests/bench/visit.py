"""A visit that is timed: one watched window on a display of its own, touched by name, and its log read afterwards.

- Not here: what is made of the moments (tap_to_paint.py, start.py, still_screen.py).
"""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.development import NUMBER, PIN, Desk
from tests.bench.finger import Finger
from tests.e2e.display import Display

_WINDOW = (sys.executable, "-m", "tests.bench.window")
DEADLINE_SECONDS, TURNS_SECONDS = 20.0, 0.3
STOOD_SECONDS = 12.0
"""How long a terminal that is measured in use stood there before: on a wall it stands for hours between two people."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that was done in the window: kept, painted or presented, and the page and kind of exercise then."""

    kind: str
    at_ns: int
    page: str
    shown: str = ""
    used_ns: int = 0
    """Processor time of the window's process until then, all threads."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands on the screen."""

    screen: str
    page: str
    serial: int
    places: dict[str, tuple[int, int, int, int]]
    waits: frozenset[str] = frozenset()
    """What cannot be touched yet, as there is a choice to be made first."""


class Visit:
    """One window from its start to its end; `speech` is a folder with what stands in for the speech program."""

    def __init__(self, desk: Desk, display: Display, speech: Path | None = None) -> None:
        self._places, self._log = desk.folder / "places.json", desk.folder / "moments.log"
        self._places.unlink(missing_ok=True)
        self._finger = Finger(display.name)
        self.started_ns = time.monotonic_ns()
        self._process = subprocess.Popen(
            [*_WINDOW, str(desk.settings), str(self._places), str(self._log), *([str(speech)] if speech else [])],
            env=display.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.wait_until(lambda seen: seen.screen == "AttractScreen")

    @property
    def process_id(self) -> int:
        """The window's process."""
        return self._process.pid

    def seen(self) -> Seen:
        """Gives what was painted last."""
        try:
            found: dict[str, Any] = json.loads(self._places.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Seen("", "", 0, {})
        return Seen(found["screen"], found["page"], found["serial"], found["places"], frozenset(found["waits"]))

    def touch(self, test_id: str) -> int:
        """Touches something, waits until it was felt, and gives the nanosecond at which the finger let go."""
        before = self.wait_until(lambda seen: test_id in seen.places)
        x, y, width, height = before.places[test_id]
        let_go_ns = self._finger.touch(x + width // 2, y + height // 2)
        self.wait_until(lambda seen: seen.serial > before.serial)
        return let_go_ns

    def turn(self, test_id: str) -> int:
        """Touches what leads to another page, and waits for that."""
        before = self.seen()
        let_go_ns = self.touch(test_id)
        self.wait_until(lambda seen: seen.page != before.page)
        return let_go_ns

    def turned(self, page: str) -> bool:
        """Tells whether another page comes within a moment."""
        deadline = time.monotonic() + TURNS_SECONDS
        while self.seen().page == page and time.monotonic() < deadline:
            time.sleep(0.01)
        return self.seen().page != page

    def log_in(self) -> None:
        """Walks from the resting screen, after it stood for a while, to the person's own page."""
        time.sleep(STOOD_SECONDS)
        for test_id in ("attract.begin", "language.nl", *(f"pad.{digit}" for digit in NUMBER), "foot.next"):
            self.touch(test_id)
        for digit in PIN:
            self.touch(f"pad.{digit}")
        self.wait_until(lambda seen: bool(seen.page))

    def wait_until(self, holds: Callable[[Seen], bool]) -> Seen:
        """Waits until what stands on the screen is as wanted, and gives it."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not holds(seen := self.seen()):
            assert self._process.poll() is None, "the window ended"
            assert time.monotonic() < deadline, f"waited in vain on {seen.screen} {seen.page} {list(seen.places)}"
            time.sleep(0.01)
        return seen

    def end(self) -> tuple[Moment, ...]:
        """Ends the window and gives its moments, in order."""
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(DEADLINE_SECONDS)
        lines = (line.split(" ") for line in self._log.read_text(encoding="utf-8").splitlines())
        return tuple(Moment(kind, int(at), page, shown, int(used)) for kind, at, used, page, shown in lines)
