"""What became of the plan, told to the person whose plan it is: received, read, discussed, decided, and why.

- Only what happened to the version that counts, each with its day; nothing is told that did not happen.
- Reasons are phrases in his own language; words staff added stand as they wrote them.
- Not here: the fold itself (modules/plan/course.py).
"""

from collections.abc import Iterator
from typing import TypeVar

from kiosk.i18n import Words
from kiosk.views.days import day_of, named_day
from kiosk.views.frame import FrameView
from kiosk.views.question import IntroView
from modules.events import FeasibilityChecked, MdoDecided
from modules.ordering import Recorded
from modules.person import PersonState
from modules.plan.course import Course, VersionCourse
from modules.plan.state import digest_of
from modules.texts import Language

Happened = TypeVar("Happened")


def course_view(state: PersonState, language: Language) -> IntroView:
    """Gives the page that tells how it goes on with the plan."""
    words = Words(language)
    title, lines = words("own.course"), course_lines(state, language)
    frame = FrameView(words("own.place"), back=words("foot.back"), next=words("foot.to_plan"), spoken=(title, *lines))
    return IntroView(frame, title, lines, "map-marker-path")


def course_lines(state: PersonState, language: Language) -> tuple[str, ...]:
    """Gives what became of the version that counts, a line each, in the order of the course; none before signing."""
    words, current = Words(language), state.plan.current
    if current is None:
        return ()
    version = state.course.of(digest_of(current.event))
    lines = (*_version_lines(version, words), *_dr_plan_lines(state.course, words))
    return lines or (words("own.course.waiting"),)


def _version_lines(version: VersionCourse, words: Words) -> Iterator[str]:
    if version.received:
        yield words("course.received", day=_day(version.received, words))
    for read in version.reads:
        yield words(f"course.read.{read.event.role}", day=_day(read, words))
    if version.discussed:
        yield words("course.discussed", day=_day(version.discussed, words))
    if version.feasibility:
        yield _feasible(version.feasibility.event, words)
    if version.countersigned:
        yield words("course.countersigned", day=_day(version.countersigned[0], words))
    if version.brought and version.awaits_mdo:
        yield words("course.brought", day=named_day(version.brought.event.meeting, words))
    if version.decided:
        yield _decided(version.decided.event, words)


def _feasible(event: FeasibilityChecked, words: Words) -> str:
    why = words(f"course.why.{event.reason}") if event.reason else ""
    return _joined(words(f"course.feasible.{event.outcome}"), why, _said(event.words, words))


def _decided(event: MdoDecided, words: Words) -> str:
    return _joined(
        words("course.decided", day=named_day(event.meeting, words)),
        words(f"course.outcome.{event.outcome}"),
        words(f"course.because.{event.reason}"),
        _said(event.words, words),
    )


def _dr_plan_lines(course: Course, words: Words) -> Iterator[str]:
    if course.established:
        yield words("course.established", day=named_day(course.established.event.on, words))
    if course.revised:
        yield words("course.revised", day=named_day(course.revised[-1].event.on, words))
    if course.handed_over:
        event = course.handed_over.event
        things = ", ".join(words(f"course.takes.{thing}") for thing in event.takes_along)
        takes = words("course.takes", things=things) if things else ""
        yield _joined(words("course.handed_over", day=named_day(event.on, words)), takes)


def _day(recorded: Recorded[Happened], words: Words) -> str:
    return day_of(recorded.place.clock[0], words)


def _said(added: str, words: Words) -> str:
    return words("course.said", words=added) if added else ""


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
