"""What stands on the screens before login, and on the fault screen.

- Nothing here is anybody's: no names, no last number, no trace of who was here before.
"""

from dataclasses import dataclass
from enum import Enum

from kiosk.i18n import OWN_NAMES, Words
from kiosk.room_pages import MORE, PRACTICE
from modules.texts import Language


class LogInTrouble(Enum):
    """Why a number and PIN did not let somebody in."""

    NOT_TOGETHER = "not_together"
    WAIT = "wait"
    ASK_STAFF = "ask_staff"
    TOMORROW = "tomorrow"
    """Had his turn of today (`kiosk/hours.py`)."""


class PinTrouble(Enum):
    """Why a new PIN was not taken."""

    EASY = "easy"
    OLD = "old"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Greeting:
    """A greeting and an invitation, in one language."""

    language: Language
    greeting: str
    touch: str


@dataclass(frozen=True, slots=True)
class AttractView:
    """Greetings, shown in turn; `development` marks a terminal that is not for real use."""

    greetings: tuple[Greeting, ...]
    development: bool = False


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """A language by its own name."""

    language: Language
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class LanguageView:
    """All languages and levels, and the way on from here: to what stands beside the path, or to the practice room."""

    title: str
    choices: tuple[LanguageChoice, ...]
    back: str
    spoken: tuple[str, ...] = ()
    more: str = ""
    more_page: str = ""


@dataclass(frozen=True, slots=True)
class UnlockView:
    """The two steps of logging in, and what went wrong at the last try; a locked terminal asks the PIN alone."""

    language: Language
    ask_number: str
    ask_pin: str
    help_number: str
    help_pin: str
    trouble: str
    back: str
    next: str
    spoken: tuple[str, ...] = ()
    locked: bool = False
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class CodeView:
    """What to show a member of staff, and where the code he gives is entered."""

    language: Language
    title: str
    help: str
    trouble: str
    back: str
    next: str
    spoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChooseView:
    """Choosing a PIN, twice alike; where one is there already, that one first."""

    language: Language
    ask_old: str
    ask_new: str
    ask_again: str
    help_new: str
    help_again: str
    trouble: str
    differ: str
    pictures_word: str
    digits_word: str
    back: str
    next: str
    pictures: bool = False
    spoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HiddenView:
    """The neutral screen after `verberg`; it says nothing of anybody."""

    language: Language
    title: str
    touch: str


@dataclass(frozen=True, slots=True)
class FaultView:
    """Something went wrong; what is on disk is safe."""

    language: Language
    title: str
    text: str
    next: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What is told to everybody, in one language."""

    language: Language
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ClosedView:
    """The terminal is out of use, or `rests` until an hour that is told; told in each language in turn."""

    notices: tuple[Notice, ...]
    rests: bool = False


def closed_view(languages: tuple[Language, ...]) -> ClosedView:
    """Gives the screen of a terminal that is out of use."""
    each = ((language, Words(language)) for language in languages)
    return ClosedView(tuple(Notice(one, words("closed.title"), words("closed.text")) for one, words in each))


def resting_view(languages: tuple[Language, ...], opens_at: str) -> ClosedView:
    """Gives the screen of a terminal in lock-up hours, with when it can be used again."""
    each = ((language, Words(language)) for language in languages)
    told = (Notice(one, words("resting.title"), words("resting.text", at=opens_at)) for one, words in each)
    return ClosedView(tuple(told), rests=True)


def attract_view(languages: tuple[Language, ...], *, development: bool) -> AttractView:
    """Gives the resting screen."""
    greetings = []
    for language in languages:
        words = Words(language)
        greetings.append(Greeting(language, words("attract.greeting"), words("attract.touch")))
    return AttractView(tuple(greetings), development)


def language_view(
    languages: tuple[Language, ...], current: Language, *, inside: bool = False, practising: bool = False
) -> LanguageView:
    """Gives the choice of language; `inside` for somebody who is in, `practising` in the practice room."""
    words = Words(current)
    choices = tuple(LanguageChoice(one, OWN_NAMES[one], one == current) for one in languages)
    title = words("language.title")
    name, page = ("home.more", MORE) if inside else ("home.practice", PRACTICE)
    more = "" if practising else words(name)
    return LanguageView(title, choices, words("foot.back"), (title, words("language.help")), more, page)


def unlock_view(
    language: Language,
    trouble: LogInTrouble | None,
    wait_seconds: int = 0,
    *,
    locked: bool = False,
    pictures: bool = False,
) -> UnlockView:
    """Gives the login screen, or that of a locked terminal; trouble is said in words that blame nobody."""
    words = Words(language)
    said = trouble_words(words, trouble, wait_seconds)
    asked = ("locked",) if locked else ("number", "pin")
    return UnlockView(
        language,
        words("unlock.number.title"),
        words("unlock.locked.title" if locked else "unlock.pin.title"),
        words("unlock.number.help"),
        words("unlock.locked.help" if locked else "unlock.pin.help"),
        said,
        words("unlock.other" if locked else "foot.back"),
        words("foot.next"),
        tuple(words(f"unlock.{step}.{part}") for step in asked for part in ("title", "help")),
        locked,
        pictures,
    )


def trouble_words(words: Words, trouble: LogInTrouble | None, wait_seconds: int) -> str:
    """Gives what went wrong at the door, in words that blame nobody."""
    return words(f"unlock.trouble.{trouble.value}", max(1, -(-wait_seconds // 60))) if trouble else ""


def code_view(language: Language, challenge: str, trouble: LogInTrouble | None, wait_seconds: int = 0) -> CodeView:
    """Gives the screen for whoever has no PIN: the challenge to show staff, and the code to enter."""
    words = Words(language)
    said = (
        words("code.trouble") if trouble is LogInTrouble.NOT_TOGETHER else trouble_words(words, trouble, wait_seconds)
    )
    title, told = words("code.title", challenge=challenge), words("code.help")
    return CodeView(language, title, told, said, words("foot.back"), words("foot.next"), (title, told))


def choose_view(
    language: Language, trouble: PinTrouble | None, *, with_old: bool = False, pictures: bool = False
) -> ChooseView:
    """Gives the screen on which a PIN is chosen; `with_old` asks the one of now first."""
    words = Words(language)
    title, told = words("choose.new"), words("choose.new.help")
    return ChooseView(
        language,
        words("choose.old") if with_old else "",
        title,
        words("choose.again"),
        told,
        words("choose.again.help"),
        words(f"choose.trouble.{trouble.value}") if trouble else "",
        words("choose.trouble.differ"),
        words("choose.pictures"),
        words("choose.digits"),
        words("foot.back"),
        words("foot.next"),
        pictures,
        (title, told),
    )


def hidden_view(language: Language) -> HiddenView:
    """Gives the neutral screen."""
    words = Words(language)
    return HiddenView(language, words("hidden.title"), words("hidden.touch"))


def fault_view(language: Language) -> FaultView:
    """Gives the fault screen."""
    words = Words(language)
    return FaultView(language, words("fault.title"), words("fault.text"), words("fault.next"))
