"""The screens a person comes back to: each made once in his stay, ahead while he reads; let go of when he leaves.

- Making a screen costs more than painting it, so what is shown again and again is kept, emptied whenever it is left.
- Screens are of one look: another language, another set.

Deliberately not here: how a screen is made and put on the window (`kiosk/app.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock

from kiosk.screens import screen_named

COME_BACK = ("intro", "question", "overview", "home")
AHEAD_SECONDS = 0.2
"""How often a screen is made ahead, until all are made."""


class KeptScreens:
    """The screens of one look."""

    def __init__(self, make: Callable[[type[Any]], Any]) -> None:
        self._make = make
        self._kept: dict[type[Any], Any] = {}
        self._kinds: tuple[type[Any], ...] = ()
        self._ahead = Clock.create_trigger(self._make_ahead, AHEAD_SECONDS, interval=True)

    def of(self, kind: type[Any]) -> Any:
        """Gives the screen of a kind, made now where none is kept."""
        if kind in self._kept:
            return self._kept[kind]
        screen = self._make(kind)
        if kind in self._kinds:
            self._kept[kind] = screen
        return screen

    def begin(self) -> None:
        """Keeps screens from now on, anew, and makes them ahead."""
        self.end()
        self._kinds = tuple(screen_named(name) for name in COME_BACK)
        self._ahead()

    def end(self) -> None:
        """Lets go of all, and keeps none from now on."""
        self._ahead.cancel()
        self._kinds = ()
        for screen in self._kept.values():
            screen.forget()
        self._kept.clear()

    def _make_ahead(self, _seconds: float) -> bool:
        missing = next((kind for kind in self._kinds if kind not in self._kept), None)
        if missing is not None:
            self.of(missing)
        return missing is not None
