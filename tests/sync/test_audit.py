"""The access log: it grows, it can be read by who it is about, and it shows when somebody was at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from modules.access import Action
from modules.errors import ChainBrokenError
from modules.ids import StaffId, SubjectId
from modules.roster import Role
from sync.gateway.audit import AccessLog
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
