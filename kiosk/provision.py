"""Sets a terminal up, offline and in one go: from a gateway's bundle to a folder that `kiosk run` can open.

    terminal.toml          settings, to be adjusted by hand
    store.db               the encrypted store: identity, keys, roster, trusted packs
    store.keys             the store's key, in an envelope that the system's credential opens
    store.key              development only, in place of the credential
    packs/  tls/           content; certificate, key and authority for the gateway's door
    introduction.json      the public signing key, to be told to the gateway

- Everything is made in a folder aside and renamed at the end: interrupted anywhere, there is no terminal yet.
- The signing key is drawn here and never leaves; the bundle is to be destroyed after this.
- Not here: making a bundle (sync/gateway), checking a release of packs (content/trust.py).
"""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from content.trust import Verified
from kiosk.clock import Clock
from kiosk.settings import PepperPlace, Profile, StoreSettings
from kiosk.store.files import flush
from kiosk.store.keys import Keyring, StoreKey
from kiosk.store.meta import Identity, Meta
from kiosk.store.packs import Packs
from kiosk.store.slots import new_lock, write_envelope
from kiosk.store.unlock import envelope_file, held, write_private
from kiosk.store.vault import KEY_BYTES, Vault
from modules.errors import StoreError, StoreLockedError
from modules.signed import PublicKey
from modules.texts import DUTCH, Language
from sync.envelope import SlotKind, enveloped
from sync.provisioning import Bundle, Introduction, TlsIdentity, introduction_raw

SETTINGS_FILE, STORE_FILE, KEY_FILE = "terminal.toml", "store.db", "store.key"
PACKS_FOLDER, TLS_FOLDER, INTRODUCTION_FILE = "packs", "tls", "introduction.json"
CERTIFICATE_FILE, TLS_KEY_FILE, AUTHORITY_FILE = "terminal.pem", "terminal.key", "authority.pem"


def provision(
    folder: Path,
    bundle: Bundle,
    packs: Verified,
    *,
    profile: Profile,
    clock: Clock,
    environment: Mapping[str, str],
    languages: Sequence[Language] = (DUTCH,),
    pepper: PepperPlace = PepperPlace.STORE,
) -> Path:
    """Makes a terminal's folder and gives the path of its introduction.

    Raises:
        StoreError: There is something in the folder already.
        StoreLockedError: Production, and the system gave no store key.
    """
    if folder.exists():
        raise StoreError("there is something in this folder already", hint="choose a new folder for a new terminal")
    aside = folder.with_name(f"{folder.name}.aside")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(mode=0o700, parents=True)
    key = _make_key(aside, profile, clock, environment)
    public = _make_store(aside, key, bundle, packs, clock=clock, pepper=pepper)
    _write_tls(aside / TLS_FOLDER, bundle.tls)
    introduction = Introduction(institution=bundle.institution, terminal=bundle.terminal, wing=bundle.wing, key=public)
    write_private(aside / INTRODUCTION_FILE, introduction_raw(introduction))
    write_private(aside / SETTINGS_FILE, settings_text(profile, bundle.url, languages, pepper).encode("utf-8"))
    aside.rename(folder)
    flush(folder.parent)
    return folder / INTRODUCTION_FILE


def settings_text(
    profile: Profile, url: str, languages: Sequence[Language], pepper: PepperPlace = PepperPlace.STORE
) -> str:
    """Gives the settings of a new terminal as TOML; what is not in it has its default."""
    return f"""# The settings of this terminal; every knob and its default: kiosk/settings.py
profile = {json.dumps(profile.value)}
languages = {json.dumps(list(languages))}

[store]
path = "{STORE_FILE}"
packs = "{PACKS_FOLDER}"
key_file = "{KEY_FILE}"
pepper = "{pepper.value}"

[gateway]
url = {json.dumps(url)}
certificate = "{TLS_FOLDER}/{CERTIFICATE_FILE}"
key = "{TLS_FOLDER}/{TLS_KEY_FILE}"
authority = "{TLS_FOLDER}/{AUTHORITY_FILE}"

[rest]
idle_dim_seconds = 60
idle_lock_seconds = 120
hard_stop_minutes = 45
"""


def _make_key(folder: Path, profile: Profile, clock: Clock, environment: Mapping[str, str]) -> StoreKey:
    place = StoreSettings().beside(folder)
    if profile is Profile.DEVELOPMENT:
        write_private(folder / KEY_FILE, clock.random(KEY_BYTES))
    hand = held(place, profile, environment)
    kind = SlotKind.KEY_FILE if profile is Profile.DEVELOPMENT else SlotKind.CREDENTIAL
    secret = hand.secret(kind, None)
    if secret is None:
        raise StoreLockedError("the system gave no store key", hint="make one with `kiosk keys enrol`, and open it")
    raw = clock.random(KEY_BYTES)
    write_envelope(envelope_file(folder / STORE_FILE), enveloped(raw, 1, (new_lock(kind, secret, clock),)))
    return StoreKey(raw)


def _make_store(
    folder: Path, key: StoreKey, bundle: Bundle, packs: Verified, *, clock: Clock, pepper: PepperPlace
) -> PublicKey:
    vault = Vault.create(folder / STORE_FILE, key.file)
    try:
        meta, keyring = Meta(vault), Keyring(vault, key, clock)
        with vault.write():
            keyring.fill(bundle.group, pepper)
            meta.put_identity(
                Identity(
                    institution=bundle.institution,
                    terminal=bundle.terminal,
                    wing=bundle.wing,
                    gateway=bundle.gateway,
                    group=bundle.group.sealing,
                )
            )
            meta.put_roster(bundle.roster)
            meta.put_signed_ms(bundle.anchor_ms)
        Packs(vault, folder / PACKS_FOLDER).install(packs)
        vault.checkpoint()
        return keyring.terminal.public_key
    finally:
        vault.close()


def _write_tls(folder: Path, tls: TlsIdentity) -> None:
    folder.mkdir(mode=0o700)
    write_private(folder / CERTIFICATE_FILE, tls.certificate.encode("ascii"))
    write_private(folder / TLS_KEY_FILE, tls.key.encode("ascii"))
    write_private(folder / AUTHORITY_FILE, tls.authority.encode("ascii"))
    flush(folder)
