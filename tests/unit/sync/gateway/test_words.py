"""The Dutch that staff read: every value has its words, and days are said as a person says them."""

import re
from collections.abc import Mapping
from enum import StrEnum

import pytest

from kiosk.i18n import Words
from modules.reasons import DeclineReason, DisagreeReason, NotePhrase, NoteReply
from modules.roster import Role
from modules.texts import DUTCH
from sync.gateway.course_words import FEASIBILITY_REASONS, MDO_REASONS, OUTCOMES
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


@pytest.mark.parametrize(
    ("chosen", "kind"), [(FEASIBILITY_REASONS, "why"), (OUTCOMES, "outcome"), (MDO_REASONS, "because")]
)
def test_what_staff_choose_is_the_very_sentence_he_reads_at_the_terminal(
    chosen: Mapping[StrEnum, str], kind: str
) -> None:
    read = Words(DUTCH)
    assert chosen == {value: read(f"course.{kind}.{value}") for value in type(next(iter(chosen)))}
