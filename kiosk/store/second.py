"""The second file: a whole copy of the store, encrypted with the same key, for the day the first one is damaged.

- It is written aside, read back and verified, flushed and renamed: at any moment there is a whole one or none.
- The envelope of its key goes with it (unlock.py).
- It is worth most on another disk; `where` tells what it really stands on.
- Not here: when it is written (kiosk/wiring/upkeep.py) and how a store is healed from it (healing.py).
"""

import os
from enum import StrEnum
from pathlib import Path

from kiosk.store import lanes
from kiosk.store.files import beside, put, remove
from kiosk.store.unlock import copy_envelope
from kiosk.store.vault import Vault
from modules.errors import StoreDamagedError, StoreFullError

BLOCK_DEVICES = Path("/sys/dev/block")


class Where(StrEnum):
    """What the second file stands on, seen from the first."""

    NONE = "none"
    SAME_PARTITION = "same_partition"
    OTHER_PARTITION = "other_partition"
    OTHER_DISK = "other_disk"


def write_second(vault: Vault, second: Path, key: bytes) -> None:
    """Writes the second file anew; the one before stays until the new one is verified.

    Raises:
        StoreFullError: There is no room for it.
        StoreDamagedError: What was written does not verify.
    """
    second.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = beside(second, ".aside")
    remove(made)
    try:
        vault.copy_to(made)
        if wrong := wrong_in(made, key):
            raise StoreDamagedError(f"the second file does not verify: {wrong[0]}", hint="look at its disk")
        put(made, second)
        copy_envelope(vault.path, second)
    except StoreFullError as error:
        raise StoreFullError("there is no room for the second file", hint="free space on its disk") from error
    finally:
        remove(made)


def wrong_in(path: Path, key: bytes) -> tuple[str, ...]:
    """Gives what does not hold in a store that nobody else has open: pages, trees, rules and lanes."""
    vault = Vault.open(path, key)
    try:
        return (*vault.check(), *lanes.broken(vault))
    finally:
        vault.close()
        for ending in ("-wal", "-shm"):
            beside(path, ending).unlink(missing_ok=True)


def where(store: Path, second: Path) -> Where:
    """Tells what the second file stands on."""
    if not second.is_file():
        return Where.NONE
    first_device, second_device = store.parent.stat().st_dev, second.stat().st_dev
    if first_device == second_device:
        return Where.SAME_PARTITION
    return Where.OTHER_PARTITION if _disk(first_device) == _disk(second_device) else Where.OTHER_DISK


def _disk(device: int) -> Path:
    """Gives the disk a partition is a part of; what is no partition stands for itself."""
    shown = (BLOCK_DEVICES / f"{os.major(device)}:{os.minor(device)}").resolve()
    return shown.parent if (shown / "partition").is_file() else shown
