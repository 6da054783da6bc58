"""A card in hand above the piles it can be laid on; piles side by side, or under each other on an upright panel.

- Piles are made once and shown again with other cards.
- As periods of a life they hang on one line, from early to late in reading direction.

Deliberately not here: which card is in hand and what laying it means (`kiosk/exercises/card_sort.py`, `timeline.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.exercises.parts.hand import Hand
from kiosk.exercises.parts.period_line import PeriodLine
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


class CardTable(Column):
    """Cards, a hand and piles; `on_lay`, `on_take` and `on_turn` say what was touched."""

    __events__ = ("on_lay", "on_take", "on_turn")

    words = ObjectProperty(None)
    both_ways = BooleanProperty(False)
    in_time = BooleanProperty(False)

    def __init__(self, **values: Any) -> None:
        self._piles: list[Pile] = []
        self._hand: Hand | None = None
        super().__init__(fill=True, **values)
        self.spacing = self.look.unit

    def paint(self, in_hand: InHand | None, piles: Sequence[tuple[OptionView, Options]]) -> None:
        """Shows the card in hand, and each pile with the cards on it."""
        if self._hand is None:
            self._hand = self._build()
        if len(self._pile_row.children) != len(piles):
            self._set_out(len(piles))
        card = in_hand.card if in_hand else None
        hand = self._hand
        hand.text = card.text if card else self.words("cards.all_placed")
        hand.icon = pictogram(card.picture) if card else Icon.DONE
        hand.place = self.words("cards.place", done=in_hand.number, total=in_hand.total) if in_hand else ""
        hand.turns = bool(in_hand and in_hand.turns)
        for pile, (option, cards) in zip(self._piles, piles, strict=False):
            pile.paint(option, cards)
            pile.takes = card is not None or bool(cards)
            pile.chosen = card is not None and card.id in {laid.id for laid in cards}
        self.arrange_soon()

    def things(self) -> list[Any]:
        """Gives what can be dragged: the card in hand, and the cards that lie on piles."""
        in_hand = [self._hand] if self._hand is not None and self._hand.place else []
        return [chip for pile in self.piles() for chip in pile.laid] + in_hand

    def piles(self) -> list[Pile]:
        """Gives the piles that are there now."""
        return [pile for pile in self._piles if pile.parent is not None]

    def _build(self) -> Hand:
        hand = Hand(look=self.look, words=self.words, both_ways=self.both_ways)
        hand.fbind("on_turn", lambda _, cards: self.dispatch("on_turn", cards))
        self.add_widget(hand)
        upright = self.look.panel.portrait
        self._pile_row = Column(look=self.look, fill=True) if upright else Row(look=self.look, fill=True)
        if self.in_time and not upright:
            self._line = PeriodLine(look=self.look)
            self.add_widget(self._line)
        self.add_widget(self._pile_row)
        return hand

    def _set_out(self, count: int) -> None:
        while len(self._piles) < count:
            role = Role.LABEL if self.in_time or self.look.largest or self.look.crowded else Role.HELP
            narrow = self.in_time and self.look.crowded
            pile = Pile(look=self.look, role=role, narrow=narrow, more_word=self.words("answers.more"))
            pile.fbind("on_lay", lambda _, option: self.dispatch("on_lay", option))
            pile.fbind("on_take", lambda _, card: self.dispatch("on_take", card))
            self._piles.append(pile)
        self._pile_row.clear_widgets()
        for pile in self._piles[:count]:
            self._pile_row.add_widget(pile)
        if self.in_time and not self.look.panel.portrait:
            self._line.periods = count

    def on_lay(self, pile: Any) -> None:
        """Is the event: the card in hand goes to this pile."""

    def on_take(self, card: Any) -> None:
        """Is the event: this card is taken back in hand."""

    def on_turn(self, cards: int) -> None:
        """Is the event: another card is wanted in hand."""
