"""Rows of what the gateway has acknowledged: up to where each lane is safe there, and whether that stands here.

- A lane that does not stand at its last acknowledged entry is never extended: this store is older than the gateway.
- Not here: the lanes themselves (lanes.py), and what is done about an older store (restored.py).
"""

from dataclasses import dataclass

from kiosk.store.lanes import LaneRow, as_lane_row, hashes
from kiosk.store.vault import Vault
from modules.ids import Digest, SubjectId, WriterId
from modules.journal import Lane
from modules.ordering import Place


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in the store, and how much of a writer's own is not yet acknowledged."""

    lanes: int
    entries: int
    due: int


def acknowledged(vault: Vault, lane: Lane) -> int:
    """Gives the seq of a lane's last acknowledged entry, -1 when none was."""
    row = vault.row(
        "SELECT seq FROM acknowledged WHERE subject = ? AND writer = ? AND run = ?",
        (lane.subject, lane.writer, lane.run),
    )
    return int(row[0]) if row else -1


def is_safe(vault: Vault, place: Place, writer: WriterId) -> bool:
    """Tells whether an entry is at the gateway: it was acknowledged, or another writer's and so came from there."""
    named, subject, run = place.lane.split("/")
    if named != writer:
        return True
    return acknowledged(vault, Lane(subject=SubjectId(subject), writer=writer, run=int(run))) >= place.seq


def acknowledge(vault: Vault, lane: Lane, seq: int, found: Digest) -> None:
    """Records the last entry of a lane that is safe at the gateway."""
    vault.run(
        "INSERT INTO acknowledged VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
        (lane.subject, lane.writer, lane.run, seq, bytes.fromhex(found)),
    )


def acknowledged_runs(vault: Vault, subject: SubjectId, writer: WriterId) -> list[int]:
    """Gives the runs of a writer's lanes about a subject that the gateway has acknowledged."""
    rows = vault.rows("SELECT run FROM acknowledged WHERE subject = ? AND writer = ?", (subject, writer))
    return [int(run) for (run,) in rows]


def stands(vault: Vault, row: LaneRow) -> bool:
    """Tells whether the last acknowledged entry of a lane still stands where it stood, or none was acknowledged."""
    found = vault.row(
        "SELECT seq, hash FROM acknowledged WHERE subject = ? AND writer = ? AND run = ?",
        (row.lane.subject, row.lane.writer, row.lane.run),
    )
    return found is None or hashes(vault, row.number, found[0], found[0]).get(found[0]) == found[1].hex()


def not_standing(vault: Vault) -> int:
    """Gives how many lanes are not, at their last acknowledged entry, the ones that were acknowledged."""
    row = vault.row(
        "SELECT count(*) FROM acknowledged LEFT JOIN lanes ON lanes.subject = acknowledged.subject"
        " AND lanes.writer = acknowledged.writer AND lanes.run = acknowledged.run AND aside = 0"
        " LEFT JOIN entries ON entries.lane = lanes.id AND entries.seq = acknowledged.seq"
        " WHERE entries.hash IS NOT acknowledged.hash"
    )
    return int(row[0]) if row else 0


def unsettled(vault: Vault, writer: WriterId) -> tuple[tuple[LaneRow, int], ...]:
    """Gives a writer's lanes that have entries after the last acknowledged one, and its seq (-1: none was)."""
    rows = vault.rows(
        "SELECT id, lanes.subject, lanes.writer, lanes.run, keys, closed, ifnull(acknowledged.seq, -1)"
        " FROM lanes LEFT JOIN acknowledged USING (subject, writer, run) WHERE writer = ? AND aside = 0"
        " AND (SELECT max(entries.seq) FROM entries WHERE lane = id) > ifnull(acknowledged.seq, -1)",
        (writer,),
    )
    return tuple((as_lane_row(row[:-1]), int(row[-1])) for row in rows)


def counts(vault: Vault, writer: WriterId) -> Counts:
    """Gives how much is in the store, and how much of a writer's lanes is due."""
    row = vault.row(
        "WITH last AS (SELECT subject, writer, run, ifnull((SELECT max(seq) FROM entries WHERE lane = id), -1) AS seq"
        " FROM lanes WHERE aside = 0)"
        " SELECT count(*), ifnull(sum(last.seq + 1), 0), ifnull(sum("
        "  CASE WHEN writer = ? THEN max(last.seq - ifnull(acknowledged.seq, -1), 0) ELSE 0 END), 0)"
        " FROM last LEFT JOIN acknowledged USING (subject, writer, run)",
        (writer,),
    )
    return Counts(*row) if row else Counts(0, 0, 0)
