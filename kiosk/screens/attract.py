"""The resting screen: a greeting in each language in turn, and one thing to do; touching anywhere begins.

- A greeting stands still for some seconds and is then another one: one frame, no movement, nothing that blinks.
- Nothing of anybody is here, and no time of day.
- A terminal that is not for real use says so in a corner.

Deliberately not here: which languages greet (the view).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kivy.clock import Clock

from kiosk.i18n import Words, direction
from kiosk.intents import Begin, Intent
from kiosk.screens.parts.screen import BareScreen
from kiosk.theme.tokens import Look
from kiosk.views.entrance import AttractView, Greeting

GREETING_SECONDS = 10.0
GREETING_FACTOR = 2.1
"""How much larger than a title a greeting is."""


class AttractScreen(BareScreen):
    """Greetings in turn over a quiet landscape."""

    rests = True
    """Nobody has begun: arrow up asks for speech here."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._greetings: tuple[Greeting, ...] = ()
        self._turn = Clock.create_trigger(self._next_greeting, GREETING_SECONDS, interval=True)
        super().__init__(look=look, words=words, send=send)

    def paint(self, view: AttractView) -> None:
        """Shows the first greeting, and begins to take turns."""
        self._greetings = view.greetings
        self._greet(view.greetings[0])
        self.ids.mark.text = self.word("attract.development") if view.development else ""
        if len(view.greetings) > 1:
            self._turn()

    def _next_greeting(self, _: float) -> None:
        self._greetings = (*self._greetings[1:], self._greetings[0])
        self._greet(self._greetings[0])

    def _greet(self, greeting: Greeting) -> None:
        look = replace(self.look, language=greeting.language, direction=direction(greeting.language))
        factor = GREETING_FACTOR * (0.7 if look.panel.portrait else 1.0)
        self.ids.greeting.look = replace(look, text_factor=look.text_factor * factor)
        self.ids.greeting.text = greeting.greeting
        self.ids.begin.look = look
        self.ids.begin.text = greeting.touch
        self.arrange_soon()

    def begin(self) -> None:
        """Begins."""
        self.send(Begin())

    def forget(self) -> None:
        """Stops taking turns."""
        self._turn.cancel()
        super().forget()

    def arrange(self) -> None:
        """Places greeting and button a little above the middle, the landscape at the foot."""
        look, ids = self.look, self.ids
        ids.landscape.pos, ids.landscape.size = self.pos, (self.width, round(self.height * 0.3))
        greeting, begin, mark = ids.greeting, ids.begin, ids.mark
        greeting.size = (self.width - 2 * look.margin, greeting.natural_height(self.width - 2 * look.margin))
        width = min(self.width - 2 * look.margin, max(look.panel.px(150.0), begin.natural_width() + 4 * look.padding))
        begin.size = (round(width), look.panel.px(30.0))
        between = look.panel.px(12.0)
        top = self.y + self.height * 0.62 + (greeting.height + between + begin.height) / 2
        greeting.pos = (self.x + look.margin, round(top - greeting.height))
        begin.pos = (round(self.center_x - begin.width / 2), round(greeting.y - between - begin.height))
        begin.reach_x, begin.reach_y = self.width, self.height
        mark.size = (self.width - 2 * look.margin, mark.natural_height(self.width))
        mark.pos = (self.x + look.margin, round(self.top - look.margin * 0.6 - mark.height))
