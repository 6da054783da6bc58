"""A person's own answer back: the question small beside or above it, and what a touch does at the far end.

- Where it can be shared, a box says whether it is, and a word says with whom.
- Where it only leads back to its question, a pencil says so.
- On a wide card question and answer stand side by side, so that a list of them reads like a table; in the largest
  letters on a low panel the answer stands under its question.

Deliberately not here: the order of answers (`said_list.py`).
"""

from __future__ import annotations

from dataclasses import replace

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.exercises.parts.tight import tight
from kiosk.theme.tokens import Role
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Arranging
from kiosk.widgets.surface import Sheet
from kiosk.widgets.touchable import Touchable

QUESTION_PART = 0.42
WORD_PART = 0.2
LARGE_LINES = 2


class SaidCard(Arranging, Touchable):
    """An answer the person gave."""

    watched = ("question", "said", "word", "shares", "chosen")

    question = StringProperty("")
    said = StringProperty("")
    word = StringProperty("")
    """What the box means; only where the answer can be shared."""
    shares = BooleanProperty(False)
    """Whether a touch shares the answer, or else leads to its question."""
    value = ObjectProperty(None, allownone=True)

    def sheet(self) -> Sheet:
        """Gives the sheet of a card; the person's own where it is shared."""
        if not self.chosen:
            return sheets.card(self.look, pressed=self.pressed)
        return replace(sheets.own(self.look, pressed=self.pressed), edge_px=self.look.chosen_edge)

    @property
    def _end_px(self) -> int:
        return int(self.ids.mark.side_px) if self.shares else round(self.look.capital_px(Role.ANSWER) * 1.5)

    def _columns(self, width: float) -> tuple[tuple[float, float], ...]:
        """Gives offset and width of question, answer and word."""
        look = self.look
        room = max(1.0, width - 3 * look.padding - self._end_px)
        if look.panel.portrait:
            return ((look.padding, room),) * 3
        word = (width * WORD_PART, look.padding) if self.word else (0.0, 0.0)
        room -= sum(word) + look.padding
        if look.crowded:
            wide = room + look.padding
            return (look.padding, wide), (look.padding, wide), (look.padding * 2 + wide, word[0])
        question = room * QUESTION_PART
        second = look.padding * 2 + question
        third = second + room - question + word[1]
        return (look.padding, question), (second, room - question), (third, word[0])

    def _heights(self, width: float) -> list[float]:
        """Gives the heights of the texts; an answer of many lines is set smaller."""
        texts, said = (self.ids.question, self.ids.said, self.ids.word), self.ids.said
        said.role = Role.LABEL if tight(self.look) else Role.HELP
        if said.line_count(self._columns(width)[1][1]) > LARGE_LINES:
            said.role = Role.LABEL
        return [each.natural_height(room) for each, (_, room) in zip(texts, self._columns(width), strict=True)]

    def natural_height(self, width: float) -> float:
        """Gives the height of question, answer and word, at least a target."""
        heights = self._heights(width)
        texts = sum(heights) if self.look.panel.portrait else max(heights)
        if self.look.crowded:
            texts = max(heights[0] + heights[1], heights[2])
        return float(max(self.look.target, texts + 2 * self.look.unit))

    def arrange(self) -> None:
        """Places the texts in reading direction, and the box or pencil at the end."""
        ids, end = self.ids, self._end_px
        heights = self._heights(self.width)
        stacked = 3 if self.look.panel.portrait else 2 if self.look.crowded else 0
        top = self.center_y + sum(heights[:stacked]) / 2
        texts = (ids.question, ids.said, ids.word)
        for place, (each, (offset, room)) in enumerate(zip(texts, self._columns(self.width), strict=True)):
            height = heights[place]
            each.size = (room, height)
            low = top - height if place < stacked else self.center_y - height / 2
            each.pos = (self.lead(offset, room), round(low))
            top -= height
        ids.mark.opacity, ids.pencil.opacity = (1, 0) if self.shares else (0, 1)
        ids.pencil.size_px = end
        for mark in (ids.mark, ids.pencil):
            mark.size = (end, end)
            offset = self.width - self.look.padding - end
            mark.pos = (self.lead(offset, end), round(self.center_y - end / 2))
