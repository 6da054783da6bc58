"""Every released schema opens with today's program, with all that stood in it; what was released is never edited.

- `released/NNNN.sql` is a step as it was released; `released/NNNN.json` is what a terminal of that day kept, by row.
- A new step is released by putting both beside the others (`made` says what of).
"""

import json
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from kiosk.store.steps import SCHEMA, schema_steps
from kiosk.store.vault import Vault
from modules.errors import StoreDamagedError, StoreNewerError
from modules.events import AnswerGiven, PrivateNoteKept
from tests.suites.terminals import STORE_KEY, a_person, open_terminal

RELEASED = Path(__file__).parent / "released"
VERSIONS = sorted(int(path.stem) for path in RELEASED.glob("*.sql"))


def made(path: Path, version: int) -> Path:
    """Makes the store of a terminal of the day on which a schema was released."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{STORE_KEY.file.hex()}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    for number in range(1, version + 1):
        connection.executescript((RELEASED / f"{number:04}.sql").read_text(encoding="utf-8"))
    for table, rows in json.loads((RELEASED / f"{version:04}.json").read_text(encoding="utf-8")).items():
        for row in rows:
            values = [bytes.fromhex(value["hex"]) if isinstance(value, dict) else value for value in row]
            marks = ", ".join("?" for _ in row)
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608  our own tables
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    return path


@pytest.mark.parametrize("version", VERSIONS)
def test_a_store_of_each_released_schema_comes_to_the_newest_with_all_of_it(tmp_path: Path, version: int) -> None:
    terminal = open_terminal(made(tmp_path / "store.db", version))
    assert terminal.vault.schema == len(schema_steps())
    events = terminal.events()
    assert sum(isinstance(event, AnswerGiven) for event in events) == 8
    assert sum(isinstance(event, PrivateNoteKept) for event in events) == 1
    assert len(terminal.events(a_person(2))) == 3
    assert (terminal.vault.check(), terminal.journal.verify()) == ((), ())
    assert len(terminal.exchange.due(100, 1 << 20, {})) == 6
    terminal.answer(1, first=8)
    assert len(open_terminal(terminal.path).events()) == 10


@pytest.mark.parametrize("version", VERSIONS)
def test_a_step_that_was_released_is_never_edited(version: int) -> None:
    (step,) = SCHEMA.glob(f"{version:04}_*.sql")
    assert step.read_text(encoding="utf-8") == (RELEASED / f"{version:04}.sql").read_text(encoding="utf-8")


def test_steps_are_numbered_without_a_gap() -> None:
    assert [int(step.name[:4]) for step in schema_steps()] == list(range(1, len(schema_steps()) + 1))


def test_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = made(tmp_path / "store.db", VERSIONS[-1])
    vault = Vault.open(path, STORE_KEY.file)
    vault.run(f"PRAGMA user_version = {vault.schema + 1}")
    vault.close()
    raw = path.read_bytes()
    with pytest.raises(StoreNewerError):
        Vault.open(path, STORE_KEY.file)
    assert path.read_bytes() == raw


@pytest.mark.parametrize("edit", ["DROP TRIGGER lanes_are_never_deleted", "CREATE TABLE mine (a)", "DROP TABLE pins"])
def test_a_store_whose_rules_were_edited_is_refused(tmp_path: Path, edit: str) -> None:
    path = made(tmp_path / "store.db", VERSIONS[-1])
    vault = Vault.open(path, STORE_KEY.file)
    vault.run(edit)
    vault.close()
    with pytest.raises(StoreDamagedError, match="rules"):
        Vault.open(path, STORE_KEY.file)
