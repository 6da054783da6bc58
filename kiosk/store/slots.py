"""Changing what opens a store: slots are added and removed in a moment, the key itself is changed in one sitting.

- Every change writes the whole envelope aside, flushes it and renames it: before or after, never between.
- Removing a slot is not enough where somebody may have kept a copy of the old envelope: that is what `rekey` is for.
- A rekey copies the store, rewraps each secret in the copy, changes its key, checks it, and then renames twice: first
  the store, then its envelope. Cut off anywhere, the old store or the new one opens (unlock.py), and nothing is lost.
- Not here: opening (unlock.py), asking for passphrases and telling what was done (kiosk/wiring/keys.py).
"""

import base64
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from kiosk.clock import Clock
from kiosk.store.files import BESIDE, beside, hand_over, put, remove
from kiosk.store.keys import NONCE_BYTES, StoreKey, rewrap
from kiosk.store.tombstones import Tombstones
from kiosk.store.unlock import (
    Unlocked,
    envelope_file,
    next_envelope_file,
    stretched,
    write_private,
)
from kiosk.store.vault import KEY_BYTES, Vault
from modules.canonical import canonical
from modules.errors import RefusedError, StoreDamagedError, StoreFullError, StoreLockedError
from sync.envelope import MOST_SLOTS, Envelope, Lock, SlotKind, Stretch, enveloped, slot_pair
from sync.sealed import SealingKey

ROOM_TIMES = 2
PASSPHRASE_LETTERS = 20
_SLOT_ID_BYTES = 4
_SALT_BYTES = 16


def new_lock(kind: SlotKind, secret: bytes, clock: Clock, stretch: Stretch | None = None) -> Lock:
    """Gives a lock with a new name that a secret of this kind opens.

    Raises:
        StoreLockedError: A credential or key file is not 32 bytes.
    """
    if len(secret) != KEY_BYTES:
        raise StoreLockedError("a store key has 32 bytes", hint="make the credential anew with `kiosk keys enrol`")
    return named_lock(kind, slot_pair(kind, secret).sealing, clock, stretch)


def named_lock(kind: SlotKind, sealing: SealingKey, clock: Clock, stretch: Stretch | None = None) -> Lock:
    """Gives a lock with a new name for a public key."""
    return Lock(id=clock.random(_SLOT_ID_BYTES).hex(), kind=kind, sealing=sealing, stretch=stretch)


def passphrase_lock(passphrase: str, clock: Clock) -> Lock:
    """Gives a lock that a passphrase opens.

    Raises:
        RefusedError: The passphrase is short.
    """
    if len(passphrase) < PASSPHRASE_LETTERS:
        raise RefusedError(
            f"a passphrase has at least {PASSPHRASE_LETTERS} letters", hint="take six words that have no connection"
        )
    stretch = Stretch(salt=base64.b64encode(clock.random(_SALT_BYTES)).decode("ascii"))
    return new_lock(SlotKind.PASSPHRASE, stretched(passphrase, stretch), clock, stretch)


def write_envelope(path: Path, envelope: Envelope) -> None:
    """Puts an envelope in its place, whole or not at all."""
    aside = beside(path, ".aside")
    aside.unlink(missing_ok=True)
    write_private(aside, canonical(envelope))
    put(aside, path)


def with_locks(store: Path, way: Unlocked, locks: Iterable[Lock]) -> Envelope:
    """Writes the envelope with exactly these locks and gives it.

    Raises:
        RefusedError: There would be none that a terminal or the recovery desk can open, or too many.
    """
    kept = tuple(locks)
    if not kept:
        raise RefusedError("this is the last slot", hint="add another one first")
    if len(kept) > MOST_SLOTS:
        raise RefusedError(f"a store has at most {MOST_SLOTS} slots", hint="remove one first")
    envelope = enveloped(way.raw, way.envelope.generation if way.envelope else 1, kept)
    next_envelope_file(store).unlink(missing_ok=True)  # of a rekey that was cut off before its store stood
    write_envelope(envelope_file(store), envelope)
    return envelope


def without(envelope: Envelope, slot_id: str) -> tuple[Lock, ...]:
    """Gives the locks but one.

    Raises:
        RefusedError: There is no such slot.
    """
    kept = tuple(lock for lock in envelope.locks if lock.id != slot_id)
    if len(kept) == len(envelope.locks):
        raise RefusedError("there is no slot of that name", hint="see `kiosk keys list`")
    return kept


def rekey(
    store: Path, way: Unlocked, locks: tuple[Lock, ...], clock: Clock, tell: Callable[[str], None]
) -> tuple[Envelope, StoreKey]:
    """Gives the store a new key, and the new key to every lock; nobody else may have the store open.

    Raises:
        StoreFullError: There is not twice the room of the store.
        StoreDamagedError: The copy is not whole; the store is as it was.
    """
    _see_to_room(store)
    raw = clock.random(KEY_BYTES)
    copy, after = store.with_suffix(".db.next"), next_envelope_file(store)
    remove(copy)
    after.unlink(missing_ok=True)
    tell("copying the store")
    old = Vault.open(store, way.key.file)
    try:
        old.checkpoint()
        old.copy_to(copy)
    finally:
        old.close()
    _change_key(copy, way.key, StoreKey(raw), clock, tell)
    envelope = enveloped(raw, (way.envelope.generation if way.envelope else 1) + 1, locks)
    write_envelope(after, envelope)
    _tombstones(store, way.key, clock).copy_to(_tombstones(store, StoreKey(raw), clock))
    tell("putting it in its place")
    for ending in BESIDE:
        beside(store, ending).unlink(missing_ok=True)  # empty since the checkpoint, and of the old key
        beside(copy, ending).unlink(missing_ok=True)
    hand_over(copy)
    put(copy, store)
    put(after, envelope_file(store))
    return envelope, StoreKey(raw)


def _change_key(copy: Path, old: StoreKey, new: StoreKey, clock: Clock, tell: Callable[[str], None]) -> None:
    vault = Vault.open(copy, old.file)
    try:
        with vault.write():
            tell(f"{rewrap(vault, old, new, clock)} secrets rewrapped")
        tell("encrypting it with the new key")
        vault.rekey(new.file)
    finally:
        vault.close()
    tell("checking every page of it")
    vault = Vault.open(copy, new.file)
    try:
        if vault.check():
            raise StoreDamagedError("the copy is not whole", hint="look at the disk; the store is as it was")
        vault.checkpoint()
    finally:
        vault.close()


def _tombstones(store: Path, key: StoreKey, clock: Clock) -> Tombstones:
    return Tombstones(store, lambda name, plain: key.wrap(name, plain, clock.random(NONCE_BYTES)), key.unwrap)


def _see_to_room(store: Path) -> None:
    need = ROOM_TIMES * (store.stat().st_size + _size(beside(store, "-wal")))
    if shutil.disk_usage(store.parent).free < need:
        raise StoreFullError(
            f"a new key needs {need} bytes free beside the store", hint="make room; nothing was changed"
        )


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
