"""An answer: the whole card is the target; a ring or box, a text, sometimes a pictogram.

- A chosen card differs in four ways: ticked mark, stronger edge, other ground, and the chosen word where it is given.
- The text keeps its weight when chosen, so that nothing jumps under the finger.

Deliberately not here: which cards belong together (`answer_list.py`) and what a choice means (the screen's command).
"""

from __future__ import annotations

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Arranging
from kiosk.widgets.touchable import Touchable


class AnswerCard(Arranging, Touchable):
    """One answer that can be chosen."""

    watched = ("text", "icon", "chosen", "chosen_word", "role")

    text = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    multiple = BooleanProperty(False)
    """Whether more than one card of the list may be chosen: a box instead of a ring."""
    marked = BooleanProperty(True)
    """Whether the card has a mark at all; a card that only leads on has none."""
    chosen_word = StringProperty("")
    """The word at the far end of a chosen card."""
    value = ObjectProperty(None, allownone=True)
    """What the screen wants to know when this card is chosen; the card itself never looks at it."""
    role = ObjectProperty(Role.ANSWER)

    @property
    def _text_offset(self) -> float:
        look = self.look
        offset = float(look.padding)
        if self.marked:
            offset += self.ids.mark.side_px + look.padding * 0.8
        if self.icon:
            offset += self._icon_px + look.padding * 0.8
        return offset

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(self.role) * 1.7)

    @property
    def _word_width(self) -> float:
        if not (self.chosen and self.chosen_word):
            return 0.0
        return float(self.ids.chosen_word.natural_width())

    def natural_height(self, width: float) -> float:
        """Gives the least target, or more where the text needs lines."""
        room = max(1.0, width - self._text_offset - self.look.padding)
        return float(max(self.look.target, self.ids.words.natural_height(room) + self.look.unit))

    def has_room(self, width: float) -> bool:
        """Tells whether its longest word fits in a card of this width."""
        room = max(1.0, width - self._text_offset - self.look.padding)
        return bool(self.ids.words.broken_width(room) <= room)

    def natural_width(self) -> int:
        """Gives the width in which the text needs one line."""
        return round(self._text_offset + self.ids.words.natural_width() + self.look.padding)

    def arrange(self) -> None:
        """Places mark, pictogram, text and the chosen word in reading direction."""
        look, ids = self.look, self.ids
        offset = float(look.padding)
        side = ids.mark.side_px if self.marked else 0
        ids.mark.size = (side, side)
        ids.mark.pos = (self.lead(offset, side), round(self.center_y - side / 2))
        ids.mark.opacity = 1 if self.marked else 0
        offset += (side + look.padding * 0.8) if self.marked else 0
        ids.picture.size_px = self._icon_px
        ids.picture.size = (self._icon_px, self.height)
        ids.picture.pos = (self.lead(offset, self._icon_px), self.y)
        word = self._word_width
        room = self.width - self._text_offset - look.padding
        lines = ids.words.set(room).width
        shown = bool(word) and lines + word + look.padding * 2 < room
        ids.words.size = (room, self.height)
        ids.words.pos = (self.lead(self._text_offset, room), self.y)
        ids.chosen_word.opacity = 1 if shown else 0
        ids.chosen_word.size = (word, self.height)
        ids.chosen_word.pos = (self.lead(self.width - look.padding - word, word), self.y)
