"""Options in one column beside something else, or in two narrow ones under it, for cards of a word or two.

Deliberately not here: options of whole sentences (`option_list.py`).
"""

from __future__ import annotations

from kiosk.exercises.parts.option_card import OptionCard
from kiosk.exercises.parts.option_list import OptionList
from kiosk.theme.tokens import Role

LEAST_MM = 62.0
"""The least width of a card of a word or two."""


class PairedList(OptionList):
    """Options side by side on an upright panel where their words fit."""

    def _possible_columns(self, width: float) -> tuple[int, ...]:
        each = (width - self.look.gap) / 2
        wide = self.look.panel.portrait and each >= self.look.panel.px(LEAST_MM) * self.look.text_factor**2
        return (2,) if wide and all(card.has_room(each) for card in self._cards) else (1,)

    def _new_card(self) -> OptionCard:
        card = super()._new_card()
        card.role = Role.HELP if self.look.crowded else Role.ANSWER
        return card
