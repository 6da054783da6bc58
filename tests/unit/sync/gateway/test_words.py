"""The Dutch that staff read: every value has its words, and days are said as a person says them."""

import re
from enum import StrEnum

import pytest

from modules.reasons import DeclineReason, DisagreeReason, NotePhrase, NoteReply
from modules.roster import Role
from sync.gateway.drplan import Proof
from sync.gateway.words import (
    DECLINES,
    DISAGREES,
    LANGUAGES,
    PHRASES,
    PROOFS,
    REPLIES,
    ROLES,
    count,
    day,
    language,
    moment,
    whole_moment,
)

MONDAY = 1_795_467_900_000
DAY_MS = 86_400_000


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (PHRASES, NotePhrase),
        (REPLIES, NoteReply),
        (DECLINES, DeclineReason),
        (DISAGREES, DisagreeReason),
        (PROOFS, Proof),
        (ROLES, Role),
    ],
)
def test_every_value_has_its_words(words: dict[StrEnum, object], values: type[StrEnum]) -> None:
    assert set(words) == set(values)


def test_days_are_said_as_a_person_says_them() -> None:
    assert day(MONDAY, MONDAY) == "vandaag"
    assert day(MONDAY - DAY_MS, MONDAY) == "gisteren"
    assert day(MONDAY - 3 * DAY_MS, MONDAY) == "vr 20 nov"
    assert day(MONDAY - 400 * DAY_MS, MONDAY) == "19 okt 2025"
    assert re.fullmatch(r"vandaag \d\d:\d\d", moment(MONDAY, MONDAY))
    assert whole_moment(MONDAY).startswith("maandag 23 november 2026 om ")


def test_one_is_one_and_two_are_more() -> None:
    assert (count(1, "regel", "regels"), count(2, "regel", "regels")) == ("1 regel", "2 regels")


def test_a_language_without_a_name_is_told_by_its_code() -> None:
    assert (language("ar"), language("xx")) == (LANGUAGES["ar"], "xx")
