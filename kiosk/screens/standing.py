"""One theme of the profile: two of his own answers, which module fits, and what he can choose with it.

- A choice is a card with a box; it is kept at the touch, as every answer is.

Deliberately not here: which answers are told (`modules/reflector/profile.py`).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.exercises.parts.said_list import SaidRow
from kiosk.exercises.parts.tight import tight
from kiosk.i18n import Words
from kiosk.intents import Intent, OpenPage, PickTheme, RetakeThis
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.icons import Icon, pictogram
from kiosk.theme.tokens import Look, Role
from kiosk.views.reflector import StandingView
from kiosk.widgets.answer_card import AnswerCard
from modules.ids import ThemeId

PICK, RETAKE = "pick", "retake"


class StandingScreen(FramedScreen):
    """A theme as his own answers have it."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        super().__init__(look=look, words=words, send=send)
        self._who_sees = self.ids.who_sees.__self__
        if look.crowded:  # who sees it is not said there, and the answers flow over pages if they must
            self.content.remove_widget(self._who_sees)
            self.ids.choices.fill, self.ids.choices.columns = False, 2

    def paint(self, view: StandingView) -> None:
        """Shows the theme."""
        self._theme: ThemeId = view.theme
        self.paint_frame(view.frame)
        self.ids.title.text, self.ids.title.icon = view.title, pictogram(view.picture)
        self.ids.title.help_text = view.word if tight(self.look) or not view.fits else f"{view.word} · {view.fits}"
        rows = [SaidRow(page, f"row.{page}", question, said) for page, question, said in view.rows]
        self.ids.said.show(rows)
        self.ids.said.fill = self.look.crowded
        self._show_choices(view)
        self._who_sees.text = "" if tight(self.look) else view.who_sees
        self.content.arrange_soon()

    def _show_choices(self, view: StandingView) -> None:
        wanted = [(PICK, view.pick, True), (RETAKE, view.retake, False)]
        cards = [
            AnswerCard(
                look=self.look,
                text=text,
                value=value,
                multiple=True,
                marked=marked,
                role=Role.HELP if self.look.crowded else Role.ANSWER,
                icon=None if marked else Icon.AGAIN,
                chosen=marked and view.picked,
                chosen_word=self.word("answer.chosen"),
                test_id=f"choice.{value}",
            )
            for value, text, marked in wanted
            if text
        ]
        self.ids.choices.show(cards)

    def open(self, page: str) -> None:
        """Wants to see a question again."""
        self.send(OpenPage(page))

    def choose(self, value: str) -> None:
        """Picks the theme to begin with, or answers it anew."""
        self.send(PickTheme(self._theme) if value == PICK else RetakeThis(self._theme))

    def forget(self) -> None:
        """Lets go of the answers shown."""
        self.ids.said.show([])
        self.ids.choices.show([])
        super().forget()
