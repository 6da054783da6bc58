"""The central, append-only store of all lanes, on SQLite; the role is `Register` in sync/ports.py.

- Bodies are stored as received; lane keys stand in opening bodies, sealed to the gateway's key, so the file alone
  tells nothing (SETTLED 21).
- One place of one lane holds one entry: (lane, seq) is unique, which also serialises whoever writes beside us.
- Not here: what may be stored (ingest.py), what it means (drplan.py), terminals and staff (enrolments.py, entrance.py).
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from modules.canonical import canonical
from modules.errors import ChainBrokenError, RollbackError
from modules.ids import DetaineeId, Digest, EntryId, InstitutionId, SubjectId, TerminalId
from modules.journal import Entry, Head, Header, Lane, head_of
from modules.roster import Roster
from sync.gateway import moves, rosters
from sync.gateway.database import Database
from sync.ports import Arrival, Delivery, Stored

_INSERT = """
INSERT INTO entries (position, lane, seq, hash, header, body, arrived_ms, quarantine) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (lane, seq) DO NOTHING
"""


class SqliteRegister(rosters.Stays):
    """The register of one gateway."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._rosters: dict[InstitutionId, Roster] = {}

    def heads(self, lanes: Iterable[Lane]) -> Mapping[str, Head]:
        """Gives the last known head of each lane, by `Lane.key`; lanes that are new are absent."""
        asked = "SELECT seq, hash, header FROM entries WHERE lane = (SELECT id FROM lanes WHERE key = ?)"
        found: dict[str, Head] = {}
        with self._database.reading() as connection:
            for lane in lanes:
                row = connection.execute(asked + " ORDER BY seq DESC LIMIT 1", (lane.key,)).fetchone()
                if row is not None:
                    clock = Header.model_validate_json(row[2]).clock
                    found[lane.key] = Head(lane, row[0], Digest(row[1].hex()), clock)
        return found

    def append(self, arrival: Arrival) -> int:
        """Stores entries in one durable transaction and gives how many were new; twice changes nothing.

        Raises:
            ChainBrokenError: An entry claims a place where another stands; nothing of the arrival is stored.
        """
        return self._database.together(lambda connection: _append(connection, arrival))

    def read(self, subject: SubjectId) -> tuple[Stored, ...]:
        """Gives every entry about a subject, by lane and seq."""
        asked = """
            SELECT header, body, position, arrived_ms, quarantine FROM entries JOIN lanes ON lane = lanes.id
            WHERE subject = ? ORDER BY key, seq
        """
        with self._database.reading() as connection:
            rows = connection.execute(asked, (subject,)).fetchall()
        return tuple(Stored(Entry.parse(raw, body), *rest) for raw, body, *rest in rows)

    def newest(self, subject: SubjectId) -> int:
        """Gives the position of the newest entry about a subject; 0 where there is none."""
        asked = "SELECT coalesce(max(position), 0) FROM entries WHERE lane IN (SELECT id FROM lanes WHERE subject = ?)"
        with self._database.reading() as connection:
            return int(connection.execute(asked, (subject,)).fetchone()[0])

    def after(
        self, institution: InstitutionId, position: int, most_entries: int, most_bytes: int
    ) -> tuple[int, tuple[Entry, ...]]:
        """Gives an institution's entries stored after a position, in order, and the position then reached.

        The first entry is given even when it alone is over `most_bytes`.
        """
        asked = """
            SELECT position, institution, header, body FROM entries JOIN lanes ON lane = lanes.id WHERE position > ?1
            UNION ALL
            SELECT relays.position, institution, header, body FROM relays JOIN entries ON entry = entries.position
            WHERE relays.position > ?1 ORDER BY position
        """
        with self._database.reading() as connection:
            connection.execute("BEGIN")
            try:
                newest = max(position, connection.execute(moves.NEWEST).fetchone()[0])
                rows = connection.execute(asked, (position,))
                return _up_to(rows, institution, newest, (most_entries, most_bytes))
            finally:
                connection.execute("ROLLBACK")

    def position(self) -> int:
        """Gives the position of the newest entry or roster; 0 at first."""
        with self._database.reading() as connection:
            return int(connection.execute(moves.NEWEST).fetchone()[0])

    def last_delivery(self, terminal: TerminalId) -> Delivery | None:
        """Gives the batch of a terminal that came in last; a store that was put back counts lower than before."""
        asked = """
            SELECT batch, number, position FROM deliveries WHERE terminal = ?
            ORDER BY arrived_ms DESC, number DESC LIMIT 1
        """
        with self._database.reading() as connection:
            row = connection.execute(asked, (terminal,)).fetchone()
        return Delivery(terminal, EntryId(row[0]), row[1], row[2]) if row else None

    def heads_of(self, terminal: TerminalId) -> tuple[Head, ...]:
        """Gives the head of every lane that a terminal has written."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT header, max(seq) FROM entries JOIN lanes ON lane = lanes.id WHERE key GLOB ? GROUP BY lane",
                (f"{terminal}/*",),
            ).fetchall()
        return tuple(head_of(Entry.parse(raw, None)) for raw, _ in rows)

    def roster(self, institution: InstitutionId, after: int = 0) -> Roster | None:
        """Gives the institution's newest roster, if it was put in after that position."""
        asked = "SELECT position, version FROM rosters WHERE institution = ? ORDER BY version DESC LIMIT 1"
        with self._database.reading() as connection:
            newest = connection.execute(asked, (institution,)).fetchone()
            if newest is None or 0 < newest[0] <= after:
                return None
            kept = self._rosters.get(institution)
            if kept is None or kept.version != newest[1]:
                row = connection.execute("SELECT roster FROM rosters WHERE position = ?", newest[:1]).fetchone()
                kept = self._rosters[institution] = Roster.model_validate_json(row[0])
        return kept

    def put_roster(self, roster: Roster) -> None:
        """Keeps a new version of an institution's roster.

        Raises:
            RollbackError: Its version is not higher than the one that is here.
        """
        asked = "SELECT coalesce(max(version), 0) FROM rosters WHERE institution = ?"
        with self._database.writing() as connection:
            (version,) = connection.execute(asked, (roster.institution,)).fetchone()
            if roster.version <= version:
                raise RollbackError("a roster is older than the one that is here", hint="read the newest and try again")
            (position,) = connection.execute(moves.NEWEST).fetchone()
            row = position + 1, roster.institution, roster.version, canonical(roster)
            connection.execute("INSERT INTO rosters (position, institution, version, roster) VALUES (?, ?, ?, ?)", row)

    def move(self, person: DetaineeId, left: InstitutionId, institution: InstitutionId, at_ms: int) -> None:
        """Notes that a person went from one institution to another: from now on everything about him is given there."""
        with self._database.writing() as connection:
            moves.note(connection, person, left, institution, at_ms)

    def left(self, institution: InstitutionId) -> frozenset[str]:
        """Gives who ever moved away from an institution."""
        with self._database.reading() as connection:
            return moves.left(connection, institution)

    def known_to(self, subject: SubjectId) -> tuple[InstitutionId, ...]:
        """Gives the institutions between which a person moved; none where he never did."""
        with self._database.reading() as connection:
            return moves.known_to(connection, subject)

    def institution_of(self, lane: Lane) -> InstitutionId | None:
        """Gives the institution a lane belongs to, if it is here."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT institution FROM lanes WHERE key = ?", (lane.key,)).fetchone()
        return InstitutionId(row[0]) if row else None

    def erase(self, subject: SubjectId, keep: Collection[Digest] = ()) -> int:
        """Erases bodies about a subject and gives how many; headers stay, and lanes still verify.

        Name and number go out of every roster of before as well; the newest has to be without him already.

        Args:
            subject: Who.
            keep: The hashes of entries whose bodies stay.
        """
        held = "SELECT id FROM lanes WHERE subject = ?"
        kept = {bytes.fromhex(found) for found in keep}
        with self._database.writing() as connection:
            asked = f"SELECT position, hash FROM entries WHERE body IS NOT NULL AND lane IN ({held})"  # noqa: S608  as above
            going = [position for position, found in connection.execute(asked, (subject,)) if found not in kept]
            erasing = "UPDATE entries SET body = NULL WHERE position = ?"
            connection.executemany(erasing, [(position,) for position in going])
            rosters.forget(connection, subject)
        self._rosters.clear()
        self._database.sweep()
        return len(going)


def _append(connection: sqlite3.Connection, arrival: Arrival) -> int:
    position = connection.execute(moves.NEWEST).fetchone()[0]
    erased = rosters.erased_of(connection, {entry.header.lane.subject for entry in arrival.entries})
    rows = [
        (
            position + number,
            lane,
            seq,
            bytes.fromhex(entry.hash),
            entry.raw,
            _body(entry, erased),
            arrival.arrived_ms,
            apart,
        )
        for number, (entry, lane, seq, apart) in enumerate(_placed(connection, arrival), 1)
    ]
    new = connection.executemany(_INSERT, rows).rowcount if rows else 0
    if new != len(rows):
        _check_standing(connection, rows)
    moves.pass_on(connection, {entry.header.lane.subject for entry in arrival.entries} if new else ())
    _note(connection, arrival, new)
    return new


def _body(entry: Entry, erased: Collection[SubjectId]) -> bytes | None:
    """Gives an entry's body, or none where it is about somebody who was erased (JOURNAL 10.3)."""
    return None if entry.header.lane.subject in erased else entry.body


