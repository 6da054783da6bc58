"""The plan as a letter to oneself: parts with their headings, what was said under each label, a page at a time.

- On a wide panel a page is an open book of two columns; on an upright one it is a single column.
- A heading stays with what it heads, and a goal is not torn apart where it fits in one column.
- `pages` tells how many there are as soon as the letter has its size; nothing scrolls.

Deliberately not here: turning the page (`plan.py` and `sign.py` do it with the foot bar), one line (`said.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.properties import AliasProperty, NumericProperty, ObjectProperty

from kiosk.screens.parts.said import Said, SectionHead
from kiosk.theme.tokens import Role
from kiosk.views.plan import SectionView
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.heading import Heading
from kiosk.widgets.surface import Sheet, Surface, cut

Unit = list[Any]
"""Pieces that are kept in one column where they fit in one."""


class Letter(Panelled):
    """A sheet of paper with the plan on it."""

    watched = ("page",)

    word = ObjectProperty(None)
    """The words of the interface (`kiosk.i18n.Words`)."""
    page = NumericProperty(0)
    pages = NumericProperty(1)

    def __init__(self, **values: Any) -> None:
        self._units: list[Unit] = []
        self._shown: tuple[Any, ...] = ()
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
        top = Heading(look=self.look, text=title, help_text=status, role=Role.TITLE)
        self._units = [[top]] if title else []
        for section in sections:
            head = SectionHead(look=self.look, title=section.title, who_sees=section.who_sees)
            for block in section.blocks:
                lines = [Said(look=self.look, line=line, own_word=self.word("letter.own")) for line in block]
                self._units.append([head, *lines] if block is section.blocks[0] else lines)
        self.arrange_soon()

    def natural_height(self, width: float) -> float:
        """Gives the height of the whole letter in one column."""
        return float(sum(piece.natural_height(width) for unit in self._units for piece in unit))

    @property
    def _inset(self) -> int:
        return round(self.look.padding * 1.6)

    def arrange(self) -> None:
        """Fills the columns, and shows those of the present page."""
        look, inset = self.look, self._inset
        beside = 1 if look.panel.portrait else 2
        gutter = 2 * inset
        width = round((self.width - 2 * inset - gutter * (beside - 1)) / beside)
        filled = fill(self._units, width, self.height - 2 * inset, look.unit, beside)
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


def fill(units: Sequence[Unit], width: float, height: float, gap: float, beside: int) -> list[list[Any]]:
    """Gives the columns of a letter, each a list of pieces that fit under each other in `height`.

    Args:
        units: what is kept together where it can be.
        width: of a column, in pixels.
        height: of a column, in pixels.
        gap: between two pieces, in pixels.
        beside: how many columns make a page.
    """
    columns: list[list[Any]] = [[]]
    used = 0.0
    for unit in units:
        alone = _columns_of(unit, width, height, gap)
        tall = sum(piece.natural_height(width) + gap for piece in unit)
        if columns[-1] and used + tall > height + gap:
            columns.append([])
            used = 0.0
            left_on_page = beside - (len(columns) - 1) % beside
            columns += [[] for _ in range(left_on_page if len(alone) > left_on_page else 0)]
        if len(alone) == 1:
            columns[-1] += unit
            used += tall
        else:
            columns[-1:] = alone
            used = sum(piece.natural_height(width) + gap for piece in alone[-1])
    return columns


def _columns_of(unit: Unit, width: float, height: float, gap: float) -> list[list[Any]]:
    """Gives a unit alone, broken over as many columns as it needs; a heading stays with what follows it."""
    columns: list[list[Any]] = [[]]
    used = 0.0
    tall = [piece.natural_height(width) + gap for piece in unit]
    for place, piece in enumerate(unit):
        with_next = isinstance(piece, SectionHead) and place + 1 < len(unit)
        needed = tall[place] + (tall[place + 1] if with_next else 0)
        if columns[-1] and used + needed > height + gap:
            columns.append([])
            used = 0.0
        columns[-1].append(piece)
        used += tall[place]
    return columns
