"""One visit to the terminal, from the first touch to `klaar`: which page is shown, and what an intent does to it.

- `take(intent)` gives the next view; everything it changes is on disk before it returns (house rule 3).
- Before login nothing of anybody is here; after leaving, resting or locking nothing of him is left here.
- A refusal from the domain shows the same page again; what was on disk stays.
- Not here: painting (app.py, screens), time (app.py calls with Rest), the order of pages (pages.py).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.i18n import Words
from kiosk.intents import (
    Begin,
    ChooseLanguage,
    GoBack,
    Hide,
    Intent,
    Leave,
    LogIn,
    OpenLanguages,
    Rest,
    SignThis,
    Unhide,
)
from kiosk.pages import (
    SIGNED,
    AnyPage,
    PlainPage,
    parse,
)
from kiosk.session import Keys, Session
from kiosk.turns import PageView, page_view, turn
from kiosk.views.entrance import (
    AttractView,
    HiddenView,
    LanguageView,
    LogInTrouble,
    UnlockView,
    attract_view,
    hidden_view,
    language_view,
    unlock_view,
)
from modules.errors import RefusedError
from modules.person import HOME
from modules.plan.document import Strokes
from modules.reasons import EndReason
from modules.roster import RosterPerson
from modules.texts import DUTCH, Language

View = AttractView | LanguageView | UnlockView | HiddenView | PageView


@dataclass(frozen=True, slots=True)
class Admission:
    """The door's answer to a number and PIN: the person, or what was wrong and how long to wait."""

    person: RosterPerson | None
    trouble: LogInTrouble | None = None
    wait_seconds: int = 0


class Door(Protocol):
    """Checks a number and PIN; a failure is on disk before it answers."""

    def admit(self, number: str, pin: str) -> Admission:
        """Gives the person these belong to, or what was wrong."""
        ...


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a visit needs of the terminal it is made at."""

    door: Door
    open_session: Callable[[RosterPerson], Session]
    keys: Keys
    languages: tuple[Language, ...]
    mentor_name: Callable[[RosterPerson], str]
    development: bool = False


class Visit:
    """The state of one terminal's screen; `session` is none as long as nobody is logged in."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._forget()

    def _forget(self) -> None:
        self.session: Session | None = None
        self.language: Language = DUTCH
        self._page: AnyPage = PlainPage(HOME)
        self._stage = "attract"
        self._trouble = ""
        self._log_in_trouble: Admission | None = None

    def view(self) -> View:
        """Gives what is to be painted now."""
        match self._stage:
            case "attract":
                return attract_view(self._terminal.languages, development=self._terminal.development)
            case "language":
                return language_view(self._terminal.languages, self.language)
            case "hidden":
                return hidden_view(self.language)
            case "unlock":
                failed = self._log_in_trouble
                return unlock_view(
                    self.language, failed.trouble if failed else None, failed.wait_seconds if failed else 0
                )
            case _:
                session = self._in_session()
                mentor = self._terminal.mentor_name(session.person)
                return page_view(session, self._page, self.language, mentor, self._trouble)

    def take(self, intent: Intent) -> View:
        """Does what the person wants and gives what is to be painted then."""
        self._trouble = ""
        try:
            if self.session is None:
                self._take_outside(intent)
            else:
                self._take_inside(self.session, intent)
        except RefusedError:
            pass
        return self.view()

    def _take_outside(self, intent: Intent) -> None:
        match intent:
            case Begin():
                self._stage = "language"
            case OpenLanguages():
                self._stage = "language"
            case ChooseLanguage(language):
                self.language, self._stage = language, "unlock"
            case LogIn(number, pin):
                self._log_in(number, pin)
            case GoBack() if self._stage == "unlock":
                self._stage = "language"
            case GoBack() | Leave() | Rest() | Hide() | Unhide():
                self._forget()
            case _:
                pass

    def _log_in(self, number: str, pin: str) -> None:
        admission = self._terminal.door.admit(number, pin)
        if admission.person is None:
            self._log_in_trouble = admission
            return
        self._log_in_trouble = None
        self.session = self._terminal.open_session(admission.person)
        self._page = parse(self.session.begin(self.language), self.session.editions)
        self.session.reach(self._page.page)
        self._stage = "page"

    def _take_inside(self, session: Session, intent: Intent) -> None:
        match intent:
            case Leave():
                session.end(EndReason.DONE)
                self._forget()
            case Rest(hard_stop):
                session.end(EndReason.HARD_STOP if hard_stop else EndReason.IDLE)
                self._forget()
            case Hide():
                self._stage = "hidden"
            case Unhide():
                self._stage = "page"
            case OpenLanguages():
                self._stage = "language"
            case ChooseLanguage(language):
                session.choose_language(language)
                self.language, self._stage = language, "page"
            case GoBack() if self._stage == "language":
                self._stage = "page"
            case SignThis(strokes, pin) if self._stage == "page":
                self._sign(session, strokes, pin)
            case _ if self._stage == "page":
                self._page = turn(session, self._page, intent)
            case _:
                pass

    def _sign(self, session: Session, strokes: Strokes, pin: str) -> None:
        admission = self._terminal.door.admit(session.person.number, pin)
        if admission.person is None:
            self._trouble = Words(self.language)("sign.trouble.pin")
            return
        session.sign(strokes, self.language, self._terminal.keys)
        session.reach(SIGNED)
        self._page = PlainPage(SIGNED)

    def _in_session(self) -> Session:
        if self.session is None:
            raise RefusedError("a page was asked for while nobody is logged in")
        return self.session
