"""How a terminal is, in numbers and times only: nothing of anybody, fit for a log or a monitoring station.

- Times are the gateway's, in milliseconds since 1970; 0 where there was none yet.
- Not here: printing it (cli.py), and the health of the operating system.
"""

import shutil
from enum import StrEnum
from pathlib import Path

from kiosk import VERSION
from kiosk.settings import PepperPlace, Profile
from kiosk.store import receipts
from kiosk.store.exchanged import asks_for_healing, set_aside
from kiosk.store.journal import Journal
from kiosk.store.keys import pepper_place
from kiosk.store.meta import Healed, Meta, Upkeep
from kiosk.store.packs import Packs
from kiosk.store.second import Where, where
from kiosk.store.unlock import envelope_file, read_envelope
from kiosk.store.vault import Vault
from modules.ids import Digest, PackId, TerminalId
from modules.values import Value
from sync.envelope import SlotKind


class Warned(StrEnum):
    """What works today and is a risk."""

    NO_ESCROW = "no_escrow"
    """No recovery desk opens this store: a burnt mainboard takes what was not yet carried."""


class Status(Value):
    """How a terminal is."""

    terminal: TerminalId
    profile: Profile
    version: str
    cipher: str
    schema_version: int
    lanes: int
    entries: int
    due: int
    signed_ms: int
    receipt_ms: int
    position: int
    roster_version: int
    packs: dict[PackId, Digest]
    store_bytes: int
    free_bytes: int
    upkeep: Upkeep | None
    healed: Healed | None
    second_file: Where
    second_bytes: int
    set_aside: int
    asks_for_healing: bool
    slots: tuple[SlotKind, ...]
    pepper: PepperPlace
    warnings: tuple[Warned, ...]
    wrong: tuple[str, ...]


def terminal_status(
    vault: Vault, journal: Journal, packs: Packs, profile: Profile, *, second: Path, thorough: bool = False
) -> Status:
    """Gives how the terminal is; thorough also reads the whole store and says what in it does not hold."""
    meta = Meta(vault)
    roster = meta.roster()
    identity = meta.identity()
    counts = receipts.counts(vault, identity.writer)
    slots = _slots(vault.path)
    return Status(
        terminal=identity.terminal,
        profile=profile,
        version=VERSION,
        cipher=vault.cipher,
        schema_version=vault.schema,
        lanes=counts.lanes,
        entries=counts.entries,
        due=counts.due,
        signed_ms=meta.signed_ms(),
        receipt_ms=meta.receipt_ms(),
        position=meta.position(),
        roster_version=roster.version if roster else 0,
        packs=packs.current(),
        store_bytes=_bytes_of(vault.path),
        free_bytes=shutil.disk_usage(vault.path.parent).free,
        upkeep=meta.upkeep(),
        healed=meta.healed(),
        second_file=where(vault.path, second),
        second_bytes=second.stat().st_size if second.is_file() else 0,
        set_aside=set_aside(vault.path),
        asks_for_healing=asks_for_healing(vault.path),
        slots=slots,
        pepper=pepper_place(vault),
        warnings=_warnings(slots, profile),
        wrong=(*vault.check(), *journal.verify()) if thorough else (),
    )


def _slots(store: Path) -> tuple[SlotKind, ...]:
    envelope = read_envelope(envelope_file(store))
    return tuple(lock.kind for lock in envelope.locks) if envelope else ()


def _warnings(slots: tuple[SlotKind, ...], profile: Profile) -> tuple[Warned, ...]:
    return (Warned.NO_ESCROW,) if profile is Profile.PRODUCTION and SlotKind.ESCROW not in slots else ()


def _bytes_of(path: Path) -> int:
    return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
