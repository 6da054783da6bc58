"""Rows of lanes and entries: how a lane lies in the store, and how it is read back only when it verifies.

- A lane is a chain on disk as well: each hash is made again from the one before and the header's bytes, each body is
  the one its header names (JOURNAL 2, 3). This is done on bytes: making 2,000 headers into values would take longer
  than all the rest of reading a person.
- Not here: opening bodies and their order (journal.py), and what was acknowledged (receipts.py).
"""

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from kiosk.store.vault import Row, Vault
from modules.errors import ChainBrokenError, MalformedError, StoreDamagedError
from modules.ids import DetaineeId, Digest, SubjectId, WriterId
from modules.journal import GENESIS, Clock, Entry, Head, Lane, head_of
from modules.ordering import Place, placed

_NO_HASH = bytes(32)
_HEADER = re.compile(
    rb'\{"body":"(.{64})","clock":\{"certain":[a-z]+,"counter":([0-9]+),"time_ms":([0-9]+),"wall_ms":[0-9]+\},'
    rb'"id":".{36}","lane":(\{[^}]*\}),"parents":\[([^]]*)\],"previous":"(.{64})","seq":([0-9]+),"v":1\}'
)
"""A canonical header's parts, in its order: body, counter, time, lane, parents, previous, seq."""
_NOTHING = (b"",) * 7


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A lane in the store, and its keys as they are kept there (none: not openable here, or destroyed)."""

    number: int
    lane: Lane
    keys: bytes | None
    is_closed: bool = False


class Stored(NamedTuple):
    """A verified entry: where it stands, and its sealed body."""

    place: Place
    body: bytes | None


_stored: Callable[[tuple[Place, bytes | None]], Stored] = partial(tuple.__new__, Stored)


def lanes_of(vault: Vault, subject: SubjectId) -> tuple[LaneRow, ...]:
    """Gives the lanes about a subject that count, by writer and run."""
    rows = vault.rows(
        "SELECT id, subject, writer, run, keys, closed FROM lanes WHERE subject = ? AND aside = 0 ORDER BY writer, run",
        (subject,),
    )
    return tuple(as_lane_row(row) for row in rows)


def lane_row(vault: Vault, lane: Lane) -> LaneRow | None:
    """Gives a lane as it is stored, if it is."""
    row = vault.row(
        "SELECT id, subject, writer, run, keys, closed FROM lanes"
        " WHERE subject = ? AND writer = ? AND run = ? AND aside = 0",
        (lane.subject, lane.writer, lane.run),
    )
    return as_lane_row(row) if row else None


def newest_run(vault: Vault, subject: SubjectId, writer: WriterId) -> LaneRow | None:
    """Gives a writer's lane of the highest run about a subject, if there is one."""
    row = vault.row(
        "SELECT id, subject, writer, run, keys, closed FROM lanes WHERE subject = ? AND writer = ? AND aside = 0"
        " ORDER BY run DESC LIMIT 1",
        (subject, writer),
    )
    return as_lane_row(row) if row else None


def all_lanes(vault: Vault) -> tuple[LaneRow, ...]:
    """Gives every lane in the store, also those set aside."""
    return tuple(
        as_lane_row(row) for row in vault.rows("SELECT id, subject, writer, run, keys, closed FROM lanes ORDER BY id")
    )


def add_lane(vault: Vault, lane: Lane, keys: bytes | None) -> LaneRow:
    """Stores a new lane with its wrapped keys."""
    number = vault.run(
        "INSERT INTO lanes (subject, writer, run, keys) VALUES (?, ?, ?, ?)",
        (lane.subject, lane.writer, lane.run, keys),
    )
    return LaneRow(number, lane, keys)


def add_entries(vault: Vault, number: int, entries: Sequence[Entry]) -> None:
    """Stores entries at the end of a lane."""
    for entry in entries:
        row = number, entry.header.seq, bytes.fromhex(entry.hash), entry.raw, entry.body
        vault.run("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", row)


def last_entry(vault: Vault, number: int) -> Entry | None:
    """Gives the last entry of a lane, if it has one."""
    row = vault.row("SELECT header, body FROM entries WHERE lane = ? ORDER BY seq DESC LIMIT 1", (number,))
    return _entry(*row) if row else None


def head(vault: Vault, row: LaneRow) -> Head | None:
    """Gives the head of a stored lane, if it has one."""
    entry = last_entry(vault, row.number)
    return head_of(entry) if entry else None


