"""What each verb of `kiosk keys` does: opens the store by a slot in hand, changes its envelope, tells what was done.

- Each verb holds the store alone while it changes what opens it; `list` only looks.
- A passphrase is asked for where it is asked for by name; it is never an argument, which others could see.
- Secrets go to a folder in memory or to `systemd-creds`, never to a disk.
- Not here: the verbs' names and help (kiosk/key_verbs.py).
"""

import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.clock import Clock
from kiosk.credential import Binding, make_credential
from kiosk.settings import Settings
from kiosk.store import slots
from kiosk.store.claim import alone, lock_file
from kiosk.store.files import hand_over
from kiosk.store.second import write_second
from kiosk.store.unlock import (
    OPEN_KEY,
    Held,
    Unlocked,
    copy_envelope,
    envelope_file,
    held,
    open_vault,
    read_envelope,
    refuse_development_key,
    unlocked,
    write_private,
)
from kiosk.store.vault import KEY_BYTES, Vault
from modules.canonical import canonical
from modules.errors import ProductError, RefusedError, StoreLockedError, UntrustedError
from sync.envelope import ENVELOPE_BYTES, Grant, Lock, Request, SlotKind, read_as, slot_pair, taken

BUSY_SECONDS = 2.0
MEMORY = frozenset({"tmpfs", "ramfs"})


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens the store for a verb, with a passphrase where staff asked to be asked."""

    settings: Settings
    with_passphrase: bool
    clock: Clock

    @property
    def store(self) -> Path:
        """The store's file."""
        return self.settings.store.path

    def hand(self) -> Held:
        """Gives what is in hand, after asking for the passphrase where that is wanted."""
        passphrase = ask("passphrase: ") if self.with_passphrase else None
        return held(self.settings.store, self.settings.profile, os.environ, passphrase)

    @contextmanager
    def changing(self) -> Iterator[Unlocked]:
        """Gives the way to the store's key, with nobody else in the store; finishes what was cut off."""
        with self.alone():
            vault, way = open_vault(self.settings.store, self.hand())
            vault.close()
            yield way
            self.copy_envelope()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Lets nobody else use the store."""

        def sleep(seconds: float) -> None:
            self.clock.sleep_until(self.clock.monotonic_seconds() + seconds)

        with alone(self.store, sleep, BUSY_SECONDS):
            hand_over(lock_file(self.store))
            yield

    def copy_envelope(self) -> None:
        """Has the envelope beside the second file as well, which nothing opens without it."""
        copy_envelope(self.store, self.settings.store.second)


def opener_of(settings: Settings, *, with_passphrase: bool) -> Opener:
    """Gives what a verb opens the store with."""
    return Opener(settings, with_passphrase, Clock())


def listed(opener: Opener) -> str:
    """Gives a line for each slot; needs no key."""
    envelope = read_envelope(envelope_file(opener.store))
    if envelope is None:
        return "no envelope: the credential is the store's key itself; the first change of its keys makes one"
    return "\n".join(f"{lock.id}  {lock.kind.value}" for lock in envelope.locks)


def enrol(out: Path, binding: Binding) -> str:
    """Makes a new credential of this machine, for a terminal that is still to be set up or restored."""
    make_credential(out, Clock().random(KEY_BYTES), binding)
    return f"{out}: bound to this machine ({binding.to}); give it to the units with LoadCredentialEncrypted="


def rotate(opener: Opener, out: Path, binding: Binding) -> str:
    """Gives the store a new credential in the place of its old ones; both open it until the new one is in its place."""
    with opener.changing() as way:
        secret = opener.clock.random(KEY_BYTES)
        new = slots.new_lock(SlotKind.CREDENTIAL, secret, opener.clock)
        before = _locks(way, opener.clock)
        slots.with_locks(opener.store, way, (*before, new))
        try:
            make_credential(out, secret, binding)
        except ProductError:
            slots.with_locks(opener.store, way, before)
            raise
        kept = [lock for lock in before if lock.kind is not SlotKind.CREDENTIAL]
        slots.with_locks(opener.store, way, (*kept, new))
    return f"{new.id}  credential; the old one opens nothing of this store any more"


def add_passphrase(opener: Opener) -> str:
    """Adds a slot that a new passphrase opens."""
    with opener.changing() as way:
        first, second = ask("new passphrase: "), ask("the same again: ")
        if first != second:
            raise RefusedError("the two were not the same", hint="do it again")
        return _added(opener, way, slots.passphrase_lock(first, opener.clock))


def add_escrow(opener: Opener, recovery_key: Path) -> str:
    """Adds a slot that the recovery desk can open."""
    request = read_as(Request, recovery_key.read_bytes()[:ENVELOPE_BYTES], "recovery key")
    if request.lock.kind is not SlotKind.ESCROW:
        raise RefusedError("this file is no recovery key", hint="take the recovery.pub of `drplan recovery-key`")
    with opener.changing() as way:
        return _added(opener, way, slots.named_lock(SlotKind.ESCROW, request.lock.sealing, opener.clock))


def add_credential(opener: Opener) -> str:
    """Adds a slot for the credential of this machine, opening the store by another way."""
    with opener.changing() as way:
        secret = _credential(opener)
        if any(lock.sealing == slot_pair(SlotKind.CREDENTIAL, secret).sealing for lock in _locks(way, opener.clock)):
            raise RefusedError("this credential opens the store already", hint="see `kiosk keys list`")
        return _added(opener, way, slots.new_lock(SlotKind.CREDENTIAL, secret, opener.clock))


def remove(opener: Opener, slot_id: str) -> str:
    """Removes a slot."""
    with opener.changing() as way:
        if way.envelope is None:
            raise RefusedError("there is no envelope to remove a slot from", hint="add another slot first")
        slots.with_locks(opener.store, way, slots.without(way.envelope, slot_id))
    return f"{slot_id} removed. If somebody may have copied store.keys before: `kiosk keys rekey`"


def rekey(opener: Opener, tell: Callable[[str], None]) -> str:
    """Gives the store a new key, told to every slot."""
    with opener.changing() as way:
        envelope, key = slots.rekey(opener.store, way, _locks(way, opener.clock), opener.clock, tell)
        if opener.settings.store.second.is_file():
            tell("writing the second file anew")
            vault = Vault.open(opener.store, key.file)
            try:
                write_second(vault, opener.settings.store.second, key.file)
                hand_over(opener.settings.store.second)
            finally:
                vault.close()
    return f"generation {envelope.generation}. A copy made before opens with the old key only: make a new one"


def unlock(opener: Opener, folder: Path) -> str:
    """Writes the store's key into a folder in memory, for the units and shells of this start of the machine."""
    if _filesystem_of(folder) not in MEMORY:
        raise RefusedError("that folder is on a disk", hint="take one in memory, such as under /run")
    way = unlocked(opener.settings.store, opener.hand())
    refuse_development_key(way, opener.settings.profile)
    (folder / OPEN_KEY).unlink(missing_ok=True)
    write_private(folder / OPEN_KEY, way.raw)
    return f"{folder / OPEN_KEY}: open until the machine is switched off or this file is removed"


