"""What every screen has: the words of the interface, a way to say an intent, and use by keyboard or switch.

- A touch takes the focus ring away; a key brings it back.
- What a person typed or drew lives in the screen until `forget()`; the app calls it before it lets the screen go.

Deliberately not here: bars at the top and the foot (`framed.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.i18n import Words
from kiosk.intents import Intent
from kiosk.theme.tokens import Look
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.focus import FocusRing
from modules.events import Half


class Screen:
    """Adds words, intents and the focus ring to a widget class; `word` gives a word by its name."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self.word = words
        self.send = send
        self.ring = FocusRing()
        super().__init__(look=look)  # type: ignore[call-arg]
        self.ring.enter(self)

    def on_touch_down(self, touch: Any) -> bool:
        """Takes the focus ring away and gives the touch to what lies under it."""
        self.ring.hide()
        return bool(super().on_touch_down(touch))  # type: ignore[misc]

    def on_key(self, scancode: int, with_shift: bool) -> None:
        """Moves the focus ring, or acts on what it is on."""
        self.ring.key(scancode, with_shift)

    def warm(self) -> bool:
        """Makes one thing ahead that a later page needs, and tells whether there was any left to make."""
        return False

    def unfinished(self) -> Half | None:
        """Gives what is half done here and no answer yet; the app has it kept before it takes the screen away."""
        return None

    def forget(self) -> None:
        """Lets go of everything that lives only in this screen."""
        self.ring.hide()


class BareScreen(Screen, Panelled):
    """A screen without bars: its rules draw the paper, and it places its own children."""

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - the panel decides
        """Gives the height of the panel."""
        return float(self.look.panel.height_px)
