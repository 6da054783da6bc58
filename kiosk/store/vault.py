"""The one encrypted file: opened with a raw key, durable at every commit, and the only import of sqlcipher3.

- WAL and synchronous=FULL: a transaction that returned is on disk (SECURITY 1.2); never NORMAL.
- Writes take the write lock at their start, so that two processes never meet halfway; reads see one moment.
- A schema only goes forward, one file of schema/ at a time, each in one transaction.
- Its tables and triggers are the ones of schema/, word for word; a store whose rules were edited is refused.
- SQLite's errors end here: each has its name (troubles.py).
- Not here: what the tables mean (the files beside this one), where the key comes from (keys.py), what is done about a
  damaged file (healing.py).
"""

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Self

from sqlcipher3 import dbapi2 as sqlcipher

from kiosk.store.steps import schema_steps, statements_of
from kiosk.store.troubles import HEAL, expect_file, named, what_it_is
from modules.errors import StoreDamagedError, StoreError, StoreLockedError, StoreNewerError

KEY_BYTES = 32
BUSY_TIMEOUT_MS = 10_000
CHECKPOINT_PAGES = 4_000
_PRAGMAS = (
    "cipher_log_level = NONE",  # it writes to stderr; what it says is in the error as well
    "cipher_memory_security = ON",
    f"busy_timeout = {BUSY_TIMEOUT_MS}",
    "journal_mode = WAL",
    "synchronous = FULL",
    f"wal_autocheckpoint = {CHECKPOINT_PAGES}",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # or REPLACE would delete an entry without asking the trigger
    "secure_delete = ON",
    "trusted_schema = OFF",
)

_RULES = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"

Row = tuple[Any, ...]


