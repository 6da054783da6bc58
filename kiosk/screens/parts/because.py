"""What a person does not agree with: one of a few cards, or his own words; or nothing, which is as good.

Deliberately not here: what it leads to.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kivy.properties import ObjectProperty

from kiosk.exercises.parts.chooser import Chooser
from kiosk.views.options import Options
from kiosk.views.plan import SignView
from kiosk.widgets.column import Column
from modules.events import Half
from modules.exercises.shared import Said

TURN = "because"
"""How what is half done says that it was begun here."""


class Because(Column):
    """A question and its cards; what was said lives here until `forget()`."""

    word = ObjectProperty(None)

    def __init__(self, **values: Any) -> None:
        self._options: Options = ()
        self._said: Said | None = None
        self._chooser: Chooser | None = None
        super().__init__(**values)
        self._heading: Any = None

    def show(self, view: SignView) -> None:
        """Shows the question and its cards; what was said stays."""
        self._heading = self.ids.heading.__self__  # held here: the tree lets go of it while he writes
        self._heading.text, self._heading.help_text = view.because_title, view.because_help
        self._options = view.becauses
        self._paint()

    def _paint(self) -> None:
        if self._chooser is None:
            self._chooser = Chooser(look=self.look, words=self.word)
            self._chooser.fbind("on_said", lambda _, said: self._say(said))
            self._chooser.fbind("writing", self._make_room)
            self.add_widget(self._chooser)
        option = self._said.option if self._said else None
        shown = tuple(replace(one, chosen=one.id == option) for one in self._options)
        self._chooser.paint(shown, own=(self._said.own or "") if self._said else "")

    def _say(self, said: Said) -> None:
        self._said = said
        self._paint()

    def _make_room(self, *_: Any) -> None:
        """Lets the question stand alone over the keyboard."""
        writing = self._chooser is not None and self._chooser.writing
        if writing == (self._heading in self.children):
            shown = [self._chooser] if writing else [self._heading, self._chooser]
            self.clear_widgets()
            for each in shown:
                self.add_widget(each)
        self.arrange_soon()

    def settled(self) -> Said | None:
        """Gives what was said, also what is being written; none where nothing was."""
        if self._chooser is not None:
            self._chooser.settle()
        return self._said

    def unfinished(self) -> Half:
        """Gives what was said and what is being written."""
        return Half(said=self._said, turn=TURN, writing=self._chooser.written if self._chooser is not None else None)

    def takes_up(self, half: Half | None) -> bool:
        """Goes on from what is half done, and tells whether anything of it was his here."""
        if half is None or half.turn != TURN:
            return False
        self._said = half.said
        self._paint()
        if half.writing is not None and self._chooser is not None:
            self._chooser.write_on(half.writing)
        return True

    def forget(self) -> None:
        """Lets go of what was said."""
        self._said = None
        if self._chooser is not None:
            self._chooser.forget()
