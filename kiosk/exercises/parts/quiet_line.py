"""A quiet line with a small pictogram: who sees an answer, what a goal is so far; at its end how far a choice is.

Deliberately not here: a notice, which lies on a sheet of its own (`kiosk/widgets/notice.py`).
"""

from __future__ import annotations

from kivy.properties import ObjectProperty, StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled


class QuietLine(Panelled):
    """A line of small words that can be read but not touched."""

    watched = ("text", "icon", "tally")

    text = StringProperty("")
    tally = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    colour = ObjectProperty(None, allownone=True)
    test_id = StringProperty("")
    spoken = StringProperty("")

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(Role.LABEL) * 1.7)

    @property
    def _offset(self) -> float:
        return self._icon_px + self.look.unit if self.icon and self.text else 0

    def _room(self, width: float) -> float:
        tally = self.ids.tally.natural_width() + self.look.padding if self.tally else 0
        return float(width - self._offset - tally)

    def natural_height(self, width: float) -> float:
        """Gives the height of the words."""
        words = self.ids.words.natural_height(self._room(width))
        return float(max(self._icon_px, words, self.ids.tally.natural_height(width)))

    def arrange(self) -> None:
        """Places the pictogram at the reading edge the words after it, and the tally at the end."""
        ids, room = self.ids, self._room(self.width)
        ids.picture.opacity = 1 if self._offset else 0
        ids.picture.size_px = self._icon_px
        ids.picture.size = (self._icon_px, self._icon_px)
        pitch = ids.words.set(room).pitch
        ids.picture.pos = (self.lead(0, self._icon_px), round(self.top - (pitch + self._icon_px) / 2))
        ids.words.size = (room, self.height)
        ids.words.pos = (self.lead(self._offset, room), self.y)
        tally = ids.tally.natural_width()
        ids.tally.size = (tally, ids.tally.natural_height(self.width))
        ids.tally.pos = (self.lead(self.width - tally, tally), round(self.top - ids.tally.height))
