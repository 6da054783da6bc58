"""One visit to the terminal, from the first touch to `klaar`: which page is shown, and what an intent does to it.

- `take(intent)` gives the next view; everything it changes is on disk before it returns (house rule 3).
- Before login nothing of anybody is here; after leaving or resting nothing of him is left here, and after locking
  nothing but his number, which is never shown (D33).
- A refusal from the domain shows the same page again; what was on disk stays.
- In the practice room nothing reaches anybody's stay, and a rest or `klaar` ends it as anywhere (practice.py).
- Not here: coming in (entry.py), painting (app.py, screens), time (app.py calls with Rest), own pages (stay.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from kiosk.entry import Door, Entry, EntryView, StaffRoom, old_trouble, trouble_with
from kiosk.i18n import Words
from kiosk.intents import (
    ChooseLanguage,
    ChooseLook,
    ChoosePin,
    GoBack,
    Hide,
    Intent,
    Leave,
    OpenLanguages,
    OpenPage,
    OpenPinChange,
    Rest,
    SignThis,
    Unhide,
)
from kiosk.room_pages import PRACTICE
from kiosk.views.entrance import (
    ClosedView,
    HiddenView,
    LogInTrouble,
    PinTrouble,
    choose_view,
    hidden_view,
    language_view,
    resting_view,
    trouble_words,
)
from modules.errors import RefusedError
from modules.events import PinWay
from modules.own_look import OwnLook
from modules.pin_rules import is_sequence
from modules.plan.document import Strokes
from modules.reasons import EndReason
from modules.roster import RosterPerson
from modules.texts import DUTCH, Language

if TYPE_CHECKING:
    from kiosk.practice import Practice
    from kiosk.session import Keys, Session
    from kiosk.stay import Stay
    from kiosk.turns import PageView
    from kiosk.views.practice import PracticeView

View: TypeAlias = "EntryView | ClosedView | HiddenView | PageView | PracticeView"


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a visit needs of the terminal it is made at."""

    door: Door
    room: StaffRoom
    open_session: Callable[[RosterPerson], Session]
    keys: Keys
    languages: tuple[Language, ...]
    mentor_name: Callable[[RosterPerson], str]
    development: bool = False
    opens_at: Callable[[], str] = str
    """When it can be used again; empty where it can be used now (`kiosk/hours.py`)."""
    had_his_turn: Callable[[Iterable[int]], bool] = lambda _: False
    """Whether somebody who came in at these times had all his turns of today."""


