"""A number on the screen: the figure on the person's own paper, and twelve keys beside or under it.

- Each digit is answered at once while the number lies between its bounds; a digit that leads above them does nothing.
- A number below its bounds is not whole yet: the bounds are said in ink, and one can't go on with it.

Deliberately not here: the keys (`kiosk/widgets/number_pad.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.figure_card import EMPTY
from kiosk.exercises.parts.page import ExercisePage
from kiosk.views.filled_in import NumberView
from modules.events import Half
from modules.exercises.number import NumberAnswer

SAID_PART = 0.5


class NumberExercise(ExercisePage):
    """A figure and its keys."""

    def __init__(self, **values: Any) -> None:
        self._view: NumberView | None = None
        self._typed = ""
        super().__init__(**values)
        self._unknown = self.ids.unknown.__self__

    def paint(self, view: NumberView) -> None:
        """Shows the number, or that it is not known."""
        self._view = view
        if view.value is not None:
            self._typed = str(view.value)
        elif view.not_known:
            self._typed = ""
        self._show(view)

    def _show(self, view: NumberView) -> None:
        ids, words = self.ids, self.words
        short = bool(self._typed) and int(self._typed) < view.least
        ids.figure.figure, ids.figure.unit, ids.figure.out = self._typed or EMPTY, view.unit, short
        bounds = (words.number(each) for each in (view.least, view.most))
        ids.figure.bounds = words("number.between", **dict(zip(("least", "most"), bounds, strict=True)))
        self._unknown.text, self._unknown.chosen = view.unknown, view.not_known
        offered = bool(view.unknown)
        if offered != (self._unknown.parent is not None):
            (ids.said.add_widget if offered else ids.said.remove_widget)(self._unknown)
        self.goes_on = bool(view.not_known or (self._typed and not short))
        self.arrange_soon()

    def arrange(self) -> None:
        """Places the figure at the reading edge and the keys after it; under it on an upright panel."""
        look, said, pad = self.look, self.ids.said, self.ids.pad
        if look.panel.portrait:
            high = round(said.natural_height(self.width))
            said.size, said.pos = (self.width, high), (self.x, round(self.top - high))
            keys = min(self.height - high - 2 * look.gap, pad.natural_height(self.width))
            pad.size, pad.pos = (self.width, keys), (self.x, round(said.y - 2 * look.gap - keys))
            return
        room = round(self.width * SAID_PART)
        keys = min(self.height, pad.natural_height(self.width))
        said.size, said.pos = (room, self.height), (self.lead(0, room), self.y)
        rest = self.width - room
        pad.size, pad.pos = (rest, keys), (self.lead(room, rest), round(self.top - keys))

    def type(self, digit: str) -> None:
        """Adds a digit, where the number stays within its bounds."""
        view = self._view
        typed = str(int(self._typed + digit))
        if view is not None and int(typed) <= view.most:
            self._typed = typed
            self._say(view)

    def erase(self) -> None:
        """Takes the last digit away."""
        self._typed = self._typed[:-1]
        if self._view is not None:
            self._say(self._view)

    def wipe(self) -> None:
        """Takes all digits away."""
        self._typed = ""
        if self._view is not None:
            self._say(self._view)

    def _say(self, view: NumberView) -> None:
        """Answers with the number, or with none where it is not whole."""
        whole = bool(self._typed) and view.least <= int(self._typed)
        self.answer(NumberAnswer(value=int(self._typed) if whole else None))
        self._show(self._view or view)

    def leave_open(self) -> None:
        """Answers that the number is not known, or takes that back."""
        view = self._view
        if view is not None:
            self._typed = ""
            self.answer(NumberAnswer(unknown=not view.not_known))

    def unfinished(self) -> Half | None:
        """Gives digits that are no whole number yet."""
        whole = self._view is not None and self._typed == str(self._view.value)
        return Half(writing=self._typed) if self._typed and not whole else None

    def take_up(self, half: Half) -> None:
        """Shows the digits that were typed."""
        if self._view is not None and half.writing and half.writing.isdecimal():
            self._typed = half.writing
            self._show(self._view)

    def forget(self) -> None:
        """Lets go of the number shown."""
        self._view, self._typed = None, ""
