"""The words above a task: one question or title, and a help line that belongs to it.

- The help line stands close to its question and well away from what follows.
- Without a text it takes no height, so a screen may leave the help out.

Deliberately not here: the place on the path, which stands in the top bar (`top_bar.py`).
"""

from __future__ import annotations

from kivy.properties import ObjectProperty, StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled


class Heading(Panelled):
    """A question with its help line."""

    watched = ("text", "help_text", "role")

    text = StringProperty("")
    help_text = StringProperty("")
    role = ObjectProperty(Role.QUESTION)
    test_id = StringProperty("")
    spoken = StringProperty("")

    @property
    def _between(self) -> int:
        return round(self.look.unit * 0.5) if self.help_text else 0

    @property
    def _after(self) -> int:
        return round(self.look.unit * (0.5 if self.look.crowded else 1.5))

    def natural_height(self, width: float) -> float:
        """Gives the height of both texts and the space after them."""
        texts = self.ids.title.natural_height(width) + self.ids.help.natural_height(width)
        return float(texts + self._between + self._after)

    def arrange(self) -> None:
        """Places the help line under the question."""
        title, help_line = self.ids.title, self.ids.help
        title.size = (self.width, title.natural_height(self.width))
        title.pos = (self.x, round(self.top - title.height))
        help_line.size = (self.width, help_line.natural_height(self.width))
        help_line.pos = (self.x, round(title.y - self._between - help_line.height))
