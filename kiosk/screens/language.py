"""The languages and levels, each by its own name in its own script; one touch chooses and leads on.

- The present language is marked; nothing else tells the cards apart.
- At the foot are the ways to how it looks and sounds and is used, and to what stands beside the path.
- All are seen at once: who can't read "more" finds his language too. A low panel has smaller cards, and no help line.

Deliberately not here: which languages there are (the view), and placing the cards (`kiosk/widgets/answer_list.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.i18n import Words
from kiosk.intents import ChooseLanguage, Intent, OpenAids, OpenPage
from kiosk.room_pages import MORE
from kiosk.screens.parts.framed import FramedScreen
from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Look, Role
from kiosk.views.entrance import LanguageView
from kiosk.widgets.answer_card import AnswerCard
from modules.texts import Language

LOW_FACTOR_LIMIT = 1.1
"""How far a name grows with the person's factor on a low panel, where it begins smaller; elsewhere it is large."""


class LanguageScreen(FramedScreen):
    """All languages as cards."""

    def __init__(self, *, look: Look, words: Words, send: Callable[[Intent], None]) -> None:
        self._shown: tuple[Language, ...] = ()
        self._more_page = ""
        super().__init__(look=look, words=words, send=send)

    def paint(self, view: LanguageView) -> None:
        """Shows the languages; only the mark changes where they are shown already."""
        self.back_word, self.skip_word, self.skip_icon = view.back, self.word("aids.title"), Icon.LOOK
        self.next_word, self._more_page = view.more, view.more_page
        self.next_icon = Icon.TALK if view.more_page == MORE else Icon.TOUCH
        self.ids.heading.text = view.title
        languages = tuple(choice.language for choice in view.choices)
        if languages != self._shown:
            self._shown = languages
            self.ids.languages.show([LanguageCard(look=self.look, language=one) for one in languages])
        for card, choice in zip(self.ids.languages.cards, view.choices, strict=True):
            card.text, card.chosen = choice.name, choice.chosen

    def on_skip(self) -> None:
        """Wants to set sound, or how he uses the terminal."""
        self.send(OpenAids())

    def choose(self, language: Language) -> None:
        """Chooses a language."""
        self.send(ChooseLanguage(language))

    def on_next(self) -> None:
        """Opens what stands beside the path, or the practice room."""
        self.send(OpenPage(self._more_page))


class LanguageCard(AnswerCard):
    """A language by its own name, larger than an answer where there is room."""

    def __init__(self, *, look: Look, language: Language) -> None:
        role, largest = (Role.ANSWER, LOW_FACTOR_LIMIT) if look.panel.low else (Role.QUESTION, 1.0)
        own_look = replace(look, language=language, text_factor=min(look.text_factor, largest))
        super().__init__(look=own_look, test_id=f"language.{language}", value=language, role=role)
