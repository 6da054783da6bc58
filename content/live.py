"""`packs preview`: the real screens in a window, painted anew each time the source is saved.

- The window is the kiosk's own program, run apart (SETTLED 20); it is told on its standard input, a line of JSON each:
  `{"packs": FOLDER}` a release to show from now on, or `{"told": SENTENCES}` what is wrong instead.
- While something is wrong the last good pack stays on the screen, with what was found written over it.
- Nothing is read from a clock: waiting for the window's end is what counts the time between two looks at the folder.
- Not here: making a release that is trusted nowhere (rendering.py) and the window (kiosk/preview.py).
"""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from content.findings import Finding
from content.rendering import Passing
from content.source import LOCALE
from modules.errors import PackError, ProductError

LOOK_SECONDS = 0.1
MOST_TOLD = 3
"""How many findings the window shows at a time; the console has them all."""

Stamp = Mapping[str, tuple[int, int]]
Say = Callable[[str], None]


def preview_live(folder: Path, words: Sequence[str], say: Say) -> int:
    """Opens the window and returns its exit code when it is closed; `words` are for the window's program.

    Raises:
        SettingsError: No pack of this project has the folder's id, so no terminal shows it.
        PackError: It has errors before anything is shown; those are mended first.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with TemporaryDirectory() as aside:
        passing = Passing(Path(aside))
        seen = stamp(folder)
        asked = [sys.executable, "-m", "kiosk", "preview", "--packs", str(passing.release(folder)), *words]
        with subprocess.Popen(asked, stdin=subprocess.PIPE, text=True) as window:
            try:
                say(f"{folder}: shown; each save is shown too, until the window is closed")
                while _is_open(window):
                    newest = stamp(folder)
                    if newest != seen:
                        seen = newest
                        _tell(window, _changed(folder, passing, say))
            except KeyboardInterrupt:  # Ctrl+C in the shell is a way to close it, and so is SIGTERM
                return 0
        return window.returncode


def stamp(folder: Path) -> Stamp:
    """Gives each file of a folder with when it was written and how large it is."""
    stamps = {}
    for path in sorted(folder.rglob("*")):
        try:
            known = path.stat()
        except FileNotFoundError:  # an editor's passing file
            continue
        stamps[str(path)] = (known.st_mtime_ns, known.st_size)
    return stamps


def _is_open(window: "subprocess.Popen[str]") -> bool:
    try:
        window.wait(LOOK_SECONDS)
    except subprocess.TimeoutExpired:
        return True
    return False


def _changed(folder: Path, passing: Passing, say: Say) -> dict[str, str]:
    """Gives what the window is told after a save."""
    try:
        release = passing.release(folder)
    except ProductError as error:
        found = [one for one in error.findings if isinstance(one, Finding)] if isinstance(error, PackError) else []
        told = [str(finding) for finding in sorted(found, key=_of_translators)] or [
            f"{error.message}\n    {error.hint}"
        ]
        for sentence in told:
            say(sentence)
        return {"told": "\n".join(told[:MOST_TOLD])}
    say(f"{folder}: shown anew")
    return {"packs": str(release)}


def _of_translators(finding: Finding) -> bool:
    """Tells whether a finding stands in a catalogue; what is wrong in the source comes before."""
    return finding.place.startswith(f"{LOCALE}/")


def _tell(window: "subprocess.Popen[str]", told: dict[str, str]) -> None:
    if window.stdin is None:
        return
    try:
        window.stdin.write(json.dumps(told, ensure_ascii=True) + "\n")
        window.stdin.flush()
    except BrokenPipeError:  # closed just now; the next look sees that it ended
        return