def _placed(connection: sqlite3.Connection, arrival: Arrival) -> Iterator[tuple[Entry, int, int, str]]:
    known: dict[str, int] = {}
    for entry in arrival.entries:
        header = entry.header
        key = header.lane.key
        lane = known.get(key)
        if lane is None:
            lane = known[key] = _lane(connection, header.lane, arrival.institution)
        yield entry, lane, header.seq, arrival.quarantine.get(entry.hash, "")


def _lane(connection: sqlite3.Connection, lane: Lane, institution: InstitutionId) -> int:
    connection.execute(
        "INSERT INTO lanes (key, subject, institution) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING",
        (lane.key, lane.subject, institution),
    )
    return int(connection.execute("SELECT id FROM lanes WHERE key = ?", (lane.key,)).fetchone()[0])


def _check_standing(connection: sqlite3.Connection, rows: Sequence[tuple[object, ...]]) -> None:
    for _, lane, seq, wanted, *_ in rows:
        (stands,) = connection.execute("SELECT hash FROM entries WHERE lane = ? AND seq = ?", (lane, seq)).fetchone()
        if stands != wanted:
            raise ChainBrokenError("one place of a lane has two entries: the lane forks (JOURNAL 6)")


def _note(connection: sqlite3.Connection, arrival: Arrival, new: int) -> None:
    if (delivery := arrival.delivery) is not None:
        connection.execute(
            "INSERT INTO deliveries (terminal, number, batch, position, new, arrived_ms) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING",
            (delivery.terminal, delivery.number, delivery.batch, delivery.position, new, arrival.arrived_ms),
        )


def _up_to(
    rows: Iterator[tuple[int, str, bytes, bytes | None]],
    institution: InstitutionId,
    newest: int,
    most: tuple[int, int],
) -> tuple[int, tuple[Entry, ...]]:
    entries: list[Entry] = []
    total_bytes, reached = 0, 0
    for position, whose, raw, body in rows:
        if whose == institution:
            total_bytes += len(raw) + len(body or b"")
            if entries and (len(entries) == most[0] or total_bytes > most[1]):
                return reached, tuple(entries)
            entries.append(Entry.parse(raw, body))
        reached = position
    return newest, tuple(entries)