def last_clocks(vault: Vault, writer: WriterId) -> tuple[Clock, ...]:
    """Gives the clock of the last entry in each of a writer's lanes."""
    rows = vault.rows(
        "SELECT header FROM lanes JOIN entries ON entries.lane = lanes.id"
        " WHERE writer = ? AND aside = 0 AND seq = (SELECT max(seq) FROM entries WHERE lane = lanes.id)",
        (writer,),
    )
    return tuple(_entry(header, None).header.clock for (header,) in rows)


def entries_from(vault: Vault, number: int, seq: int, most: int) -> tuple[Entry, ...]:
    """Gives at most so many entries of a lane, in order, from `seq` on."""
    rows = vault.rows(
        "SELECT header, body FROM entries WHERE lane = ? AND seq >= ? ORDER BY seq LIMIT ?", (number, seq, most)
    )
    return tuple(_entry(header, body) for header, body in rows)


def hashes(vault: Vault, number: int, first: int, last: int) -> dict[int, Digest]:
    """Gives the hashes of a lane's entries from one seq to another, by seq."""
    rows = vault.rows("SELECT seq, hash FROM entries WHERE lane = ? AND seq BETWEEN ? AND ?", (number, first, last))
    return {seq: Digest(found.hex()) for seq, found in rows}


def close(vault: Vault, row: LaneRow) -> None:
    """Ends a lane: it is never extended here again."""
    vault.run("UPDATE lanes SET closed = 1 WHERE id = ?", (row.number,))


def set_aside(vault: Vault, row: LaneRow, seq: int, keys: bytes | None) -> LaneRow:
    """Gives a new lane in the place of one, with its entries before `seq`; the old one keeps all of its own."""
    vault.run("UPDATE lanes SET aside = id, tail = ? WHERE id = ?", (seq, row.number))
    new = add_lane(vault, row.lane, keys)
    vault.run(
        "INSERT INTO entries SELECT ?, seq, hash, header, body FROM entries WHERE lane = ? AND seq < ?",
        (new.number, row.number, seq),
    )
    return new


def people(vault: Vault) -> frozenset[DetaineeId]:
    """Gives everybody of whom something can be read here."""
    rows = vault.rows(
        "SELECT DISTINCT subject FROM lanes WHERE subject GLOB 'p-*' AND NOT EXISTS"
        " (SELECT 1 FROM erased WHERE erased.lane = lanes.id)"
    )
    return frozenset(DetaineeId(subject) for (subject,) in rows)


def mark_erased(vault: Vault, number: int) -> None:
    """Marks a lane as erased: what still comes into it comes without its body."""
    vault.run("INSERT OR IGNORE INTO erased VALUES (?)", (number,))


def lay_aside(vault: Vault, subject: SubjectId) -> None:
    """Takes the erased lanes about a subject out of their places, so that the same lanes can come in again."""
    vault.run("UPDATE lanes SET aside = id WHERE subject = ? AND id IN (SELECT lane FROM erased)", (subject,))


def was_erased(vault: Vault, lane: Lane) -> bool:
    """Tells whether a lane stood here before and was erased."""
    found = vault.row(
        "SELECT 1 FROM lanes JOIN erased ON erased.lane = lanes.id WHERE subject = ? AND writer = ? AND run = ?",
        (lane.subject, lane.writer, lane.run),
    )
    return found is not None


def tails(vault: Vault) -> tuple[tuple[LaneRow, int], ...]:
    """Gives the lanes set aside whose tail was not yet written anew, and where it begins."""
    rows = vault.rows(
        "SELECT id, subject, writer, run, keys, closed, tail FROM lanes WHERE tail IS NOT NULL ORDER BY id"
    )
    return tuple((as_lane_row(row[:-1]), int(row[-1])) for row in rows)


def tail_written(vault: Vault, row: LaneRow) -> None:
    """Records that the tail of a lane set aside was written anew."""
    vault.run("UPDATE lanes SET tail = NULL WHERE id = ?", (row.number,))


def head_at(vault: Vault, subject: SubjectId, found: Digest) -> Head | None:
    """Gives the entry about a subject that has this hash, as a head."""
    row = vault.row(
        "SELECT header, body FROM entries JOIN lanes ON lanes.id = lane WHERE subject = ? AND aside = 0 AND hash = ?",
        (subject, bytes.fromhex(found)),
    )
    return head_of(_entry(*row)) if row else None


