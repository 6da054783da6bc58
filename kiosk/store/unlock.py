"""Which way leads to the store's key: its envelope, the system's credential, a passphrase, a development file.

- `store.keys` beside the store is the envelope (KEYS.md). A folder made before there was one has its one key in the
  credential or the key file itself; it opens as ever, and gets an envelope at the first change of its keys.
- The key file is for development alone: production takes no key from it, and opens no store that one opens too.
- A full rekey changes two files. Between the two renames the next envelope is the right one, and whoever opens the
  store then finishes what was begun.
- Not here: what the store key opens (keys.py), making a credential (kiosk/credential.py).
"""

import base64
import os
import stat
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

from kiosk.settings import Profile, Settings, StoreSettings
from kiosk.store.files import beside, hand_over, put
from kiosk.store.keys import StoreKey
from kiosk.store.pages import is_store_of
from kiosk.store.vault import KEY_BYTES, Vault
from modules.errors import StoreDamagedError, StoreLockedError, UntrustedError
from sync.envelope import ENVELOPE_BYTES, Envelope, Pair, SlotKind, Stretch, check, opened, read_as, slot_pair

CREDENTIAL, OPEN_KEY = "kvv-kiosk-store-key", "kvv-kiosk-open-key"
CREDENTIALS_DIRECTORY = "CREDENTIALS_DIRECTORY"
_LOCKED_HINT = "give the unit its credential, or open a slot with `kiosk keys unlock`"


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The store's key, and the envelope it came from (none: an older folder, where the credential is it)."""

    raw: bytes
    envelope: Envelope | None
    key: StoreKey
    kind: SlotKind = SlotKind.CREDENTIAL
    """In an older folder: what its key was found in."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a process has in hand to open slots with."""

    open_key: bytes | None = None
    credential: bytes | None = None
    key_file: bytes | None = None
    passphrase: str | None = None

    def secret(self, kind: SlotKind, stretch: Stretch | None) -> bytes | None:
        """Gives the secret for a kind of slot, if it is in hand."""
        if kind is SlotKind.PASSPHRASE:
            return stretched(self.passphrase, stretch) if self.passphrase is not None and stretch else None
        return {SlotKind.CREDENTIAL: self.credential, SlotKind.KEY_FILE: self.key_file}.get(kind)


def envelope_file(store: Path) -> Path:
    """Gives where the envelope of a store is."""
    return store.with_suffix(".keys")


def next_envelope_file(store: Path) -> Path:
    """Gives where the envelope of a store is while its key is being changed."""
    return store.with_suffix(".keys.next")


def held(store: StoreSettings, profile: Profile, environment: Mapping[str, str], passphrase: str | None = None) -> Held:
    """Gives what this process has in hand.

    Raises:
        StoreLockedError: The key file may be read by others than its owner.
    """
    folder = environment.get(CREDENTIALS_DIRECTORY)
    given = {name: _read(Path(folder) / name) for name in (OPEN_KEY, CREDENTIAL)} if folder else {}
    key_file = None
    if profile is Profile.DEVELOPMENT and store.key_file.is_file():
        if stat.S_IMODE(store.key_file.stat().st_mode) & 0o077:
            raise StoreLockedError("others than its owner may read the key file", hint="set its mode to 0600")
        key_file = store.key_file.read_bytes()
    return Held(given.get(OPEN_KEY), given.get(CREDENTIAL), key_file, passphrase)


def unlocked(store: StoreSettings, hand: Held) -> Unlocked:
    """Gives the store key by the first way in hand that leads to it; finishes a change of key that was cut off.

    Where the envelope is gone, its copy beside the second file serves.

    Raises:
        StoreLockedError: No way does.
        StoreDamagedError: The envelope is not whole, or was changed by somebody without the key.
    """
    place, after = envelope_file(store.path), next_envelope_file(store.path)
    if after.is_file() and store.path.is_file():
        way = _unlocked(after, hand)
        if is_store_of(store.path, way.key.file):
            put(after, place)
            return way
    return _unlocked(place if place.is_file() else envelope_file(store.second), hand)


