"""An answer on disk: one row, one transaction, against plain SQLite; and the whole append, sealed and chained.

- Both sides have the same schema file, pragmas, rows and folder; they differ in the encryption alone.
- The sides take turns at every single transaction, so that a busy disk meets all of them alike.
- The rows are entries as they are stored: made, sealed and chained before the clock runs.
- The whole append is what a tap waits for of the store: all of its work is in, only the decision is not.
"""

import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from kiosk.clock import Clock
from kiosk.development import Desk
from kiosk.settings import read_settings
from kiosk.store import lanes
from kiosk.store.steps import SCHEMA
from kiosk.store.vault import Vault
from kiosk.wiring.opened import OpenStore, open_store
from modules.disclosure import disclosure_of
from modules.events import Event
from modules.ids import EntryId, SubjectId
from modules.journal import Draft, Entry, Lane, extend
from sync.bodies import NONCE_BYTES, LaneKeys, seal_event
from tests.bench.figures import Figure
from tests.bench.made import people, visits

COUNT, WARM_UP = 640, 40
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "wal_autocheckpoint = 4000",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
)


def measure(desk: Desk) -> tuple[Figure, ...]:
    """Gives rows a second on either side, and whole appends."""
    store = open_store(read_settings(desk.settings))
    person, events = people(store)[0], visits(COUNT)
    entries = _entries(store, person, events)
    vault = Vault.create(desk.folder / "cipher.db", store.clock.random(32))
    plain = _plain(desk.folder / "plain.db")
    number = lanes.add_lane(vault, entries[0].header.lane, None).number

    def ours(turn: int) -> None:
        with vault.write():
            lanes.add_entries(vault, number, entries[turn : turn + 1])

    def theirs(turn: int) -> None:
        entry = entries[turn]
        row = number, entry.header.seq, bytes.fromhex(entry.hash), entry.raw, entry.body
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", row)
        plain.execute("COMMIT")

    def whole(turn: int) -> None:
        store.journal.append(person, events[turn : turn + 1], store.clock.moment())

    row_seconds, plain_seconds, whole_seconds = _turn_by_turn((ours, theirs, whole))
    store.vault.close()
    vault.close()
    plain.close()
    return (
        Figure(
            "durable append: one row",
            1 / row_seconds,
            "rows/s",
            1 / plain_seconds,
            plain_seconds / row_seconds,
            ">= 0.80",
        ),
        Figure(
            "durable append: sealed, chained, stored",
            1 / whole_seconds,
            "entries/s",
            1 / plain_seconds,
            plain_seconds / whole_seconds,
        ),
    )


def _turn_by_turn(sides: Sequence[Callable[[int], None]]) -> list[float]:
    took: list[list[float]] = [[] for _ in sides]
    for turn in range(COUNT):
        for side, seconds in zip(sides, took, strict=True):
            before = time.perf_counter()
            side(turn)
            seconds.append(time.perf_counter() - before)
    return [median(seconds[WARM_UP:]) for seconds in took]


def _entries(store: OpenStore, person: SubjectId, events: Sequence[Event]) -> tuple[Entry, ...]:
    lane, keys = Lane(subject=person, writer=store.identity.writer), store.keyring.new_lane_keys()
    bodies = [_sealed(store.clock, lane, keys, seq, event) for seq, event in enumerate(events)]
    drafts = [Draft(EntryId(store.clock.new_id("")), body) for body in bodies]
    return extend(None, lane, drafts, (), store.clock.moment())


def _sealed(clock: Clock, lane: Lane, keys: LaneKeys, seq: int, event: Event) -> bytes:
    return seal_event(event, disclosure_of(event), lane, seq, keys, nonce=clock.random(NONCE_BYTES))


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchone()
    for step in sorted(SCHEMA.glob("[0-9]*.sql")):
        connection.executescript(step.read_text(encoding="utf-8"))
    connection.execute("INSERT INTO lanes (subject, writer, run) VALUES ('p', 't', 0)")
    return connection
