"""The question above an exercise: a heading with its pictogram at the reading edge.

- It stands close to what is asked: on a low panel each millimetre is an answer's.
- Where there is too little room its help gives way, and in the largest letters its size: even so it is as large as a
  question in the usual letters.

Deliberately not here: a heading without a pictogram (`kiosk/widgets/heading.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import ObjectProperty

from kiosk.theme.tokens import Role
from kiosk.widgets.heading import Heading

SMALLER = (Role.ANSWER, Role.HELP)
"""How a question may be set in the largest letters."""


class Prompt(Heading):
    """A question, its help line and its pictogram."""

    icon = ObjectProperty(None, allownone=True)

    def on_icon(self, *_: Any) -> None:
        """Makes room for the pictogram."""
        self.arrange_soon()

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(self.role) * 2.1) if self.icon else 0

    @property
    def _after(self) -> int:
        return round(self.look.unit * 0.5)

    @property
    def _offset(self) -> float:
        return float(self._icon_px + self.look.padding if self.icon else 0)

    def fit_in(self, width: float, room: float, *, furthest: bool = False) -> None:
        """Gives way as far as is needed to stand in `room`: the help line, then the size; `furthest` over keys."""
        self.role = Role.QUESTION
        if self.natural_height(width) > room:
            self.help_text = ""
        roles = SMALLER if self.look.largest or self.look.crowded else ()
        for role in (*roles, *([Role.LABEL] if furthest and self.look.crowded else [])):
            if self._breaks(width) or self.natural_height(width) > room:
                self.role = role

    def _breaks(self, width: float) -> bool:
        """Tells whether a word of the question has no room beside its pictogram."""
        room = width - self._offset
        return bool(self.ids.title.broken_width(room) > room)

    def natural_height(self, width: float) -> float:
        """Gives the height of both texts beside the pictogram, and the space after them."""
        return float(max(super().natural_height(width - self._offset), self._icon_px + self._after))

    def arrange(self) -> None:
        """Places the pictogram beside the first line, and the texts after it."""
        ids, room = self.ids, self.width - self._offset
        top = self.top
        for text, before in ((ids.title, 0), (ids.help, self._between)):
            text.size = (room, text.natural_height(room))
            text.pos = (self.lead(self._offset, room), round(top - before - text.height))
            top = text.y
        ids.picture.size_px = self._icon_px
        ids.picture.size = (self._icon_px, self._icon_px)
        middle = ids.title.top - ids.title.set(room).pitch / 2
        ids.picture.pos = (self.lead(0, self._icon_px), round(middle - self._icon_px / 2))
