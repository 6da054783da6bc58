"""One half of an if-then plan: its word, and what was chosen for it in the person's own colour.

Deliberately not here: the other half (`halves.py`).
"""

from __future__ import annotations

from kivy.properties import StringProperty

from kiosk.widgets.arranged import Arranging
from kiosk.widgets.touchable import Touchable


class Half(Arranging, Touchable):
    """A touchable half."""

    watched = ("title", "said", "hint")

    title = StringProperty("")
    said = StringProperty("")
    """What was chosen or written; empty where nothing was."""
    hint = StringProperty("")
    """What to do where nothing was."""

    def _room(self, width: float) -> float:
        return max(1.0, width - 2 * self.look.padding)

    def natural_height(self, width: float) -> float:
        """Gives the height of the word and two lines of what was chosen."""
        room = self._room(width)
        texts = self.ids.title.natural_height(room) + self.ids.said.natural_height(room)
        return float(max(self.look.target, texts + 2 * self.look.unit))

    def arrange(self) -> None:
        """Places the word and what was chosen under each other."""
        room = self._room(self.width)
        texts = (self.ids.title, self.ids.said)
        heights = [each.natural_height(room) for each in texts]
        top = self.center_y + sum(heights) / 2
        for each, height in zip(texts, heights, strict=True):
            each.size = (room, height)
            each.pos = (self.lead(self.look.padding, room), round(top - height))
            top -= height
