"""Days as a person reads them: a moment as the day it was in the Netherlands, written as his language writes days.

- Not here: whether the clock was sure of it (the event's own entry says so).
"""

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.i18n import Words


def day_of(wall_ms: int, words: Words) -> str:
    """Gives the day of a moment, in milliseconds since 1970."""
    return words.day(datetime.fromtimestamp(wall_ms / 1000, netherlands()).date())


def moment_of(wall_ms: int, words: Words) -> str:
    """Gives the day and time of a moment, in milliseconds since 1970."""
    at = datetime.fromtimestamp(wall_ms / 1000, netherlands())
    return f"{words.day(at.date())}, {at:%H:%M}"


def named_day(day: str, words: Words) -> str:
    """Gives a day that was named as one, such as `2026-11-24`."""
    return words.day(date.fromisoformat(day))


def netherlands() -> tzinfo:
    """Gives the time zone that days and hours are told in."""
    try:
        return ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        return UTC
