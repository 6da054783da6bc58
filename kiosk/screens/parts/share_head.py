"""The head of who sees what: the title, and the people above their columns; beside it, on an upright panel under it.

Deliberately not here: the rows (`share_list.py`); they have the same columns (`share_card.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kiosk.exercises.parts.tight import tight
from kiosk.screens.parts.seen_mark import SeenMark
from kiosk.screens.parts.share_card import marks_height, spans
from kiosk.theme.icons import pictogram
from kiosk.views.shares import PersonView
from kiosk.widgets.arranged import Panelled

PERSON_FACTOR = 2.2
"""How much larger than a capital a person is drawn."""


class ShareHead(Panelled):
    """Title and people."""

    def __init__(self, **values: Any) -> None:
        self._people: list[SeenMark] = []
        super().__init__(**values)

    def show(self, title: str, help_text: str, people: Sequence[PersonView]) -> None:
        """Shows the title with its help, and these people."""
        self.ids.title.text, self.ids.title.help_text = title, "" if tight(self.look) else help_text
        while len(self._people) < len(people):
            self._people.append(SeenMark(look=self.look, bold=True, factor=PERSON_FACTOR))
            self.add_widget(self._people[-1])
        for place, (mark, person) in enumerate(zip(self._people, people, strict=True)):
            mark.icon, mark.word = pictogram(person.picture), person.title
            mark.colour = self.look.palette.ink if place else self.look.palette.own
        self._tell_holders()

    def _heights(self, width: float) -> tuple[float, float]:
        (_, words), columns, _ = spans(self.look, width)
        people = marks_height(self._people, columns)
        title = self.ids.title.natural_height(width if self.look.panel.portrait else words + self.look.padding)
        return float(title), people

    def natural_height(self, width: float) -> float:
        """Gives the height of title and people."""
        heights = self._heights(width)
        return sum(heights) if self.look.panel.portrait else max(heights)

    def arrange(self) -> None:
        """Places the title at the reading edge, and each of the people at the foot of the head."""
        (_, words), columns, _ = spans(self.look, self.width)
        title, people = self._heights(self.width)
        room = self.width if self.look.panel.portrait else words + self.look.padding
        self.ids.title.size = (room, title)
        self.ids.title.pos = (self.lead(0, room), round(self.top - title))
        for mark, (offset, width) in zip(self._people, columns, strict=False):
            mark.size, mark.pos = (width, people), (self.lead(offset, width), self.y)
