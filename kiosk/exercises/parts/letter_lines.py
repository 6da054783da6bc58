"""A goal read back: what was asked small, what was answered in the person's own colour, on a sheet of his own.

- Question and answer stand side by side, under each other on an upright panel.

Deliberately not here: which lines (`kiosk/views/exercises.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.properties import AliasProperty, NumericProperty

from kiosk.exercises.parts.tight import tight
from kiosk.theme.tokens import CARD_LINE_HEIGHT, Role
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet, Surface, cut
from kiosk.widgets.text import Text

ASKED_PART = 0.42


class LetterLines(Panelled):
    """Pairs of what was asked and what was answered."""

    ground = NumericProperty(0)
    """How high the paper is."""

    def __init__(self, **values: Any) -> None:
        self._pairs: list[tuple[Text, Text]] = []
        self._lines: tuple[tuple[str, str], ...] = ()
        super().__init__(fill=True, **values)

    def sheet(self) -> Sheet:
        """Gives the person's own paper."""
        return sheets.own(self.look)

    def _surface(self) -> Surface:
        return cut(self.sheet())

    surface = AliasProperty(_surface, None, bind=("look",), cache=True, rebind=True)

    def show(self, lines: Sequence[tuple[str, str]]) -> None:
        """Shows these lines."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        look = self.look
        while len(self._pairs) < len(lines):
            asked = Text(look=look, role=Role.LABEL, leading=CARD_LINE_HEIGHT, colour=look.palette.ink_soft)
            said = Text(look=look, role=Role.HELP, bold=True, leading=CARD_LINE_HEIGHT, colour=look.palette.own)
            self._pairs.append((asked, said))
        self.clear_widgets()
        for (asked, said), line in zip(self._pairs, lines, strict=False):
            asked.text, said.text = line
            self.add_widget(asked)
            self.add_widget(said)

    @property
    def _between(self) -> float:
        return self.look.unit * (0.25 if tight(self.look) else 1.0)

    @property
    def _shown(self) -> list[tuple[Text, Text]]:
        return self._pairs[: len(self._lines)]

    def _widths(self, width: float) -> tuple[float, float]:
        room = width - 2 * self.look.padding
        if self.look.panel.portrait:
            return room, room
        asked = round((room - self.look.padding) * ASKED_PART)
        return asked, room - self.look.padding - asked

    def _heights(self, width: float) -> list[tuple[float, float]]:
        left, right = self._widths(width)
        return [(asked.natural_height(left), said.natural_height(right)) for asked, said in self._shown]

    def _fit(self) -> None:
        """Sets answers large, or smaller where the page is too low for that."""
        for role in (Role.HELP, Role.LABEL):
            for _, said in self._shown:
                said.role = role
            if self.natural_height(self.width) <= self.height:
                return

    def natural_height(self, width: float) -> float:
        """Gives the height of all lines with the paper around them."""
        join = sum if self.look.panel.portrait else max
        heights = [float(join(pair)) for pair in self._heights(width)]
        return sum(heights) + self._between * max(0, len(heights) - 1) + 2.5 * self.look.unit

    def arrange(self) -> None:
        """Places each answer beside what was asked, their first lines on one line."""
        look, upright = self.look, self.look.panel.portrait
        self._fit()
        self.ground = min(self.height, self.natural_height(self.width))
        widths, top = self._widths(self.width), self.top - 1.25 * look.unit
        for (asked, said), (first, second) in zip(self._shown, self._heights(self.width), strict=True):
            asked.size, asked.pos = (widths[0], first), (self.lead(look.padding, widths[0]), round(top - first))
            below = first if upright else 0
            offset = look.padding + (0 if upright else widths[0] + look.padding)
            said.size, said.pos = (widths[1], second), (self.lead(offset, widths[1]), round(top - below - second))
            if not upright:
                lift = (said.set(widths[1]).pitch - asked.set(widths[0]).pitch) / 2
                asked.y = round(asked.y - lift)
            top -= (first + second if upright else max(first, second)) + self._between