def verified(vault: Vault, row: LaneRow) -> tuple[Stored, ...]:
    """Gives every entry of a stored lane, after all of them were found to follow each other.

    Raises:
        ChainBrokenError: One does not: changed, cut, swapped, or an older copy of it was put back.
    """
    rows = vault.rows("SELECT seq, hash, header, body FROM entries WHERE lane = ? ORDER BY seq", (row.number,))
    if not rows:
        return ()
    seqs, hashes, headers, bodies = zip(*rows, strict=True)
    said = [parts.groups() if (parts := _HEADER.fullmatch(header)) else _NOTHING for header in headers]
    digests, counters, times, named, parents, before, at = zip(*said, strict=True)
    texts = [found.hex() for found in hashes]
    _expect_same(seqs, range(len(rows)))
    _expect_same(hashes, [sha256(last + new).digest() for last, new in zip((_NO_HASH, *hashes), headers, strict=False)])
    _expect_same(before, [text.encode("ascii") for text in (GENESIS, *texts[:-1])])
    _expect_same(at, [b"%d" % seq for seq in seqs])
    _expect_same(named, [row.lane.model_dump_json().encode("ascii")] * len(rows))
    whole = zip(bodies, digests, strict=True)
    _expect_same(digests, [said if body is None else sha256(body).hexdigest().encode("ascii") for body, said in whole])
    seen = [_parents(raw) if raw else () for raw in parents]
    clocks = zip(map(int, times), map(int, counters), strict=True)
    places = map(placed, zip(texts, itertools.repeat(row.lane.key), seqs, clocks, seen, strict=False))
    return tuple(map(_stored, zip(places, bodies, strict=True)))


def _expect_same(stands: Iterable[object], must: Iterable[object]) -> None:
    """Holds one column of a lane against what it must be; all at once, for each is the same nearly always."""
    stands, must = list(stands), list(must)
    if stands != must:
        wrong = next(number for number, (one, other) in enumerate(zip(stands, must, strict=True)) if one != other)
        raise ChainBrokenError(
            f"a lane of the store does not follow at {wrong}", hint="take the second file, then synchronise"
        )


def bodies_marked(vault: Vault, subject: SubjectId, marker: bytes) -> tuple[tuple[Lane, bytes], ...]:
    """Gives the bodies of one marker in the lanes about a subject, each with its lane."""
    rows = vault.rows(
        "SELECT lanes.id, subject, writer, run, NULL, closed, body FROM entries JOIN lanes ON lanes.id = lane"
        " WHERE subject = ? AND aside = 0 AND substr(body, 1, 1) = ? ORDER BY lanes.id, seq",
        (subject, marker),
    )
    return tuple((as_lane_row(row[:-1]).lane, bytes(row[-1])) for row in rows)


def first_marked(vault: Vault, number: int, marker: bytes) -> tuple[int, bytes] | None:
    """Gives the first body of one marker in a lane, with its seq."""
    row = vault.row(
        "SELECT seq, body FROM entries WHERE lane = ? AND substr(body, 1, 1) = ? ORDER BY seq LIMIT 1", (number, marker)
    )
    return (int(row[0]), bytes(row[1])) if row else None


def broken(vault: Vault) -> tuple[str, ...]:
    """Gives what does not hold in any lane, by its number alone; nothing when all of them verify."""
    wrong: list[str] = []
    for row in all_lanes(vault):
        try:
            verified(vault, row)
        except (ChainBrokenError, StoreDamagedError) as error:
            wrong.append(f"lane {row.number}: {error.message}")
    return tuple(wrong)


def _entry(header: bytes, body: bytes | None) -> Entry:
    try:
        return Entry.parse(header, body)
    except MalformedError as error:
        raise StoreDamagedError("an entry of the store is not whole", hint=error.message) from None


def _parents(raw: bytes) -> tuple[Digest, ...]:
    return tuple(Digest(text.strip('"')) for text in raw.decode("ascii").split(","))


def as_lane_row(row: Row) -> LaneRow:
    """Gives a lane of its columns: id, subject, writer, run, keys, closed."""
    number, subject, writer, run, keys, closed = row
    return LaneRow(number, Lane(subject=subject, writer=writer, run=run), keys, bool(closed))
