"""Everything that is kept of a person, in plain words and in groups: each event of his has a line, none is left out.

- An event of a kind that has no words of its own yet is shown all the same, with what stands in it.
- Pages he was on are counted and the last one is told; everything else is a line each, newest first.
- Not here: what is left out of a line and why (modules/kept.py), the pages (me.py), and what of it goes to whom
  (modules/disclosure.py).
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum

from pydantic import BaseModel

from kiosk.i18n import OWN_NAMES, Words
from kiosk.pages import Editions
from kiosk.views.days import named_day
from kiosk.views.exercises import answer_words
from kiosk.views.frame import BETWEEN
from kiosk.views.plan import LineView
from kiosk.views.question import audience_words, exercise_named
from modules.errors import MalformedError
from modules.events import (
    AnswerGiven,
    CorrectionAsked,
    Event,
    ExerciseDone,
    ExerciseSkipped,
    GoalSet,
    MentorQuestionAsked,
    PageReached,
    PlanDeclined,
    PlanSigned,
    PrivateNoteKept,
    QuestionSkipped,
    RecordAccessed,
    ThemeFinished,
)
from modules.exercises import AnyExercise
from modules.exercises.goal_builder import GoalBuilder
from modules.exercises.shared import Said
from modules.ids import ItemId, StaffId
from modules.kept import DAY, WORDS_OF, Group, group_of, leaves
from modules.ordering import Recorded
from modules.plan.compose import goal_lines
from modules.plan.document import Both, Line, PlanDocument
from modules.reasons import DisagreeReason
from modules.retention import RetentionTerms
from modules.texts import Language

NO_TIME_YET = 1970
"""The year of an entry whose terminal had never learned a time."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the lines are written with: the questions, the names of staff, the language, and the terms."""

    editions: Editions
    staff_name: Callable[[StaffId], str]
    language: Language
    terms: RetentionTerms = field(default_factory=RetentionTerms)
    kiosk_days: int = 0


def kept_lines(recorded: Iterable[Recorded[Event]], group: Group, reading: Reading) -> tuple[LineView, ...]:
    """Gives a line for everything of one group, newest first."""
    found = [one for one in recorded if group_of(one.event) is group]
    pages = [one for one in found if isinstance(one.event, PageReached)]
    lines = [_line(one, reading) for one in reversed(found) if not isinstance(one.event, PageReached)]
    if pages:
        words = Words(reading.language)
        told = _said(pages[-1], (_page(pages[-1].event, reading),), reading)
        last = LineView(words("me.event.page_reached", count=len(pages)), told, own=False)
        lines.insert(0, last)
    return tuple(lines)


def _line(one: Recorded[Event], reading: Reading) -> LineView:
    event, words = one.event, Words(reading.language)
    label, own = _label(event, words), False
    match event:
        case AnswerGiven(item=item) | ExerciseDone(item=item):
            asked = exercise_named(reading.editions, item, event.pack)
            label, parts = _prompt(asked, reading), _answered(event, asked, reading)
        case QuestionSkipped(item=item, reason=reason) | ExerciseSkipped(item=item, reason=reason):
            module = _title(event.module, reading) if isinstance(event, ExerciseSkipped) else ""
            said = _value(reason, reading) if reason else ""
            asked = exercise_named(reading.editions, item, event.pack)
            label, parts = _prompt(asked, reading), (words("overview.skipped"), said, module)
        case PlanDeclined(reason=reason, because=because):
            parts = (_value(reason, reading), _because(because, reading))
        case MentorQuestionAsked():
            parts = _shared(event, reading)
        case GoalSet():
            parts = _goal(event, reading)
        case ThemeFinished(theme=theme, answered=answered, skipped=skipped):
            parts = (_value(theme, reading), words("me.theme_counts", answered=answered, skipped=skipped))
        case PlanSigned():
            parts = _document(event)
        case RecordAccessed(by=by, action=action):
            label = (reading.staff_name(by) or words("me.colleague")) if by else words("me.desk")
            parts = (words(f"did.{action}"),)
        case _:
            parts, own = _leaves(event, reading), isinstance(event, PrivateNoteKept | CorrectionAsked)
    return LineView(label, _said(one, parts, reading), own)


