"""The product's programs as a story uses them: run one, read its exit code, ask a terminal how it is.

- Not here: the window, which is touched (terminal.py), and the mentor's pages (browser.py).
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from kiosk.development import Desk


def kiosk(*words: str) -> subprocess.CompletedProcess[str]:
    """Runs one verb of `kiosk`."""
    return subprocess.run([sys.executable, "-m", "kiosk", *words], check=False, capture_output=True, text=True)


def drplan(desk: Desk, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs one verb of `drplan` on the desk's gateway."""
    asked = [sys.executable, "-m", "sync.gateway", *words, "--gateway", str(desk.gateway_folder)]
    return subprocess.run(asked, check=False, capture_output=True, text=True)


def status(desk: Desk) -> dict[str, Any]:
    """Gives how the terminal is."""
    found: dict[str, Any] = json.loads(kiosk("status", "--settings", str(desk.settings), "--json").stdout)
    return found


def progress(desk: Desk, out: Path) -> dict[str, Any]:
    """Gives the progress of the first person on the roster as the gateway exports it."""
    done = drplan(desk, "export", "progress", "--out", str(out))
    assert done.returncode == 0, done.stderr
    exported = json.loads(out.read_text(encoding="utf-8"))
    people: list[dict[str, Any]] = exported["people"]
    return people[0]
