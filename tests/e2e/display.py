"""A virtual display of its own for each terminal, and the finger that touches it through the X test extension.

- The server picks a free number itself; nothing is shared with a display that is there already.
- A key that is held never repeats by itself (`-r`): on a busy machine the finger may come up late.
- A touch is a pointer press and release sent by another program, as a touch screen's driver sends them.
- Not here: what is touched (terminal.py).
"""

import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self


class Display:
    """An X server without a screen; a context manager."""

    def __init__(self, width: int = 1920, height: int = 1080) -> None:
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-r"],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.name = ":" + told.readline().strip()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the server."""
        self._server.terminate()
        self._server.wait(10)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program that is to appear on this display."""
        return {**os.environ, "DISPLAY": self.name, "SDL_AUDIODRIVER": "dummy"}

    def touch(self, x: int, y: int) -> None:
        """Touches a point: pixels from the top left corner."""
        self._do("mousemove", str(x), str(y), "mousedown", "1", "mouseup", "1")

    def drag(self, points: list[tuple[int, int]]) -> None:
        """Draws a line through points without lifting the finger."""
        (first_x, first_y), *rest = points
        self._do("mousemove", str(first_x), str(first_y), "mousedown", "1")
        for x, y in rest:
            self._do("mousemove", str(x), str(y))
        self._do("mouseup", "1")

    def press(self, key: str) -> None:
        """Presses a key by its X name, such as `Escape` or `alt+F4`."""
        self._do("key", key)

    def picture(self, png: Path) -> None:
        """Takes a picture of everything on the display."""
        png.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", str(png)], env=self.environment, check=True)

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=20)
