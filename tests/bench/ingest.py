"""Entries a second at the gateway, 50 a batch: opened, verified, decided, stored durably, and a receipt made.

- The batches are a terminal's own, about two persons, sealed and signed before the clock runs; each person's are given
  to the gateway in order.
- Through the gateway's one counter in this process, both persons' at the same time and then one batch after another;
  then over HTTPS with mutual TLS to `drplan serve`, two connections, the senders on the same cores.
- Every receipt is looked at: what was not stored is not counted.
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from kiosk.development import Desk
from kiosk.settings import read_settings
from kiosk.store.exchange import Exchange
from kiosk.wiring.courier import tls_context
from kiosk.wiring.opened import OpenStore, open_store
from modules.ids import EntryId, SubjectId
from modules.journal import Entry
from sync.carriers.https import HttpsCarrier
from sync.framing import Sender, open_receipt, pack_batch, read_parcel
from sync.gateway.wiring import open_gateway
from sync.wire import Manifest
from tests.bench.figures import Figure
from tests.bench.made import people, visits

EACH, BATCHES = 50, 80
"""Entries a batch, and batches a person and road."""

Take = Callable[[bytes], bytes | None]


def measure(desk: Desk) -> tuple[Figure, ...]:
    """Gives the entries a second of each road."""
    store = open_store(read_settings(desk.settings))
    due = [_parcels(store, person) for person in people(store)[:2]]
    roads = [[parcels[road * BATCHES :][:BATCHES] for parcels in due] for road in range(3)]
    gateway = open_gateway(desk.gateway_folder)
    together = _rate(store, [gateway.exchange.take] * 2, roads[0])
    alone = _rate(store, [gateway.exchange.take], [[raw for parcels in roads[1] for raw in parcels]])
    gateway.close()
    settings = read_settings(desk.settings).gateway
    context = tls_context(settings)
    with desk.gateway(), HttpsCarrier(settings.url, context) as one, HttpsCarrier(settings.url, context) as other:
        over_https = _rate(store, [one.send, other.send], roads[2])
    store.vault.close()
    return (
        Figure("ingest, 50 a batch, two at the same time", together, "entries/s", aim=">= 20,000"),
        Figure("ingest, 50 a batch, one after another", alone, "entries/s"),
        Figure("ingest, 50 a batch, over HTTPS, two connections", over_https, "entries/s"),
    )


def _parcels(store: OpenStore, person: SubjectId) -> tuple[bytes, ...]:
    events = visits(3 * BATCHES * EACH - 1)  # and the entry that opens the lane
    for start in range(0, len(events), 10 * EACH):
        store.journal.append(person, events[start : start + 10 * EACH], store.clock.moment())
    outbox = Exchange(store.vault, store.keyring, store.journal, store.identity, store.clock)
    due = [entry for entry in outbox.due(1 << 30, 1 << 30, {}) if entry.header.lane.subject == person]
    return tuple(_parcel(store, outbox, due[start : start + EACH]) for start in range(0, len(due), EACH))


def _parcel(store: OpenStore, outbox: Exchange, entries: Sequence[Entry]) -> bytes:
    sender = Sender(store.identity.terminal, store.keyring.terminal, store.identity.gateway.sealing)
    batch, number = EntryId(store.clock.new_id("")), outbox.draw_number()
    return pack_batch(sender, batch, number, Manifest(position=0), entries)


def _rate(store: OpenStore, roads: Sequence[Take], parcels: Sequence[Sequence[bytes]]) -> float:
    with ThreadPoolExecutor(len(roads)) as senders:
        before = time.perf_counter()
        sent = list(senders.map(lambda take, some: [take(raw) for raw in some], roads, parcels))
        seconds = time.perf_counter() - before
    opening = next(iter(store.keyring.group().values()))
    answers = [answer for some in sent for answer in some if answer is not None]
    assert all(open_receipt(read_parcel(answer), opening).new == EACH for answer in answers)
    return EACH * len(answers) / seconds
