"""A card in hand above the piles it can be laid on; piles side by side, or under each other on an upright panel.

- Piles are made once and shown again with other cards.
- As periods of a life they hang on one line, from early to late (`life_line.py`).

Deliberately not here: which card is in hand and what laying it means (`laying.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.exercises.parts.hand import Hand
from kiosk.exercises.parts.life_line import LifeLine
from kiosk.exercises.parts.pile import Pile
from kiosk.theme.icons import Icon, pictogram
from kiosk.theme.tokens import Role
from kiosk.views.options import Options, OptionView
from kiosk.widgets.column import Column
from kiosk.widgets.row import Row


@dataclass(frozen=True, slots=True)
class InHand:
    """The card in hand: which of how many, and whether there is another to turn to."""

    card: OptionView
    number: int
    total: int
    turns: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What is said where no card is in hand."""

    text: str
    icon: Icon
    turns: bool


class CardTable(Column):
    """A hand and piles; `on_lay` and `on_turn` say what was touched."""

    __events__ = ("on_lay", "on_turn")

    words = ObjectProperty(None)
    in_time = BooleanProperty(False)

    def __init__(self, **values: Any) -> None:
        self._piles: list[Pile] = []
        self._hand: Hand | None = None
        super().__init__(fill=True, **values)
        self.spacing = self.look.unit

    def paint(self, in_hand: InHand | None, piles: Sequence[tuple[OptionView, Options]], told: Told) -> None:
        """Shows the card in hand or what is told where there is none, and each pile with the cards on it."""
        if self._hand is None:
            self._hand = self._build()
        if len(self._pile_row.children) != len(piles):
            self._set_out(len(piles))
        card = in_hand.card if in_hand else None
        hand = self._hand
        hand.text = card.text if card else told.text
        hand.icon = pictogram(card.picture) if card else told.icon
        hand.place = self.words("cards.place", done=in_hand.number, total=in_hand.total) if in_hand else ""
        hand.turns = in_hand.turns if in_hand else told.turns
        for pile, (option, cards) in zip(self._piles, piles, strict=False):
            pile.paint(option, cards)
            pile.takes = card is not None or bool(cards)
            pile.chosen = card is not None and card.id in {laid.id for laid in cards}
        self.arrange_soon()

    def things(self) -> list[Any]:
        """Gives what can be dragged: the card in hand, and off each pile with cards its last one."""
        in_hand = [self._hand] if self._hand is not None and self._hand.place else []
        return [pile for pile in self.piles() if pile.cards] + in_hand

    def piles(self) -> list[Pile]:
        """Gives the piles that are there now."""
        return [pile for pile in self._piles if pile.parent is not None]

    def _build(self) -> Hand:
        hand = Hand(look=self.look, words=self.words)
        hand.fbind("on_turn", lambda _, cards: self.dispatch("on_turn", cards))
        self.add_widget(hand)
        if self.in_time:
            self._pile_row: Any = LifeLine(look=self.look)
        else:
            beside = Column if self.look.panel.portrait else Row
            self._pile_row = beside(look=self.look, fill=True)
        self.add_widget(self._pile_row)
        return hand

    def _set_out(self, count: int) -> None:
        while len(self._piles) < count:
            role = Role.LABEL if self.in_time or self.look.largest or self.look.crowded else Role.HELP
            pile = Pile(look=self.look, role=role, marked=not self.in_time)
            pile.fbind("on_touched", lambda _, option: self.dispatch("on_lay", option))
            self._piles.append(pile)
        self._pile_row.clear_widgets()
        for pile in self._piles[:count]:
            self._pile_row.add_widget(pile)

    def on_lay(self, pile: Any) -> None:
        """Is the event: the card in hand goes to this pile."""

    def on_turn(self, cards: int) -> None:
        """Is the event: another card is wanted in hand."""
