"""Files that must be there whole or not at all: flushed, then put in their place by one rename.

- Not here: what is in them.
"""

import os
from pathlib import Path

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file, by the end of its name."""


def beside(path: Path, ending: str) -> Path:
    """Gives the path of what stands beside a file."""
    return path.with_name(path.name + ending)


def flush(path: Path) -> None:
    """Returns when the disk has a file, or a folder's list of names."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def put(made: Path, place: Path) -> None:
    """Puts a file that was made aside in its place, on disk before this returns."""
    flush(made)
    made.replace(place)
    flush(place.parent)


def hand_over(path: Path) -> None:
    """Gives a file that root made in somebody's folder to him, or his own programs could not open it."""
    if os.geteuid() == 0 and path.exists():
        owner = path.parent.stat()
        os.chown(path, owner.st_uid, owner.st_gid)


def remove(path: Path) -> None:
    """Removes a database file with all that stands beside it; nothing there is well too."""
    for each in (path, *(beside(path, ending) for ending in BESIDE)):
        each.unlink(missing_ok=True)
