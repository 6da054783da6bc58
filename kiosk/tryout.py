"""A rehearsal that begins inside and goes on where it is when the packs change: the visit behind a preview.

- A newer release takes the place of the one that stands: the page, the answers and the language stay.
- Not here: walking all pages (rehearsal.py), and the window (preview_app.py).
"""

from kiosk.intents import AskCode, Begin, ChooseLanguage, ChoosePin, OpenPage, UseCode
from kiosk.pages import Editions
from kiosk.rehearsal import NUMBER, PIN, Rehearsal
from modules.texts import Language

CODE = "20481357"


class Tryout(Rehearsal):
    """A visit that begins inside, and goes on where it is when the packs change."""

    def enter(self, language: Language, page: str) -> None:
        """Lets the person in and opens a page."""
        for intent in (Begin(), ChooseLanguage(language), AskCode(NUMBER), UseCode(CODE), ChoosePin(PIN)):
            self.visit.take(intent)
        self.visit.take(OpenPage(page))

    def go_on_with(self, editions: Editions) -> None:
        """Takes newer packs; the page is the same one, or home where the packs have it no more."""
        self.editions = editions
        session = self.visit.session
        if session is not None:
            session.editions = editions
            self.visit.take(OpenPage(session.state.page))
