"""The access log: it grows, it can be read by who it is about, and it shows when somebody was at it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from modules.access import Action, Purpose
from modules.canonical import canonical
from modules.errors import ChainBrokenError
from modules.ids import StaffId, SubjectId
from modules.roster import Role
from sync.gateway.audit import GENESIS, AccessLog
from sync.gateway.clock import Clock
from sync.gateway.database import Database
from tests.makers import OTHER_PERSON, PERSON, an_id

STAFF, OTHER = StaffId(an_id("s-", 1)), StaffId(an_id("s-", 2))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "register.db")
    yield database
    database.close()


@pytest.fixture
def log(database: Database) -> AccessLog:
    log = AccessLog(database, Clock())
    for number, (staff, person) in enumerate([(STAFF, PERSON), (OTHER, PERSON), (STAFF, OTHER_PERSON)] * 2):
        log.note(Action.PAGE_OPENED, SubjectId(person), Role.MENTOR, staff, number)
    return log


def test_a_person_can_read_who_opened_his_page_and_nothing_about_others(log: AccessLog) -> None:
    assert [row.by for row in log.about(SubjectId(PERSON))] == [STAFF, OTHER, STAFF, OTHER]


def test_the_last_visit_of_a_mentor_is_known(log: AccessLog) -> None:
    last = log.last_opening(SubjectId(PERSON), STAFF)
    assert last is not None
    assert last.position == 3
    assert log.last_opening(SubjectId(OTHER_PERSON), OTHER) is None


def test_an_empty_log_and_a_whole_one_follow(database: Database, log: AccessLog, tmp_path: Path) -> None:
    assert len(log.verify()) == 64
    assert log.count() == 6
    empty = Database(tmp_path / "empty.db")
    assert set(AccessLog(empty, Clock()).verify()) == {"0"}
    empty.close()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM accesses WHERE seq = 3",
        "UPDATE accesses SET raw = (SELECT raw FROM accesses WHERE seq = 1) WHERE seq = 4",
        "UPDATE accesses SET subject = 'p-x', raw = CAST(replace(raw, 'mentor', 'nobody') AS BLOB) WHERE seq = 2",
    ],
)
def test_a_row_that_was_taken_out_or_changed_is_found(database: Database, log: AccessLog, statement: str) -> None:
    with database.writing() as connection:
        connection.execute("DROP TRIGGER accesses_stay")
        connection.execute("DROP TRIGGER accesses_hold")
        connection.execute(statement)
    with pytest.raises(ChainBrokenError):
        log.verify()


def test_rows_cut_off_at_the_end_are_found_by_the_newest_one_of_before(database: Database, log: AccessLog) -> None:
    newest = log.verify()
    assert log.verify(newest) == newest
    with database.writing() as connection:
        connection.execute("DROP TRIGGER accesses_stay")
        connection.execute("DELETE FROM accesses WHERE seq = 6")
    assert log.verify() != newest
    with pytest.raises(ChainBrokenError):
        log.verify(newest)


def test_rows_from_before_there_was_a_purpose_still_follow(tmp_path: Path) -> None:
    old = Database(tmp_path / "old.db")
    raw = canonical(_row_of_before())
    with old.writing() as connection:
        row = PERSON, hashlib.sha256(GENESIS + raw).digest(), raw
        connection.execute("INSERT INTO accesses (subject, hash, raw) VALUES (?, ?, ?)", row)
    log = AccessLog(old, Clock())
    log.note(Action.PAGE_OPENED, SubjectId(PERSON), Role.MENTOR, STAFF)
    assert [row.purpose for row in log.about(SubjectId(PERSON))] == [None, Purpose.REINTEGRATION]
    assert len(log.verify()) == 64
    old.close()


def _row_of_before() -> dict[str, object]:
    return {
        "time_ms": 1,
        "by": None,
        "role": "operator",
        "action": "plan_exported",
        "subject": PERSON,
        "position": 0,
        "previous": GENESIS.hex(),
    }
