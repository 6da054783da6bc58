"""The practice room: every gesture, sound and language can be tried, and nothing of it is kept anywhere.

- It has no session, no journal and no store: what is tried lives here and is gone when the room is left.
- It is open before anybody logs in; then it begins with the choice of a language. A language chosen here is for here.
- Not here: what its pages show (views/practice.py), and leaving the terminal or a rest, which end it (visit.py).
"""

from dataclasses import replace

from kiosk.intents import (
    ChooseLanguage,
    GiveThisAnswer,
    GoBack,
    GoOn,
    Hide,
    Intent,
    OpenLanguages,
    Unhide,
)
from kiosk.views.entrance import HiddenView, LanguageView, hidden_view, language_view
from kiosk.views.practice import STEPS, PracticeView, Tried, practice_view
from modules.exercises.card_sort import CardSortAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.short_text import ShortTextAnswer
from modules.exercises.single_choice import SingleChoiceAnswer
from modules.texts import Language


class Practice:
    """One round through the room; `is_over` once it was left."""

    def __init__(self, languages: tuple[Language, ...], language: Language, *, asks_language: bool) -> None:
        self.language = language
        self.is_over = False
        self._languages = languages
        self._stage = "language" if asks_language else "page"
        self._step = 0
        self._tried = Tried()

    def view(self) -> PracticeView | LanguageView | HiddenView:
        """Gives what is to be painted now."""
        if self._stage == "language":
            return language_view(self._languages, self.language, practising=True)
        if self._stage == "hidden":
            return hidden_view(self.language)
        return practice_view(self._step, self._tried, self.language)

    def take(self, intent: Intent) -> None:
        """Does what a touch means in here."""
        match intent:
            case ChooseLanguage(language):
                self.language, self._stage = language, "page"
            case OpenLanguages():
                self._stage = "language"
            case Hide():
                self._stage = "hidden"
            case Unhide():
                self._stage = "page"
            case GoBack() if self._stage == "language":
                self._stage = "page"
            case GoOn() | GoBack():
                self._turn(1 if isinstance(intent, GoOn) else -1)
            case GiveThisAnswer(answer):
                self._try(answer)
            case _:
                pass

    def _turn(self, by: int) -> None:
        wanted = self._step + by
        self.is_over = not 0 <= wanted < len(STEPS)
        self._step = max(0, min(wanted, len(STEPS) - 1))

    def _try(self, answer: object) -> None:
        match answer:
            case SingleChoiceAnswer(option=option):
                self._tried = replace(self._tried, option=option)
            case CardSortAnswer(piles=piles):
                self._tried = replace(self._tried, piles=piles)
            case RulerAnswer(value=value):
                self._tried = replace(self._tried, value=value)
            case ShortTextAnswer(words=words):
                self._tried = replace(self._tried, words=words)
            case _:
                pass
