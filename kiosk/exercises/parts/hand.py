"""The card in hand: large, with its pictogram and its number, and the ways to the cards before and after it.

- With no card in hand it says what can be touched instead.

Deliberately not here: where the card goes (`pile.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import AliasProperty, BooleanProperty, ObjectProperty, StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet, Surface, cut

TWO_LINES = 0.65
"""The part of their width in which a few words are broken into two lines."""


class Hand(Panelled):
    """One card, and turning to another; `on_turn` tells by how many."""

    __events__ = ("on_turn",)
    watched = ("text", "icon", "place", "turns")

    words = ObjectProperty(None)
    text = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    place = StringProperty("")
    """Which card it is of how many; empty where no card is in hand."""
    turns = BooleanProperty(True)
    """Whether there is another card to turn to."""

    def sheet(self) -> Sheet:
        """Gives the paper of a card held up."""
        look = self.look
        return Sheet(
            fill=look.palette.card,
            edge=look.palette.deep,
            edge_px=look.edge,
            radius=look.radius,
            shadow=look.palette.shadow * 1.6,
            lift=look.panel.px(1.0),
        )

    def _surface(self) -> Surface:
        return cut(self.sheet())

    surface = AliasProperty(_surface, None, bind=("look",), cache=True, rebind=True)

    def _role(self) -> Role:
        if self.look.crowded:
            return Role.HELP if self.place else Role.LABEL
        return Role.QUESTION if self.place else Role.HELP

    role = AliasProperty(_role, None, bind=("look", "place"), cache=True)
    """How large the words are: a card held up is large, and smaller where the piles need the room."""

    @property
    def _icon_px(self) -> int:
        return round(self.look.capital_px(self.role if self.look.crowded else Role.QUESTION) * 2.2) if self.icon else 0

    @property
    def _offset(self) -> float:
        return float(self.look.padding * 1.5 + (self._icon_px + self.look.padding if self.icon else 0))

    def _side(self, *, back: bool) -> float:
        button = self.ids["back" if back else "next"]
        return float(round(self._wide(button)) + self.look.gap) if self.turns else 0.0

    def _wide(self, button: Any) -> float:
        """Gives how wide a button at a side is; in larger letters on a low panel its words stand in two lines."""
        wide = float(button.natural_width())
        if not self.look.crowded:
            return wide
        words = button.ids.words
        return wide - float(words.natural_width()) + float(words.broken_width(words.natural_width() * TWO_LINES))

    def _tall(self, button: Any) -> float:
        """Gives how high a button at a side has to be: with its pictogram over two lines in larger letters."""
        if not self.look.crowded:
            return float(self.look.target)
        return float(button.icon_px + button.ids.words.natural_height(self._wide(button)) + 2 * self.look.unit)

    def _card(self, width: float) -> tuple[float, float]:
        """Gives where the card begins, and how wide it is."""
        if self.look.panel.portrait:
            return 0.0, width
        back = self._side(back=True)
        return back, width - back - self._side(back=False)

    def _words_height(self, width: float) -> float:
        room = max(1.0, self._card(width)[1] - self._offset - 1.5 * self.look.padding)
        words = self.ids.text.natural_height(room) + self.ids.place.natural_height(room)
        return float(max(words, self._icon_px) + 3 * self.look.unit)

    def natural_height(self, width: float) -> float:
        """Gives the height of the card; on an upright panel with the buttons under it."""
        card = max(self.look.target * 1.2, self._words_height(width))
        if self.turns and not self.look.panel.portrait:
            card = max(card, self._tall(self.ids.back), self._tall(self.ids.next))
        buttons = self.look.target + self.look.gap if self.look.panel.portrait and self.turns else 0
        return float(round(card + buttons))

    def arrange(self) -> None:
        """Places the card and the buttons at its sides, or under it on an upright panel."""
        look, ids = self.look, self.ids
        buttons = look.target + look.gap if look.panel.portrait and self.turns else 0
        start, width = self._card(self.width)
        height = self.height - buttons
        bleed = self.surface.bleed
        ids.ground.size = (width + 2 * bleed, height + 2 * bleed)
        ids.ground.pos = (self.lead(start, width) - bleed, self.y + buttons - bleed)
        ids.picture.size_px = self._icon_px
        ids.picture.size = (self._icon_px, height)
        ids.picture.pos = (self.lead(start + 1.5 * look.padding, self._icon_px), self.y + buttons)
        room = width - self._offset - 1.5 * look.padding
        heights = [each.natural_height(room) for each in (ids.text, ids.place)]
        top = self.y + buttons + (height + sum(heights)) / 2
        for each, tall in zip((ids.text, ids.place), heights, strict=True):
            each.size, each.pos = (room, tall), (self.lead(start + self._offset, room), round(top - tall))
            top -= tall
        self._place_button(ids.back, 0.0)
        self._place_button(ids.next, self.width - self._wide(ids.next))

    def _place_button(self, button: Any, offset: float) -> None:
        look, there, width = self.look, self.turns, round(self._wide(button))
        height = look.target if look.panel.portrait else self.height
        button.opacity, button.enabled = (1, True) if there else (0, False)
        button.size = (width, height) if there else (0, 0)
        button.pos = (self.lead(offset, width), self.y)
        button.reach_x = look.gap / 2 if there else 0
        button.reach_y = look.unit / 4 if there else 0

    def on_turn(self, cards: int) -> None:
        """Is the event: another card is wanted."""
