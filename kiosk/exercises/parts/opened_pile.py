"""A pile opened: its name, and what lies on it as whole cards, of which a touched one is taken off.

- It stands in the place of the piles; its name closes it, as `terug` and `verder` do.
- Cards that do not fit are on a next page.

Deliberately not here: which pile is open, and what taking a card off means (`laying.py`, `kiosk/exercises/balance.py`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kivy.properties import ObjectProperty

from kiosk.exercises.parts.laid_word import OWN_PICTURE
from kiosk.exercises.parts.option_card import OWN
from kiosk.exercises.parts.option_list import OptionList
from kiosk.theme.icons import pictogram
from kiosk.theme.tokens import Role
from kiosk.views.options import Options, OptionView
from kiosk.widgets.answer_card import AnswerCard
from kiosk.widgets.column import Column


class OpenedPile(Column):
    """What lies on one pile; `on_take` tells which card was touched, `on_close` that the piles are wanted again."""

    __events__ = ("on_take", "on_close")

    words = ObjectProperty(None)

    def __init__(self, **values: Any) -> None:
        super().__init__(fill=True, **values)
        look, words = self.look, self.words
        self._name = AnswerCard(look=look, marked=False, chosen=True, role=Role.HELP, chosen_word=words("own.cancel"))
        self._name.fbind("on_release", lambda *_: self.dispatch("on_close"))
        self._list = OptionList(look=look, marked=False, more_word=words("answers.more"))
        self._list.fbind("on_choose", lambda _, card: self.dispatch("on_take", card))
        for widget in (self._name, self._list):
            self.add_widget(widget)

    def show(self, pile: OptionView, cards: Options) -> None:
        """Shows what lies on this pile, the card laid last first."""
        name = self._name
        name.text, name.icon, name.test_id = pile.text, pictogram(pile.picture), f"pile.{pile.id}"
        shown = tuple(replace(card, chosen=False) for card in reversed(cards))
        self._list.paint(shown)
        for laid, card in zip(shown, self._list.cards, strict=True):
            card.kind = OWN if laid.picture == OWN_PICTURE else ""
            card.ids.picture.colour = self.look.palette.own if card.kind else self.look.palette.deep

    def warm(self) -> bool:
        """Makes a card ahead."""
        return self._list.warm()

    def first_page(self) -> None:
        """Lets go of the page it was turned to."""
        self._list.first_page()

    def on_take(self, card: Any) -> None:
        """Is the event: this card is taken off the pile."""

    def on_close(self) -> None:
        """Is the event: the piles are wanted again."""
