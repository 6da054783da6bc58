"""`kiosk run` with a stopwatch at three places: an entry on disk, a page painted, a frame presented.

    python -m tests.bench.window SETTINGS PLACES LOG [SPEECH]

- It is the program itself, started by its own command line; what is added only notes when something was done.
- The log is written when the window is ended: a line a moment: its kind, its nanosecond, the
  processor time used until then, page and exercise.
- Not here: reading the log (tap_to_paint.py, start.py).
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from kiosk import cli
from kiosk.speech import espeak
from kiosk.store.journal import Journal

KEPT, PAINTED, PRESENTED = "kept", "painted", "presented"


class Stopwatch:
    """Notes the moments of one window."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._moments: list[tuple[str, int, int, str, str]] = []
        self._app: Any = None

    def watch(self, app: Any) -> None:
        """Begins to note; call it once the window exists."""
        from kivy.core.window import Window  # noqa: PLC0415 - after the lockdown, as everywhere

        self._app = app
        Journal.append = self._noting(KEPT, Journal.append)  # type: ignore[method-assign]
        app.paint = self._noting(PAINTED, app.paint)
        Window.flip = self._noting(PRESENTED, Window.flip)

    def write(self) -> None:
        """Writes the log."""
        self._log.write_text("".join(" ".join(map(str, each)) + "\n" for each in self._moments), encoding="utf-8")

    def _noting(self, kind: str, does: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*arguments: Any, **named: Any) -> Any:
            given = does(*arguments, **named)
            moment = (kind, time.monotonic_ns(), time.process_time_ns(), self._page(), self._shown())
            self._moments.append(moment)
            return given

        return noted

    def _shown(self) -> str:
        """Gives the kind of exercise that stands on the screen."""
        screen = self._app._screen
        return str(screen.shown_kind) if type(screen).__name__ == "QuestionScreen" else ""

    def _page(self) -> str:
        session = self._app._visit.session
        return session.state.page if session else ""


def main(settings: str, places: str, log: str, speech: str = "") -> int:
    """Runs the kiosk, watched, and gives its exit code; `speech` holds a program and a list of sound cards."""
    from kiosk.wiring import window  # noqa: PLC0415 - as in kiosk/cli.py

    if speech:
        espeak.speaker = partial(espeak.speaker, f"{speech}/espeak-ng", Path(speech) / "cards")
    stopwatch, made = Stopwatch(Path(log)), window._app

    def watched(*arguments: Any, **named: Any) -> Any:
        app = made(*arguments, **named)
        app.fbind("on_start", lambda *_: stopwatch.watch(app))
        return app

    window._app = watched
    try:
        return cli.main(["run", "--settings", settings, "--places", places])
    finally:
        stopwatch.write()


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