def _answered(event: AnswerGiven | ExerciseDone, asked: AnyExercise | None, reading: Reading) -> tuple[str, ...]:
    words = Words(reading.language)
    said = answer_words(asked, event.answer, reading.language) if asked else ""
    module = _title(event.module, reading) if isinstance(event, ExerciseDone) else ""
    who = audience_words(event.audience, reading.editions.programme.facts, words)
    return said or words("overview.none_chosen"), module, who


def _label(event: Event, words: Words) -> str:
    try:
        return words(f"me.event.{event.kind.partition('/')[0]}")
    except KeyError:
        return words("me.event.other")


def _said(one: Recorded[Event], parts: Iterable[str], reading: Reading) -> str:
    at = dt.datetime.fromtimestamp(one.place.clock[0] / 1000, dt.UTC).date()
    day = Words(reading.language).day(at) if at.year > NO_TIME_YET else ""
    return "\n".join(part for part in (*parts, day) if part)


def _page(event: Event, reading: Reading) -> str:
    steps = event.page.split("/") if isinstance(event, PageReached) else []
    return BETWEEN.join(title for step in steps if (title := _title(step, reading)))


def _leaves(value: BaseModel, reading: Reading) -> tuple[str, ...]:
    """Gives what stands in a value, in words where there are words."""
    return tuple(_value(one, reading) for one in leaves(value))


def _value(value: object, reading: Reading) -> str:
    words = Words(reading.language)
    if isinstance(value, bool):
        return words("answers.yes" if value else "answers.no")
    if isinstance(value, Enum):
        return words(f"{WORDS_OF[type(value)]}.{value.value}")
    text = str(value)
    if DAY.fullmatch(text):
        return named_day(text, words)
    if text.startswith("s-"):
        return reading.staff_name(StaffId(text)) or words("me.colleague")
    return OWN_NAMES.get(text) or _title(text, reading) or text


def _title(text: str, reading: Reading) -> str:
    """Gives the title of a theme, module or question by its id."""
    questionnaire, programme = reading.editions.questionnaire.definition, reading.editions.programme.definition
    titles = {str(theme.id): theme.title for theme in questionnaire.themes}
    titles |= {str(module.id): module.title for module in programme.modules}
    if text in titles:
        return titles[text].in_language(reading.language)
    exercise = exercise_named(reading.editions, ItemId(text))
    return exercise.prompt.in_language(reading.language) if exercise else ""


def _prompt(exercise: AnyExercise | None, reading: Reading) -> str:
    return exercise.prompt.in_language(reading.language) if exercise else Words(reading.language)("me.old_question")


def _shared(event: MentorQuestionAsked, reading: Reading) -> tuple[str, ...]:
    found = [_title(event.module, reading)]
    for one in event.shared:
        exercise = exercise_named(reading.editions, one.item, event.pack)
        said = answer_words(exercise, one.answer, reading.language) if exercise else ""
        found.append(f"{_prompt(exercise, reading)} {said}")
    exercises = (one for module in reading.editions.programme.definition.modules for one in module.exercises)
    asked = (option for one in exercises for option in getattr(one, "mentor_questions", ()))
    found += [option.text.in_language(reading.language) for option in asked if option.id == event.question]
    return tuple(found)


def _goal(event: GoalSet, reading: Reading) -> tuple[str, ...]:
    exercise = exercise_named(reading.editions, event.source, event.pack)
    if not isinstance(exercise, GoalBuilder):
        return _leaves(event, reading)
    area = (one.area.text.in_language(reading.language) for one in exercise.areas if one.area.id == event.goal.area)
    lines = goal_lines(exercise, event, reading.language)
    return (*area, *(f"{line.label.shown} {_values(line)}" for line in lines))


def _because(because: Said | None, reading: Reading) -> str:
    if because is None:
        return ""
    said = [one for one in DisagreeReason if one.value == because.option]
    return because.own or "".join(_value(one, reading) for one in said)


def _document(event: PlanSigned) -> tuple[str, ...]:
    try:
        document = PlanDocument.parse(event.document)
    except MalformedError:
        return ()
    lines = [line for section in document.sections for block in section.blocks for line in block]
    return (document.statement.shown, *(f"{line.label.shown} {_values(line)}" for line in lines))


def _values(line: Line) -> str:
    return ", ".join(value.shown if isinstance(value, Both) else value.own for value in line.values)
