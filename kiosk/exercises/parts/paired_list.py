"""Options in two narrow columns, for cards of a word or two beside something else.

Deliberately not here: options of whole sentences (`option_list.py`).
"""

from __future__ import annotations

from kiosk.exercises.parts.option_list import OptionList

LEAST_MM = 62.0
"""The least width of a card of a word or two."""


class PairedList(OptionList):
    """Options side by side where their words fit."""

    def _possible_columns(self, width: float) -> tuple[int, ...]:
        wide = (width - self.look.gap) / 2 >= self.look.panel.px(LEAST_MM) * self.look.text_factor**2
        return (1, 2) if wide else (1,)
