"""Working days in the Netherlands, by which a term of so many working days is counted.

- No working day: Saturday, Sunday, and the days of the Algemene termijnenwet, article 3: New Year's Day, Good Friday,
  Easter Monday, King's Day (26 April where the 27th is a Sunday), 5 May every year, Ascension Day, Whit Monday, two
  days of Christmas. Days that the Crown puts on a par with these from year to year are not known here.
- The day a term begins is not counted; the first working day after it is day one.
- Not here: which terms there are (terms.py).
"""

from datetime import date, timedelta
from functools import cache

SATURDAY = 5
SUNDAY = 6
_AFTER_EASTER = (-2, 0, 1, 39, 49, 50)
_ONE_DAY = timedelta(days=1)


def easter(year: int) -> date:
    """Gives Easter Sunday of a year of the Gregorian calendar (Meeus/Jones/Butcher)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    leaps, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    quarter, of_quarter = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarter - epact - of_quarter) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> frozenset[date]:
    """Gives the days of a year that are no working days wherever they fall."""
    sunday = easter(year)
    kings_day = date(year, 4, 26 if date(year, 4, 27).weekday() == SUNDAY else 27)
    fixed = (date(year, 1, 1), kings_day, date(year, 5, 5), date(year, 12, 25), date(year, 12, 26))
    return frozenset((*fixed, *(sunday + timedelta(days=days) for days in _AFTER_EASTER)))


def is_working_day(day: date) -> bool:
    """Tells whether a day is a working day."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def after_working_days(start: date, count: int) -> date:
    """Gives the day that is so many working days after `start`."""
    day = start
    for _ in range(count):
        day += _ONE_DAY
        while not is_working_day(day):
            day += _ONE_DAY
    return day
