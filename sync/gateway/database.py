"""One SQLite file, opened so that what was answered is on disk: WAL, `synchronous=FULL`, one writer at a time.

- Reads never wait for the writer: each thread has a connection of its own.
- Who writes while another is still waiting for the disk is taken along in the next transaction, so that one wait for
  the disk serves many (`together`); each of them still fails or succeeds alone.
- Several processes may have it open: `drplan serve`, and whoever imports, exports or enrols beside it.
- Not here: any table's meaning (register.py, enrolments.py, audit.py, entrance.py). Another engine is another
  implementation of those, not of this file.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from modules.errors import ProductError, StoreDamagedError, StoreError, StoreFullError

WAIT_SECONDS = 10.0
_SCHEMA = Path(__file__).parent / "schema" / "0001_register.sql"


Result = TypeVar("Result")


class _Turn:
    """One piece of work that waits for a transaction; what it raises undoes its own work alone."""

    def __init__(self, work: Callable[[sqlite3.Connection], Any]) -> None:
        self._work = work
        self.result: Any = None
        self.error: BaseException | None = None
        self.is_done = False

    def take(self, connection: sqlite3.Connection) -> None:
        connection.execute("SAVEPOINT turn")
        try:
            self.result = self._work(connection)
        except ProductError as error:
            self.error = error
            connection.execute("ROLLBACK TO turn")
        connection.execute("RELEASE turn")


class Database:
    """A database file, and this process's connections to it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._waiting: list[_Turn] = []
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        with _translated():
            self._writer = self._open()
            self._writer.executescript(_SCHEMA.read_text(encoding="utf-8"))

    def close(self) -> None:
        """Closes every connection of this process."""
        for connection in self._opened:
            connection.close()
        self._opened.clear()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Gives a connection in one transaction, which is on disk when this ends, or never happened.

        Raises:
            StoreError: It could not be written; nothing was.
        """
        with _translated(), self._lock:
            connection = self._writer
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def together(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Gives what `work` gives, done in a transaction shared with whoever else waits; on disk when this returns.

        Raises:
            StoreError: It could not be written; nothing of it was.
        """
        turn = _Turn(work)
        self._waiting.append(turn)
        with self._lock:
            if not turn.is_done:
                turns, self._waiting = self._waiting, []
                self._serve(turns)
        if turn.error is not None:
            with _translated():
                raise turn.error
        result: Result = turn.result
        return result

    def _serve(self, turns: Sequence["_Turn"]) -> None:
        connection = self._writer
        try:
            connection.execute("BEGIN IMMEDIATE")
            for turn in turns:
                turn.take(connection)
            connection.execute("COMMIT")
        except Exception as error:  # noqa: BLE001  whatever it is, everybody who waited gets it
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            for turn in turns:
                turn.error = turn.error or error
        finally:
            for turn in turns:
                turn.is_done = True

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Gives this thread's connection for reading.

        Raises:
            StoreError: It could not be read.
        """
        with _translated():
            connection = getattr(self._local, "connection", None)
            if connection is None:
                connection = self._local.connection = self._open()
            yield connection

    def sweep(self) -> None:
        """Takes what was erased off the disk: out of the file (zeroed when freed) and out of the write-ahead log.

        Raises:
            StoreError: It could not be done now.
        """
        with _translated(), self._lock:
            self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "trusted_schema=OFF",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchone()
        self._opened.append(connection)
        return connection


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise StoreFullError("the register's disk is full", hint="make room; terminals send again") from error
        raise StoreError("the register cannot be used now", hint="look at its disk and who has it open") from error
    except sqlite3.DatabaseError as error:
        raise StoreDamagedError("the register's file is not whole", hint="put back a copy") from error
