"""How fast the window turns: at once on input, smoothly while something moves, not at all while nothing does.

- Kivy's loop looks for work many times a second. Here it waits on the connection to the display instead, until input
  comes, the next scheduled call is due, or another thread calls `wake()`.
- Input never waits for a frame; only moving things are held to `most_frames_a_second`.
- Where the display has no connection to wait on (off screen), the wait is a plain one up to the next scheduled call.

Deliberately not here: dimming and locking after a time without touches (`kiosk/app.py`).
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
from collections.abc import Callable
from typing import Any

LONGEST_WAIT_SECONDS = 1.0


class Pace:
    """Waits in the place of Kivy's clock."""

    def __init__(self, clock: Any, event_loop: Any, most_frames_a_second: int = 60) -> None:
        self._clock = clock
        self._event_loop = event_loop
        self._frame_seconds = 1.0 / most_frames_a_second
        self._door, self._bell = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._waiting_room = select.poll()
        self._waiting_room.register(self._door, select.POLLIN)
        self._queued: Callable[[], int] = lambda: 0

    def start(self) -> None:
        """Takes over the waiting; call it once the window exists."""
        display = _x11_display(self._event_loop.window)
        if display is not None:
            connection, self._queued = display
            self._waiting_room.register(connection, select.POLLIN)
        self._clock.idle = self._idle
        signal.set_wakeup_fd(self._bell, warn_on_full_buffer=False)

    def stop(self) -> None:
        """Gives the waiting back to Kivy's clock."""
        signal.set_wakeup_fd(-1)
        del self._clock.idle

    def wake(self) -> None:
        """Ends the present wait; may be called from any thread."""
        with contextlib.suppress(BlockingIOError):
            os.write(self._bell, b"\0")

    def _idle(self) -> float:
        """Waits until there is work, and gives the time of the new frame as Kivy's clock does."""
        clock = self._clock
        if not self._has_work():
            self._wait(self._seconds_until_due())
        now = float(clock.time())
        clock._dt = now - clock._last_tick  # noqa: SLF001 - this stands in the place of the clock's own method
        clock._last_tick = now  # noqa: SLF001
        return now

    def _has_work(self) -> bool:
        """Tells whether input was read but not handled yet, or something waits to be painted."""
        if any(getattr(provider, "waiting_event", None) for provider in self._event_loop.input_providers):
            return True
        window = self._event_loop.window
        return bool(self._event_loop.quit or (window and window.canvas.needs_redraw) or self._queued())

    def _seconds_until_due(self) -> float:
        now = float(self._clock.time())
        due = float(self._clock.get_min_timeout()) - now
        next_frame = float(self._clock._last_tick) + self._frame_seconds - now  # noqa: SLF001
        return min(LONGEST_WAIT_SECONDS, max(due, next_frame, 0.0))

    def _wait(self, seconds: float) -> None:
        for ready, _ in self._waiting_room.poll(seconds * 1000):
            if ready == self._door:
                os.read(self._door, 4096)


def _x11_display(window: Any) -> tuple[int, Callable[[], int]] | None:
    """Gives the connection to the X server, and what counts the events already read from it."""
    information = window.get_window_info() if window else None
    address = getattr(information, "display", None)
    if not address:
        return None
    x11 = ctypes.CDLL("libX11.so.6")
    for name in ("XConnectionNumber", "XPending"):
        getattr(x11, name).argtypes = [ctypes.c_void_p]
    return int(x11.XConnectionNumber(address)), lambda: int(x11.XPending(address))
