"""How long what is kept of a person is kept, by which article, and when a term is over; pure.

- Three classes: the terminal's copy, the institution's file, and the penitentiary file, which the plan belongs to.
- A term runs from the end of the stay. A return within it lifts it (PM 39); a legal hold stops it until it is lifted.
- The days are settings, with these as what is used unless said; the article stands beside each.
- Not here: who has left (the roster says so), and erasing (kiosk/store/erasure.py, sync/gateway/retention.py).
"""

from collections.abc import Mapping
from enum import StrEnum

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


def is_over(since_ms: int, days: int, now_ms: int) -> bool:
    """Tells whether a term of so many days, begun at one moment, is over at another."""
    return now_ms >= since_ms + days * DAY_MS
