"""An if-then plan on the screen: two halves above, the cards for the half in turn under them.

- A half that was chosen stands in its place in full; touching a half brings its cards back.
- The first half alone is no answer yet; it lives here until the second is chosen, and is kept when the screen goes.

Deliberately not here: options and own words (`parts/chooser.py`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kivy.properties import OptionProperty

from kiosk.exercises.parts.page import ExercisePage
from kiosk.exercises.parts.tight import tight
from kiosk.views.options import Options
from kiosk.views.told import IfThenView
from modules.events import Half
from modules.exercises.if_then import IfThenAnswer
from modules.exercises.shared import Said

IF, THEN = "if", "then"


class IfThenExercise(ExercisePage):
    """Als … dan …, each from its own cards."""

    half = OptionProperty(IF, options=(IF, THEN))
    """Whose cards are shown."""

    def __init__(self, **values: Any) -> None:
        self._view = IfThenView((), (), own_words=False, situation=None, action=None)
        self._situation: Said | None = None
        super().__init__(**values)
        self._halves = self.ids.halves.__self__

    def on_wants_room(self, *_: Any) -> None:
        """Lets the halves give way to the keyboard where there is little room, and come back after it."""
        there, wanted = self._halves.parent is not None, not (self.wants_room and tight(self.look))
        if there and not wanted:
            self.remove_widget(self._halves)
        elif wanted and not there:
            self.add_widget(self._halves, index=len(self.children))

    def paint(self, view: IfThenView) -> None:
        """Shows both halves as far as they are chosen, and the cards of the half in turn."""
        self._view = view
        self._situation = view.situation or self._situation
        self._show()

    def _show(self) -> None:
        view, now = self._view, self._situation
        situation = _words(view.situations, now)
        action = _words(view.actions, view.action)
        self._halves.show(situation, action, self.half)
        options, said = (view.situations, now) if self.half == IF else (view.actions, view.action)
        own = (said.own or "" if said else "") if view.own_words else None
        self.ids.chooser.paint(_chosen(options, said), own=own)
        self.arrange_soon()

    def warm(self) -> bool:
        """Makes a card ahead."""
        return bool(self.ids.chooser.warm())

    def turn_to(self, half: str) -> None:
        """Shows the cards of a half."""
        self.ids.chooser.forget()
        self.half = half
        self._show()

    def say(self, said: Said) -> None:
        """Takes a half; answers as soon as there are two."""
        if self.half == IF:
            self._situation, self.half = said, THEN if self._view.action is None else IF
            action = self._view.action
        else:
            action = said
        if self._situation is not None and action is not None:
            self.answer(IfThenAnswer(situation=self._situation, action=action))
        else:
            self._show()

    def settle(self) -> None:
        """Takes own words that are being written."""
        self.ids.chooser.settle()

    def unfinished(self) -> Half | None:
        """Gives a first half without a second, whose turn it is, and own words being written."""
        first = self._situation if self._situation != self._view.situation else None
        written = self.ids.chooser.written
        return Half(said=first, turn=self.half, writing=written) if first or written is not None else None

    def take_up(self, half: Half) -> None:
        """Shows the first half, and the words that were being written."""
        self._situation = half.said or self._situation
        self.half = half.turn if half.turn in (IF, THEN) else IF
        self._show()
        if half.writing is not None:
            self.ids.chooser.write_on(half.writing)

    def forget(self) -> None:
        """Lets go of a first half without a second, and of own words being written."""
        self.ids.chooser.forget()
        self._situation, self.half = None, IF


def _words(offered: Options, said: Said | None) -> str:
    if said is None:
        return ""
    return said.own or next((option.text for option in offered if option.id == said.option), "")


def _chosen(offered: Options, said: Said | None) -> Options:
    return tuple(replace(option, chosen=said is not None and option.id == said.option) for option in offered)
