"""The way in: from the first touch to being let in, for a person, for whoever needs a new PIN, and for staff.

- Nothing of anybody stands on these pages; a number that was typed lives here until its use is over.
- A code that was taken lets a person choose a PIN and comes in with it; it stays good until he has chosen.
- Not here: a person's own pages (visit.py), whether number, PIN or code are right (the door, kiosk/store).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol, TypeAlias

from kiosk.intents import (
    AskCode,
    Begin,
    ChooseLanguage,
    ChoosePin,
    GiveCode,
    GoBack,
    Hide,
    Intent,
    Leave,
    LogIn,
    OpenLanguages,
    Rest,
    StaffWants,
    Unhide,
    UseCode,
)
from kiosk.views.entrance import (
    AttractView,
    ChooseView,
    CodeView,
    LanguageView,
    LogInTrouble,
    PinTrouble,
    UnlockView,
    attract_view,
    choose_view,
    code_view,
    language_view,
    unlock_view,
)
from kiosk.views.staff import GiveView, StaffReport, StaffView, give_view, staff_view
from modules.events import Deed, PinWay
from modules.own_look import OwnLook
from modules.pin_rules import is_easy, is_secret, is_sequence
from modules.roster import RosterPerson, RosterStaff
from modules.texts import DUTCH, Language

LOCK_TRIES = 3

EntryView: TypeAlias = AttractView | LanguageView | UnlockView | CodeView | ChooseView | StaffView | GiveView


@dataclass(frozen=True, slots=True)
class Admission:
    """The door's answer: the person or member of staff, or what was wrong and how long to wait."""

    person: RosterPerson | None
    trouble: LogInTrouble | None = None
    wait_seconds: int = 0
    staff: RosterStaff | None = None


class Door(Protocol):
    """Checks numbers, PINs and codes; a failure is on disk before it answers."""

    def admit(self, number: str, pin: str) -> Admission:
        """Gives whom these belong to, or what was wrong."""
        ...

    def challenge(self, number: str) -> str:
        """Gives what staff must know to give a code for this number."""
        ...

    def redeem(self, number: str, code: str) -> Admission:
        """Gives the person this one-time code is for, or what was wrong."""
        ...

    def choose(self, person: RosterPerson, pin: str, way: PinWay) -> None:
        """Gives a person a new PIN; it is on disk when this returns."""
        ...


class StaffRoom(Protocol):
    """What a member of staff can do at the terminal; each deed is on disk under his id."""

    def note(self, staff: RosterStaff, deed: Deed) -> None:
        """Records that he came, left, or asked for something."""
        ...

    def give_code(self, staff: RosterStaff, number: str, shown: str) -> str:
        """Gives the one-time code for a challenge that any terminal showed."""
        ...

    def report(self) -> StaffReport:
        """Gives how the terminal is, with nothing of any person."""
        ...


@dataclass(frozen=True, slots=True)
class Locked:
    """Whom a locked terminal waits for; after a few wrong PINs it waits no longer, so nobody is locked out here."""

    number: str = field(repr=False)
    pictures: bool = False
    tries_left: int = LOCK_TRIES


