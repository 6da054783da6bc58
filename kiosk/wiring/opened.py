"""The encrypted store of a terminal, open in one process, and what stands on it.

- The window's process and the courier's open the same store, each with its own connection.
- Not here: what any of it does (kiosk/store).
"""

import os
from dataclasses import dataclass

from kiosk.clock import Clock
from kiosk.settings import Settings
from kiosk.store.erasure import Erasure
from kiosk.store.handing import Handing
from kiosk.store.journal import Journal
from kiosk.store.keys import Keyring
from kiosk.store.meta import Identity, Meta
from kiosk.store.packs import Packs
from kiosk.store.tombstones import Tombstones
from kiosk.store.unlock import open_key
from kiosk.store.vault import Vault


@dataclass(frozen=True, slots=True)
class OpenStore:
    """The encrypted store, open in one process, and what stands on it."""

    vault: Vault
    meta: Meta
    identity: Identity
    keyring: Keyring
    journal: Journal
    packs: Packs
    clock: Clock
    handing: Handing
    erasure: Erasure


def open_store(settings: Settings) -> OpenStore:
    """Opens the store of a terminal.

    Raises:
        StoreError: There is none, its key is not here, or it is damaged; the kind and hint say which.
    """
    key = open_key(settings, os.environ)
    vault = Vault.open(settings.store.path, key.file)
    meta = Meta(vault)
    identity = meta.identity()
    clock = Clock(meta.signed_ms())
    keyring = Keyring(vault, key, clock)
    journal = Journal(vault, keyring, identity, clock)
    clock.learn(journal.last_certain_ms())
    tombstones = Tombstones(settings.store.path, keyring.seal, keyring.unseal)
    authority = settings.gateway.authority
    handing = Handing(vault, keyring, journal, identity, clock, authority=lambda: authority.read_text(encoding="ascii"))
    erasure = Erasure(vault, journal, identity, clock, tombstones, owes=handing.owes)
    erasure.replay()
    packs = Packs(vault, settings.store.packs)
    return OpenStore(vault, meta, identity, keyring, journal, packs, clock, handing, erasure)
