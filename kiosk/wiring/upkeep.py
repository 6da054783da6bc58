"""Setting a terminal up, installing a release of packs, and looking at its health.

- Not here: how packs are checked (content/trust.py) and what is made (kiosk/provision.py).
"""

import os
from datetime import UTC, datetime
from pathlib import Path

from content.pack import Pack
from content.release import load_packs, read_release
from content.trust import Verified, verify_release
from kiosk.clock import Clock
from kiosk.i18n import OWN_NAMES
from kiosk.provision import provision
from kiosk.settings import PepperPlace, Profile, Settings
from kiosk.status import Status, terminal_status
from kiosk.store.claim import in_use
from kiosk.wiring.foreseen import foreseen
from kiosk.wiring.library import library_of
from kiosk.wiring.opened import OpenStore, open_store
from modules.errors import StoreError
from modules.texts import Language
from sync.provisioning import BUNDLE_BYTES, parse_bundle


def install_release(settings: Settings, folder: Path) -> tuple[str, ...]:
    """Checks a release of packs against the terminal's own trust and floor, installs it, and gives a line for each."""
    with in_use(settings.store.path):
        return _installed(open_store(settings), folder)


def foresee_release(settings: Settings, folder: Path) -> tuple[str, ...]:
    """Checks a release as `install_release` does, and says in counts what loading it would do to running work."""
    with in_use(settings.store.path):
        store = open_store(settings)
        _, packs = _checked(store, folder)
        found = tuple(str(one) for one in foreseen(store, packs))
        store.vault.close()
    return found or ("nobody works in an older version of these packs",)


def _installed(store: OpenStore, folder: Path) -> tuple[str, ...]:
    verified, packs = _checked(store, folder)
    store.packs.install(verified)
    library_of(store.packs)
    if store.packs.fell_back:
        raise StoreError("this program cannot use these packs", hint="those of before are in use again; tell the desk")
    return tuple(f"{pack.manifest.id}: version {pack.manifest.version}, installed" for pack in packs)


def _checked(store: OpenStore, folder: Path) -> tuple[Verified, tuple[Pack, ...]]:
    trust = store.packs.trust()
    if trust is None:
        raise StoreError("this terminal trusts no release yet", hint="set it up with `kiosk provision`")
    root, floor = trust
    now = _reference_time(store.clock)
    verified = verify_release(read_release(folder), trusted_root=root, reference_time=now, floor=floor)
    return verified, load_packs(verified)


def provision_terminal(
    bundle_file: Path, folder: Path, release: Path, root_file: Path, *, development: bool, pepper: PepperPlace
) -> Path:
    """Sets a terminal up from a bundle and a release of packs, and gives the file that introduces it to the gateway."""
    with bundle_file.open("rb") as file:
        bundle = parse_bundle(file.read(BUNDLE_BYTES))
    clock = Clock(bundle.anchor_ms)
    root = root_file.read_bytes()
    verified = verify_release(read_release(release), trusted_root=root, reference_time=_reference_time(clock))
    load_packs(verified)
    profile = Profile.DEVELOPMENT if development else Profile.PRODUCTION
    languages = tuple(Language(code) for code in OWN_NAMES)
    return provision(
        folder,
        bundle,
        verified,
        profile=profile,
        clock=clock,
        environment=os.environ,
        languages=languages,
        pepper=pepper,
    )


def status_of(settings: Settings, *, thorough: bool = False) -> Status:
    """Gives how a terminal is, without anything of anybody; thorough reads the whole store."""
    with in_use(settings.store.path):
        store = open_store(settings)
        second = settings.store.second
        return terminal_status(
            store.vault, store.journal, store.packs, settings.profile, second=second, thorough=thorough
        )


def _reference_time(clock: Clock) -> datetime:
    moment = clock.moment()
    return datetime.fromtimestamp(max(moment.wall_ms, moment.anchor_ms) / 1000, UTC)
