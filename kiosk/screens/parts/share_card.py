"""A part of the plan with what each of the people sees of it: full, half and empty, always with the word.

- The marks stand in the columns of the people above the list (`share_head.py`); on an upright panel under the words.
- A pencil at the end says that it is a choice, else the end leads to what the law says.

Deliberately not here: who sees what (`kiosk/views/shares.py`), and pages of them (`share_list.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.screens.parts.seen_mark import SeenMark
from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Look, Role
from kiosk.views.shares import Sees
from kiosk.widgets.arranged import Arranging
from kiosk.widgets.touchable import Touchable

WORDS_PART, CROWDED_PART = 0.36, 0.27
WIDTHS = (0.65, 0.85, 1.3, 1.2)
"""Of the columns: the names of the last two people are long in every language."""
MARKS = {Sees.ALL: Icon.DONE, Sees.SOME: Icon.PARTLY, Sees.NOTHING: Icon.NOT}

Span = tuple[float, float]
"""Offset from the reading edge, and width."""


def spans(look: Look, width: float) -> tuple[Span, list[Span], Span]:
    """Gives where the words, the columns of the people and the end stand in a card of this width."""
    end = round(look.capital_px(Role.ANSWER) * 1.5)
    room = width - 3 * look.padding - end
    words = room if look.panel.portrait else width * (CROWDED_PART if look.crowded else WORDS_PART)
    first = 0.0 if look.panel.portrait else words
    each = (room - first) / sum(WIDTHS)
    columns = [(look.padding + first + sum(WIDTHS[:place]) * each, part * each) for place, part in enumerate(WIDTHS)]
    return (look.padding, words - look.unit), columns, (width - look.padding - end, float(end))


def marks_height(marks: Sequence[SeenMark], columns: Sequence[Span]) -> float:
    """Gives the height of marks that stand in these columns."""
    pairs = zip(marks, columns, strict=False)
    return max((mark.natural_height(width) for mark, (_, width) in pairs), default=0.0)


class ShareCard(Arranging, Touchable):
    """A row of the table of who sees what."""

    watched = ("title", "said", "is_choice")

    title = StringProperty("")
    said = StringProperty("")
    """The person's own words, where it is an answer he showed."""
    is_choice = BooleanProperty(False)
    value = ObjectProperty(None, allownone=True)

    def __init__(self, **values: object) -> None:
        self._marks: list[SeenMark] = []
        super().__init__(**values)

    def show(self, sees: Sequence[Sees], words: Sequence[str]) -> None:
        """Shows what each of the people sees, by a mark and its word."""
        while len(self._marks) < len(sees):
            self._marks.append(SeenMark(look=self.look))
            self.add_widget(self._marks[-1])
        palette = self.look.palette
        for mark, seen, word in zip(self._marks, sees, words, strict=True):
            mark.icon, mark.word, mark.bold = MARKS[seen], word, seen is not Sees.NOTHING
            mark.colour = palette.ink_soft if seen is Sees.NOTHING else palette.deep
        self._tell_holders()

    def _heights(self, width: float) -> tuple[float, float, float]:
        (_, words), columns, _ = spans(self.look, width)
        texts = (self.ids.title.natural_height(words), self.ids.said.natural_height(words))
        marks = marks_height(self._marks, columns)
        return *texts, marks

    def natural_height(self, width: float) -> float:
        """Gives the height of words and marks, at least a target."""
        title, said, marks = self._heights(width)
        inner = title + said + self.look.unit + marks if self.look.panel.portrait else max(title + said, marks)
        return float(max(self.look.target, inner + self.look.unit))

    def arrange(self) -> None:
        """Places words, marks and end in reading direction."""
        look, ids = self.look, self.ids
        (start, room), columns, (end, side) = spans(look, self.width)
        title, said, marks = self._heights(self.width)
        under = look.unit + marks if look.panel.portrait else 0.0
        top = self.center_y + (title + said + under) / 2
        for each, height in ((ids.title, title), (ids.said, said)):
            each.size, each.pos = (room, height), (self.lead(start, room), round(top - height))
            top -= height
        low = top - under if under else self.center_y - marks / 2
        for mark, (offset, width) in zip(self._marks, columns, strict=False):
            mark.size, mark.pos = (width, marks), (self.lead(offset, width), round(low))
        ids.end.size_px, ids.end.size = side, (side, side)
        ids.end.pos = (self.lead(end, side), round(self.center_y - side / 2))
