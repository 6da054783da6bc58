"""The store at the start of the window: whole, or healed first from what is left of it and the second file.

- Damage is found by opening, by a torn log, or was found by somebody before (kiosk/store/exchanged.py).
- A missing store, or one that this key does not open, is healed only where the second file does open with it: else the
  key or the folder is what is wrong, and nothing is touched.
- Not here: how it is healed (kiosk/store), what the screen shows when it could not be.
"""

import logging
import os
from pathlib import Path

from kiosk.clock import Clock
from kiosk.settings import Settings
from kiosk.store.claim import alone
from kiosk.store.exchanged import asks_for_healing, finish, heal, is_ready
from kiosk.store.keys import StoreKey
from kiosk.store.pages import is_store_of
from kiosk.store.unlock import open_key
from kiosk.wiring.opened import OpenStore, open_store
from modules.errors import (
    ChainBrokenError,
    StoreDamagedError,
    StoreError,
    StoreForeignError,
    StoreLockedError,
    StoreMissingError,
)

log = logging.getLogger("kiosk")

DAMAGE = (StoreDamagedError, ChainBrokenError)
"""What is worth a start anew, because starting heals."""
_NEEDS_THE_SECOND = (StoreForeignError, StoreLockedError, StoreMissingError)


def open_healed(settings: Settings) -> OpenStore:
    """Opens the store of a terminal, healed where it was damaged.

    Raises:
        StoreError: It cannot be opened and cannot be healed; the kind and hint say why.
    """
    store, key = settings.store.path, open_key(settings, os.environ)
    if is_ready(store) or asks_for_healing(store):
        _heal(settings, key)
    try:
        return open_store(settings)
    except StoreError as error:
        if not _can_heal(error, settings.store.second, key):
            raise
        log.warning("the store is not well: %s", error.code)
    _heal(settings, key)
    return open_store(settings)


def _can_heal(error: StoreError, second: Path, key: StoreKey) -> bool:
    if isinstance(error, StoreDamagedError):
        return True
    return isinstance(error, _NEEDS_THE_SECOND) and second.is_file() and is_store_of(second, key.file)


def _heal(settings: Settings, key: StoreKey) -> None:
    clock, store = Clock(), settings.store.path
    with alone(store, lambda seconds: clock.sleep_until(clock.monotonic_seconds() + seconds)):
        if is_ready(store):
            finish(store)
            return
        healed = heal(store, settings.store.second, key, clock)
    log.warning(
        "the store was healed: %d pages wrong, %d entries, %d written anew, %d in neither file, %d bodies not readable",
        healed.pages_wrong,
        healed.entries,
        healed.written_anew,
        healed.missing,
        healed.bodies_lost,
    )
