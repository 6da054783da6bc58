"""What a person says by signing, in full, and a tick that it is so; the tick can be taken back.

Deliberately not here: the statement (the view).
"""

from __future__ import annotations

from kivy.properties import BooleanProperty, StringProperty

from kiosk.widgets.column import Column


class Agreeing(Column):
    """A question, the statement on own paper, and a tick."""

    title = StringProperty("")
    statement = StringProperty("")
    agree_word = StringProperty("")
    agreed = BooleanProperty(False)

    def arrange(self) -> None:
        """Places the parts; the question gives way where the statement needs its room."""
        heading = self.ids.heading
        heading.text = self.title
        if self.natural_height(self.width) > self.height:
            heading.text = ""
        super().arrange()
