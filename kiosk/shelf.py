"""The screens a person comes back to again and again: made once, or ahead while nobody touches, and used anew.

- Making a screen costs more than painting it, so the path, an introduction and a question are not made again each time.
- They are of one look and language; another one begins anew.
- A view that is likely to follow is painted ahead, on a screen that stands nowhere or on the unseen half of one that
  does; when it comes just so, it is not painted again.
- `clear_used()` lets go of all of them once one showed anything: whoever comes next touches nothing that showed another
  person's words, and what was made for nobody yet is there for him.

Deliberately not here: which screen stands (`kiosk/app.py`), and what a kind of exercise makes ahead (`Screen.warm`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.i18n import Words
from kiosk.intents import Intent
from kiosk.screens import screen_named, screen_of
from kiosk.theme.tokens import Look

KEPT = ("home", "intro", "question")


class Shelf:
    """The screens of one look; `send` is where they say what a touch means."""

    def __init__(self, send: Callable[[Intent], None]) -> None:
        self._send = send
        self._look: Look | None = None
        self._made: dict[type[Any], Any] = {}
        self._unseen: tuple[Any, object] | None = None
        self._is_used = self._were_let_go = False

    def take(self, kind: type[Any], look: Look) -> Any:
        """Gives a screen of a kind: the one that was made, where its kind is kept."""
        self._look_is(look)
        if kind in self._made:
            return self._made[kind]
        screen = kind(look=look, words=Words(look.language), send=self._send)
        if kind in map(screen_named, KEPT):
            self._made[kind] = screen
        return screen

    def make_ahead(self, look: Look) -> bool:
        """Makes one thing that is still wanted in a look, and tells whether anything was."""
        self._look_is(look)
        for kind in map(screen_named, KEPT):
            if kind not in self._made:
                self.take(kind, look)
                return True
        return any(screen.warm() for screen in self._made.values())

    def paint_ahead(self, view: object, look: Look) -> bool:
        """Paints a view that is likely to follow where it is not seen, and tells whether there was a screen for it."""
        kind = screen_of(type(view))
        if kind not in map(screen_named, KEPT):
            return False
        screen = self.take(kind, look)
        if screen.parent is None:
            screen.size = (look.panel.width_px, look.panel.height_px)
            self.paint(screen, view)
            self._unseen = (screen, view)
        elif hasattr(screen, "paint_ahead"):
            screen.paint_ahead(view)
        return True

    def paint(self, screen: Any, view: object) -> None:
        """Paints a view on a screen, unless it was just painted there ahead."""
        if self._unseen != (screen, view):
            screen.paint(view)
        self._unseen = None
        self._is_used |= any(screen is made for made in self._made.values())

    def clear_used(self) -> None:
        """Lets go of every screen, if any of them showed something."""
        if self._is_used:
            self._clear()

    def _clear(self) -> None:
        self._were_let_go |= bool(self._made)
        self._made.clear()
        self._unseen, self._is_used = None, False

    def were_let_go(self) -> bool:
        """Tells whether screens were let go of since this was asked before."""
        were, self._were_let_go = self._were_let_go, False
        return were

    def _look_is(self, look: Look) -> None:
        if look != self._look:
            self._clear()
            self._look = look
