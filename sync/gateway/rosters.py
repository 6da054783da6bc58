"""Rows of stays, and who stood on rosters of before: what the register knows of who is here, left, or was erased.

- Stays are only ever added to; what of them counts is decided in retention.py.
- Rosters of before are looked at for who comes back under his number, and are rid of who was erased.
- Not here: entries (register.py).
"""

import sqlite3
from collections.abc import Collection, Iterator, Mapping

from modules.canonical import canonical
from modules.ids import DetaineeId, InstitutionId, SubjectId
from modules.retention import RetentionClass
from modules.roster import Roster
from sync.gateway.database import Database

_ERASED = f"what IN ({', '.join(repr(kind.value) for kind in RetentionClass)})"


class Stays:
    """Who is here, who left, and who was erased."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note_stay(self, person: DetaineeId, institution: InstitutionId, what: str, at_ms: int) -> None:
        """Adds a row about a person's stay; it is on disk when this returns."""
        with self._database.writing() as connection:
            row = person, institution, str(what), at_ms
            connection.execute("INSERT INTO stays (subject, institution, what, at_ms) VALUES (?, ?, ?, ?)", row)

    def stay_rows(self) -> tuple[tuple[DetaineeId, InstitutionId, str, int], ...]:
        """Gives every row about stays, in order."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT subject, institution, what, at_ms FROM stays ORDER BY id").fetchall()
        return tuple((DetaineeId(subject), InstitutionId(where), what, at_ms) for subject, where, what, at_ms in rows)

    def erasures(self, person: DetaineeId) -> int:
        """Gives how often something about a person was erased."""
        with self._database.reading() as connection:
            asked = f"SELECT count(*) FROM stays WHERE subject = ? AND {_ERASED}"  # noqa: S608  names of our own
            return int(connection.execute(asked, (person,)).fetchone()[0])

    def everybody(self) -> tuple[tuple[DetaineeId, InstitutionId], ...]:
        """Gives everybody of whom there are entries, or who ever stood on a roster, with where he is or was last."""
        asked = "SELECT DISTINCT subject, institution FROM lanes WHERE subject GLOB 'p-*'"
        with self._database.reading() as connection:
            found = {DetaineeId(one): InstitutionId(where) for one, where in connection.execute(asked)}
            for roster in _rosters(connection):
                found |= {person.detainee: roster.institution for person in roster.people}
            moved = connection.execute("SELECT subject, institution FROM moves ORDER BY id").fetchall()
            found |= {DetaineeId(one): InstitutionId(where) for one, where in moved}
        return tuple(found.items())

    def here(self) -> frozenset[DetaineeId]:
        """Gives everybody on the newest roster of any institution."""
        with self._database.reading() as connection:
            newest = {roster.institution: roster for roster in _rosters(connection)}
        return frozenset(person.detainee for roster in newest.values() for person in roster.people)

    def former(self, institution: InstitutionId) -> Mapping[str, DetaineeId]:
        """Gives whom each number meant when it last stood on a roster of the institution, but for who was erased."""
        with self._database.reading() as connection:
            stood = [roster for roster in _rosters(connection) if roster.institution == institution]
            found = {person.number: person.detainee for roster in stood for person in roster.people}
            erased = erased_of(connection, {SubjectId(person) for person in found.values()})
        return {number: person for number, person in found.items() if SubjectId(person) not in erased}


def erased_of(connection: sqlite3.Connection, subjects: Collection[SubjectId]) -> frozenset[SubjectId]:
    """Gives which of these were erased."""
    asked = f"SELECT 1 FROM stays WHERE subject = ? AND {_ERASED}"  # noqa: S608  names of our own
    return frozenset(one for one in subjects if connection.execute(asked, (one,)).fetchone())


def forget(connection: sqlite3.Connection, subject: SubjectId) -> None:
    """Takes a person out of every roster of before, inside the caller's transaction."""
    for roster in list(_rosters(connection)):
        left = tuple(person for person in roster.people if SubjectId(person.detainee) != subject)
        if len(left) != len(roster.people):
            row = canonical(roster.model_copy(update={"people": left})), roster.institution, roster.version
            connection.execute("UPDATE rosters SET roster = ? WHERE institution = ? AND version = ?", row)


def _rosters(connection: sqlite3.Connection) -> Iterator[Roster]:
    for (raw,) in connection.execute("SELECT roster FROM rosters ORDER BY institution, version").fetchall():
        yield Roster.model_validate_json(raw)
