"""A pile or a period: one large target with its title, how many cards lie on it, and what those are in words.

- The card laid last is read first; of what does not fit it says how many more there are.
- The whole pile is the only target; its cards are touched where it is opened (`opened_pile.py`).

Deliberately not here: which card lies where, and when a pile opens (`laying.py`, `kiosk/exercises/balance.py`).
"""

from __future__ import annotations

from math import ceil
from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from kiosk.exercises.parts.laid_word import OWN_PICTURE, LaidWord
from kiosk.exercises.parts.pages import Size, flow, held_in_flow
from kiosk.theme.icons import pictogram
from kiosk.theme.tokens import Role
from kiosk.views.options import Options, OptionView
from kiosk.widgets.arranged import Panelled


class Pile(Panelled):
    """Where cards are laid."""

    __events__ = ("on_touched",)
    watched = ("title", "icon", "count", "role")

    title = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    count = NumericProperty(0)
    value = ObjectProperty(None, allownone=True)
    chosen = BooleanProperty(False)
    """Whether the card in hand lies here too."""
    pressed = BooleanProperty(False)
    """Whether a card is held over it."""
    takes = BooleanProperty(True)
    """Whether touching it does anything: a card in hand is laid here, or what lies here is shown as whole cards."""
    role = ObjectProperty(Role.HELP)
    """How large the title is: smaller where many piles hang side by side."""
    marked = BooleanProperty(True)
    """Whether its pictogram stands before the title; a period has it on the line."""
    test_id = StringProperty("")

    def __init__(self, **values: Any) -> None:
        self._words: list[LaidWord] = []
        self.cards: Options = ()
        """What lies here, the card laid first before the others."""
        super().__init__(fill=True, **values)

    def paint(self, pile: OptionView, cards: Options) -> None:
        """Shows the pile with these cards, the last one first."""
        self.value, self.title, self.icon = pile.id, pile.text, pictogram(pile.picture)
        self.test_id = f"pile.{pile.id}"
        self.cards, self.count = cards, len(cards)
        while len(self._words) < len(cards):
            self._words.append(LaidWord(look=self.look))
        for word, card in zip(self._words, reversed(cards), strict=False):
            word.text, word.icon, word.own = card.text, pictogram(card.picture), card.picture == OWN_PICTURE
        self.arrange_soon()

    def on_pressed(self, *_: Any) -> None:
        """Shows that it takes the card held over it."""
        self.ids.target.pressed = self.pressed

    @property
    def _inset(self) -> int:
        return round(self.look.unit * 1.5)

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(self.role) * 1.9) if self.icon and self.marked else 0

    def _head_height(self, width: float) -> float:
        room = self._title_room(width)
        return float(max(self._icon_px, self.ids.title.natural_height(room)) + 2 * self.look.unit)

    def _title_room(self, width: float) -> float:
        icon = self._icon_px + self.look.unit if self._icon_px else 0
        count = self.ids.count.natural_width() + self.look.unit
        return float(max(1.0, width - 2 * self._inset - icon - count))

    def natural_height(self, width: float) -> float:
        """Gives the height of the title and a row of words."""
        return self._head_height(width) + self.look.target

    def arrange(self) -> None:
        """Places the target, its title and number, and what fits of the words."""
        look, ids = self.look, self.ids
        ids.target.size, ids.target.pos = self.size, self.pos
        ids.target.reach_x, ids.target.reach_y = look.gap / 2, look.unit / 4  # what is above it reaches further
        room, icon = self._title_room(self.width), self._icon_px
        pitch = ids.title.set(room).pitch
        middle = self.top - look.unit - max(icon, pitch) / 2
        ids.picture.size_px = icon
        ids.picture.size, ids.picture.pos = (icon, icon), (self.lead(self._inset, icon), round(middle - icon / 2))
        offset = self._inset + (icon + look.unit if icon else 0)
        height = ids.title.natural_height(room)
        ids.title.size, ids.title.pos = (room, height), (self.lead(offset, room), round(middle + pitch / 2 - height))
        width = ids.count.natural_width()
        ids.count.size = (width, pitch)
        ids.count.pos = (self.lead(self.width - self._inset - width, width), round(middle - pitch / 2))
        self._lay_words(round(self.top - self._head_height(self.width)))

    def _lay_words(self, top: float) -> None:
        """Lays what lies here in rows under the title, as much as has room; where no words have, their pictograms."""
        inset, gaps = self._inset, (2 * self.look.unit, self.look.unit / 2)
        words, rest = self._words[: int(self.count)], self.ids.rest
        room = (self.width - 2 * inset, top - self.y - self.look.unit)
        rest.text = "+" + "0" * len(str(len(words)))
        last = (ceil(rest.natural_width()), ceil(rest.natural_height(room[0])))
        held, sizes = self._held(words, room, gaps, last)
        self._keep(words[:held])
        rest.text = f"+{len(words) - held}" if 0 < held < len(words) else ""
        last = (ceil(rest.natural_width()), last[1])
        places = flow([*sizes[:held], last], room[0], gaps)
        for word, size, (offset, drop) in zip([*words[:held], rest], [*sizes[:held], last], places, strict=True):
            word.size = size
            word.pos = (self.lead(inset + offset, size[0]), round(top - drop - size[1]))

    def _held(self, words: list[LaidWord], room: Size, gaps: Size, last: Size) -> tuple[int, list[Size]]:
        """Gives how many fit and how large each is: with its words, or as a pictogram where not one has room so."""
        held, sizes = 0, list[Size]()
        for bare in (False, all(word.icon for word in words)):
            for word in words:
                word.bare = bare
            sizes = [self._size(word, room[0]) for word in words]
            held = held_in_flow(sizes, room, gaps, last)
            if held:
                break
        return held, sizes

    def _size(self, word: LaidWord, room: float) -> Size:
        width = ceil(min(room, word.natural_width()))
        return width, ceil(word.natural_height(width))

    def _keep(self, words: list[LaidWord]) -> None:
        shown = [child for child in self.in_reading_order() if isinstance(child, LaidWord)]
        if shown != words:
            for word in shown:
                self.remove_widget(word)
            for word in words:
                self.add_widget(word)

    def on_touched(self, pile: Any) -> None:
        """Is the event: this pile was touched."""
