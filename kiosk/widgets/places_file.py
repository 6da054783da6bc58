"""A file for tests outside the program: which screen stands, where all on it is that can be touched, and the ring.

- Written only in the development profile, a moment after something was painted or touched, and never before a frame
  of it was shown: before that nothing stands in its place.

Deliberately not here: finding the places (`places.py`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kivy.clock import Clock

from kiosk.widgets.places import places

AFTER_SECONDS = 0.05
LEAST_FRAMES = 2


class PlacesFile:
    """The file, written anew whenever it is asked for.

    `stands` gives the screen that stands and the page it shows, `also` what else there is to tell.
    """

    def __init__(
        self, path: Path | None, stands: Callable[[], tuple[Any, str]], also: Callable[[], dict[str, Any]]
    ) -> None:
        self._path, self._stands, self._also = path, stands, also
        self._serial = self._painted_at = 0
        self._shown = False
        self.tell = Clock.create_trigger(self._write, AFTER_SECONDS)

    def show(self, *_: Any) -> None:
        """Is told that the window showed its first frame."""
        self._shown = True

    def painted(self) -> None:
        """Is told that a screen was painted."""
        self._painted_at = Clock.frames
        self.tell()

    def _write(self, _: float) -> None:
        screen, page = self._stands()
        if screen is None or self._path is None:
            return
        if not self._shown or Clock.frames < self._painted_at + LEAST_FRAMES:
            self.tell()
            return
        named = [place for place in places(screen, screen.look) if place.test_id]
        marked = (each for each in screen.walk() if getattr(each, "chosen", False))
        waiting = (each for each in screen.walk() if not getattr(each, "enabled", True))
        self._serial += 1
        written = {
            "screen": type(screen).__name__,
            "page": page,
            "serial": self._serial,
            "places": {place.test_id: [place.x, place.y, place.width, place.height] for place in named},
            "chosen": sorted(name for each in marked if (name := getattr(each, "test_id", ""))),
            "waits": sorted(name for each in waiting if (name := getattr(each, "test_id", ""))),
            "ring": [each.test_id for each in screen.ring.around],
            **self._also(),
        }
        aside = self._path.with_suffix(".tmp")
        aside.write_text(json.dumps(written), encoding="utf-8")
        aside.replace(self._path)