class Vault:
    """An open store; may be used from several threads, one transaction at a time."""

    def __init__(self, connection: Any, path: Path) -> None:
        self._connection = connection
        self._turn = threading.RLock()
        self._writing = _Writing(connection, self._turn, self._execute)
        self.path = path
        self._file = path.stat().st_ino

    @property
    def is_in_place(self) -> bool:
        """Whether the file this has open still stands at its path: a healed one may have taken its place."""
        return self.path.is_file() and self.path.stat().st_ino == self._file

    @classmethod
    def create(cls, path: Path, key: bytes) -> Self:
        """Gives a new, empty store in a file that only its owner may read.

        Raises:
            StoreError: There is a file already.
        """
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError as error:
            raise StoreError("there is a store here already", hint="open it, or choose another folder") from error
        return cls._open(path, key)

    @classmethod
    def open(cls, path: Path, key: bytes) -> Self:
        """Gives the store in a file, brought to this program's schema.

        Raises:
            StoreMissingError: There is no file.
            StoreForeignError: The file is no store.
            StoreLockedError: The key is not this store's.
            StoreDamagedError: The file is not whole, or its rules were edited.
            StoreNewerError: A newer program made it.
        """
        expect_file(path)
        return cls._open(path, key)

    @classmethod
    def open_as_is(cls, path: Path, key: bytes) -> Self:
        """Gives a store of which only some may still be readable: nothing is migrated, no rule is held against it.

        Raises:
            StoreError: Not even its beginning can be read.
        """
        expect_file(path)
        return cls._open(path, key, as_is=True)

    @classmethod
    def _open(cls, path: Path, key: bytes, *, as_is: bool = False) -> Self:
        if len(key) != KEY_BYTES:
            raise StoreLockedError("a store key has 32 bytes")
        try:
            connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        except sqlcipher.Error as error:
            raise _as_ours(error) from None
        vault = cls(connection, path)
        try:
            for pragma in _PRAGMAS:
                vault.rows(f"PRAGMA {pragma}")
            if not as_is:
                vault._migrate()
                vault._hold_to_schema()
        except StoreLockedError:
            connection.close()
            raise what_it_is(path, key) from None
        except StoreError:
            connection.close()
            raise
        return vault

    def write(self) -> AbstractContextManager[None]:
        """Makes what happens inside one transaction, durable when this returns; undone when it raises."""
        return self._writing

    @contextmanager
    def read(self) -> Iterator[None]:
        """Makes every read inside see one moment; inside a write it is part of that."""
        with self._turn:
            if self._connection.in_transaction:
                yield
                return
            self._execute("BEGIN")
            try:
                yield
            finally:
                self._execute("ROLLBACK")

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Gives every row of a statement."""
        with self._turn:
            try:
                found: list[Row] = self._connection.execute(sql, parameters).fetchall()
            except sqlcipher.Error as error:
                raise _as_ours(error) from None
            return found

    def each(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Row]:
        """Gives the rows of a statement one by one, those before a damaged page too."""
        with self._turn:
            try:
                yield from self._connection.execute(sql, parameters)
            except sqlcipher.Error as error:
                raise _as_ours(error) from None

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """Gives the first row of a statement, if there is one."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Runs a statement and gives the id of the row it inserted last."""
        with self._turn:
            return int(self._execute(sql, parameters).lastrowid or 0)

    def run_each(self, sql: str, each: Iterable[Sequence[Any]]) -> None:
        """Runs a statement once for each set of parameters."""
        with self._turn:
            try:
                self._connection.executemany(sql, each)
            except sqlcipher.Error as error:
                raise _as_ours(error) from None

    @property
    def schema(self) -> int:
        """How far its schema is."""
        found = self.row("PRAGMA user_version")
        return int(found[0]) if found else 0

    @property
    def cipher(self) -> str:
        """Which SQLCipher this is, and which cryptography is in it."""
        names = ("cipher_version", "cipher_provider_version")
        return ", ".join(str(self.rows(f"PRAGMA {name}")[0][0]) for name in names)

    def others_changes(self) -> int:
        """Gives a number that changes whenever another connection has committed."""
        found = self.row("PRAGMA data_version")
        return int(found[0]) if found else 0

    def checkpoint(self) -> None:
        """Moves what stands in the log into the file and empties the log, if no one else is reading or writing."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def tidy(self) -> None:
        """Moves what can be moved from the log into the file, waiting for nobody; done often, no tap has to do it."""
        self.rows("PRAGMA wal_checkpoint(PASSIVE)")

    def check(self) -> tuple[str, ...]:
        """Gives what is wrong with the file, nothing when it is whole.

        The log is emptied first: on the file alone `cipher_integrity_check` can raise a false alarm (SECURITY 1.2).
        """
        self.checkpoint()
        pages = self.rows("PRAGMA cipher_integrity_check")
        if pages:
            return tuple(str(row[0]) for row in pages)
        trees = [str(row[0]) for row in self.rows("PRAGMA integrity_check")]
        return () if trees == ["ok"] else tuple(trees)

    def copy_to(self, path: Path) -> None:
        """Writes a whole second file, encrypted with the same key.

        Raises:
            StoreError: The file exists already.
            StoreFullError: There is no room for it.
        """
        if path.exists():
            raise StoreError("the second file exists already", hint="write it aside, then rename it")
        self.run("VACUUM INTO ?", (str(path),))
        path.chmod(0o600)

    def rekey(self, key: bytes) -> None:
        """Encrypts every page with another key, in one transaction of its own."""
        self.run(f"PRAGMA rekey = \"x'{key.hex()}'\"")

    def close(self) -> None:
        """Closes the store; what was committed is safe whether or not this is called."""
        with self._turn:
            try:
                self._connection.close()
            except sqlcipher.Error as error:
                raise _as_ours(error) from None

    def _execute(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        try:
            return self._connection.execute(sql, parameters)
        except sqlcipher.Error as error:
            raise _as_ours(error) from None

    def _migrate(self) -> None:
        steps = schema_steps()
        if self.schema > len(steps):
            raise StoreNewerError("a newer program made this store", hint="update this program")
        for number, step in enumerate(steps[self.schema :], start=self.schema + 1):
            with self.write():
                if self.schema < number:  # the other process may have been first
                    for statement in statements_of(step.read_text(encoding="utf-8")):
                        self.run(statement)
                    self.run(f"PRAGMA user_version = {number}")

    def _hold_to_schema(self) -> None:
        if tuple(self.rows(_RULES)) != _rules_of(self.schema):
            raise StoreDamagedError("the store's rules were edited", hint=HEAL)


class _Writing(AbstractContextManager[None]):
    """Every writing transaction of a store, one after another; a class, because each tap waits for one."""

    def __init__(self, connection: Any, turn: "threading.RLock", run: Callable[[str], Any]) -> None:
        self._connection, self._turn, self._run = connection, turn, run

    def __enter__(self) -> None:
        self._turn.acquire()
        try:
            self._run("BEGIN IMMEDIATE")
        except BaseException:
            self._turn.release()
            raise

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._run("COMMIT")
        finally:
            try:
                if self._connection.in_transaction:
                    self._run("ROLLBACK")
            finally:
                self._turn.release()


@cache
def _rules_of(version: int) -> tuple[Row, ...]:
    fresh = sqlcipher.connect(":memory:", isolation_level=None)
    try:
        for step in schema_steps()[:version]:
            fresh.executescript(step.read_text(encoding="utf-8"))
        return tuple(fresh.execute(_RULES).fetchall())
    finally:
        fresh.close()


def _as_ours(error: Exception) -> StoreError:
    return named(getattr(error, "sqlite_errorcode", 0))
