"""The steps of the store's schema, oldest first, each a file that is never edited once it was released.

- Not here: taking them (vault.py).
"""

import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SCHEMA = Path(__file__).parent / "schema"


@cache
def schema_steps() -> tuple[Path, ...]:
    """Gives the files of the schema, oldest first."""
    return tuple(sorted(SCHEMA.glob("[0-9]*.sql")))


def statements_of(script: str) -> Iterator[str]:
    """Gives the statements of a script one by one: SQLite's own way to run it would commit what went before."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
