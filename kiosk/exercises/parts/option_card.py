"""An option as an answer card, and the card for own words, which has the person's own colour.

- An option that can't be chosen now (enough are chosen) lies in the paper instead of on it.

Deliberately not here: which options there are (`option_list.py`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kiosk.exercises.parts.tight import tight
from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Role
from kiosk.views.begun import begun
from kiosk.widgets import sheets
from kiosk.widgets.answer_card import AnswerCard
from kiosk.widgets.surface import Sheet

ONE_LINE = 30
"""Own words of more letters are set smaller, so that the options keep their room."""

OWN = "own"
"""The kind of a card whose words are the person's own."""


class OptionCard(AnswerCard):
    """One option of an exercise."""

    def sheet(self) -> Sheet:
        """Gives the sheet of the card's state: in the paper where it can't be chosen; own words have their own."""
        if self.kind == OWN:
            return sheets.own(self.look, pressed=self.pressed)
        return super().sheet() if self.enabled else sheets.resting(self.look)


class OwnCard(AnswerCard):
    """The way to own words, or the own words themselves once they are there."""

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self.icon = Icon.EDIT
        for name in ("picture", "chosen_word"):
            self.ids[name].colour = self.look.palette.own

    def sheet(self) -> Sheet:
        """Gives the sheet of own words, with the strong edge of a choice where they are chosen."""
        sheet = sheets.own(self.look, pressed=self.pressed)
        return replace(sheet, edge_px=self.look.chosen_edge) if self.chosen else sheet

    def show(self, invitation: str, own: str) -> None:
        """Shows the own words as far as a card holds them, or the invitation to write them."""
        self.marked, self.chosen = bool(own), bool(own)
        small = Role.LABEL if tight(self.look) else Role.HELP
        self.role = small if len(own) > ONE_LINE else Role.ANSWER
        self.text = begun(own) or invitation
        self.spoken = own or invitation
