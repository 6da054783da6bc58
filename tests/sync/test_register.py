"""The register on SQLite: every rule of a register, and what a database file can do wrong."""

import sqlite3
from pathlib import Path

import pytest

from modules.errors import StoreDamagedError, StoreError
from modules.ids import SubjectId
from sync.gateway.database import Database
from sync.gateway.register import SqliteRegister
from sync.ports import Register
from tests.makers import PERSON
from tests.suites.register import RegisterSuite, an_arrival


class TestSqlite(RegisterSuite):
    @pytest.fixture
    def register(self, tmp_path: Path) -> Register:
        self.path = tmp_path / "register.db"
        return SqliteRegister(Database(self.path))

    def reopened(self, register: Register) -> Register:
        return SqliteRegister(Database(self.path))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    database = Database(tmp_path / "register.db")
    SqliteRegister(database).append(an_arrival())
    database.close()
    return tmp_path / "register.db"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entries",
        "UPDATE entries SET body = x'00'",
        "UPDATE entries SET seq = seq + 10",
        "UPDATE entries SET header = x'00', body = NULL",
    ],
)
def test_an_entry_cannot_be_changed_or_removed_by_a_statement(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.close()


def test_what_was_erased_is_in_the_file_no_longer(path: Path) -> None:
    database = Database(path)
    bodies = [one.entry.body for one in SqliteRegister(database).read(SubjectId(PERSON))]
    SqliteRegister(database).erase(SubjectId(PERSON))
    raw = b"".join(file.read_bytes() for file in path.parent.iterdir())
    database.close()
    assert [body for body in bodies if body and body in raw] == []


def test_a_file_that_is_no_database_is_told_as_damaged(tmp_path: Path) -> None:
    (tmp_path / "register.db").write_bytes(b"this is no database, it is a letter. " * 200)
    with pytest.raises(StoreDamagedError):
        Database(tmp_path / "register.db")


def test_a_file_that_cannot_be_opened_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Database(tmp_path / "nowhere" / "register.db")
    assert caught.value.hint
