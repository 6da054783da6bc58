"""Who opened what: a hash-chained log that only grows, readable by the person it is about.

- One row for each opening of a person's page, each note, each export, each login: who, in what role, to what end, what,
  about whom, how it ended, where (after NEN 7513). Never what was read, never a name or number.
- Each row holds the hash of the one before, so a row that was changed or taken out is found.
- `position` is how far the register was then; so a mentor's next visit can say what is new since.
- Not here: showing it (review.py, exports.py).
"""

import hashlib
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from modules.access import PURPOSES, Action, Outcome, Purpose, outcome_of
from modules.canonical import canonical
from modules.errors import ChainBrokenError
from modules.ids import Digest, StaffId, SubjectId
from modules.roster import Role
from modules.values import Value
from sync.gateway.clock import Clock
from sync.gateway.database import Database

GENESIS = bytes(32)


class Access(Value):
    """One row: `subject` is a person or an institution; `by` is none for who works at the gateway itself.

    `second` is who stood by where two have to; `terminal` is where it was done. Rows of before have no purpose.
    """

    time_ms: Annotated[int, Field(ge=0)]
    by: StaffId | None
    role: Role
    action: Action
    subject: SubjectId
    position: Annotated[int, Field(ge=0)]
    previous: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = GENESIS.hex()
    purpose: Purpose | None = None
    outcome: Outcome | None = None
    terminal: Annotated[str, StringConstraints(max_length=60)] = ""
    second: StaffId | None = None


class AccessLog:
    """The log of one gateway."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def note(
        self,
        action: Action,
        subject: SubjectId,
        role: Role,
        by: StaffId | None,
        position: int = 0,
        *,
        terminal: str = "",
        second: StaffId | None = None,
    ) -> None:
        """Adds a row; it is on disk when this returns."""
        with self._database.writing() as connection:
            last = connection.execute("SELECT hash FROM accesses ORDER BY seq DESC LIMIT 1").fetchone()
            previous = last[0] if last else GENESIS
            access = Access(
                time_ms=self._clock.now_ms(),
                by=by,
                role=role,
                action=action,
                subject=subject,
                position=position,
                previous=previous.hex(),
                purpose=PURPOSES[action],
                outcome=outcome_of(action),
                terminal=terminal,
                second=second,
            )
            raw = canonical(access)
            row = subject, _hash(previous, raw), raw
            connection.execute("INSERT INTO accesses (subject, hash, raw) VALUES (?, ?, ?)", row)

    def about(self, subject: SubjectId) -> tuple[Access, ...]:
        """Gives every row about a person or institution, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT raw FROM accesses WHERE subject = ? ORDER BY seq", (subject,)).fetchall()
        return tuple(Access.model_validate_json(raw) for (raw,) in rows)

    def last_opening(self, subject: SubjectId, by: StaffId) -> Access | None:
        """Gives when somebody last opened a person's page, or none where he never did."""
        openings = [row for row in self.about(subject) if row.by == by and row.action is Action.PAGE_OPENED]
        return openings[-1] if openings else None

    def verify(self, known: Digest | None = None) -> Digest:
        """Gives the hash of the newest row, after following the chain from the first.

        Args:
            known: The hash of a row that was the newest before: rows cut off at the end are found by it alone.

        Raises:
            ChainBrokenError: A row was changed, taken out or put in between, or the known one is not there.
        """
        is_known = known in (None, GENESIS.hex())
        previous = GENESIS
        for seq, (hashed, raw) in enumerate(self._rows(), 1):
            if _previous(raw) != previous.hex() or _hash(previous, raw) != hashed:
                raise ChainBrokenError(
                    f"the access log does not follow at row {seq}", hint="put back a copy and compare"
                )
            previous = hashed
            is_known = is_known or previous.hex() == known
        if not is_known:
            raise ChainBrokenError(
                "the access log does not hold the row that was its newest before", hint="put back a copy and compare"
            )
        return Digest(previous.hex())

    def count(self) -> int:
        """Gives how many rows there are."""
        with self._database.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM accesses").fetchone()[0])

    def _rows(self) -> Iterator[tuple[bytes, bytes]]:
        with self._database.reading() as connection:
            yield from connection.execute("SELECT hash, raw FROM accesses ORDER BY seq")


def _previous(raw: bytes) -> str | None:
    try:
        return Access.model_validate_json(raw).previous
    except ValidationError:
        return None


def _hash(previous: bytes, raw: bytes) -> bytes:
    return hashlib.sha256(previous + raw).digest()