class Entry:
    """Where in coming in the terminal is; `admitted` once somebody is let in."""

    def __init__(self, door: Door, room: StaffRoom, languages: tuple[Language, ...], *, development: bool) -> None:
        self._door = door
        self._room = room
        self._languages = languages
        self._development = development
        self.forget()

    def forget(self) -> None:
        """Lets go of everything that was typed, and begins at rest."""
        self.language: Language = DUTCH
        self.look = OwnLook()
        self.locked: Locked | None = None
        self.admitted: RosterPerson | None = None
        self.pictures = False
        self._stage = "attract"
        self._number = ""
        self._failed: Admission | None = None
        self._ticket: RosterPerson | None = None
        self._pin_trouble: PinTrouble | None = None
        self._staff: RosterStaff | None = None
        self._code = ""

    def lock(self, number: str, language: Language, look: OwnLook, *, pictures: bool) -> None:
        """Waits for the PIN of one person, without saying whose."""
        self.forget()
        self.locked, self.language, self.look, self._stage = Locked(number, pictures), language, look, "unlock"

    def refuse(self, trouble: LogInTrouble) -> None:
        """Lets somebody not in after all, and says why."""
        self.admitted, self._failed, self._stage = None, Admission(None, trouble), "unlock"

    def view(self) -> EntryView:
        """Gives what is to be painted now."""
        trouble, wait = (self._failed.trouble, self._failed.wait_seconds) if self._failed else (None, 0)
        match self._stage:
            case "language":
                return language_view(self._languages, self.language)
            case "unlock":
                locked = self.locked
                pictures = locked is not None and locked.pictures
                return unlock_view(self.language, trouble, wait, locked=locked is not None, pictures=pictures)
            case "code":
                return code_view(self.language, self._door.challenge(self._number), trouble, wait)
            case "choose":
                return choose_view(self.language, self._pin_trouble)
            case "staff":
                return staff_view(self._room.report())
            case "give":
                return give_view(self._code)
            case _:
                return attract_view(self._languages, development=self._development)

    def take(self, intent: Intent) -> None:
        """Does what a touch means before anybody is in."""
        if self._staff is not None:
            self._take_of_staff(self._staff, intent)
            return
        match intent:
            case Begin() | OpenLanguages():
                self._stage = "language"
            case ChooseLanguage(language):
                self.language = language
                self._stage = "code" if self._number else "choose" if self._ticket else "unlock"
            case LogIn(number, pin):
                self._log_in(number, pin)
            case AskCode(number):
                self._number, self._failed = self.locked.number if self.locked else number, None
                self._stage = "code"
            case UseCode(code) if self._stage == "code":
                self._use(code)
            case ChoosePin(pin) if self._ticket is not None:
                self._choose(self._ticket, pin)
            case GoBack() if self._stage == "code":
                self._number, self._failed, self._stage = "", None, "unlock"
            case GoBack() if self._stage == "unlock" and self.locked is None:
                self._stage = "language"
            case GoBack() | Leave() | Rest() | Hide() | Unhide():
                self.forget()
            case _:
                pass

    def _log_in(self, number: str, pin: str) -> None:
        locked = self.locked
        admission = self._door.admit(locked.number if locked else number, pin)
        if admission.staff is not None:
            self.forget()
            self._staff, self._stage = admission.staff, "staff"
            self._room.note(admission.staff, Deed.CAME)
        elif admission.person is not None:
            self._let_in(admission.person, pin)
        else:
            self._failed = admission
            if locked:
                self.locked = replace(locked, tries_left=locked.tries_left - 1)
                if locked.tries_left == 1:
                    self.forget()

    def _use(self, code: str) -> None:
        admission = self._door.redeem(self._number, code)
        self._failed = admission if admission.person is None else None
        if admission.person is not None:
            self._ticket, self._number, self._stage = admission.person, "", "choose"

    def _choose(self, person: RosterPerson, pin: str) -> None:
        self._pin_trouble = trouble_with(pin, person.number)
        if self._pin_trouble is None:
            self._door.choose(person, pin, PinWay.CODE)
            self._let_in(person, pin)

    def _let_in(self, person: RosterPerson, secret: str) -> None:
        language, look = self.language, self.look
        self.forget()
        self.admitted, self.language, self.look, self.pictures = person, language, look, is_sequence(secret)

    def _take_of_staff(self, staff: RosterStaff, intent: Intent) -> None:
        match intent:
            case StaffWants(deed):
                self._code, self._stage = "", "staff"
                if deed is Deed.GAVE_CODE:
                    self._stage = "give"
                else:
                    self._room.note(staff, deed)
            case GiveCode(number, shown) if self._stage == "give":
                self._code = self._room.give_code(staff, number, shown)
            case GoBack() if self._stage == "give":
                self._code, self._stage = "", "staff"
            case GoBack() | Leave() | Rest() | Hide():
                self._room.note(staff, Deed.LEFT)
                self.forget()
            case _:
                pass


def trouble_with(pin: str, number: str) -> PinTrouble | None:
    """Gives why this cannot be the PIN of the person with this number; none where it can."""
    return PinTrouble.EASY if not is_secret(pin) or is_easy(pin, number) else None


def old_trouble(admission: Admission) -> PinTrouble | None:
    """Gives why the PIN of now does not let him choose another; a door that rests says nothing of the PIN."""
    if admission.person is not None:
        return None
    return PinTrouble.OLD if admission.trouble is LogInTrouble.NOT_TOGETHER else PinTrouble.WAIT