def request(opener: Opener, out: Path) -> str:
    """Writes what the recovery desk needs: the public half of this machine's credential."""
    lock = slots.new_lock(SlotKind.CREDENTIAL, _credential(opener), opener.clock)
    write_private(out, canonical(Request(lock=lock)))
    return f"{out} is not secret: bring it with {envelope_file(opener.store).name} to the recovery desk"


def restore(opener: Opener, granted: Path) -> str:
    """Adds the slot that the recovery desk granted this machine."""
    with granted.open("rb") as file:
        grant = read_as(Grant, file.read(ENVELOPE_BYTES), "grant of the recovery desk")
    with opener.alone():
        try:
            raw = taken(grant, slot_pair(SlotKind.CREDENTIAL, _credential(opener)).opening)
        except UntrustedError:
            raise StoreLockedError(
                "this grant is for another machine or another credential", hint="make a new request here"
            ) from None
        vault, way = open_vault(opener.settings.store, Held(open_key=raw))
        vault.close()
        told = _added(opener, way, grant.lock)
        opener.copy_envelope()
    return told


def ask(prompt: str) -> str:
    """Asks for a secret: unseen at a terminal, a line where the input is a pipe."""
    return getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def _added(opener: Opener, way: Unlocked, lock: Lock) -> str:
    slots.with_locks(opener.store, way, (*_locks(way, opener.clock), lock))
    return f"{lock.id}  {lock.kind.value}"


def _locks(way: Unlocked, clock: Clock) -> tuple[Lock, ...]:
    if way.envelope:
        return way.envelope.locks
    return (slots.new_lock(way.kind, way.raw, clock),)  # an older folder: what opens it is the key itself


def _credential(opener: Opener) -> bytes:
    credential = held(opener.settings.store, opener.settings.profile, os.environ).credential
    if credential is None:
        raise StoreLockedError("the system gave no credential", hint="make one with `kiosk keys enrol`, and open it")
    return credential


def _filesystem_of(folder: Path) -> str:
    place, found = folder.resolve(), ("", "")
    for line in Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines():
        _, mounted, kind, *_ = line.split(" ")
        if place.is_relative_to(mounted) and len(mounted) >= len(found[0]):
            found = mounted, kind
    return found[1]
