"""A note from the mentor with its two answers, equal in size; or a line that says what to do now; or nothing.

- The answers lie at the reading end of the card; on an upright panel they lie under the note.
- Without a title and a text the card takes no height.

Deliberately not here: which note is shown, and what an answer leads to.
"""

from __future__ import annotations

from typing import Any

from kivy.properties import StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet, cut

BUTTON_MM = 62.0


class NoteCard(Panelled):
    """A note that can be answered, while it has words for its answers."""

    __events__ = ("on_seen", "on_talk")
    watched = ("title", "text", "seen_word", "talk_word")

    title = StringProperty("")
    text = StringProperty("")
    seen_word = StringProperty("")
    talk_word = StringProperty("")

    def sheet(self) -> Sheet:
        """Gives the sheet of a friendly notice."""
        return sheets.note(self.look)

    @property
    def empty(self) -> bool:
        """Tells whether there is nothing to show."""
        return not (self.title or self.text)

    @property
    def _buttons(self) -> list[Any]:
        return [self.ids.seen, self.ids.talk] if self.seen_word else []

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(Role.HELP) * 2.0)

    @property
    def _text_offset(self) -> float:
        return self.look.padding * 1.8 + self._icon_px

    def _button_width(self) -> float:
        return max([self.look.panel.px(BUTTON_MM), *(each.natural_width() for each in self._buttons)])

    def _buttons_width(self) -> float:
        return len(self._buttons) * (self._button_width() + self.look.gap)

    def _room(self, width: float) -> float:
        taken = self._text_offset + self.look.padding
        if not self.look.panel.portrait:
            taken += self._buttons_width()
        return max(1.0, width - taken)

    def _texts_height(self, width: float) -> float:
        room = self._room(width)
        return float(self.ids.title.natural_height(room) + self.ids.words.natural_height(room))

    def natural_height(self, width: float) -> float:
        """Gives the height of both texts and, where they lie under them, of the answers."""
        if self.empty:
            return 0.0
        inner = max(self._texts_height(width), self._icon_px)
        if self._buttons:
            apart = self.look.panel.portrait
            inner = inner + self.look.gap + self.look.target if apart else max(inner, self.look.target)
        return float(inner + 2 * self.look.padding)

    def arrange(self) -> None:
        """Places the sheet, pictogram and texts on it, and the answers beside or under them."""
        look, ids = self.look, self.ids
        self.opacity = 0 if self.empty else 1
        surface, ground = cut(self.sheet()), ids.ground
        ground.texture, ground.border = surface.texture, surface.border
        ground.size = (self.width + 2 * surface.bleed, self.height + 2 * surface.bleed)
        ground.pos = (self.x - surface.bleed, self.y - surface.bleed)
        below = look.gap + look.target if self._buttons and look.panel.portrait else 0
        low, room = self.y + look.padding + below, self._room(self.width)
        middle = (low + self.top - look.padding) / 2
        ids.picture.size_px = self._icon_px
        ids.picture.size = (self._icon_px, self._icon_px)
        ids.picture.pos = (self.lead(look.padding, self._icon_px), round(middle - self._icon_px / 2))
        top = middle + self._texts_height(self.width) / 2
        for each in (ids.title, ids.words):
            each.size = (room, each.natural_height(room))
            each.pos = (self.lead(self._text_offset, room), round(top - each.height))
            top -= each.height
        self._place_buttons()

    def _place_buttons(self) -> None:
        look, buttons = self.look, self._buttons
        for each in (self.ids.seen, self.ids.talk):
            each.opacity, each.enabled = (1, True) if buttons else (0, False)
        width = self._button_width()
        start = self.width - look.padding - len(buttons) * width - look.gap
        height, y = look.target, self.center_y - look.target / 2
        if look.panel.portrait:
            width, start, y = (self.width - 2 * look.padding - look.gap) / 2, look.padding, self.y + look.padding
        for place, each in enumerate(buttons):
            each.size = (round(width), height)
            each.pos = (self.lead(start + place * (width + look.gap), round(width)), round(y))
            each.reach_x, each.reach_y = look.gap / 2, look.gap / 2

    def on_seen(self) -> None:
        """Is the event: the note was seen."""

    def on_talk(self) -> None:
        """Is the event: the person wants to talk about it."""
