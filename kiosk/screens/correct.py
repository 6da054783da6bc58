"""Asking for something to be put right: what, as equal cards; and own words, which nobody has to write.

- Two steps in one screen: the cards, and writing. What is written is sent with the card that was chosen.
- Words live here until they are sent once as `AskCorrection`.

Deliberately not here: what the cards say (`kiosk/views/me.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.exercises.parts.own_words import OwnWords
from kiosk.exercises.parts.tight import tight
from kiosk.i18n import Words
from kiosk.intents import AskCorrection, Intent
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.tokens import Look
from kiosk.views.me import CorrectView
from kiosk.widgets.answer_card import AnswerCard
from modules.events import Half
from modules.reasons import CorrectionReason


class CorrectScreen(FramedScreen):
    """The cards, and own words."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._view: CorrectView | None = None
        self._is_begun = False
        super().__init__(look=look, words=words, send=send)
        self._cards = (self.ids.title.__self__, self.ids.reasons.__self__)  # ids alone keep nothing alive
        self._own = OwnWords(look=look, words=words, fill=True)
        self._own.bind(on_keep=lambda _, said: self.say(said), on_cancel=lambda _: self.never_mind())
        self._writes(on=False)

    def paint(self, view: CorrectView) -> None:
        """Shows the cards."""
        is_begun, self._is_begun = self._is_begun, True
        if self._view != view:
            self._view = view
            self.ids.reasons.show(
                [
                    AnswerCard(look=self.look, test_id=f"correct.{one.reason}", text=one.text, value=one.reason)
                    for one in view.reasons
                ]
            )
        self.ids.title.text = view.title
        self.ids.title.help_text = "" if tight(self.look) else view.help
        self._writes(on=False)
        if view.half is not None and not is_begun:
            self._take_up(view.half)

    def _take_up(self, half: Half) -> None:
        """Shows the card that was chosen, and the words that were being written."""
        if half.turn in list(CorrectionReason):
            self.choose(CorrectionReason(half.turn))
        if half.writing is not None:
            self._own.begin(half.writing)
            self._writes(on=True)

    @property
    def _reason(self) -> CorrectionReason | None:
        return next((card.value for card in self.ids.reasons.cards if card.chosen), None)

    def choose(self, reason: CorrectionReason) -> None:
        """Marks one card, and no other."""
        for card in self.ids.reasons.cards:
            card.chosen = card.value is reason
        self._writes(on=False)

    def _writes(self, *, on: bool) -> None:
        self.content.clear_widgets()
        for part in (self._own,) if on else self._cards:
            self.content.add_widget(part)
        view = self._view
        if view is None:
            return
        self.paint_frame(view.frame)
        self.next_enabled = self._reason is not None
        self.skip_word = view.own if self._reason is not None else ""
        if on:
            self.back_word = self.skip_word = self.next_word = ""

    def on_skip(self) -> None:
        """Wants to write something with it."""
        self._own.begin("")
        self._writes(on=True)

    def on_next(self) -> None:
        """Sends the card alone."""
        self.say("")

    def say(self, words: str) -> None:
        """Sends the card with these words."""
        reason = self._reason
        if reason is not None:
            self.forget()
            self.send(AskCorrection(reason, words))

    def never_mind(self) -> None:
        """Goes back to the cards."""
        self._own.forget()
        self._writes(on=False)

    def unfinished(self) -> Half | None:
        """Gives the card that is chosen, and the words being written."""
        reason, writes = self._reason, self._own.parent is not None
        return Half(turn=reason or "", writing=self._own.text if writes else None) if reason else None

    def forget(self) -> None:
        """Lets go of what was chosen and written."""
        self._own.forget()
        for card in self.ids.reasons.cards:
            card.chosen = False
        self._writes(on=False)
        self._is_begun = False
        super().forget()
