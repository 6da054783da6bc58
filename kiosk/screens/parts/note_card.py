"""A note from the mentor with its two answers, equal in size; or a line that says what to do now; or nothing.

- The answers lie at the reading end of the card; on an upright panel they lie under the note.
- On a low panel its title and answers are set smaller, so that the path can stand under it; a very long note is too.
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
    def icon_px(self) -> int:
        """The side of the pictogram."""
        return round(self.look.capital_px(Role.HELP) * 2.0)

    @property
    def _text_offset(self) -> float:
        return self.look.padding * 1.8 + self.icon_px

    def _buttons_width(self) -> float:
        if self.look.panel.low:
            width = max((each.width_as(Role.LABEL, stacked=False) for each in self._buttons), default=0)
        else:
            width = max([3 * self.look.target, *(each.natural_width() for each in self._buttons)])
        return len(self._buttons) * (width + self.look.gap)

    def _room(self, width: float, *, below: bool) -> float:
        return max(1.0, width - self._text_offset - self.look.padding - (0.0 if below else self._buttons_width()))

    def _texts_height(self, width: float, *, below: bool) -> float:
        room = self._room(width, below=below)
        return float(self.ids.title.natural_height(room) + self.ids.words.natural_height(room))

    def _height(self, width: float, *, below: bool) -> float:
        inner = max(self._texts_height(width, below=below), self.icon_px)
        if self._buttons:
            inner = inner + self.look.gap + self.look.target if below else max(inner, self.look.target)
        return float(inner + 2 * self.look.note_edge)

    def _is_below(self, width: float) -> bool:
        """Tells whether the answers lie under the note: always on an upright panel, else where that is lower."""
        if not self._buttons:
            return False
        return self.look.panel.portrait or self._height(width, below=True) < self._height(width, below=False)

    def natural_height(self, width: float) -> float:
        """Gives the height of texts and answers."""
        return 0.0 if self.empty else self._height(width, below=self._is_below(width))

    def arrange(self) -> None:
        """Places the sheet, pictogram and texts on it, and the answers beside or under them."""
        look, ids = self.look, self.ids
        ids.ground.lay(cut(self.sheet()), self)
        below = self._is_below(self.width)
        room = self._room(self.width, below=below)
        middle = self.center_y + ((look.gap + look.target) / 2 if below else 0)
        ids.picture.size = (self.icon_px, self.icon_px)
        ids.picture.pos = (self.lead(look.padding, self.icon_px), round(middle - self.icon_px / 2))
        top = middle + self._texts_height(self.width, below=below) / 2
        for each in (ids.title, ids.words):
            each.size = (room, each.natural_height(room))
            each.pos = (self.lead(self._text_offset, room), round(top - each.height))
            top -= each.height
        self._place_buttons(below)

    def _place_buttons(self, below: bool) -> None:
        look, buttons = self.look, self._buttons
        whole = self.width - 2 * look.padding if below else self._buttons_width() - look.gap
        in_help = sum(each.width_as(Role.HELP, stacked=False) for each in buttons)
        fit = not look.panel.low and in_help < whole - look.gap
        natural = [each.natural_width() if below else 1.0 for each in buttons]
        offset = self.width - look.padding - whole
        y = self.y + self.look.note_edge if below else self.center_y - look.target / 2
        for each, part in zip(buttons, natural, strict=True):
            width, each.role = (whole - look.gap) * part / sum(natural), Role.HELP if fit else Role.LABEL
            each.size, each.pos = (round(width), look.target), (self.lead(offset, round(width)), round(y))
            each.reach_x, each.reach_y = look.gap / 2, look.unit / 4
            offset += width + look.gap

    def on_seen(self) -> None:
        """Is the event: the note was seen."""

    def on_talk(self) -> None:
        """Is the event: the person wants to talk about it."""
