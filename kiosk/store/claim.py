"""Who has the store in hand: any number of processes use it, or one alone puts another file in its place.

- A lock of the system on a file of its own; it is gone with the process, however that ends.
- Not here: SQLite's own locks, which order transactions (vault.py).
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from modules.errors import StoreBusyError

WAIT_SECONDS = 60.0
_STEP_SECONDS = 0.1


def lock_file(store: Path) -> Path:
    """Gives the file that is locked for a store."""
    return store.with_name(f"{store.name}.lock")


@contextmanager
def in_use(store: Path) -> Iterator[None]:
    """Keeps the store's file in its place; waits while one process exchanges it."""
    number = _opened(store)
    try:
        fcntl.flock(number, fcntl.LOCK_SH)
        yield
    finally:
        os.close(number)


@contextmanager
def alone(store: Path, sleep: Callable[[float], None], seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Lets nobody else use the store's file.

    Raises:
        StoreBusyError: Others did not let go of it in time.
    """
    number = _opened(store)
    try:
        for _ in range(round(seconds / _STEP_SECONDS)):
            if _try(number):
                break
            sleep(_STEP_SECONDS)
        else:
            raise StoreBusyError("another program does not let go of the store", hint="end it, then start this anew")
        yield
    finally:
        os.close(number)


def _try(number: int) -> bool:
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _opened(store: Path) -> int:
    return os.open(lock_file(store), os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
