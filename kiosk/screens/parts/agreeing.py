"""What a person says by signing, in full, and a tick that it is so; the tick can be taken back.

Deliberately not here: the statement (the view).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, StringProperty

from kiosk.widgets.column import Column

STATEMENT_PART = 0.62
"""The statement's part of the width where the tick stands beside it."""


class Agreeing(Column):
    """A question, the statement on own paper, and a tick."""

    title = StringProperty("")
    statement = StringProperty("")
    agree_word = StringProperty("")
    agreed = BooleanProperty(False)

    @property
    def _gives_way(self) -> bool:
        """Whether the question gives way, because the statement needs its room."""
        return self.natural_height(self.width) > self.height

    def _heights(self) -> list[tuple[Any, float]]:
        heights = super()._heights()
        return heights[1:] if self._gives_way else heights

    def arrange(self) -> None:
        """Places the parts; where even without the question there is no room, the tick stands beside the statement."""
        self.ids.heading.opacity = 0 if self._gives_way else 1
        super().arrange()
        if self._gives_way and sum(height for _, height in self._heights()) + self.gap > self.height:
            self._beside()

    def _beside(self) -> None:
        said, agree = self.ids.said, self.ids.agree
        width = round(self.width * STATEMENT_PART)
        rest = round(self.width - width - self.gap)
        for part, offset, room in ((said, 0, width), (agree, width + self.gap, rest)):
            part.size = (room, round(part.natural_height(room)))
            part.pos = (self.lead(offset, room), round(self.top - part.height))
