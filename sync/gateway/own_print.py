"""What the gateway has of a person, to print for him: in Dutch and, beside it, in the language he reads.

- Only what the gateway can read: what is his alone is sealed with a key it does not have; the paper says so, and where.
- Who looked stands on it as well, from the access log.
- Not here: markup (templates/own_print.html), who may print it (pages.py, verbs.py), the whole on the screen
  (kiosk/views/kept.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from babel.dates import format_timedelta

from modules.kept import Group
from modules.retention import UNIT_WORDS, RetentionTerms, Unit, in_units
from modules.roster import Roster, RosterPerson
from modules.texts import DUTCH, Language
from sync.gateway.audit import Access
from sync.gateway.drplan import DrPlan
from sync.gateway.own_lines import OwnLines, Pair, Told, beside
from sync.gateway.own_print_words import PRINT_WORDS
from sync.gateway.titles import Titles
from sync.gateway.words import language, whole_day, whole_moment

_DAYS: Mapping[Unit, int] = {"year": 365, "month": 30, "day": 1}
"""How many days Babel takes a unit for."""
NEVER = 1e9
"""Has Babel tell a term in the unit that was asked for, never in a larger one."""


@dataclass(frozen=True, slots=True)
class PrintPart:
    """One part of the paper."""

    title: tuple[str, str]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class OwnPrint:
    """The whole paper."""

    name: str
    institution: str
    language: str
    is_right_to_left: bool
    title: tuple[str, str]
    only_you: tuple[str, str]
    parts: tuple[PrintPart, ...]
    printed: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands around a person's own events: the roster, titles, the access log, the time."""

    roster: Roster
    titles: Titles
    looks: Sequence[Access]
    now_ms: int
    terms: RetentionTerms


def own_print(person: RosterPerson, plan: DrPlan, seen: Seen) -> OwnPrint:
    """Gives the paper of one person."""
    reads = Language((plan.progress.language or person.language).partition("@")[0])
    paper = _Paper(seen, reads, vris=person.vris)
    return OwnPrint(
        name=person.name,
        institution=seen.roster.institution_name,
        language=reads,
        is_right_to_left=reads == "ar",
        title=paper.own("title"),
        only_you=paper.own("only_you"),
        parts=tuple(paper.part(group, person, plan) for group in Group),
        printed=whole_moment(seen.now_ms),
    )


class _Paper:
    """Writes one person's paper."""

    def __init__(self, seen: Seen, reads: Language, *, vris: bool) -> None:
        self._seen = seen
        self._reads = reads
        self._lines = OwnLines(seen.roster, seen.titles, reads, vris=vris)

    def part(self, group: Group, person: RosterPerson, plan: DrPlan) -> PrintPart:
        """Gives one group."""
        match group:
            case Group.SELF:
                told = tuple(self._self_of(person))
            case Group.LOOKS:
                told = tuple(self._looks())
            case _:
                told = tuple(self._lines.of(plan, group))
        return PrintPart(self._lines.both(f"me.group.{group}"), told)

    def own(self, name: str, days: int | None = None) -> Pair:
        """Gives words of the paper alone, with a term where there is one."""
        forms = PRINT_WORDS[name]
        dutch, own = (
            forms.get(one, forms["nl"]).format(term=term_words(days, one) if days is not None else "")
            for one in (DUTCH, self._reads)
        )
        return beside(dutch, own)

    def _self_of(self, person: RosterPerson) -> Iterator[Told]:
        """Gives who he is, who works with it, and until when it is kept."""
        mentor, mentor_own = self._lines.staff(person.mentor)
        works = self._lines.both("me.self.mentor.text")
        terms = self._seen.terms
        said: dict[str, tuple[Pair, ...]] = {
            "name": ((person.name, ""),),
            "number": ((person.number, ""),),
            "wing": ((person.wing, ""),),
            "language": ((language(person.language), ""),),
            "admitted": (self._day(person.admitted_ms),),
            "leaves": (self._day(person.leaves_ms),),
            "vris": (self._lines.both("answers.yes" if person.vris else "answers.no"),),
            "pin": (self._lines.both("me.self.pin.text"),),
            "mentor": ((works[0].format(mentor=mentor), works[1].format(mentor=mentor_own or mentor)),),
            "until": (
                self.own("kiosk_until"),
                self.own("institution_until", terms.institution_days),
                self.own("plan_until", terms.penitentiary_days),
            ),
            "law": (self._lines.both("me.self.law.text"),),
        }
        return (Told(self._lines.both(f"me.self.{name}"), text) for name, text in said.items())

    def _day(self, time_ms: int | None) -> Pair:
        return (whole_day(time_ms), "") if time_ms is not None else self._lines.both("me.self.unknown")

    def _looks(self) -> Iterator[Told]:
        """Gives who looked, and what he did, newest first."""
        for look in reversed(self._seen.looks):
            who = self._lines.staff(look.by) if look.by else self._lines.both("me.desk")
            yield Told(who, (self._lines.deed(look.action), (whole_moment(look.time_ms), "")))


def term_words(days: int, reads: str) -> str:
    """Gives a term as people say it, `6 maanden`; in days where it is no whole number of months or years."""
    count, unit = in_units(days)
    own = UNIT_WORDS.get(reads)
    if own is not None:
        return f"{count} {own[unit]}"
    return format_timedelta(timedelta(days=count * _DAYS[unit]), unit, threshold=NEVER, locale=reads)
