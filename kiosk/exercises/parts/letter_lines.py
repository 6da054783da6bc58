"""A goal read back: what was asked small, what was answered in the person's own colour, on a sheet of his own.

- Question and answer stand side by side, under each other on an upright panel.
- What does not fit stands on a next page; a line says which page it is, and `turn()` turns to it.

Deliberately not here: which lines (`kiosk/views/exercises.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.properties import AliasProperty, NumericProperty, ObjectProperty

from kiosk.exercises.parts.pages import Page, Size, divide
from kiosk.exercises.parts.tight import tight
from kiosk.theme.tokens import CARD_LINE_HEIGHT, Role
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet, Surface, cut
from kiosk.widgets.text import Text

ASKED_PART = 0.42


class LetterLines(Panelled):
    """Pairs of what was asked and what was answered."""

    watched = ("page",)

    words = ObjectProperty(None)
    page = NumericProperty(0)
    ground = NumericProperty(0)
    """How high the paper is."""

    def __init__(self, **values: Any) -> None:
        self._pages: list[Page] = []
        self._close = False
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
        self._lines, self.page = tuple(lines), 0
        look = self.look
        while len(self._pairs) < len(lines):
            asked = Text(look=look, role=Role.LABEL, leading=CARD_LINE_HEIGHT, colour=look.palette.ink_soft)
            said = Text(look=look, role=Role.HELP, bold=True, leading=CARD_LINE_HEIGHT, colour=look.palette.own)
            self._pairs.append((asked, said))
        for (asked, said), line in zip(self._pairs, lines, strict=False):
            asked.text, said.text = line

    def turn(self, pages: int) -> bool:
        """Turns on or back, and tells whether there was such a page."""
        wanted = int(self.page) + pages
        if not 0 <= wanted < len(self._pages):
            return False
        self.page = wanted
        return True

    @property
    def _between(self) -> float:
        return 0.0 if self._close else self.look.unit * (0.25 if tight(self.look) else 1.0)

    @property
    def _shown(self) -> list[tuple[Text, Text]]:
        return self._pairs[: len(self._lines)]

    def _widths(self, width: float) -> tuple[float, float]:
        room = width - 2 * self.look.padding
        if self.look.panel.portrait:
            return room, room
        asked = round((room - self.look.padding) * ASKED_PART)
        return asked, room - self.look.padding - asked

    def _heights(self, width: float) -> list[Size]:
        left, right = self._widths(width)
        return [(asked.natural_height(left), said.natural_height(right)) for asked, said in self._shown]

    def _fit(self) -> None:
        """Sets answers large, or smaller where the page is too low for that, at last with nothing between them."""
        for role, self._close in ((Role.HELP, False), (Role.LABEL, False), (Role.LABEL, True)):
            for _, said in self._shown:
                said.role = role
            if self.natural_height(self.width) <= self.height:
                return

    def natural_height(self, width: float) -> float:
        """Gives the height of all lines with the paper around them."""
        heights = self._joined(width)
        return sum(heights) + self._between * max(0, len(heights) - 1) + 2.5 * self.look.unit

    def _joined(self, width: float) -> list[float]:
        join = sum if self.look.panel.portrait else max
        return [float(join(pair)) for pair in self._heights(width)]

    def arrange(self) -> None:
        """Divides the lines over pages, and shows those of the present one."""
        self._fit()
        joined, room = self._joined(self.width), self.height - self.look.unit
        self._pages = divide(joined, room, gap=self._between)
        if len(self._pages) > 1:
            room -= self.look.unit + self.ids.at.set(None).pitch
            self._pages = divide(joined, room, gap=self._between)
        present = self._pages[min(int(self.page), len(self._pages) - 1)][0] if self._pages else []
        self._say_page(len(self._pages))
        wanted = [text for place in present for text in self._pairs[place]]
        if [each for each in self.in_reading_order() if each is not self.ids.at.__self__] != wanted:
            self.clear_widgets()
            for text in (*wanted, self.ids.at.__self__):
                self.add_widget(text)
        self._place(present)

    def _say_page(self, pages: int) -> None:
        at, more = self.ids.at, pages > 1 and self.words
        at.text = self.words("progress.page", done=int(self.page) + 1, total=pages) if more else ""
        at.size = (self.width - 2 * self.look.padding, at.natural_height(self.width))
        at.pos = (self.x + self.look.padding, round(self.y + self.look.unit))
        self.ground = self.height if more else min(self.height, self.natural_height(self.width))

    def _place(self, present: list[int]) -> None:
        """Places each answer beside what was asked, their first lines on one line."""
        look, upright = self.look, self.look.panel.portrait
        widths, top = self._widths(self.width), self.top - 1.25 * look.unit
        heights = self._heights(self.width)
        for (asked, said), (first, second) in ((self._pairs[place], heights[place]) for place in present):
            asked.size, asked.pos = (widths[0], first), (self.lead(look.padding, widths[0]), round(top - first))
            below = first if upright else 0
            offset = look.padding + (0 if upright else widths[0] + look.padding)
            said.size, said.pos = (widths[1], second), (self.lead(offset, widths[1]), round(top - below - second))
            if not upright:
                lift = (said.set(widths[1]).pitch - asked.set(widths[0]).pitch) / 2
                asked.y = round(asked.y - lift)
            top -= (first + second if upright else max(first, second)) + self._between
