"""Erasing whom retention asks for, with the second file made anew at once: no copy of ours keeps a key of the erased.

- Where there is no room for a new one, or power goes in between, the next upkeep writes it (nightly.py).
- A copy that an operator made is out of reach; put back, it is erased again before it is used (kiosk/store/erasure.py).
- Not here: who is erased (kiosk/store/erasure.py), how the second file is written (kiosk/store/second.py).
"""

import logging
import os

from kiosk.settings import Settings
from kiosk.store.meta import SecondFile
from kiosk.store.second import write_second
from kiosk.store.unlock import open_key
from kiosk.wiring.opened import OpenStore
from modules.errors import StoreError, StoreFullError

log = logging.getLogger("kiosk")


def erase_what_is_over(store: OpenStore, settings: Settings) -> None:
    """Erases whose term is over; where anybody was, the second file follows."""
    if not store.erasure.apply(settings.retention) or not settings.store.second.is_file():
        return
    if (second := new_second(store, settings)) is not SecondFile.WRITTEN:
        log.warning("somebody was erased, and the second file is still the one before: %s", second.value)


def new_second(store: OpenStore, settings: Settings) -> SecondFile:
    """Writes the second file anew, and gives what became of it."""
    key = open_key(settings, os.environ)
    try:
        write_second(store.vault, settings.store.second, key.file)
    except StoreFullError:
        return SecondFile.NO_ROOM
    except (StoreError, OSError):
        return SecondFile.NOT_WHOLE
    return SecondFile.WRITTEN
