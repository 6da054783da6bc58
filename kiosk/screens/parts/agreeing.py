"""What a person says by signing, in full, and a tick that it is so; the tick can be taken back.

Deliberately not here: the statement (the view).
"""

from __future__ import annotations

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

    def arrange(self) -> None:
        """Places the parts; the question gives way where the statement needs its room, then the tick stands beside."""
        heading = self.ids.heading
        heading.text = self.title
        if self.natural_height(self.width) > self.height:
            heading.text = ""
        super().arrange()
        if self.natural_height(self.width) > self.height:
            self._beside()

    def _beside(self) -> None:
        said, agree = self.ids.said, self.ids.agree
        width = round(self.width * STATEMENT_PART)
        rest = round(self.width - width - self.gap)
        for part, offset, room in ((said, 0, width), (agree, width + self.gap, rest)):
            part.size = (room, round(part.natural_height(room)))
            part.pos = (self.lead(offset, room), round(self.top - part.height))
