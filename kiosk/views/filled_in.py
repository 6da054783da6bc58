"""The kinds that are filled in: own words, a number, a date.

- Not here: the other kinds (exercises.py, told.py, weighed.py).
"""

from dataclasses import dataclass
from typing import Any

from modules.exercises.date import Date, DateAnswer
from modules.exercises.number import Number, NumberAnswer
from modules.exercises.short_text import ShortText, ShortTextAnswer
from modules.texts import Language, Text


@dataclass(frozen=True, slots=True)
class ShortTextView:
    """The words written so far, and how many letters they may have."""

    words: str
    most: int


@dataclass(frozen=True, slots=True)
class NumberView:
    """A number between bounds with its unit; `unknown` are the words for not knowing it, where they are offered."""

    least: int
    most: int
    unit: str
    unknown: str
    value: int | None
    not_known: bool


@dataclass(frozen=True, slots=True)
class DateView:
    """A date as far as it is known, the years to choose from, and how precise it is."""

    precision: str
    years: range
    unknown: str
    year: int | None
    month: int | None
    day: int | None
    not_known: bool


FilledInView = ShortTextView | NumberView | DateView


def filled_in_view(exercise: Any, answer: Any, language: Language) -> FilledInView | None:
    """Gives the view of a kind that is filled in; none for another kind."""
    match exercise:
        case ShortText():
            return ShortTextView(answer.words if isinstance(answer, ShortTextAnswer) else "", exercise.most)
        case Number():
            unit, unknown = _words(exercise.unit, language), _words(exercise.unknown, language)
            given = answer if isinstance(answer, NumberAnswer) else NumberAnswer()
            return NumberView(exercise.least, exercise.most, unit, unknown, given.value, given.unknown)
        case Date():
            return _date(exercise, answer if isinstance(answer, DateAnswer) else None, language)
        case _:
            return None


def _date(exercise: Date, answer: DateAnswer | None, language: Language) -> DateView:
    known = (answer.year, answer.month, answer.day) if answer else (None, None, None)
    years = range(exercise.first_year, exercise.last_year + 1)
    not_known = answer is not None and answer.year is None
    return DateView(exercise.precision, years, _words(exercise.unknown, language), *known, not_known)


def _words(text: Text | None, language: Language) -> str:
    return text.in_language(language) if text else ""
