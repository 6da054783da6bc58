"""A finger with a stopwatch: touches sent through the X test extension, each with the time at which it was sent.

- Another process than the kiosk's sends them, over the X server, as a touch screen's driver does.
- The time is read before the server is told, so what is measured holds the server's part as well.
- Not here: the touches of the end-to-end tests, which nobody times (tests/e2e/display.py).
"""

import ctypes
import time
from types import TracebackType
from typing import Self

HELD_SECONDS = 0.08
"""How long a finger rests on the glass."""
_LEFT, _DOWN, _UP, _NOW = 1, 1, 0, 0


class Finger:
    """One finger on one display; a context manager."""

    def __init__(self, display: str) -> None:
        self._x11, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        opened = self._x11.XOpenDisplay(display.encode())
        assert opened, f"no display {display}"
        self._display = ctypes.c_void_p(opened)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._x11.XCloseDisplay(self._display)

    def touch(self, x: int, y: int) -> int:
        """Touches a point and lets go; gives the monotonic nanosecond at which letting go was sent."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(_NOW))
        self._button(_DOWN)
        time.sleep(HELD_SECONDS)
        return self._button(_UP)

    def _button(self, way: int) -> int:
        sent_ns = time.monotonic_ns()
        self._test.XTestFakeButtonEvent(self._display, _LEFT, way, ctypes.c_ulong(_NOW))
        self._x11.XFlush(self._display)
        return sent_ns
