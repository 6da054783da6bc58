"""A terminal as a person meets it: touched by the name of what is on the screen, looked at by the page it is on.

- The kiosk is a program of its own; a test-only file of places says where each touchable thing stands.
- Waiting always has a deadline, and a failure says which screen was there instead, never what was on it.
- Not here: stories (test_*.py) and the display (display.py).
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.e2e.display import Display

DEADLINE_SECONDS = 30.0
STILL_SECONDS = 0.3
TURNS_SECONDS = 2.0


class Terminal:
    """One kiosk process on a display; it can be killed and started again on the same store."""

    program: tuple[str, ...] = ("-m", "kiosk", "run")

    def __init__(self, display: Display, settings: Path, places: Path, *, first: str = "AttractScreen") -> None:
        self.display = display
        self._settings = settings
        self._places = places
        self._process: subprocess.Popen[bytes] | None = None
        self._log = places.with_suffix(".log").open("ab")
        self.start(first)

    def start(self, first: str = "AttractScreen") -> None:
        """Starts the kiosk and waits until its first screen can be touched."""
        self._places.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [sys.executable, *self.program, "--settings", str(self._settings), "--places", str(self._places)],
            env=self.display.environment,
            stdout=self._log,
            stderr=self._log,
        )
        self.wait_for_screen(first)

    def kill(self) -> None:
        """Ends the kiosk as a power cut does: at once, with no chance to write anything."""
        self._signal(signal.SIGKILL)

    def stop(self) -> None:
        """Ends the kiosk in order."""
        self._signal(signal.SIGTERM)
        self._log.close()

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None:
            os.kill(self._process.pid, number)
            self._process.wait(20)
            self._process = None

    def seen(self) -> dict[str, Any]:
        """Gives the screen, the page and the places as they were painted last."""
        try:
            found: dict[str, Any] = json.loads(self._places.read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return {"screen": "", "page": "", "places": {}, "serial": 0, "chosen": [], "ring": []}
        return found

    def settled(self) -> dict[str, Any]:
        """Gives what is seen once nothing has changed for a moment."""
        seen, since = self.seen(), time.monotonic()
        while time.monotonic() - since < STILL_SECONDS:
            time.sleep(0.02)
            newest = self.seen()
            if newest["serial"] != seen["serial"]:
                seen, since = newest, time.monotonic()
        return seen

    @property
    def page(self) -> str:
        """The page the person is on."""
        return str(self.seen()["page"])

    def wait_for_screen(self, name: str) -> None:
        """Waits until a screen stands."""
        self.wait_until(lambda seen: seen["screen"] == name, f"the screen {name}")

    def wait_for_page(self, page: str) -> None:
        """Waits until a page is painted."""
        self.wait_until(lambda seen: seen["page"] == page, f"the page {page}")

    def wait_for(self, test_id: str) -> None:
        """Waits until something can be touched."""
        self.wait_until(lambda seen: test_id in seen["places"], f"something to touch called {test_id}")

    def turns_from(self, page: str) -> bool:
        """Waits a little and tells whether another page than this one stands."""
        deadline = time.monotonic() + TURNS_SECONDS
        while time.monotonic() < deadline:
            if self.page not in ("", page):
                return True
            time.sleep(0.01)
        return False

    def touch(self, test_id: str) -> None:
        """Touches something by its name and waits until what follows is painted."""
        self.wait_for(test_id)
        before = self.seen()
        x, y, width, height = before["places"][test_id]
        self.display.touch(x + width // 2, y + height // 2)
        self.wait_until(lambda seen: seen["serial"] != before["serial"], f"an answer to the touch on {test_id}")

    def type(self, digits: str) -> None:
        """Touches digits on the number pad."""
        for digit in digits:
            self.touch(f"pad.{digit}")

    def draw(self, test_id: str) -> None:
        """Draws a mark on something: a wave from one side to the other."""
        self.wait_for(test_id)
        x, y, width, height = self.seen()["places"][test_id]
        points = [
            (x + width * (2 + step) // 12, y + height // 2 + (height // 5 if step % 2 else -height // 5))
            for step in range(8)
        ]
        self.display.drag(points)

    def log_in(self, number: str, pin: str, language: str = "nl") -> None:
        """Walks from the resting screen to the person's own page."""
        self.touch("attract.begin")
        self.touch(f"language.{language}")
        self.wait_for_screen("UnlockScreen")
        self.type(number)
        self.touch("foot.next")
        self.type(pin)

    def wait_until(self, holds: Any, what: str) -> None:
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not holds(self.seen()):
            if self._process is not None and self._process.poll() is not None:
                raise AssertionError(f"the kiosk ended while waiting for {what}")
            if time.monotonic() > deadline:
                seen = self.seen()
                raise AssertionError(f"waited for {what}; there is {seen['screen']} on {seen['page'] or 'no page'}")
            time.sleep(0.01)
