"""The home path: stones along a line in reading direction; the line is filled as far as the person has come.

- One row where every stone has room, else two, and more only where the words of two stones would meet; each row
  runs in reading direction.
- The stones share the width evenly, and their hit areas meet.

Deliberately not here: a stone itself (`path_stone.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.properties import StringProperty

from kiosk.widgets.arranged import Panelled
from kiosk.widgets.path_stone import PathStone, StoneState

LEAST_WIDTH_MM = 27.0


class Path(Panelled):
    """Stones from the first to the last."""

    __events__ = ("on_choose",)

    test_id = StringProperty("")
    spoken = StringProperty("")

    def __init__(self, **values: Any) -> None:
        self._stones: list[PathStone] = []
        super().__init__(**values)

    def show(self, stones: Sequence[PathStone]) -> None:
        """Shows these stones instead of those before."""
        self.clear_widgets()
        self._stones = list(stones)
        for stone in self._stones:
            stone.fbind("on_release", self._touched)
            self.add_widget(stone)

    @property
    def _between(self) -> int:
        """The gap between the words of two stones."""
        return self.look.unit // 4

    @property
    def _under(self) -> int:
        """The gap between two rows."""
        return self.look.unit // 2 if self.look.crowded else 2 * self.look.unit

    def _rows(self, width: float) -> list[list[PathStone]]:
        column = width / max(1, len(self._stones)) - self._between
        fits = column >= self.look.panel.px(LEAST_WIDTH_MM) and all(stone.fits(column) for stone in self._stones)
        if fits or len(self._stones) < 4:  # noqa: PLR2004 - two rows of one stone are no path
            return [self._stones] if self._stones else []
        tries = [-(-len(self._stones) // rows) for rows in (2, 3, 4, 5)]
        in_a_row = next((each for each in tries if self._apart(width, each)), tries[0])
        return [self._stones[place : place + in_a_row] for place in range(0, len(self._stones), in_a_row)]

    def _apart(self, width: float, in_a_row: int) -> bool:
        """Tells whether the words of stones stay apart with so many in a row."""
        return all(stone.fits(width / in_a_row - self._between) for stone in self._stones)

    def _row_height(self, row: list[PathStone], column: float) -> float:
        each = column - self._between
        title = max(stone.own_title_height(each) for stone in row)
        for stone in row:
            stone.title_height = title
        return max(stone.natural_height(each) for stone in row)

    def natural_height(self, width: float) -> float:
        """Gives the height of all rows."""
        rows = self._rows(width)
        column = width / max(map(len, rows), default=1)
        heights = sum(self._row_height(row, column) for row in rows)
        return float(heights + self._under * max(0, len(rows) - 1))

    def arrange(self) -> None:
        """Places the stones and draws the line behind them."""
        self.canvas.before.clear()
        top = self.top
        rows = self._rows(self.width)
        column = self.width / max(map(len, rows), default=1)
        for row in rows:
            height = self._row_height(row, column)
            for place, stone in enumerate(row):
                width = round(column) - self._between
                stone.size = (width, round(height))
                stone.pos = (self.lead(place * column + self._between / 2, width), round(top - height))
                stone.reach_x, stone.reach_y = self._between / 2, self.look.unit
            self._draw_line(row)
            top -= height + self._under

    def _draw_line(self, row: list[PathStone]) -> None:
        palette, thick = self.look.palette, self.look.panel.px(1.2)
        with self.canvas.before:
            for before, after in pairwise(row):
                come = before.state == StoneState.DONE
                Color(*(palette.deep if come else palette.line_soft))
                near, far = sorted((before.center_x, after.center_x))
                size = (round(far - near), thick)
                Rectangle(pos=(round(near), before.stone_y - thick // 2), size=size)

    def _touched(self, stone: PathStone) -> None:
        self.dispatch("on_choose", stone.value)

    def on_choose(self, value: Any) -> None:
        """Is the event: the stone with this value was touched."""
