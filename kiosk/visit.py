"""One visit to the terminal, from the first touch to `klaar`: which page is shown, and what an intent does to it.

- `take(intent)` gives the next view; everything it changes is on disk before it returns (house rule 3).
- Before login nothing of anybody is here; after leaving or resting nothing of him is left here, and after locking
  nothing but his number, which is never shown (D33).
- A refusal from the domain shows the same page again; what was on disk stays.
- Not here: painting (app.py, screens), time (app.py calls with Rest), a person's own pages (stay.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, TypeAlias

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
from modules.plan.document import Strokes
from modules.reasons import EndReason
from modules.roster import RosterPerson
from modules.texts import DUTCH, Language

if TYPE_CHECKING:
    from kiosk.session import Keys, Session
    from kiosk.stay import Stay
    from kiosk.turns import PageView

LOCK_TRIES = 3

View: TypeAlias = "AttractView | LanguageView | UnlockView | HiddenView | PageView"


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


@dataclass(frozen=True, slots=True)
class _Locked:
    """Whom a locked terminal waits for; after a few wrong PINs it waits no longer, so nobody is locked out here."""

    number: str = field(repr=False)
    tries_left: int = LOCK_TRIES


class Visit:
    """The state of one terminal's screen; `session` is none as long as nobody is logged in."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._forget()

    @property
    def session(self) -> Session | None:
        """The session of the person logged in."""
        return self._stay.session if self._stay else None

    @property
    def is_locked(self) -> bool:
        """Whether a rest took the screen from somebody who can come back with his PIN alone."""
        return self._locked is not None

    def _forget(self) -> None:
        self._stay: Stay | None = None
        self._locked: _Locked | None = None
        self.language: Language = DUTCH
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
                trouble, wait = (failed.trouble, failed.wait_seconds) if failed else (None, 0)
                return unlock_view(self.language, trouble, wait, locked=self.is_locked)
            case _:
                stay = self._logged_in()
                mentor = self._terminal.mentor_name(stay.session.person)
                return stay.view(self.language, mentor, self._trouble)

    def take(self, intent: Intent) -> View:
        """Does what the person wants and gives what is to be painted then."""
        self._trouble = ""
        try:
            if self._stay is None:
                self._take_outside(intent)
            else:
                self._take_inside(self._stay, intent)
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
            case GoBack() if self._stage == "unlock" and not self.is_locked:
                self._stage = "language"
            case GoBack() | Leave() | Rest() | Hide() | Unhide():
                self._forget()
            case _:
                pass

    def _log_in(self, number: str, pin: str) -> None:
        from kiosk.stay import Stay  # noqa: PLC0415 - the first screen does not wait for what only a person needs

        locked = self._locked
        admission = self._terminal.door.admit(locked.number if locked else number, pin)
        if admission.person is None:
            self._log_in_trouble = admission
            if locked:
                self._locked = replace(locked, tries_left=locked.tries_left - 1)
                if locked.tries_left == 1:
                    self._forget()
            return
        self._log_in_trouble = self._locked = None
        self._stay = Stay(self._terminal.open_session(admission.person), self.language)
        self._stage = "page"

    def _take_inside(self, stay: Stay, intent: Intent) -> None:
        match intent:
            case Leave():
                stay.session.end(EndReason.DONE)
                self._forget()
            case Rest(hard_stop=True):
                stay.session.end(EndReason.HARD_STOP)
                self._forget()
            case Rest():
                self._lock(stay)
            case Hide():
                self._stage = "hidden"
            case Unhide():
                self._stage = "page"
            case OpenLanguages():
                self._stage = "language"
            case ChooseLanguage(language):
                stay.session.choose_language(language)
                self.language, self._stage = language, "page"
            case GoBack() if self._stage == "language":
                self._stage = "page"
            case SignThis(strokes, pin) if self._stage == "page":
                self._sign(stay, strokes, pin)
            case _ if self._stage == "page":
                stay.take(intent)
            case _:
                pass

    def _lock(self, stay: Stay) -> None:
        stay.session.end(EndReason.IDLE)
        locked, language = _Locked(stay.session.person.number), self.language
        self._forget()
        self._locked, self.language, self._stage = locked, language, "unlock"

    def _sign(self, stay: Stay, strokes: Strokes, pin: str) -> None:
        admission = self._terminal.door.admit(stay.session.person.number, pin)
        if admission.person is None:
            self._trouble = Words(self.language)("sign.trouble.pin")
            return
        stay.sign(strokes, self.language, self._terminal.keys)

    def _logged_in(self) -> Stay:
        if self._stay is None:
            raise RefusedError("a page was asked for while nobody is logged in")
        return self._stay
