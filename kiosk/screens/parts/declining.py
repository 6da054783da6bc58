"""The reasons not to sign now, as equal cards: one is chosen, and can be chosen again, before it is said.

Deliberately not here: what a reason leads to.
"""

from __future__ import annotations

from kivy.properties import StringProperty

from kiosk.views.plan import DeclineChoice
from kiosk.widgets.answer_card import AnswerCard
from kiosk.widgets.column import Column
from modules.reasons import DeclineReason


class Declining(Column):
    """A question and its reasons; `on_change` tells that one was chosen."""

    __events__ = ("on_change",)

    title = StringProperty("")
    help_text = StringProperty("")
    more_word = StringProperty("")

    @property
    def reason(self) -> DeclineReason | None:
        """The reason chosen, if any."""
        return next((card.value for card in self.ids.reasons.cards if card.chosen), None)

    def show(self, reasons: tuple[DeclineChoice, ...]) -> None:
        """Shows the reasons; nothing happens where they are shown already."""
        shown = [(card.value, card.text) for card in self.ids.reasons.cards]
        if shown != [(one.reason, one.text) for one in reasons]:
            self.ids.reasons.show(
                [
                    AnswerCard(look=self.look, test_id=f"decline.{one.reason}", text=one.text, value=one.reason)
                    for one in reasons
                ]
            )

    def choose(self, reason: DeclineReason) -> None:
        """Marks one reason, and no other."""
        for card in self.ids.reasons.cards:
            card.chosen = card.value is reason
        self.dispatch("on_change")

    def on_change(self) -> None:
        """Is the event: a reason was chosen."""
