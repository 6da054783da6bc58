"""A chain on the screen: the whole chain small on top, and the link in turn under it.

- `verder` goes to the next link, also past one that stays empty; touching a link turns to it.
- The chain gives way to the keyboard.

Deliberately not here: the chain on top (`parts/strip.py`), options and own words (`parts/chooser.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.chooser import Chooser
from kiosk.exercises.parts.stepped import SteppedExercise
from kiosk.exercises.parts.strip import Strip
from kiosk.views.told import ChainView
from modules.exercises.chain import ChainAnswer
from modules.exercises.shared import Said


class ChainExercise(SteppedExercise):
    """Situation, thought, feeling, action, result."""

    def __init__(self, **values: Any) -> None:
        self._view: ChainView | None = None
        super().__init__(**values)
        self._strip = Strip(look=self.look)
        self._strip.fbind("on_turn", lambda _, link: self.turn_to(link))
        self._chooser = Chooser(look=self.look, words=self.words)
        self._chooser.fbind("on_said", lambda _, said: self.say(said))
        self._chooser.fbind("writing", lambda *_: self._make_room())

    def step_count(self) -> int:
        """Gives the number of links."""
        return len(self._view.links) if self._view else 1

    def paint(self, view: ChainView) -> None:
        """Shows the chain so far and the link in turn."""
        self._view = view
        self.show()

    def show(self) -> None:
        """Shows what can be said at the link in turn."""
        view = self._view
        if view is None:
            return
        step = int(self.step)
        link = view.links[step]
        self._strip.show([(f"link.{one.name}", one.title, one.said_words) for one in view.links], step)
        own = (link.said.own or "") if link.said else ""
        self._chooser.paint(link.options, own=own if view.own_words else None)
        self.asks, self.needs_help = link.asks, step == 0
        self.goes_on = True if step < len(view.links) - 1 else None
        self._make_room()

    def _make_room(self) -> None:
        self.wants_room = self._chooser.writing
        self.hold(*([] if self._chooser.writing else [self._strip]), self._chooser)

    def warm(self) -> bool:
        """Makes a card ahead."""
        return self._chooser.warm()

    def turn_to(self, step: int) -> None:
        """Shows another link."""
        self._chooser.forget()
        super().turn_to(step)

    def say(self, said: Said) -> None:
        """Answers with this at the link in turn."""
        if self._view is None:
            return
        links = {link.name: link.said for link in self._view.links}
        links[self._view.links[int(self.step)].name] = said
        self.answer(ChainAnswer().model_copy(update=links))

    def writes(self) -> str | None:
        """Gives own words being written, none where none are."""
        return self._chooser.written

    def write_on(self, text: str) -> None:
        """Goes on writing own words."""
        self._chooser.write_on(text)

    def settle(self) -> None:
        """Takes own words that are being written."""
        self._chooser.settle()

    def forget(self) -> None:
        """Turns back to the first link, and lets go of own words being written."""
        super().forget()
        self._chooser.forget()
        self._view = None
