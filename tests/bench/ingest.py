"""Entries a second at the gateway, 50 a batch: opened, verified, decided, stored durably, and a receipt made.

- The batches are a terminal's own, sealed and signed before the clock runs, and given to the gateway in order.
- First through the gateway's one counter in this process, batch after batch; then over HTTPS with mutual TLS to
  `drplan serve`, one connection, the sender on the same cores.
- Every receipt is looked at: what was not stored is not counted.
"""

import time
from collections.abc import Callable, Sequence
from statistics import median

from kiosk.development import Desk
from kiosk.settings import read_settings
from kiosk.store.exchange import Exchange
from kiosk.wiring.courier import tls_context
from kiosk.wiring.opened import OpenStore, open_store
from modules.ids import EntryId
from sync.carriers.https import HttpsCarrier
from sync.framing import Sender, open_receipt, pack_batch, read_parcel
from sync.gateway.wiring import open_gateway
from sync.wire import Manifest
from tests.bench.figures import Figure
from tests.bench.made import first_person, visits

EACH, BATCHES = 50, 160
"""Of each road."""


def measure(desk: Desk) -> tuple[Figure, ...]:
    """Gives the entries a second of either road."""
    store = open_store(read_settings(desk.settings))
    parcels = _parcels(store)
    gateway = open_gateway(desk.gateway_folder)
    at_counter = _rate(store, gateway.exchange.take, parcels[:BATCHES])
    gateway.close()
    settings = read_settings(desk.settings).gateway
    with desk.gateway(), HttpsCarrier(settings.url, tls_context(settings)) as carrier:
        over_https = _rate(store, carrier.send, parcels[BATCHES:])
    store.vault.close()
    return (
        Figure("ingest, 50 a batch: the gateway's counter", at_counter, "entries/s", aim=">= 20,000"),
        Figure("ingest, 50 a batch: over HTTPS, one connection", over_https, "entries/s"),
    )


def _parcels(store: OpenStore) -> tuple[bytes, ...]:
    person, events = first_person(store), visits(2 * BATCHES * EACH - 1)  # and the entry that opens the lane
    for start in range(0, len(events), 10 * EACH):
        store.journal.append(person, events[start : start + 10 * EACH], store.clock.moment())
    outbox = Exchange(store.vault, store.keyring, store.journal, store.identity, store.clock)
    due = outbox.due(len(events) + 1, 1 << 30, {})
    sender = Sender(store.identity.terminal, store.keyring.terminal, store.identity.gateway.sealing)
    return tuple(
        pack_batch(
            sender,
            EntryId(store.clock.new_id("")),
            outbox.draw_number(),
            Manifest(position=0),
            due[start : start + EACH],
        )
        for start in range(0, len(due), EACH)
    )


def _rate(store: OpenStore, take: Callable[[bytes], bytes | None], parcels: Sequence[bytes]) -> float:
    opening = next(iter(store.keyring.group().values()))
    took = []
    for raw in parcels:
        before = time.perf_counter()
        answer = take(raw)
        took.append(time.perf_counter() - before)
        assert answer is not None
        assert open_receipt(read_parcel(answer), opening).new == EACH
    return EACH / median(took)
