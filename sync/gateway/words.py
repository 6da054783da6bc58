"""The Dutch that staff read: for every value of the domain that a page or an export shows.

- Plain and short; about a person never as a judgement, and never "hij" or "zij".
- The phrases of a note are the very sentences the person reads on his screen (kiosk/locale/nl).
- Dates are told in the time of the Netherlands, as a person would say them.
- Not here: titles out of packs (titles.py), sentences of one page alone (templates).
"""

from collections.abc import Mapping
from datetime import date, datetime

from babel.dates import format_date, format_datetime

from modules.events import PlanDeclined
from modules.reasons import Companion, DeclineReason, DisagreeReason, NotePhrase, NoteReply, Whom
from modules.roster import Role
from sync.gateway.clock import netherlands
from sync.gateway.drplan import Proof

PHRASES: Mapping[NotePhrase, str] = {
    NotePhrase.GOOD_START: "Ik zag dat je begonnen bent. Ik kijk met je mee.",
    NotePhrase.PLAN_RECEIVED: "Ik heb je plan gekregen. We praten er samen over.",
    NotePhrase.TALK_THIS_WEEK: "We praten er deze week samen over.",
    NotePhrase.BROUGHT_TO_MDO: "Ik heb je plan besproken in het overleg over jou (MDO).",
}
REPLIES: Mapping[NoteReply, str] = {
    NoteReply.SEEN: "Gezien",
    NoteReply.WANTS_TO_TALK: "Wil erover praten",
}
DECLINES: Mapping[DeclineReason, str] = {
    DeclineReason.NOT_NOW: "doet het later",
    DeclineReason.WITH_MENTOR: "wil er eerst met jou over praten",
    DeclineReason.OTHER_LANGUAGE: "wil het in een andere taal lezen",
    DeclineReason.CANNOT_READ: "wil dat iemand het samen leest",
    DeclineReason.LAWYER_FIRST: "wil eerst met een advocaat praten",
    DeclineReason.DISAGREE: "is het er niet mee eens",
    DeclineReason.COULD_NOT_ANSWER: "kon het niet beantwoorden",
}
DISAGREES: Mapping[DisagreeReason, str] = {
    DisagreeReason.NOT_WHAT_I_WANT: "dit is niet wat ik wil",
    DisagreeReason.TOO_MUCH: "het is te veel",
    DisagreeReason.NOT_BY_ME: "dit heb ik niet zelf bedacht",
    DisagreeReason.NOT_TRUE: "er staat iets in wat niet klopt",
}
BECAUSES: Mapping[str, str] = {reason.value: words for reason, words in DISAGREES.items()}
PROOFS: Mapping[Proof, tuple[str, str]] = {
    Proof.HOLDS: (
        "De handtekening klopt",
        "Deze tekst is precies wat bij het tekenen op het scherm stond. Er is daarna niets aan veranderd.",
    ),
    Proof.BROKEN: (
        "De handtekening klopt niet",
        "Deze tekst is niet wat getekend is. Gebruik dit plan niet; vraag om opnieuw te tekenen en meld het.",
    ),
    Proof.OTHER_PERSON: (
        "Dit plan is van iemand anders",
        "De handtekening hoort bij een andere persoon. Gebruik dit plan niet en meld het.",
    ),
    Proof.OTHER_TERMINAL: (
        "De handtekening komt van een andere terminal",
        "Het plan noemt een andere terminal dan waar het vandaan komt. Gebruik dit plan niet en meld het.",
    ),
    Proof.UNKNOWN_TERMINAL: (
        "De handtekening kan niet worden nagekeken",
        "De terminal waar getekend is, is hier niet bekend. Vraag het na bij beheer.",
    ),
}
ROLES: Mapping[Role, str] = {
    Role.MENTOR: "mentor",
    Role.CASE_MANAGER: "casemanager",
    Role.OPERATOR: "beheerder",
}
WHOMS: Mapping[Whom, str] = {
    Whom.MENTOR: "de mentor",
    Whom.CASE_MANAGER: "de casemanager",
    Whom.MEDICAL: "de medische dienst",
    Whom.SPIRITUAL: "de geestelijk verzorger",
    Whom.REINTEGRATION: "het re-integratiecentrum",
    Whom.ANYONE: "iemand, maakt niet uit wie",
}
COMPANIONS: Mapping[Companion, str] = {
    Companion.MENTOR: "de mentor",
    Companion.TEACHER: "een docent",
    Companion.INTERPRETER: "een tolk",
    Companion.VOLUNTEER: "een vrijwilliger",
    Companion.FELLOW: "iemand van de afdeling",
    Companion.SOMEONE: "iemand anders",
}
LANGUAGES: Mapping[str, str] = {
    "nl": "Nederlands",
    "nl@simple": "makkelijk Nederlands",
    "en": "Engels",
    "ar": "Arabisch",
    "tr": "Turks",
    "pl": "Pools",
    "es": "Spaans",
    "fr": "Frans",
    "pap": "Papiaments",
    "ro": "Roemeens",
    "de": "Duits",
}


def declined_words(declined: PlanDeclined) -> str:
    """Gives why a plan was not signed, with what is not agreed with where that was said."""
    because, reason = declined.because, DECLINES[declined.reason]
    if because is None:
        return reason
    said = because.own if because.option is None else BECAUSES.get(because.option, "")
    return f"{reason}, want “{said}”"


def language(code: str) -> str:
    """Gives a language's Dutch name, or its code."""
    return LANGUAGES.get(code, code)


def day(time_ms: int, now_ms: int) -> str:
    """Gives a day as said on another: `vandaag`, `gisteren`, `ma 2 nov`, `2 nov 2025`."""
    at, now = _local(time_ms), _local(now_ms)
    apart = (now.date() - at.date()).days
    if apart in (0, 1):
        return ("vandaag", "gisteren")[apart]
    return _format(at, "EEEEEE d MMM" if at.year == now.year else "d MMM y")


def moment(time_ms: int, now_ms: int) -> str:
    """Gives a day with the time on it: `vandaag 14:05`."""
    return f"{day(time_ms, now_ms)} {_format(_local(time_ms), 'HH:mm')}"


def whole_day(time_ms: int) -> str:
    """Gives a day in full: `2 november 2026`."""
    return _format(_local(time_ms), "d MMMM y")


def whole_date(on: date) -> str:
    """Gives a day of the calendar in full."""
    return format_date(on, "d MMMM y", locale="nl")


def whole_moment(time_ms: int) -> str:
    """Gives a day and time in full: `maandag 2 november 2026 om 14:05`."""
    return _format(_local(time_ms), "EEEE d MMMM y 'om' HH:mm")


def count(number: int, one: str, more: str) -> str:
    """Gives a number with its word."""
    return f"{number} {one if number == 1 else more}"


def _format(at: datetime, pattern: str) -> str:
    return format_datetime(at, pattern, tzinfo=at.tzinfo, locale="nl").replace(".", "")


def _local(time_ms: int) -> datetime:
    return datetime.fromtimestamp(time_ms / 1000, netherlands())
