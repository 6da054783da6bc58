"""Laying cards: one in hand at a time, laid by touching a place; a place opens where no card is in hand.

- One turns through all cards, to and fro; after the last, where any card lies, no card is in hand and all is seen.
- A place the card in hand lies in is touched again to take it out. With no card in hand a touched place shows what lies
  in it as whole cards; a touched one is taken out, and is in hand.
- Dragged goes the card in hand, and from a place the card laid there last.

Deliberately not here: hand and places (`card_table.py`); in how many places a card may lie (each kind).
"""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_lowercase
from typing import Any

from kiosk.exercises.parts.card_table import InHand, Told
from kiosk.exercises.parts.dragging import Dragging
from kiosk.exercises.parts.opened_pile import OpenedPile
from kiosk.exercises.parts.page import ExercisePage
from kiosk.exercises.parts.pile import Pile
from kiosk.theme.icons import Icon
from kiosk.views.options import Options
from modules.events import Half
from modules.ids import OptionId

Lies = Mapping[OptionId, tuple[OptionId, ...]]
"""The places each laid card lies in, cards in the order in which they were laid."""


class LayingExercise(Dragging, ExercisePage):
    """Cards and the places they can go to; the kind says what a touch answers."""

    def __init__(self, **values: Any) -> None:
        self._cards: Options = ()
        self._places: Options = ()
        self._lies: Lies = {}
        self._at: int | None = None
        self._opened: OpenedPile | None = None
        super().__init__(**values)
        self._table = self.ids.table.__self__  # kept while an opened place stands there

    def show(self, cards: Options, places: Options, lies: Lies) -> None:
        """Shows the card in hand and the places with what lies in them, or what lies in the opened one."""
        self._cards, self._places, self._lies = cards, places, lies
        if self._at is None:
            self._at = self.first()
        opened = places[int(self.step) - 1] if self.step else None
        laid = self._lying_in(opened.id) if opened else ()
        if opened and laid:
            leaf = self._the_opened()
            leaf.show(opened, laid)
            self.hold(leaf)
            self.asks, self.needs_help = self.words("cards.take_back"), False
            return
        self.step = 0
        self._table.paint(self._hand(), [(place, self._lying_in(place.id)) for place in places], self.told())
        self.hold(self._table)
        self.asks, self.needs_help = "", True

    def first(self) -> int:
        """Gives which card is in hand first; one past the last is none."""
        return 0

    def told(self) -> Told:
        """Gives what is said where no card is in hand."""
        return Told(self.words("cards.look_in"), Icon.TOUCH, turns=True)

    def lay_in(self, card: OptionId, place: OptionId) -> None:
        """Answers with this card in this place, where it does not lie yet."""
        raise NotImplementedError

    def reply(self, lies: Lies) -> None:
        """Answers with where every card lies."""
        raise NotImplementedError

    def _card(self) -> OptionId | None:
        at = int(self._at or 0)
        return self._cards[at].id if at < len(self._cards) else None

    def _hand(self) -> InHand | None:
        at, cards = int(self._at or 0), self._cards
        return InHand(cards[at], at + 1, len(cards), turns=len(cards) > 1) if at < len(cards) else None

    def _lying_in(self, place: OptionId) -> Options:
        cards = {card.id: card for card in self._cards}
        return tuple(cards[one] for one, lies in self._lies.items() if place in lies and one in cards)

    def loose_from(self, at: int) -> int:
        """Gives the first card that lies nowhere, from this one on and then from the first; past the last is none."""
        cards = self._cards
        turned = [*range(at, len(cards)), *range(at)]
        return next((place for place in turned if not self._lies.get(cards[place].id)), len(cards))

    def lay(self, place: OptionId) -> None:
        """Lays the card in hand here or takes it out; with none in hand, shows what lies here."""
        card = self._card()
        if card is None:
            self.step = 1 + [known.id for known in self._places].index(place)
            self.show(self._cards, self._places, self._lies)
        elif place in self._lies.get(card, ()):
            self._take_out(card, place)
        else:
            self.lay_in(card, place)

    def lying(self, card: OptionId, places: tuple[OptionId, ...]) -> Lies:
        """Gives where all lie with this card in these places, laid last."""
        others = {known: lies for known, lies in self._lies.items() if known != card}
        return {**others, card: places} if places else others

    def _take_out(self, card: OptionId, place: OptionId) -> None:
        self.reply(self.lying(card, tuple(one for one in self._lies.get(card, ()) if one != place)))

    def take(self, card: OptionId) -> None:
        """Answers without this card in the opened place; it is in hand again."""
        place = self._places[int(self.step) - 1].id
        self._at, self.step = [known.id for known in self._cards].index(card), 0
        self._take_out(card, place)

    def turn(self, pages: int) -> bool:  # noqa: ARG002 - an opened place closes either way
        """Closes the opened place, and tells whether there was one."""
        was_open = bool(self.step)
        if was_open:
            self.close()
        return was_open

    def close(self) -> None:
        """Shows all places again."""
        self.step = 0
        self.show(self._cards, self._places, self._lies)

    def turn_card(self, cards: int) -> None:
        """Takes the next card in hand, or the one before; between the last and the first none, where any lies."""
        stops = len(self._cards) + (1 if any(self._lies.values()) else 0)
        self._at = (int(self._at or 0) + cards) % stops
        self.show(self._cards, self._places, self._lies)

    def _the_opened(self) -> OpenedPile:
        if self._opened is None:
            self._opened = OpenedPile(look=self.look, words=self.words)
            self._opened.fbind("on_take", lambda _, card: self.take(card))
            self._opened.fbind("on_close", lambda *_: self.close())
        return self._opened

    def warm(self) -> bool:
        """Makes a card of an opened place ahead."""
        return self._the_opened().warm()

    def things(self) -> list[Any]:
        """Gives what can be dragged: the card in hand, and a place for the card that was laid there last."""
        return [] if self.step else list(self._table.things())

    def places(self) -> list[Any]:
        """Gives where a card can be let go."""
        return list(self._table.piles())

    def drop(self, thing: Any, place: Any) -> None:
        """Answers with the dragged card in this place; a place let go over itself was meant to be touched."""
        card = self._card()
        if thing is place:
            self.lay(place.value)
        elif isinstance(thing, Pile):
            self._move(thing.cards[-1].id, thing.value, place.value)
        elif card is not None and place.value not in self._lies.get(card, ()):
            self.lay_in(card, place.value)

    def _move(self, card: OptionId, left: OptionId, place: OptionId) -> None:
        kept = tuple(one for one in self._lies[card] if one not in (left, place))
        self.reply(self.lying(card, (*kept, place)))

    def unfinished(self) -> Half | None:
        """Gives which place is open, as a letter."""
        return Half(turn=ascii_lowercase[int(self.step)]) if self.step else None

    def take_up(self, half: Half) -> None:
        """Opens that place again, where anything lies in it still."""
        step = ascii_lowercase.find(half.turn) if half.turn else 0
        if 0 < step <= len(self._places):
            self._at, self.step = len(self._cards), step
            self.show(self._cards, self._places, self._lies)

    def forget(self) -> None:
        """Puts the first card in hand again."""
        self.let_go()
        self._cards, self._places, self._lies = (), (), {}
        self._at, self.step, self.asks, self.needs_help = None, 0, "", True
