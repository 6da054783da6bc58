"""A program that answers questions on a store and tells after each that it is safe; for being traced.

`python -m tests.fault.writing STORE COUNT SYNCHRONOUS`
"""

import os
import sys
from pathlib import Path

from tests.faults import ACKNOWLEDGED
from tests.suites.terminals import open_terminal

CHECKPOINT_PAGES = 8


def main() -> None:
    """Writes, tells, and ends without closing, as a cut power would."""
    path, count, synchronous = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    terminal = open_terminal(path)
    terminal.vault.rows(f"PRAGMA synchronous = {synchronous}")
    terminal.vault.rows(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    for number in range(count):
        terminal.answer(1, first=number)
        os.write(1, ACKNOWLEDGED)
    os._exit(0)


if __name__ == "__main__":
    main()
