"""Pieces of the plan as a letter: the heading of a part with who sees it, and one line of it.

- A person's own words have a band in his own colour beside them and a word that says so.

Deliberately not here: filling pages (`letter.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import NumericProperty, StringProperty

from kiosk.theme.tokens import Look, Role
from kiosk.views.plan import LineView
from kiosk.widgets.arranged import Panelled


class SectionHead(Panelled):
    """The title of a part, who sees it, and the way to change it; `on_change` wants that."""

    __events__ = ("on_change",)
    watched = ("title", "who_sees", "page", "change_word")

    title = StringProperty("")
    who_sees = StringProperty("")
    page = StringProperty("")
    """The page where this part is changed; empty where it is not to be changed here."""
    change_word = StringProperty("")
    number = NumericProperty(0)
    """Its place in the letter, which names its button."""

    @property
    def _eye_px(self) -> int:
        return round(self.look.capital_px(Role.LABEL) * 1.6) if self.who_sees else 0

    @property
    def _button_px(self) -> float:
        return float(self.ids.change.natural_width() + self.look.unit) if self.page else 0.0

    def _room(self, width: float) -> float:
        return width - self._button_px

    def _who_room(self, width: float) -> float:
        return self._room(width) - self._eye_px - self.look.unit

    def _texts(self, width: float) -> tuple[float, float]:
        title = self.ids.title.natural_height(self._room(width))
        return float(title), float(self.ids.who.natural_height(self._who_room(width))) if self.who_sees else 0.0

    def natural_height(self, width: float) -> float:
        """Gives the height of both texts, or of the button beside them."""
        return max(sum(self._texts(width)), float(self.look.target) if self.page else 0.0) + self.look.unit * 0.5

    def arrange(self) -> None:
        """Places the title, under it an eye with who sees it, and the button at the far end."""
        ids, room = self.ids, self._who_room(self.width)
        title, who = self._texts(self.width)
        top = self.top - max(0.0, (self.height - self.look.unit * 0.5 - title - who) / 2)
        ids.title.size = (self._room(self.width), title)
        ids.title.pos = (self.lead(0, self._room(self.width)), round(top - title))
        ids.who.size, ids.who.pos = (
            (room, who),
            (self.lead(self._eye_px + self.look.unit, room), round(top - title - who)),
        )
        ids.eye.size_px, pitch = self._eye_px, ids.who.set(room).pitch
        ids.eye.size, ids.eye.pos = (self._eye_px, pitch), (self.lead(0, self._eye_px), round(top - title - pitch))
        ids.eye.opacity = 1 if self.who_sees else 0
        self._place_button()

    def _place_button(self) -> None:
        change, wide = self.ids.change, self._button_px - self.look.unit if self.page else 0.0
        change.opacity, change.enabled = (1, True) if self.page else (0, False)
        change.size = (wide, self.look.target if self.page else 0)
        change.pos = (self.lead(self.width - wide, wide), round(self.top - change.height))

    def on_change(self) -> None:
        """Is the event: this part is to be changed."""


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
