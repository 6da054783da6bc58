"""Somebody in front of one screen: touches things by their names, types, draws, and reads what stands there.

- Not here: what a touch must lead to (test_screens*.py), views (views.py).
"""

from collections.abc import Callable
from typing import Any

from kiosk.i18n import Words
from kiosk.intents import Intent
from kiosk.theme.tokens import Look
from kiosk.widgets.places import places


class Person:
    """Somebody in front of one screen: touches things by their names; `wants` is what the screen said."""

    def __init__(self, show: Any, tap: Callable[..., None], view: Any, look: Look) -> None:
        from kiosk.screens import screen_of  # noqa: PLC0415 - only after the lockdown

        self.wants: list[Intent] = []
        self._tap, self._look = tap, look
        kind = screen_of(type(view))
        self.screen = kind(look=look, words=Words(look.language), send=self.wants.append)
        self.screen.paint(view)
        show(self.screen, look)

    def sees(self) -> dict[str, Any]:
        """Gives the places of everything with a name."""
        return {place.test_id: place for place in places(self.screen, self._look) if place.test_id}

    def touch(self, *names: str) -> None:
        """Touches things one after the other, each in its middle."""
        for name in names:
            place = self.sees()[name]
            x = place.x + place.width / 2
            self._tap(x, self._look.panel.height_px - place.y - place.height / 2)
            self.wait()

    def type(self, digits: str) -> None:
        """Touches digits on the pad."""
        self.touch(*(f"pad.{digit}" for digit in digits))

    def draw(self) -> None:
        """Draws a short stroke from the lower reading side upward."""
        place = self.sees()["sign.draw"]
        low = self._look.panel.height_px - place.y - place.height
        start = (place.x + place.width * 0.25, low + place.height * 0.25)
        self._tap(*start, let_go=(place.x + place.width * 0.5, low + place.height * 0.75))
        self.wait()

    def wait(self, frames: int = 2) -> None:
        """Lets a few frames pass."""
        from kivy.clock import Clock  # noqa: PLC0415 - only after the lockdown

        for _ in range(frames):
            Clock.tick_draw()

    @property
    def number(self) -> str:
        """The number as it stands on the screen, if one does."""
        line = self.screen.ids.entry.ids.line
        return str(line.text) if line.opacity else ""

    def reads(self) -> str:
        """Gives everything that stands on the screen."""
        return " ".join(place.text for place in places(self.screen, self._look))
