"""How long what is kept of a person is kept, by which article, and when a term is over; pure.

- Three classes: the terminal's copy, the institution's file, and the penitentiary file, which the plan belongs to.
- A term runs from the end of the stay. A return within it lifts it (PM 39); a legal hold stops it until it is lifted.
- The days are settings, with these as what is used unless said; the article stands beside each.
- Not here: who has left (the roster says so), and erasing (kiosk/store/erasure.py, sync/gateway/retention.py).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from modules.values import Value

DAY_MS = 24 * 60 * 60 * 1000


class RetentionClass(StrEnum):
    """What is kept under one term."""

    KIOSK = "kiosk"
    """The copy on a terminal."""
    INSTITUTION = "institution"
    """Everything the gateway has of a person but the plans he signed."""
    PENITENTIARY = "penitentiary"
    """The plans he signed, which belong to the penitentiary file."""


ARTICLES: Mapping[RetentionClass, str] = {
    RetentionClass.KIOSK: "Richtlijn (EU) 2016/680 art. 4 lid 1 onder e en art. 5: niet langer dan nodig",
    RetentionClass.INSTITUTION: "Pbw art. 59, PM art. 39: inrichtingsdossier, zes maanden na het verblijf",
    RetentionClass.PENITENTIARY: "Pbw art. 59, PM art. 39: penitentiair dossier, tien jaar",
}
KIOSK_DAYS = 0
INSTITUTION_DAYS = 184
PENITENTIARY_DAYS = 3_653


Unit = Literal["year", "month", "day"]
_ROUNDED_DAYS = 3
"""So much longer or shorter a term may be and still be told in months or years: months are no equal number of days."""
_UNITS: tuple[tuple[Unit, float], ...] = (("year", 365.25), ("month", 365.25 / 12))
"""A unit, and how many days it has on average."""
UNIT_WORDS: Mapping[str, Mapping[Unit, str]] = {"pap": {"year": "aña", "month": "luna", "day": "dia"}}
"""Units in a language for which Babel has none; in Papiamentu one form serves for one and for more."""


class RetentionTerms(Value):
    """How many days after the end of a stay the gateway keeps what (Pbw 59, PM 39); travels down with the roster."""

    institution_days: Annotated[int, Field(ge=1, le=3_653)] = INSTITUTION_DAYS
    penitentiary_days: Annotated[int, Field(ge=1, le=7_306)] = PENITENTIARY_DAYS

    @model_validator(mode="after")
    def _plans_are_kept_longest(self) -> Self:
        if self.penitentiary_days < self.institution_days:
            raise ValueError("penitentiary_days must not be less than institution_days")
        return self


def in_units(days: int) -> tuple[int, Unit]:
    """Gives a term as people say it: in years or months where it is a whole number of them, else in days."""
    for unit, length in _UNITS:
        count = round(days / length)
        if count and abs(days - count * length) <= _ROUNDED_DAYS:
            return count, unit
    return days, "day"


def is_over(since_ms: int, days: int, now_ms: int) -> bool:
    """Tells whether a term of so many days, begun at one moment, is over at another."""
    return now_ms >= since_ms + days * DAY_MS
