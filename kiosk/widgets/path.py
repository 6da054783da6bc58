"""The home path: stones along a line in reading direction; the line is filled as far as the person has come.

- On a panel that lies, many stones stand in two rows with their words beside them: that is low and reads well.
- Else one row where every stone has room, or two, and more only where the words of two stones would meet; each row
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
MOST_ALONE = 6
"""How many stones may have one row; more have two, with their words beside them where these have room."""
BETWEEN_MM, LOW_BETWEEN_MM = 5.0, 4.0


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

    def _between(self, *, beside: bool) -> int:
        """The gap between two stones with their words; between words and a next stone there is room for the line."""
        mm = LOW_BETWEEN_MM if self.look.panel.low else BETWEEN_MM
        return self.look.panel.px(mm) if beside else self.look.unit // 4

    def _rows(self, width: float) -> list[list[PathStone]]:
        beside, in_a_row = self._chosen(width)
        for stone in self._stones:
            stone.beside = beside
        return [self._stones[place : place + in_a_row] for place in range(0, len(self._stones), in_a_row)]

    def _chosen(self, width: float) -> tuple[bool, int]:
        """Gives whether words stand beside their stones, and how many stones have a row."""
        count = max(1, len(self._stones))
        half = -(-count // 2)
        if count > MOST_ALONE and not self.look.panel.portrait and self._apart(width, half, beside=True):
            return True, half
        wide = width / count >= self.look.panel.px(LEAST_WIDTH_MM) + self._between(beside=False)
        if (wide and self._apart(width, count)) or count < 4:  # noqa: PLR2004 - two rows of one stone are no path
            return False, count
        fewer = [-(-count // rows) for rows in (2, 3, 4, 5)]
        return False, next((each for each in fewer if self._apart(width, each)), half)

    def _apart(self, width: float, in_a_row: int, *, beside: bool = False) -> bool:
        """Tells whether the words of stones stay apart with so many in a row."""
        column = width / in_a_row - self._between(beside=beside)
        return all(stone.fits(column, beside=beside) for stone in self._stones)

    def _row_height(self, row: list[PathStone], column: float) -> float:
        each = column - self._between(beside=row[0].beside)
        title = max(stone.own_title_height(each) for stone in row)
        for stone in row:
            stone.title_height = title
        return max(float(self.look.target), *(stone.natural_height(each) for stone in row))

    def natural_height(self, width: float) -> float:
        """Gives the height of all rows."""
        rows = self._rows(width)
        column = width / max(map(len, rows), default=1)
        heights = sum(self._row_height(row, column) for row in rows)
        return float(heights + self._row_gap * max(0, len(rows) - 1))

    @property
    def _row_gap(self) -> int:
        """The gap between two rows."""
        unit = self.look.unit
        return unit // 2 if self.look.crowded else unit if self.look.panel.low else 2 * unit

    def arrange(self) -> None:
        """Places the stones and draws the line behind them."""
        self.canvas.before.clear()
        top = self.top
        rows = self._rows(self.width)
        column = self.width / max(map(len, rows), default=1)
        for row in rows:
            height = self._row_height(row, column)
            between = self._between(beside=row[0].beside)
            for place, stone in enumerate(row):
                width = round(column) - between
                stone.size = (width, round(height))
                stone.pos = (self.lead(place * column + between / 2, width), round(top - height))
                stone.reach_x, stone.reach_y = between / 2, self._row_gap / 2
            self._draw_line(row)
            top -= height + self._row_gap

    def _draw_line(self, row: list[PathStone]) -> None:
        palette, thick = self.look.palette, self.look.panel.px(1.2)
        with self.canvas.before:
            for before, after in pairwise(row):
                come = before.state in (StoneState.DONE, StoneState.SKIPPED)
                Color(*(palette.deep if come else palette.line_soft))
                near, far = sorted((before.center_x, after.center_x))
                if before.beside:
                    near, far = min(before.right, after.right), max(before.x, after.x)
                size = (round(far - near), thick)
                Rectangle(pos=(round(near), before.stone_y - thick // 2), size=size)

    def _touched(self, stone: PathStone) -> None:
        self.dispatch("on_choose", stone.value)

    def on_choose(self, value: Any) -> None:
        """Is the event: the stone with this value was touched."""
