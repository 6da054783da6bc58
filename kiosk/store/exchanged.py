"""One file in another's place: a damaged store is set aside whole, and the healed one stands where it stood.

    store.db.damaged       an empty file: somebody found damage; the next start heals
    store.db.healed        whole and verified, not yet in its place
    store.db.aside-1       what stood there before, with its log; kept until somebody is erased

- Power may go at any step: `finish` goes on where it went. No log of the old file is ever beside the new one.
- Copies are what is read; the damaged file itself is not touched before a whole one is ready.
- Whoever does this is alone with the store (claim.py).
- Not here: what goes into the healed store (healing.py).
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from kiosk.clock import Clock
from kiosk.store.files import BESIDE, beside, flush, put, remove
from kiosk.store.healing import Healing
from kiosk.store.keys import StoreKey
from kiosk.store.meta import Healed
from kiosk.store.pages import is_torn, mended, pages_wrong
from kiosk.store.salvage import Salvage
from kiosk.store.second import wrong_in
from kiosk.store.vault import Vault
from modules.errors import StoreDamagedError, StoreError, StoreFullError, StoreGoneError

_MADE, _WHOLE, _READ, _READ_SECOND = ".healing", ".healed", ".read", ".read-second"


def mark_damaged(store: Path) -> None:
    """Has the next start heal the store."""
    beside(store, ".damaged").touch(mode=0o600)


def asks_for_healing(store: Path) -> bool:
    """Tells whether damage was found, or shows in the log; looked at before the store is opened."""
    return beside(store, ".damaged").exists() or is_torn(beside(store, "-wal"))


def is_ready(store: Path) -> bool:
    """Tells whether a healed store waits to be put in its place: the power went in between."""
    return beside(store, _WHOLE).is_file()


def set_aside(store: Path) -> int:
    """Gives how many damaged files stand aside."""
    return sum(1 for each in store.parent.glob(f"{store.name}.aside-*") if not each.name.endswith(BESIDE))


def drop_set_aside(store: Path) -> None:
    """Removes every damaged file that stands aside: none of them may keep a key of who is erased."""
    found = tuple(store.parent.glob(f"{store.name}.aside-*"))
    for each in found:
        each.unlink(missing_ok=True)
    if found:
        flush(store.parent)


def heal(store: Path, second: Path, key: StoreKey, clock: Clock) -> Healed:
    """Puts a whole store in the place of a damaged one, made of that and the second file.

    Raises:
        StoreGoneError: Of neither anything can be read.
        StoreFullError: There is no room for it; nothing has changed.
        StoreDamagedError: What can be read of both is not a terminal's store.
    """
    made = beside(store, _MADE)
    try:
        with _sources(store, second, key.file) as sources:
            if not sources:
                raise StoreGoneError(
                    "nothing can be read of the store, nor of a second file",
                    hint="put a copy of the folder back, or set this terminal up anew",
                )
            remove(made)
            vault = Vault.create(made, key.file)
            try:
                healed = Healing(vault, key, clock).fill(sources, pages_wrong(store, key.file))
            finally:
                vault.close()
        if wrong := wrong_in(made, key.file):
            raise StoreDamagedError(f"the healed store does not verify: {wrong[0]}", hint="set this terminal up anew")
        put(made, beside(store, _WHOLE))
    except OSError as error:
        raise StoreFullError("there is no room to heal the store", hint="free space; nothing has changed") from error
    finally:
        remove(made)
    finish(store)
    return healed


def finish(store: Path) -> None:
    """Puts a healed store in its place, if one is ready."""
    whole = beside(store, _WHOLE)
    if not is_ready(store):
        return
    aside = _aside_of(store)
    for ending in ("", "-wal"):
        here, there = beside(store, ending), beside(aside, ending)
        if here.is_file() and not there.exists():
            there.hardlink_to(here)
    flush(store.parent)
    for ending in BESIDE:
        beside(store, ending).unlink(missing_ok=True)
    flush(store.parent)
    put(whole, store)
    beside(store, ".damaged").unlink(missing_ok=True)


def _aside_of(store: Path) -> Path:
    """Gives where the store's file goes, or already stands since an earlier try."""
    for number in count(1):
        aside = beside(store, f".aside-{number}")
        if not aside.exists() or (store.is_file() and aside.samefile(store)):
            return aside
    raise AssertionError


@contextmanager
def _sources(store: Path, second: Path, key: bytes) -> Iterator[list[Salvage]]:
    copies = beside(store, _READ), beside(store, _READ_SECOND)
    opened: list[Salvage] = []
    try:
        for file, copy in zip((store, second), copies, strict=True):
            opened += _opened(file, copy, key)
        yield opened
    finally:
        for each in opened:
            each.close()
        for copy in copies:
            remove(copy)


def _opened(file: Path, copy: Path, key: bytes) -> list[Salvage]:
    """Gives a copy of a file, open with its log mended; nothing where not even its beginning can be read."""
    remove(copy)
    if not file.is_file():
        return []
    shutil.copyfile(file, copy)
    log = beside(file, "-wal")
    if log.is_file():
        beside(copy, "-wal").write_bytes(mended(log.read_bytes()))
    try:
        return [Salvage(copy, key)]
    except StoreFullError:
        raise
    except StoreError:
        return []