def refuse_development_key(way: Unlocked, profile: Profile) -> None:
    """Refuses, in production, a store that a development desk's key file opens as well.

    Raises:
        StoreLockedError: It does.
    """
    if profile is not Profile.DEVELOPMENT and way.envelope and way.envelope.of_kind(SlotKind.KEY_FILE):
        raise StoreLockedError("a development key opens this store", hint="remove that slot with `kiosk keys remove`")


def open_vault(store: StoreSettings, hand: Held) -> tuple[Vault, Unlocked]:
    """Opens the store with what is in hand.

    Raises:
        StoreError: There is none, its key is not here, or it is damaged.
    """
    way = unlocked(store, hand)
    return Vault.open(store.path, way.key.file), way


def open_key(settings: Settings, environment: Mapping[str, str]) -> StoreKey:
    """Gives the store's key to a program of the terminal.

    Raises:
        StoreLockedError: Nothing here opens the store, or a development key would open it in production.
    """
    way = unlocked(settings.store, held(settings.store, settings.profile, environment))
    refuse_development_key(way, settings.profile)
    return way.key


def read_envelope(path: Path) -> Envelope | None:
    """Gives the envelope in a file, if there is one.

    Raises:
        MalformedError: The file is no envelope.
    """
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return read_as(Envelope, file.read(ENVELOPE_BYTES), "envelope of store keys")


def copy_envelope(store: Path, second: Path) -> None:
    """Has the envelope beside the second file too, where there is one: on another disk nothing else would open it."""
    envelope = envelope_file(store)
    if not envelope.is_file() or not second.is_file():
        return
    made = beside(envelope_file(second), ".aside")
    made.unlink(missing_ok=True)
    write_private(made, envelope.read_bytes())
    put(made, envelope_file(second))


def stretched(passphrase: str, stretch: Stretch) -> bytes:
    """Gives the 32 bytes that a passphrase comes to, at its cost."""
    return hash_secret_raw(
        secret=unicodedata.normalize("NFKC", passphrase).encode("utf-8"),
        salt=base64.b64decode(stretch.salt),
        time_cost=stretch.iterations,
        memory_cost=stretch.memory_kib,
        parallelism=stretch.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def write_private(path: Path, raw: bytes) -> None:
    """Writes a new file that only its owner may read."""
    number = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(number, "wb") as file:
        file.write(raw)
        hand_over(path)
        file.flush()
        os.fsync(file.fileno())


def _unlocked(path: Path, hand: Held) -> Unlocked:
    envelope = read_envelope(path)
    raw = _of_folder_without_envelope(hand) if envelope is None else _of_slots(envelope, hand)
    if raw is None:
        raise StoreLockedError("nothing here opens this store", hint=_LOCKED_HINT)
    kind = SlotKind.CREDENTIAL if hand.open_key or hand.credential else SlotKind.KEY_FILE
    return Unlocked(raw, envelope, StoreKey(raw), kind)


def _of_folder_without_envelope(hand: Held) -> bytes | None:
    return hand.open_key or hand.credential or hand.key_file


def _of_slots(envelope: Envelope, hand: Held) -> bytes | None:
    if hand.open_key is not None:
        try:
            check(envelope, hand.open_key)
        except UntrustedError as error:
            raise StoreDamagedError(error.message, hint="put a copy of store.keys back") from None
        return hand.open_key
    for slot in envelope.slots:
        secret = hand.secret(slot.lock.kind, slot.lock.stretch)
        if secret is None:
            continue
        pair = slot_pair(slot.lock.kind, secret)
        if pair.sealing == slot.lock.sealing:
            return _opened(envelope, slot.lock.id, pair)
    return None


def _opened(envelope: Envelope, slot_id: str, pair: Pair) -> bytes:
    slot = next(slot for slot in envelope.slots if slot.lock.id == slot_id)
    try:
        return opened(envelope, slot, pair.opening)
    except UntrustedError as error:
        raise StoreDamagedError(error.message, hint="put a copy of store.keys back") from None


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
