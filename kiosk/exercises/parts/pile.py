"""A pile or a period: a large target with its title, how many cards lie on it, and those cards as chips.

- The card laid last is seen first; what does not fit is behind a chip that turns to it.
- The whole pile is the target; a chip lies on it and takes the touch first.

Deliberately not here: which card lies where (`kiosk/exercises/card_sort.py`, `timeline.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from kiosk.exercises.parts.chip import Chip
from kiosk.exercises.parts.pages import Size, divide_flow, flow
from kiosk.theme.icons import Icon, pictogram
from kiosk.theme.tokens import Role
from kiosk.views.options import Options, OptionView
from kiosk.widgets.arranged import Panelled


class Pile(Panelled):
    """Where cards are laid."""

    __events__ = ("on_lay", "on_take")
    watched = ("title", "icon", "page", "count", "role")

    title = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    count = NumericProperty(0)
    page = NumericProperty(0)
    value = ObjectProperty(None, allownone=True)
    chosen = BooleanProperty(False)
    """Whether the card in hand lies here too."""
    pressed = BooleanProperty(False)
    """Whether a card is held over it."""
    takes = BooleanProperty(True)
    """Whether touching it does anything: a card in hand is laid here, or the last one here is taken back."""
    role = ObjectProperty(Role.HELP)
    """How large the title is: smaller where many piles hang side by side."""
    narrow = BooleanProperty(False)
    """Whether how many lie here stands under the pictogram, and leaves the title the width."""
    test_id = StringProperty("")
    more_word = StringProperty("")

    def __init__(self, **values: Any) -> None:
        self._chips: list[Chip] = []
        self._more: Chip | None = None
        super().__init__(fill=True, **values)

    def paint(self, pile: OptionView, cards: Options) -> None:
        """Shows the pile with these cards, the last one first."""
        self.value, self.title, self.icon = pile.id, pile.text, pictogram(pile.picture)
        self.test_id = f"pile.{pile.id}"
        if len(cards) != self.count:
            self.page = 0
        self.count = len(cards)
        while len(self._chips) < len(cards):
            self._chips.append(self._new_chip(lambda chip: self.dispatch("on_take", chip.value)))
        for chip, card in zip(self._chips, reversed(cards), strict=False):
            chip.value, chip.test_id = card.id, f"card.{card.id}"
            chip.text, chip.icon = card.text, pictogram(card.picture)
        self.arrange_soon()

    @property
    def laid(self) -> list[Chip]:
        """The chips that are seen, each a card that lies here."""
        return [each for each in self.in_reading_order() if isinstance(each, Chip) and each is not self._more]

    def on_pressed(self, *_: Any) -> None:
        """Shows that it takes the card held over it."""
        self.ids.target.pressed = self.pressed

    def _new_chip(self, touched: Any) -> Chip:
        chip = Chip(look=self.look)
        chip.fbind("on_release", touched)
        return chip

    @property
    def _inset(self) -> int:
        return round(self.look.unit * 1.5)

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(self.role) * 1.9) if self.icon else 0

    def _head_height(self, width: float) -> float:
        room, count = self._title_room(width), self.ids.count
        under = count.natural_height(width) if self.narrow else 0.0
        return float(max(self._icon_px + under, self.ids.title.natural_height(room)) + 2 * self.look.unit)

    def _title_room(self, width: float) -> float:
        icon = self._icon_px + self.look.unit if self.icon else 0
        count = 0.0 if self.narrow else self.ids.count.natural_width() + self.look.unit
        return float(max(1.0, width - 2 * self._inset - icon - count))

    def natural_height(self, width: float) -> float:
        """Gives the height of the title and one row of chips."""
        return self._head_height(width) + self.look.target

    def arrange(self) -> None:
        """Places the target, its title and number, and the chips that fit."""
        look, ids = self.look, self.ids
        ids.target.size, ids.target.pos = self.size, self.pos
        ids.target.reach_x, ids.target.reach_y = look.gap / 2, look.unit / 4  # what is above it reaches further
        room, icon = self._title_room(self.width), self._icon_px
        pitch = ids.title.set(room).pitch
        middle = self.top - look.unit - max(icon, pitch) / 2
        ids.picture.size_px = icon
        ids.picture.size, ids.picture.pos = (icon, icon), (self.lead(self._inset, icon), round(middle - icon / 2))
        offset = self._inset + (icon + look.unit if self.icon else 0)
        height = ids.title.natural_height(room)
        ids.title.size, ids.title.pos = (room, height), (self.lead(offset, room), round(middle + pitch / 2 - height))
        width = ids.count.natural_width()
        ids.count.size = (width, pitch)
        ids.count.pos = (self.lead(self.width - self._inset - width, width), round(middle - pitch / 2))
        if self.narrow:
            ids.count.pos = (self.lead(self._inset + (icon - width) / 2, width), round(middle - icon / 2 - pitch))
        low = round(self.top - self._head_height(self.width))
        self._lay_chips(low)

    def _lay_chips(self, top: float) -> None:
        """Lays chips in rows under the title; on pages where not all fit."""
        inset, gap, chips = self._inset, self.look.unit, self._chips[: int(self.count)]
        room = (self.width - 2 * inset, top - self.y - self.look.unit)
        sizes = [self._size(chip, room[0]) for chip in chips]
        pages = divide_flow(sizes, room, gap, self._size(self._turner(), room[0]))
        page = pages[int(self.page) % len(pages)] if pages else []
        last = [self._turner()] if len(pages) > 1 else []
        shown = [*(chips[place] for place in page), *last]
        shown_sizes = [*(sizes[place] for place in page), *(self._size(chip, room[0]) for chip in last)]
        places = flow(shown_sizes, room[0], gap)
        fitting = sum(1 for size, (_, drop) in zip(shown_sizes, places, strict=True) if drop + size[1] <= room[1])
        self._keep(shown[:fitting])
        for chip, size, (offset, drop) in zip(shown, shown_sizes, places, strict=True):
            chip.size = size
            chip.pos = (self.lead(inset + offset, size[0]), round(top - drop - size[1]))
            chip.reach_x = chip.reach_y = gap / 2

    def _size(self, chip: Chip, room: float) -> Size:
        width = round(min(room, chip.natural_width()))
        return width, round(chip.natural_height(width))

    def _turner(self) -> Chip:
        if self._more is None:
            self._more = self._new_chip(self._turn)
            self._more.icon, self._more.text = Icon.MORE, self.more_word
        self._more.test_id = f"{self.test_id}.more"
        return self._more

    def _turn(self, *_: Any) -> None:
        self.page += 1

    def _keep(self, chips: list[Chip]) -> None:
        shown = [child for child in self.in_reading_order() if isinstance(child, Chip)]
        if shown != chips:
            for chip in shown:
                self.remove_widget(chip)
            for chip in chips:
                self.add_widget(chip)

    def on_lay(self, pile: Any) -> None:
        """Is the event: the card in hand goes here."""

    def on_take(self, card: Any) -> None:
        """Is the event: this card is taken back in hand."""
