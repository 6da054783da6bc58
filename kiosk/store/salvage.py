"""What can still be read of a damaged store: row by row, each by its key, so that one bad page costs its own rows only.

- After a bad page SQLCipher reads nothing more through that connection: the file is opened anew each time.
- A body that cannot be read, or is not the one its header names, costs the body alone: the header goes on proving.
- A damaged page can come back as zeros (SECURITY 1.2): a value that holds a run of them is not whole.
- Nothing here writes, and nothing read here is believed: healing.py holds it against the chain.
- Not here: what is done with the rows (healing.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.store.lanes import LaneRow, as_lane_row
from kiosk.store.vault import Row, Vault
from modules.errors import MalformedError, StoreError
from modules.journal import Entry, Lane

QUIET_AFTER = 200
"""So many keys without a row, one after another, are taken for the end of a table."""
MOST_FAILURES = 20_000
"""So often a file is opened anew; a file with more bad pages than this speaks of has little to give."""
MOST_FAILURES_ON_END = 100
"""So many failures with nothing read between them: all that is left of the table is below one bad page, and gone."""
OWN_TABLES = frozenset({"lanes", "entries", "erased"})
LONGEST_STEP = 32
"""Below a damaged page that leads to others no step is longer; what a longer one went over is read from behind."""
_ZEROS = bytes(64)
_LANE = "SELECT id, subject, writer, run, keys, closed, aside, tail FROM lanes"


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that was read; no body where it was erased, or could not be read (`is_bodiless`)."""

    entry: Entry
    is_bodiless: bool = False


@dataclass(frozen=True, slots=True)
class FoundLane:
    """A lane with whatever of it could be read, by seq."""

    row: LaneRow
    entries: dict[int, Found]
    is_erased: bool = False
    is_aside: bool = False
    tail: int | None = None


class Salvage:
    """One file, read as far as it can be.

    Raises:
        StoreError: Not even its beginning can be read.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._failures = 0
        self._vault = Vault.open_as_is(path, key)

    def close(self) -> None:
        """Closes the file."""
        self._vault.close()

    def lanes(self) -> Iterator[FoundLane]:
        """Gives every lane of which something can be read."""
        erased = {int(row[0]) for row in self._from_both_ends("SELECT lane FROM erased", "lane")[0]}
        found, failed = self._from_both_ends(_LANE, "id")
        rows = {int(row[0]): row for row in found}
        numbers = range(1, max(rows, default=0) + QUIET_AFTER) if failed else sorted(rows)
        for number in numbers:
            row = rows.get(number) or self._one(f"{_LANE} WHERE id = ?", number)
            entries = self._entries(number, is_there=row is not None)
            if lane := _lane(row, number, entries):
                ours = {seq: found for seq, found in entries.items() if found.entry.header.lane == lane.lane}
                aside, tail = (bool(row[6]), row[7]) if row else (False, None)
                yield FoundLane(lane, ours, number in erased, aside, tail)

    def tables(self) -> dict[str, tuple[str, ...]]:
        """Gives the tables beside the journal, each with the names of its columns."""
        names, _ = self._rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
        beside = sorted(str(name) for (name,) in names if name not in OWN_TABLES and not name.startswith("sqlite_"))
        columns = "SELECT name FROM pragma_table_info(?)"
        return {table: tuple(str(name) for (name,) in self._rows(columns, table)[0]) for table in beside}

    def table(self, table: str, wanted: tuple[str, ...]) -> list[Row]:
        """Gives the rows of a table that can be read: all of it, or from either end up to what is damaged."""
        keys, _ = self._rows("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table)
        order = [f'"{name}"' for (name,) in keys] or ["rowid"]
        names = ", ".join(f'"{name}"' for name in wanted)
        found, _ = self._from_both_ends(f'SELECT {names} FROM "{table}"', *order)  # noqa: S608  names of the schema
        return [row for row in found if not any(isinstance(value, bytes) and _ZEROS in value for value in row)]

    def _from_both_ends(self, sql: str, *order: str) -> tuple[list[Row], bool]:
        rows, failed = self._rows(f"{sql} ORDER BY {', '.join(order)}")
        if failed:
            back, _ = self._rows(f"{sql} ORDER BY {', '.join(f'{name} DESC' for name in order)}")
            rows += [row for row in reversed(back) if row not in rows]
        return rows, failed

    def _entries(self, number: int, *, is_there: bool) -> dict[int, Found]:
        wanted = "SELECT seq, header, body FROM entries WHERE lane = ? ORDER BY seq"
        rows, failed = self._rows(wanted, number)
        back = self._rows(f"{wanted} DESC", number)[0] if failed else []
        made = {int(seq): _found(header, body) for seq, header, body in (*rows, *back)}
        found = {seq: one for seq, one in made.items() if one}
        if failed and (found or is_there):
            middle = range(len(rows), back[-1][0]) if back else range(len(rows), 1 << 31)
            found |= self._one_by_one(number, middle)
        return found

    def _one_by_one(self, number: int, seqs: range) -> dict[int, Found]:
        """Gives what stands between two damaged pages; under a page that has others below it, ever longer steps."""
        found: dict[int, Found] = {}
        seq, step, quiet, failures = seqs.start, 1, 0, self._failures
        while seq < seqs.stop and quiet < QUIET_AFTER and self._failures - failures <= MOST_FAILURES_ON_END:
            before = self._failures
            if one := self._entry(number, seq):
                found[seq] = one
                found |= self._back_from(number, seq, seq - step)
                step, quiet, failures = 1, 0, self._failures
            else:
                step, quiet = (min(step * 2, LONGEST_STEP), quiet) if self._failures > before else (1, quiet + 1)
            seq += step
        return found

    def _back_from(self, number: int, seq: int, last: int) -> dict[int, Found]:
        """Gives the entries before one that a longer step came to, down to the first that cannot be read."""
        found: dict[int, Found] = {}
        for earlier in range(seq - 1, last, -1):
            one = self._entry(number, earlier)
            if one is None:
                break
            found[earlier] = one
        return found

    def _entry(self, number: int, seq: int) -> Found | None:
        row = self._one("SELECT header, body FROM entries WHERE lane = ? AND seq = ?", number, seq)
        bare = None if row else self._one("SELECT header, NULL FROM entries WHERE lane = ? AND seq = ?", number, seq)
        return _found(*row) if row else _found(*bare, is_bodiless=True) if bare else None

    def _one(self, sql: str, *parameters: int) -> Row | None:
        rows, _ = self._rows(sql, *parameters)
        return rows[0] if rows else None

    def _rows(self, sql: str, *parameters: int | str) -> tuple[list[Row], bool]:
        """Gives the rows up to the first that cannot be read, and whether there is such a one."""
        found: list[Row] = []
        if self._failures > MOST_FAILURES:
            return found, True
        try:
            for row in self._vault.each(sql, parameters):
                found.append(row)  # noqa: PERF402  what came before the error is kept
        except StoreError:
            self._failures += 1
            self._vault.close()
            self._vault = Vault.open_as_is(self._path, self._key)
            return found, True
        return found, False


def _lane(row: Row | None, number: int, entries: dict[int, Found]) -> LaneRow | None:
    if row is not None:
        return as_lane_row(row[:6])
    named: Lane | None = next((found.entry.header.lane for found in entries.values()), None)
    return LaneRow(number, named, None) if named else None


def _found(header: bytes, body: bytes | None, *, is_bodiless: bool = False) -> Found | None:
    try:
        return Found(Entry.parse(header, body), is_bodiless)
    except MalformedError:
        return None if body is None else _found(header, None, is_bodiless=True)
