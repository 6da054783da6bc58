"""A sheet of paper with paragraphs; what does not fit stands on a next page, and `verder` turns to it.

- Words are large; else in two columns; else smaller; else on pages, in the largest letters one column of them where
  a column of two would hold no whole paragraph. The sheet is as high as its words.
- A line says which page it is; nobody leaves a sheet half read without having seen that there is more.

Deliberately not here: which words (`kiosk/exercises/info_card.py`, `kiosk/screens/intro.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.properties import AliasProperty, NumericProperty, ObjectProperty

from kiosk.exercises.parts.pages import Page, divide
from kiosk.theme.tokens import CARD_LINE_HEIGHT, Role
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet, Surface, cut
from kiosk.widgets.text import Text

TRIES = ((Role.ANSWER, 1), (Role.ANSWER, 2), (Role.HELP, 2))
PORTRAIT_TRIES = ((Role.ANSWER, 1), (Role.HELP, 1))


class Leaf(Panelled):
    """Paragraphs to read."""

    watched = ("page",)

    words = ObjectProperty(None)
    page = NumericProperty(0)
    pages = NumericProperty(1)
    ground = NumericProperty(0)
    """How high the sheet of paper is."""

    def __init__(self, **values: Any) -> None:
        self._texts: list[Text] = []
        self._body: tuple[str, ...] = ()
        self._role = Role.ANSWER
        super().__init__(fill=True, **values)

    def sheet(self) -> Sheet:
        """Gives the paper under the words."""
        return sheets.still(self.look)

    def _surface(self) -> Surface:
        return cut(self.sheet())

    surface = AliasProperty(_surface, None, bind=("look",), cache=True, rebind=True)

    @property
    def _inset(self) -> int:
        return round(1.5 * self.look.padding)

    @property
    def _between(self) -> float:
        return float(self.look.capital_px(self._role) * 0.8)

    def show(self, body: Sequence[str]) -> None:
        """Shows these paragraphs, from the first page on where they are others than before."""
        if tuple(body) == self._body:
            return
        self._body, self.page = tuple(body), 0
        while len(self._texts) < len(self._body):
            self._texts.append(Text(look=self.look, leading=CARD_LINE_HEIGHT if self.look.crowded else 0))
        for text, words in zip(self._texts, self._body, strict=False):
            text.text = words
        self.arrange_soon()

    def turn(self, pages: int) -> bool:
        """Turns on or back, and tells whether there was such a page."""
        wanted = int(self.page) + pages
        if not 0 <= wanted < self.pages:
            return False
        self.page = wanted
        return True

    def natural_height(self, width: float) -> float:
        """Gives the height of all paragraphs on one page."""
        heights = self._heights(width - 2 * self._inset)
        return sum(heights) + self._between * max(0, len(heights) - 1) + 2 * self._inset

    def _heights(self, room: float) -> list[float]:
        return [text.natural_height(room) for text in self._texts[: len(self._body)]]

    def arrange(self) -> None:
        """Places the paragraphs of the present page."""
        columns, pages = self._try()
        self.pages = max(1, len(pages))
        page = pages[min(int(self.page), self.pages - 1)] if pages else []
        self._keep([self._texts[place] for column in page for place in column])
        room = self._column_width(columns)
        lowest = self.top
        for number, column in enumerate(page):
            offset = self._inset + number * (room + 2 * self.look.padding)
            lowest = min(lowest, self._place(column, offset, room))
        self.ground = self.height if self.pages > 1 else round(self.top - lowest + self._inset)
        self._say_page()

    def _try(self) -> tuple[int, list[Page]]:
        """Gives the columns, and the pages, of the first way of setting that needs only one page, or of the last."""
        tries = PORTRAIT_TRIES if self.look.panel.portrait else TRIES
        room = self.height - 2 * self._inset
        for role, columns in tries:
            pages = self._set(role, columns, room)
            if len(pages) <= 1:
                return columns, pages
        role, columns = tries[-1]
        room -= self.ids.said.set(None).pitch
        pages = self._set(role, columns, room)
        if columns > 1 and max(self._heights(self._column_width(columns))) > room:
            columns, pages = 1, self._set(role, 1, room)
        return columns, pages

    def _set(self, role: Role, columns: int, room: float) -> list[Page]:
        """Sets the paragraphs in a role and gives the pages they make."""
        self._role = role
        for text in self._texts:
            text.role = role
        heights = self._heights(self._column_width(columns))
        return divide(heights, room, columns=columns, gap=self._between)

    def _column_width(self, columns: int) -> float:
        return (self.width - 2 * self._inset - 2 * self.look.padding * (columns - 1)) / columns

    def _place(self, column: list[int], offset: float, room: float) -> float:
        """Places the paragraphs of one column and gives where it ends."""
        top = self.top - self._inset
        for place in column:
            text = self._texts[place]
            text.size = (room, text.natural_height(room))
            text.pos = (self.lead(offset, room), round(top - text.height))
            top -= text.height + self._between
        return float(top + self._between)

    def _say_page(self) -> None:
        said, pages = self.ids.said, self.pages
        said.text = self.words("progress.page", done=int(self.page) + 1, total=pages) if pages > 1 else ""
        said.size = (self.width - 2 * self._inset, said.natural_height(self.width))
        said.pos = (self.x + self._inset, round(self.y + self._inset / 2))

    def _keep(self, texts: list[Text]) -> None:
        shown = [child for child in self.in_reading_order() if child in self._texts]
        if shown != texts:
            for text in shown:
                self.remove_widget(text)
            for text in texts:
                self.add_widget(text)
