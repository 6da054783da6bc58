"""Entries a second at the gateway: opened, verified, decided, durably stored and acknowledged, 50 a batch.

- The counter behind both roads (sync/gateway/exchange.py), on SQLite with every commit on disk; the batches were
  packed, signed and sealed by a terminal before the clock ran.
- Every batch is sent once more at the end: a replay adds nothing, and says how fast that is known.
- Not here: TLS and HTTP around it, which the framework adds.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from modules.ids import EntryId, SubjectId
from sync.framing import Sender, pack_batch
from sync.wire import Manifest
from tests.bench.figures import Figure
from tests.bench.made import visits
from tests.line import Opened, a_gateway

TERMINALS, BATCHES, A_BATCH = 8, 30, 50


def measure(folder: Path) -> tuple[Figure, ...]:
    """Gives entries a second, new and replayed, from terminals that come in at the same time."""
    with a_gateway(folder, people=TERMINALS, terminals=TERMINALS) as opened:
        batches = [_packed(opened, number) for number in range(TERMINALS)]
        fresh = _taken(opened, batches)
        replayed = _taken(opened, batches)
    return (
        Figure("ingest, 50 a batch, 8 terminals at once", fresh, "entries/s", aim=">= 20000"),
        Figure("ingest, the same batches again", replayed, "entries/s"),
    )


def _packed(opened: Opened, number: int) -> list[bytes]:
    terminal = opened.terminals[number]
    subject = SubjectId(opened.roster.people[number].detainee)
    terminal.write(subject, *visits(BATCHES * A_BATCH))
    post, beyond, batches = terminal.post(), dict[str, int](), []
    sender = Sender(post.terminal, post.signer, post.gateway.sealing)
    while entries := terminal.due(A_BATCH, 1 << 30, beyond):
        beyond |= {entry.header.lane.key: entry.header.seq for entry in entries}
        batch_id = EntryId(terminal.clock.new_id())
        batches.append(pack_batch(sender, batch_id, terminal.draw_number(), Manifest(position=0), entries))
    return batches


def _taken(opened: Opened, batches: list[list[bytes]]) -> float:
    def take_each(of_one_terminal: list[bytes]) -> None:
        for batch in of_one_terminal:
            opened.gateway.exchange.take(batch)

    with ThreadPoolExecutor(TERMINALS) as pool:
        before = time.perf_counter()
        list(pool.map(take_each, batches))
        return TERMINALS * BATCHES * A_BATCH / (time.perf_counter() - before)
