"""Who moved from one institution of this gateway to another, and what is given to the new one besides its own entries.

- From a move on everything about a person is given to where he is now: what there was, and what still comes in late
  from the terminals he left. Each of it has a position of its own in the feed, so a terminal asks as always.
- Where he left he is given to no more: what is written about him elsewhere stands in other lanes.
- Inside the caller's transaction. Not here: the verb (transfer.py), and what a feed is (register.py).
"""

import sqlite3
from collections.abc import Iterable

from modules.ids import DetaineeId, InstitutionId, SubjectId

NEWEST = """
SELECT max((SELECT coalesce(max(position), 0) FROM entries), (SELECT coalesce(max(position), 0) FROM rosters),
           (SELECT coalesce(max(position), 0) FROM relays))
"""
_NOT_GIVEN = """
SELECT entries.position FROM entries JOIN lanes ON lane = lanes.id
WHERE subject = ? AND institution <> ? AND NOT EXISTS
    (SELECT 1 FROM relays WHERE relays.institution = ? AND relays.entry = entries.position)
ORDER BY entries.position
"""


def note(
    connection: sqlite3.Connection, person: DetaineeId, left: InstitutionId, institution: InstitutionId, at_ms: int
) -> None:
    """Notes that a person moved, and has everything about him given to where he went."""
    connection.execute(
        "INSERT INTO moves (subject, left, institution, at_ms) VALUES (?, ?, ?, ?)", (person, left, institution, at_ms)
    )
    pass_on(connection, (SubjectId(person),))


def pass_on(connection: sqlite3.Connection, subjects: Iterable[SubjectId]) -> None:
    """Has what came in about those who moved given to where they are now, as far as it is not yet."""
    for subject in subjects:
        now = connection.execute(
            "SELECT institution FROM moves WHERE subject = ? ORDER BY id DESC LIMIT 1", (subject,)
        ).fetchone()
        if now is None:
            continue
        waiting = connection.execute(_NOT_GIVEN, (subject, now[0], now[0])).fetchall()
        (newest,) = connection.execute(NEWEST).fetchone()
        rows = [(newest + number, now[0], entry) for number, (entry,) in enumerate(waiting, 1)]
        connection.executemany("INSERT INTO relays (position, institution, entry) VALUES (?, ?, ?)", rows)


def left(connection: sqlite3.Connection, institution: InstitutionId) -> frozenset[str]:
    """Gives who ever moved away from an institution; what its terminals still have of them is awaited."""
    found = connection.execute("SELECT DISTINCT subject FROM moves WHERE left = ?", (institution,)).fetchall()
    return frozenset(subject for (subject,) in found)


def known_to(connection: sqlite3.Connection, subject: SubjectId) -> tuple[InstitutionId, ...]:
    """Gives every institution whose terminals were given anything about a person because he moved, or left him."""
    asked = "SELECT left FROM moves WHERE subject = ? UNION SELECT institution FROM moves WHERE subject = ? ORDER BY 1"
    return tuple(InstitutionId(found) for (found,) in connection.execute(asked, (subject, subject)).fetchall())
