"""A date by taps: a year, a month, perhaps a day; as much of it as the person knows is an answer.

- Not knowing any of it is an answer where the author gives words for it.
- Not here: writing a date in a language (kiosk/i18n.py).
"""

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from modules.errors import RefusedError
from modules.exercises.shared import Exercise
from modules.texts import Text
from modules.values import Value

Year = Annotated[int, Field(ge=1900, le=2200)]
YEARS = 120


class Date(Exercise):
    """Years to choose from, and how precise the date is."""

    kind: Literal["date"] = "date"
    precision: Literal["year", "month", "day"] = "month"
    first_year: Year
    last_year: Year
    unknown: Text | None = None

    @model_validator(mode="after")
    def _has_years(self) -> Self:
        if not 0 <= self.last_year - self.first_year < YEARS:
            raise ValueError("a date offers 1 to 120 years, the first before the last")
        return self


class DateAnswer(Value):
    """The date as far as it is known; with no year it is not known."""

    kind: Literal["date"] = "date"
    year: Year | None
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None

    @model_validator(mode="after")
    def _is_of_the_calendar(self) -> Self:
        if (self.month is not None and self.year is None) or (self.day is not None and self.month is None):
            raise ValueError("a month needs its year, a day its month")
        if self.day is not None and self.day > days_in(self.year or 0, self.month or 0):
            raise ValueError("the month has no such day")
        return self


def days_in(year: int, month: int) -> int:
    """Gives how many days a month has."""
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return (following - dt.timedelta(days=1)).day


def check(exercise: Date, answer: DateAnswer) -> None:
    """Returns only if the year is offered, the date no more precise than asked, or not knowing is offered.

    Raises:
        RefusedError: It is not.
    """
    if answer.year is None:
        if exercise.unknown is None:
            raise RefusedError("not knowing is no answer to this exercise")
        return
    if not exercise.first_year <= answer.year <= exercise.last_year:
        raise RefusedError("the year is not offered by this exercise")
    too_precise = (answer.month is not None and exercise.precision == "year") or (
        answer.day is not None and exercise.precision != "day"
    )
    if too_precise:
        raise RefusedError("the date is more precise than this exercise asks")
