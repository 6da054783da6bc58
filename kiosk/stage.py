"""The screens of one look, painted anew for page after page as the window does, to be judged; nothing is drawn.

- Each screen is made once. In a mirrored language it has a twin, laid out from left to right, to be held against.
- Import it after `prepare(Profile.HIDDEN)`: it opens a window nobody sees.

Deliberately not here: what is a fault (judging.py), and which pages there are (gallery.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from kiosk.i18n import Words
from kiosk.intents import Intent
from kiosk.judging import Fault, judge, unmirrored
from kiosk.render import Easel
from kiosk.screens import screen_of
from kiosk.theme.tokens import Look
from kiosk.views.entrance import AttractView
from kiosk.widgets.places import places

MOST_STEPS = 12
"""More than any exercise has steps."""


class Stage:
    """Screens to paint pages on."""

    def __init__(self, look: Look) -> None:
        self._easel = Easel()
        self._looks = (look, replace(look, direction="ltr")) if look.rtl else (look,)
        self._screens: dict[tuple[type[Any], Look], Any] = {}
        self._sent: list[Intent] = []

    def faults(self, view: object) -> Iterator[Fault]:
        """Gives every fault of a page, and of each of its steps."""
        screens = self.painted(view)
        for _ in range(MOST_STEPS):
            yield from self.seen(screens)
            if not self._steps_on(screens):
                return

    def painted(self, view: object) -> list[Any]:
        """Gives the screen that shows a page, and its twin where it has one."""
        in_own_direction = isinstance(view, AttractView)  # each greeting stands as its own language is read
        looks = self._looks[:1] if in_own_direction else self._looks
        return [self._painted(view, look) for look in looks]

    def seen(self, screens: Sequence[Any]) -> Iterator[Fault]:
        """Gives every fault of a page as it stands now."""
        self._easel.settle()
        found, *twins = (tuple(places(*each)) for each in zip(screens, self._looks, strict=False))
        yield from judge(found, self._looks[0])
        for twin in twins:
            yield from unmirrored(found, twin, self._looks[0])

    def _painted(self, view: object, look: Look) -> Any:
        kind = screen_of(type(view))
        if (kind, look) not in self._screens:
            screen = kind(look=look, words=Words(look.language), send=self._sent.append)
            screen.size = (look.panel.width_px, look.panel.height_px)
            self._screens[kind, look] = screen
        screen = self._screens[kind, look]
        screen.forget()
        screen.paint(view)
        return screen

    def _steps_on(self, screens: list[Any]) -> bool:
        """Goes on within an exercise or a letter, and tells whether there was anything more on this page."""
        self._sent.clear()
        for screen in screens:
            if getattr(screen, "next_word", "") and screen.next_enabled:
                screen.on_next()
            else:
                return False
        return not self._sent

    def close(self) -> None:
        """Lets every screen go."""
        for screen in self._screens.values():
            screen.forget()
