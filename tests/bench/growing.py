"""Memory over a thousand changes of screen, in one window on a real store: pages, languages, hiding, and locks.

- The window is the program itself; what is added sends, at each frame, the next thing a person means.
- Counted is the resident set after every round, once what is no longer used was collected.
- Not here: what is left of a person in memory (tests/ui/test_gone.py), the memory of a start (start.py).
"""

import gc
import itertools
import json
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kiosk import cli
from kiosk.development import NUMBER, PIN, Desk
from kiosk.intents import (
    Begin,
    ChooseLanguage,
    GoBack,
    Hide,
    Intent,
    LogIn,
    OpenAids,
    OpenLanguages,
    OpenPage,
    Rest,
    Unhide,
)
from kiosk.own_pages import ME
from kiosk.pages import PLAN
from modules.texts import Language
from tests.bench.figures import Figure
from tests.e2e.display import Display

CHANGES, SETTLED = 1000, 200
EVERY_SECONDS = 0.05
LANGUAGES = ("nl", "ar", "tr", "nl@simple", "pl")


def measure(desk: Desk) -> tuple[Figure, ...]:
    """Gives by how many megabytes the window grew after the first changes."""
    with Display() as display:
        words = (sys.executable, "-m", "tests.bench.growing", str(desk.settings))
        done = subprocess.run(words, env=display.environment, capture_output=True, text=True, check=True)
    sizes = json.loads(done.stdout.splitlines()[-1])
    settled = next(size for count, size in sizes if count >= SETTLED)
    name = f"memory grown from change {SETTLED} to {CHANGES}"
    return (
        Figure(name, sizes[-1][1] - settled, "MB", aim="<= 10"),
        Figure(f"resident memory after {CHANGES} changes", sizes[-1][1], "MB"),
    )


def _round(language: str) -> tuple[Intent, ...]:
    visited = [intent for page in ("reflector", PLAN, ME) for intent in (OpenPage(page), GoBack())]
    languages = (OpenLanguages(), ChooseLanguage(Language(language)), OpenAids(), GoBack())
    return (*visited, *languages, Hide(), Unhide(), Rest(), LogIn("", PIN))


def _meant() -> Iterator[Intent]:
    yield from (Begin(), ChooseLanguage(Language("nl")), LogIn(NUMBER, PIN))
    for language in itertools.cycle(LANGUAGES):
        yield from _round(language)


class Driver:
    """Sends what a person means, one change a moment, and notes the size of the process."""

    def __init__(self, app: Any) -> None:
        self._app, self._meant, self._count = app, _meant(), 0
        self.sizes: list[tuple[int, float]] = []

    def go_on(self, _: float) -> bool:
        """Makes one change; ends the program after the last."""
        intent = next(self._meant)
        self._app.send(intent)
        self._count += 1
        if isinstance(intent, LogIn):
            gc.collect()
            self.sizes.append((self._count, _resident_megabytes()))
        if self._count >= CHANGES and isinstance(intent, LogIn):
            self._app.stop()
            return False
        return True


def _resident_megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def main(words: Sequence[str]) -> int:
    """Runs the window through its changes and prints the sizes."""
    from kiosk.wiring import window  # noqa: PLC0415 - as in kiosk/cli.py

    made, drivers = window._app, list[Driver]()

    def driven(*arguments: Any, **named: Any) -> Any:
        from kivy.clock import Clock  # noqa: PLC0415 - after the lockdown, as everywhere

        app = made(*arguments, **named)
        drivers.append(Driver(app))
        app.fbind("on_start", lambda *_: Clock.schedule_interval(drivers[0].go_on, EVERY_SECONDS))
        return app

    window._app = driven
    code = cli.main(["run", "--settings", words[0]])
    print(json.dumps(drivers[0].sizes))
    return code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
