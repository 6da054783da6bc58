"""Pieces of the plan as a letter: the heading of a part with who sees it, and one line of it.

- A person's own words have a band in his own colour beside them and a word that says so.

Deliberately not here: filling pages (`letter.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import StringProperty

from kiosk.theme.tokens import Look, Role
from kiosk.views.plan import LineView
from kiosk.widgets.arranged import Panelled


class SectionHead(Panelled):
    """The title of a part, and who sees it."""

    watched = ("title", "who_sees")

    title = StringProperty("")
    who_sees = StringProperty("")

    @property
    def _eye_px(self) -> int:
        return round(self.look.capital_px(Role.LABEL) * 1.6)

    def _room(self, width: float) -> float:
        return width - self._eye_px - self.look.unit

    def natural_height(self, width: float) -> float:
        """Gives the height of both texts."""
        who = self.ids.who.natural_height(self._room(width))
        return float(self.ids.title.natural_height(width) + who + self.look.unit * 0.5)

    def arrange(self) -> None:
        """Places the title, and under it an eye with who sees it."""
        ids, room = self.ids, self._room(self.width)
        ids.title.size = (self.width, ids.title.natural_height(self.width))
        ids.title.pos = (self.x, round(self.top - ids.title.height))
        ids.who.size = (room, ids.who.natural_height(room))
        ids.who.pos = (self.lead(self._eye_px + self.look.unit, room), round(ids.title.y - ids.who.height))
        ids.eye.size_px = self._eye_px
        pitch = ids.who.set(room).pitch
        ids.eye.size = (self._eye_px, pitch)
        ids.eye.pos = (self.lead(0, self._eye_px), round(ids.title.y - pitch))


class Said(Panelled):
    """A label, and what was said."""

    watched = ("label", "said", "own_word")

    label = StringProperty("")
    said = StringProperty("")
    own_word = StringProperty("")
    """The word that marks own words; none where the words come from a choice."""

    def __init__(self, *, look: Look, line: LineView, own_word: str) -> None:
        super().__init__(look=look, label=line.label, said=line.said, own_word=own_word if line.own else "")

    @property
    def _band_px(self) -> int:
        return self.look.panel.px(1.4) if self.own_word else 0

    @property
    def _offset(self) -> float:
        return self._band_px + self.look.unit * 1.5 if self.own_word else 0.0

    def _parts(self) -> list[Any]:
        return [self.ids[name] for name in ("label", "said", "own") if self.ids[name].text]

    def natural_height(self, width: float) -> float:
        """Gives the height of all lines."""
        room = width - self._offset
        return float(sum(part.natural_height(room) for part in self._parts()) + self.look.unit * 0.5)

    def arrange(self) -> None:
        """Places label and words under each other, with the band beside own words."""
        room, top = self.width - self._offset, self.top
        for part in self._parts():
            part.size = (room, part.natural_height(room))
            part.pos = (self.lead(self._offset, room), round(top - part.height))
            top -= part.height
        band = self.ids.band
        band.size = (self._band_px, self.top - top)
        band.pos = (self.lead(0, self._band_px), round(top))
