"""What can be wrong with a store's file, each by its own name, and what to do about it.

- Result codes are SQLite's own numbers, which SQLCipher shares.
- Not here: doing it (healing.py, exchanged.py).
"""

import sqlite3
from pathlib import Path

from kiosk.store.pages import is_plain, is_store_of
from modules.errors import (
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreForeignError,
    StoreFullError,
    StoreLockedError,
    StoreMissingError,
)

HEAL = "start the window anew: it heals from the second file"


def expect_file(path: Path) -> None:
    """Returns only if there is a file that can be a store.

    Raises:
        StoreMissingError: There is none.
        StoreDamagedError: It is empty.
    """
    if not path.is_file():
        raise StoreMissingError("there is no store here", hint="set this terminal up with `kiosk provision`")
    if path.stat().st_size == 0:
        raise StoreDamagedError("the store's file is empty", hint=HEAL)


def what_it_is(path: Path, key: bytes) -> StoreError:
    """Gives what is wrong with a file that does not open with this key."""
    if is_store_of(path, key):
        return StoreDamagedError("the store's first page is not whole", hint=HEAL)
    if is_plain(path):
        return StoreForeignError("the file in the store's place is no store", hint="see what put it there; " + HEAL)
    return StoreLockedError(
        "the key is not this store's, or the file is no store", hint="check which key this terminal has"
    )


def named(code: int) -> StoreError:
    """Gives the error of ours for a result code of SQLite's."""
    match code & 0xFF:
        case sqlite3.SQLITE_NOTADB:
            return StoreLockedError(
                "the key is not this store's, or the file is no store", hint="check which key this terminal has"
            )
        case sqlite3.SQLITE_CORRUPT:
            return StoreDamagedError("the store's file is not whole", hint=HEAL)
        case sqlite3.SQLITE_FULL:
            return StoreFullError("there is no room on disk", hint="free space; what was stored is still there")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreBusyError("the store was busy for too long", hint="see what the other process is doing")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN:
            return StoreError("the disk lets nothing be written", hint="look at the disk, and who owns the folder")
        case sqlite3.SQLITE_IOERR:
            return StoreDamagedError("the disk does not read or write", hint="look at the disk before anything else")
        case sqlite3.SQLITE_CONSTRAINT:
            return StoreError("the store refused what its rules forbid")
        case _:
            return StoreError(f"the store failed with SQLite's code {code & 0xFF}")
