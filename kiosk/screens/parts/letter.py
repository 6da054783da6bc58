"""The plan as a letter to oneself: parts with their headings, what was said under each label, a page at a time.

- On a wide panel a page is an open book of two columns; on an upright one, and in the largest letters, one column.
- A heading stays with what it heads, and a goal is not torn apart where it fits in one column.
- `pages` tells how many there are as soon as the letter has its size; nothing scrolls.

Deliberately not here: its pieces (`written.py`), filling columns (`columns.py`), and turning the page, which the foot
bar does (`plan.py`, `sign.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.properties import AliasProperty, NumericProperty, ObjectProperty

from kiosk.screens.parts.columns import Unit, fill
from kiosk.screens.parts.written import written
from kiosk.theme.tokens import Role
from kiosk.views.plan import SectionView
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.heading import Heading
from kiosk.widgets.surface import Sheet, Surface, cut


class Letter(Panelled):
    """A sheet of paper with the plan on it."""

    __events__ = ("on_change",)
    watched = ("page",)

    word = ObjectProperty(None)
    """The words of the interface (`kiosk.i18n.Words`)."""
    page = NumericProperty(0)
    pages = NumericProperty(1)

    def __init__(self, **values: Any) -> None:
        self._units: list[Unit] = []
        self._shown: tuple[Any, ...] = ()
        self._column = (0.0, 0.0)
        super().__init__(fill=True, **values)

    def sheet(self) -> Sheet:
        """Gives the paper the letter is written on."""
        return sheets.still(self.look)

    def _surface(self) -> Surface:
        return cut(self.sheet())

    surface = AliasProperty(_surface, None, bind=("look",), cache=True, rebind=True)

    def show(self, title: str, status: str, sections: Sequence[SectionView]) -> None:
        """Writes the letter anew, from its first page; nothing happens where it says this already."""
        shown = (title, status, tuple(sections))
        if shown == self._shown:
            return
        self._shown, self.page = shown, 0
        self._units = []
        self.arrange_soon()

    def _write(self, width: float, high: float) -> None:
        """Makes the pieces of the letter, for columns of this size."""
        title, status, sections = self._shown
        lead = [[Heading(look=self.look, text=title, help_text=status, role=Role.TITLE)]] if title else []
        self._units = [*lead, *written(self, sections, (width, high), first=len(lead))]
        if title and len(self._units) > 1:  # what comes first stands under the title, also where it needs two columns
            self._units[:2] = [self._units[0] + self._units[1]]

    def on_change(self, page: str) -> None:
        """Is the event: the part that this page changes is to be changed."""

    def natural_height(self, width: float) -> float:
        """Gives the height of the whole letter in one column."""
        return float(sum(piece.natural_height(width) for unit in self._units for piece in unit))

    @property
    def _inset(self) -> int:
        return round(self.look.padding * 1.6)

    def arrange(self) -> None:
        """Fills the columns, and shows those of the present page."""
        look, inset, gutter = self.look, self._inset, 2 * self._inset
        beside = 1 if look.panel.portrait or look.largest else 2
        width, high = round((self.width - 2 * inset - gutter * (beside - 1)) / beside), self.height - 2 * inset
        if self._shown and (not self._units or (width, high) != self._column):
            self._column = (width, high)
            self._write(width, high)
        filled = fill(self._units, width, high, look.unit)
        self.pages = max(1, -(-len(filled) // beside))
        first = min(int(self.page), self.pages - 1) * beside
        present = filled[first : first + beside]
        self._show_only([piece for column in present for piece in column])
        for place, column in enumerate(present):
            top = self.top - inset
            for piece in column:
                piece.size = (width, round(piece.natural_height(width)))
                piece.pos = (self.lead(inset + place * (width + gutter), width), round(top - piece.height))
                top -= piece.height + look.unit
        self._draw_fold(len(filled) > 1 and beside > 1)

    def _show_only(self, pieces: list[Any]) -> None:
        if self.in_reading_order() != pieces:
            self.clear_widgets()
            for piece in pieces:
                self.add_widget(piece)

    def _draw_fold(self, folded: bool) -> None:
        self.canvas.after.clear()
        if folded:
            with self.canvas.after:
                Color(*self.look.palette.line_soft)
                low, high = self.y + self._inset, self.top - self._inset
                Rectangle(pos=(round(self.center_x), low), size=(self.look.panel.px(0.4), high - low))
