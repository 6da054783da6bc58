"""The terminal is out of use: said in each language in turn, with nothing to touch and no word of why.

- The same page says in lock-up hours when the terminal can be used again.
- After a minute it says so to the visit: out of use, that ends the program, to be started anew; resting, it looks on.

Deliberately not here: what is wrong, which only the log knows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kivy.clock import Clock

from kiosk.i18n import Words, direction
from kiosk.intents import Intent, Leave
from kiosk.screens.parts.screen import BareScreen
from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Look, Role
from kiosk.views.entrance import ClosedView, Notice

LINES_SECONDS = 8.0
STANDS_SECONDS = 60.0
TEXT_MM = 250.0
"""How wide the lines are set."""


class ClosedScreen(BareScreen):
    """A calm page on the same paper."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._notices: tuple[Notice, ...] = ()
        self._turn = Clock.create_trigger(self._next, LINES_SECONDS, interval=True)
        self._over = Clock.create_trigger(lambda _: send(Leave()), STANDS_SECONDS)
        super().__init__(look=look, words=words, send=send)

    def paint(self, view: ClosedView) -> None:
        """Shows the first language, and begins to take turns."""
        self.ids.mark.icon = Icon.TIME if view.rests else Icon.REPAIR
        self._notices = view.notices
        self._tell(view.notices[0])
        self._turn()
        self._over()

    def _next(self, _: float) -> None:
        self._notices = (*self._notices[1:], self._notices[0])
        self._tell(self._notices[0])

    def _tell(self, notice: Notice) -> None:
        look = replace(self.look, language=notice.language, direction=direction(notice.language))
        for line, text in ((self.ids.title, notice.title), (self.ids.told, notice.text)):
            line.look, line.text = look, text
        self.arrange_soon()

    def forget(self) -> None:
        """Stops taking turns."""
        self._turn.cancel()
        self._over.cancel()
        super().forget()

    def arrange(self) -> None:
        """Places pictogram and lines under each other, a little above the middle."""
        look, ids = self.look, self.ids
        width = min(self.width - 2 * look.margin, look.panel.px(TEXT_MM))
        mark = round(look.capital_px(Role.TITLE) * 2.4)
        parts = (ids.mark, ids.title, ids.told)
        heights = (mark, ids.title.natural_height(width), ids.told.natural_height(width))
        gaps = (look.panel.px(8.0), look.panel.px(4.0), 0)
        top = self.y + self.height * 0.55 + (sum(heights) + sum(gaps)) / 2
        for each, height, wide, gap in zip(parts, heights, (mark, width, width), gaps, strict=True):
            each.size = (round(wide), round(height))
            each.pos = (round(self.center_x - wide / 2), round(top - height))
            top -= height + gap
        ids.mark.size_px = mark
