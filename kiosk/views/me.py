"""Mijn gegevens: what is kept of a person, in groups that each open; and two things he can ask about it.

- Who works with it, until when it is kept, and by which rule, stand first.
- A request says at once what happens now, from whom he gets an answer and when (SETTLED 12, 16).
- Not here: the lines of a group (kept.py).
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.i18n import OWN_NAMES, Words
from kiosk.own_pages import ME, ME_CORRECT
from kiosk.views.frame import FrameView
from kiosk.views.kept import Reading, kept_lines
from kiosk.views.plan import DoneView, LineView, SectionView
from kiosk.views.reflector import ThemeTile
from kiosk.views.rooms import MoreView
from modules.events import Event, Half
from modules.kept import Group
from modules.ordering import Recorded
from modules.reasons import CorrectionReason
from modules.roster import RosterPerson
from modules.texts import Language

PICTURES = {
    Group.SELF: "account-outline",
    Group.ANSWERS: "clipboard-text-outline",
    Group.PLAN: "file-sign",
    Group.TALK: "forum",
    Group.VISITS: "calendar",
    Group.LOOKS: "eye-outline",
}


@dataclass(frozen=True, slots=True)
class MeView(MoreView):
    """All groups, and at the foot what can be asked."""

    correct: str
    correct_page: str


@dataclass(frozen=True, slots=True)
class KeptView:
    """Everything of one group, like a letter."""

    frame: FrameView
    title: str
    status: str
    sections: tuple[SectionView, ...]


@dataclass(frozen=True, slots=True)
class CorrectionChoice:
    """What somebody wants put right; none is worse than another."""

    reason: CorrectionReason
    text: str


@dataclass(frozen=True, slots=True)
class CorrectView:
    """Asking for something to be put right: what, and if he wants his own words; `half` is how far he was."""

    frame: FrameView
    title: str
    help: str
    reasons: tuple[CorrectionChoice, ...]
    own: str
    half: Half | None = None


def me_view(recorded: Iterable[Recorded[Event]], reading: Reading) -> MeView:
    """Gives all groups."""
    words, found = Words(reading.language), tuple(recorded)
    tiles = tuple(
        ThemeTile(f"{ME}/{group}", words(f"me.group.{group}"), _count(found, group, reading), PICTURES[group])
        for group in Group
    )
    title, help_text = words("home.about_me"), words("me.help")
    correct = words("me.correct")
    spoken = (title, help_text, *(f"{tile.title}. {tile.text}" for tile in tiles), correct)
    frame = FrameView(
        words("home.about_me"),
        back=words("foot.back"),
        next=words("me.print"),
        spoken=spoken,
    )
    return MeView(frame, title, help_text, tiles, correct, ME_CORRECT)


def _count(recorded: tuple[Recorded[Event], ...], group: Group, reading: Reading) -> str:
    words = Words(reading.language)
    if group is Group.SELF:
        return words("me.self.text")
    count = len(kept_lines(recorded, group, reading))
    return words("me.count", count=count) if count else words("me.none")


def kept_view(group: Group, recorded: Iterable[Recorded[Event]], person: RosterPerson, reading: Reading) -> KeptView:
    """Gives everything of one group."""
    words = Words(reading.language)
    title = words(f"me.group.{group}")
    lines = _self(person, reading) if group is Group.SELF else kept_lines(recorded, group, reading)
    who = words(f"me.who.{group}")
    status = "" if lines else words("me.none")
    sections = (SectionView(title, who, tuple((line,) for line in lines), is_counted=False),) if lines else ()
    spoken = (title, who, status, *(f"{line.label} {line.said}" for line in lines))
    frame = FrameView(
        words("home.about_me"),
        back=words("foot.back"),
        skip=words("me.pin") if group is Group.SELF else None,
        spoken=tuple(one for one in spoken if one),
    )
    return KeptView(frame, "" if lines else title, status, sections)


def _self(person: RosterPerson, reading: Reading) -> tuple[LineView, ...]:
    words, terms = Words(reading.language), reading.terms
    mentor = reading.staff_name(person.mentor) or words("me.colleague")
    said = (
        ("name", person.name),
        ("number", person.number),
        ("wing", person.wing),
        ("language", OWN_NAMES.get(person.language, person.language)),
        ("admitted", _day(person.admitted_ms, words)),
        ("leaves", _day(person.leaves_ms, words)),
        ("vris", words("answers.yes" if person.vris else "answers.no")),
        ("pin", words("me.self.pin.text")),
        ("mentor", words("me.self.mentor.text", mentor=mentor)),
        ("until", _until(reading, words)),
        ("plan_until", words("me.self.plan_until.text", term=words.term(terms.penitentiary_days))),
        ("law", words("me.self.law.text")),
    )
    return tuple(LineView(words(f"me.self.{name}"), text, own=False) for name, text in said)


def _until(reading: Reading, words: Words) -> str:
    term = words.term(reading.terms.institution_days)
    if reading.kiosk_days:
        return words("me.self.until_later.text", here=words.term(reading.kiosk_days), term=term)
    return words("me.self.until.text", term=term)


def _day(time_ms: int | None, words: Words) -> str:
    if time_ms is None:
        return words("me.self.unknown")
    return words.day(dt.datetime.fromtimestamp(time_ms / 1000, dt.UTC).date())


def correct_view(language: Language) -> CorrectView:
    """Gives the page that asks for something to be put right."""
    words = Words(language)
    reasons = tuple(CorrectionChoice(one, words(f"correct.{one.value}")) for one in CorrectionReason)
    title, help_text = words("me.correct.title"), words("me.correct.help")
    spoken = (title, help_text, *(one.text for one in reasons))
    frame = FrameView(
        words("home.about_me"), back=words("foot.back"), next=words("me.send"), next_enabled=False, spoken=spoken
    )
    return CorrectView(frame, title, help_text, reasons, words("me.correct.own"))


def asked_view(what: str, mentor: str, language: Language) -> DoneView:
    """Gives what happens now, after asking for something to be put right (`correct`) or printed (`print`)."""
    words = Words(language)
    title = words(f"me.asked.{what}.title")
    lines = tuple(words(f"me.asked.{what}.{number}", mentor=mentor) for number in (1, 2, 3))
    frame = FrameView(words("home.about_me"), next=words("foot.to_path"), spoken=(title, *lines))
    return DoneView(frame, title, lines)
