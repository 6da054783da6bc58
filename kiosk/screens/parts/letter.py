"""The plan as a letter to oneself: parts with their headings, what was said under each label, a page at a time.

- On a wide panel a page is an open book of two columns; on an upright one it is a single column.
- A heading stays with what it heads, and a goal is not torn apart where it fits in one column.
- `pages` tells how many there are as soon as the letter has its size; nothing scrolls.

Deliberately not here: filling columns (`columns.py`), turning the page (the foot bar, in `plan.py` and `sign.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.properties import AliasProperty, NumericProperty, ObjectProperty

from kiosk.screens.parts.columns import Unit, fill, parted
from kiosk.screens.parts.said import Said, SectionHead
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
        self._units = [[Heading(look=self.look, text=title, help_text=status, role=Role.TITLE)]] if title else []
        for section in sections:
            for number, block in enumerate(section.blocks):
                lines = [Said(look=self.look, line=line, own_word=self.word("letter.own")) for line in parted(block)]
                head = [self._head(section, number)] if not number or section.is_counted else []
                self._units.append([*head, *lines])
        if title and len(self._units) > 1:  # what comes first stands under the title, also where it needs two columns
            self._units[:2] = [self._units[0] + self._units[1]]
        self.arrange_soon()

    def _head(self, section: SectionView, number: int) -> SectionHead:
        """Gives the heading of a part, or of one goal more in it."""
        page = section.changes[number] if number < len(section.changes) else ""
        shown = (section.title, section.who_sees) if not number else (self.word("letter.goal", number=number + 1), "")
        texts = {"title": shown[0], "who_sees": shown[1], "page": page, "change_word": self.word("letter.change")}
        head = SectionHead(look=self.look, number=len(self._units), **texts)
        head.fbind("on_change", lambda *_: self.dispatch("on_change", page))
        return head

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
        beside = 1 if look.panel.portrait else 2
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