class Visit:
    """The state of one terminal's screen; `session` is none as long as nobody is logged in."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._entry = Entry(terminal.door, terminal.room, terminal.languages, development=terminal.development)
        self._forget()

    @property
    def session(self) -> Session | None:
        """The session of the person logged in."""
        return self._stay.session if self._stay else None

    @property
    def is_locked(self) -> bool:
        """Whether a rest took the screen from somebody who can come back with his PIN alone."""
        return self._entry.locked is not None

    @property
    def language(self) -> Language:
        """The language in which all of this is said."""
        if self._practice is not None:
            return self._practice.language
        return self._language if self._stay else self._entry.language

    @property
    def look(self) -> OwnLook:
        """How whoever stands here wants to see all of this, as far as he chose it."""
        return self._stay.look if self._stay else self._entry.look

    def _forget(self) -> None:
        self._entry.forget()
        self._stay: Stay | None = None
        self._practice: Practice | None = None
        self._language: Language = DUTCH
        self._stage = "page"
        self._pictures = False
        self._trouble = ""
        self._pin_trouble: PinTrouble | None = None

    def view(self) -> View:
        """Gives what is to be painted now."""
        stay = self._stay
        if self._practice is not None:
            return self._practice.view()
        if stay is None:
            opens_at = self._terminal.opens_at()
            return resting_view(self._terminal.languages, opens_at) if opens_at else self._entry.view()
        match self._stage:
            case "language":
                return language_view(self._terminal.languages, self._language, inside=True)
            case "hidden":
                return hidden_view(self._language)
            case "pin":
                return choose_view(self._language, self._pin_trouble, with_old=True, pictures=self._pictures)
            case _:
                return self._page(stay)

    def _page(self, stay: Stay) -> PageView:
        from kiosk.views.plan import SignView  # noqa: PLC0415 - as for a stay, below

        mentor = self._terminal.mentor_name(stay.session.person)
        view = stay.view(self._language, mentor, self._trouble)
        return replace(view, pictures=self._pictures) if isinstance(view, SignView) else view

    def view_ahead(self) -> PageView | None:
        """Gives what is likely to be painted next, where a page stands from which that can be told."""
        if self._practice is not None or self._stay is None or self._stage != "page":
            return None
        return self._stay.view_ahead(self._language, self._terminal.mentor_name(self._stay.session.person))

    def take(self, intent: Intent) -> View:
        """Does what the person wants and gives what is to be painted then."""
        self._trouble, self._pin_trouble = "", None
        if self._stay is None and self._practice is None and self._terminal.opens_at():
            self._entry.take(Rest())  # in lock-up hours nobody comes in, and nobody is waited for
            self._entry.forget()
            return self.view()
        if isinstance(intent, ChooseLook):
            self._choose_look(intent.look)
            return self.view()
        if self._practises(intent):
            return self.view()
        try:
            if self._stay is not None:
                self._take_inside(self._stay, intent)
            else:
                comes_back = self.is_locked
                self._entry.take(intent)
                self._come_in(comes_back=comes_back)
        except RefusedError:
            pass
        return self.view()

    def _choose_look(self, chosen: OwnLook) -> None:
        if self._stay is not None:
            self._stay.choose_look(chosen)
        else:
            self._entry.look = chosen.over(self._entry.look)

    def _practises(self, intent: Intent) -> bool:
        """Tells whether this was for the practice room: coming in, and all but leaving the terminal or a rest in it."""
        if intent == OpenPage(PRACTICE):
            from kiosk.practice import Practice  # noqa: PLC0415 - as for a stay, below

            self._stage = "page"
            self._practice = Practice(self._terminal.languages, self.language, asks_language=self._stay is None)
            return True
        if self._practice is None:
            return False
        if not isinstance(intent, Leave | Rest):
            self._practice.take(intent)
        is_over = self._practice.is_over or isinstance(intent, Leave | Rest)
        self._practice = None if is_over else self._practice
        return not isinstance(intent, Leave | Rest)

    def _come_in(self, *, comes_back: bool) -> None:
        entry = self._entry
        if entry.admitted is None:
            return
        session = self._terminal.open_session(entry.admitted)
        if not comes_back and self._terminal.had_his_turn(session.state.starts):
            entry.refuse(LogInTrouble.TOMORROW)
            return
        from kiosk.stay import Stay  # noqa: PLC0415 - the first screen does not wait for what only a person needs

        self._language, self._pictures, self._stage = entry.language, entry.pictures, "page"
        self._stay = Stay(session, self._language)
        self._stay.choose_look(entry.look)
        entry.forget()

    def _take_inside(self, stay: Stay, intent: Intent) -> None:
        match intent:
            case Leave() | Rest(hard_stop=True):
                stay.session.end(EndReason.DONE if isinstance(intent, Leave) else EndReason.HARD_STOP)
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
                self._language, self._stage = language, "page"
            case GoBack() if self._stage in ("language", "pin"):
                self._stage = "page"
            case OpenPage() if self._stage == "language":
                self._stage = "page"
                stay.take(intent)
            case OpenPinChange() | ChoosePin():
                self._change_pin(stay, intent)
            case SignThis(strokes, pin) if self._stage == "page":
                self._sign(stay, strokes, pin)
            case _ if self._stage == "page":
                stay.take(intent)
            case _:
                pass

    def _lock(self, stay: Stay) -> None:
        stay.session.end(EndReason.IDLE)
        number, language, look, pictures = stay.session.person.number, self._language, stay.look, self._pictures
        self._forget()
        self._entry.lock(number, language, look, pictures=pictures)

    def _change_pin(self, stay: Stay, intent: OpenPinChange | ChoosePin) -> None:
        if isinstance(intent, OpenPinChange) or self._stage != "pin":
            self._stage = "pin"
            return
        person = stay.session.person
        self._pin_trouble = trouble_with(intent.pin, person.number)
        if self._pin_trouble is None:
            self._pin_trouble = old_trouble(self._terminal.door.admit(person.number, intent.old))
        if self._pin_trouble is None:
            self._terminal.door.choose(person, intent.pin, PinWay.OWN)
            self._pictures, self._stage = is_sequence(intent.pin), "page"

    def _sign(self, stay: Stay, strokes: Strokes, pin: str) -> None:
        admission = self._terminal.door.admit(stay.session.person.number, pin)
        if admission.person is None:
            words, trouble = Words(self._language), admission.trouble
            at_rest = trouble_words(words, trouble, admission.wait_seconds)
            self._trouble = words("sign.trouble.pin") if trouble is LogInTrouble.NOT_TOGETHER else at_rest
            return
        stay.sign(strokes, self._language, self._terminal.keys)
