"""The composition root: the only file that knows every part and holds all settings.

- Parts are made by hand, in order, once a process; nothing looks another part up.
- The window's process and the courier's open the same store, each with its own connection; only the courier's
  process has a network.
- Not here: what any part does.
"""

import gc
import logging
import os
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from content.pack import load
from kiosk.clock import Clock
from kiosk.i18n import OWN_NAMES
from kiosk.lockdown import Profile as WindowProfile
from kiosk.lockdown import prepare, tell_systemd
from kiosk.pages import Editions
from kiosk.session import Place, Session
from kiosk.settings import GatewaySettings, PanelSettings, Profile, Settings
from kiosk.status import Status, terminal_status
from kiosk.store.exchange import Exchange
from kiosk.store.journal import Journal
from kiosk.store.keys import Keyring, read_store_key
from kiosk.store.meta import Identity, Meta
from kiosk.store.packs import Packs
from kiosk.store.pins import Attempt, Doorkeeper, Outcome
from kiosk.store.vault import Vault
from kiosk.views.entrance import LogInTrouble
from kiosk.visit import Admission, Terminal, Visit
from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvProgramme
from modules.definition.questionnaire import Questionnaire
from modules.errors import MalformedError, SettingsError, StoreError
from modules.events import TerminalStarted
from modules.ids import EntryId, PackId
from modules.roster import RosterPerson
from modules.texts import Language

log = logging.getLogger("kiosk")

VERSION = "0.1.0"
_TROUBLE = {
    Outcome.NOT_TOGETHER: LogInTrouble.NOT_TOGETHER,
    Outcome.WAIT: LogInTrouble.WAIT,
    Outcome.ASK_STAFF: LogInTrouble.ASK_STAFF,
}


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


def open_store(settings: Settings) -> OpenStore:
    """Opens the store of a terminal.

    Raises:
        StoreError: There is none, its key is not here, or it is damaged; the kind and hint say which.
    """
    key = read_store_key(settings.store.key_file, settings.profile, os.environ)
    vault = Vault.open(settings.store.path, key.file)
    meta = Meta(vault)
    identity = meta.identity()
    clock = Clock(meta.signed_ms())
    keyring = Keyring(vault, key, clock)
    journal = Journal(vault, keyring, identity, clock)
    clock.learn(journal.last_certain_ms())
    return OpenStore(vault, meta, identity, keyring, journal, Packs(vault, settings.store.packs), clock)


class Door:
    """The doorkeeper, answering in the visit's words."""

    def __init__(self, doorkeeper: Doorkeeper) -> None:
        self._doorkeeper = doorkeeper

    def admit(self, number: str, pin: str) -> Admission:
        """Gives the person these belong to, or what was wrong."""
        attempt: Attempt = self._doorkeeper.attempt(number, pin)
        return Admission(attempt.person, _TROUBLE.get(attempt.outcome), attempt.wait_seconds)


def visit_of(store: OpenStore, settings: Settings) -> Visit:
    """Gives the visit of a terminal whose packs are installed.

    Raises:
        StoreError: A pack is missing or damaged.
    """
    questionnaire, programme = _editions(store)
    roster = store.meta.roster()
    place = Place(store.identity.terminal, roster.institution_name if roster else "")

    def open_session(person: RosterPerson) -> Session:
        facts = frozenset({"vris"} if person.vris else ())
        editions = Editions(
            Edition(questionnaire.digest, questionnaire.definition, facts),
            Edition(programme.digest, programme.definition, facts),
        )
        return Session(person, editions, store.journal, store.clock, place)

    def mentor_name(person: RosterPerson) -> str:
        newest = store.meta.roster()
        return (newest.staff_name(person.mentor) if newest else None) or ""

    return Visit(
        Terminal(
            door=Door(Doorkeeper(store.vault, store.keyring, store.journal, store.identity, store.clock)),
            open_session=open_session,
            keys=store.keyring,
            languages=settings.languages,
            mentor_name=mentor_name,
            development=settings.profile is Profile.DEVELOPMENT,
        )
    )


def _editions(store: OpenStore) -> tuple[Edition[Questionnaire], Edition[KvvProgramme]]:
    current = store.packs.current()
    found: dict[str, Any] = {}
    for name in ("reflector", "kvv"):
        wanted = current.get(PackId(name))
        if wanted is None:
            raise StoreError(f"the pack {name} is not installed", hint="install a release with `kiosk install-pack`")
        pack = load(store.packs.raw(wanted))
        found[name] = Edition(pack.digest, pack.definition)
    return found["reflector"], found["kvv"]


def open_window(settings: Settings, places_file: Path | None) -> None:
    """Opens the window and returns when it is ended."""
    development = settings.profile is Profile.DEVELOPMENT
    if places_file is not None and not development:
        raise SettingsError("a file of places is for development only", hint="leave --places out")
    profile = WindowProfile.DEVELOPMENT if development else WindowProfile.WALL
    prepare(profile, settings.panel.width_px, settings.panel.height_px)
    store = open_store(settings)
    visit = visit_of(store, settings)
    store.journal.append(store.identity.subject, (TerminalStarted(version=VERSION),), store.clock.moment())
    gc.freeze()  # what was made so far stays; a tap never waits for it to be looked through
    gc.set_threshold(50_000, 20, 100)
    _app(settings, visit, profile, places_file).run()
    store.vault.close()


def _app(settings: Settings, visit: Visit, profile: WindowProfile, places_file: Path | None) -> Any:
    from kiosk.app import KioskApp, Rests  # noqa: PLC0415  Kivy is imported only after `prepare`
    from kiosk.speech.espeak import speaker  # noqa: PLC0415
    from kiosk.theme.tokens import Look  # noqa: PLC0415

    rests = Rests(settings.rest.idle_dim_seconds, settings.rest.idle_lock_seconds, settings.rest.hard_stop_minutes * 60)
    return KioskApp(
        visit=visit,
        look=Look(panel=panel_of(settings.panel)),
        speaker=speaker(),
        rests=rests,
        profile=profile,
        places_file=places_file,
    )


def panel_of(panel: PanelSettings) -> Any:
    """Gives the panel as the theme knows it."""
    from kiosk.theme.tokens import Panel  # noqa: PLC0415  the courier has no screen

    return Panel(panel.width_px, panel.height_px, panel.width_mm / panel.width_px)


def tls_context(gateway: GatewaySettings) -> ssl.SSLContext:
    """Gives the mutual TLS of this terminal.

    Raises:
        SettingsError: A file is missing.
    """
    from sync.certificates import Identity as TlsIdentity  # noqa: PLC0415  only the courier's process has a network
    from sync.certificates import client_context  # noqa: PLC0415

    try:
        certificate, key, authority = (
            path.read_text(encoding="ascii") for path in (gateway.certificate, gateway.key, gateway.authority)
        )
    except OSError as error:
        raise SettingsError(
            "a certificate of this terminal cannot be read", hint="see [gateway] in the settings"
        ) from error
    return client_context(TlsIdentity(certificate, key), authority)


def run_courier(settings: Settings, *, once: bool) -> int:
    """Makes rounds until the process is ended, or one where `once`; gives 5 when that one did not deliver."""
    from sync.carriers.https import HttpsCarrier  # noqa: PLC0415
    from sync.policy import Pace, after, call, wait_seconds  # noqa: PLC0415

    logging.getLogger("httpx").setLevel(logging.WARNING)  # an address a round says nothing
    store = open_store(settings)
    pace = Pace()
    with HttpsCarrier(settings.gateway.url, tls_context(settings.gateway)) as carrier:
        courier = _courier(store, carrier)
        tell_systemd("READY=1")
        while True:
            outcome = courier.round(pace)
            pace = after(pace, outcome)
            if wanted := call(pace):
                log.warning("the courier needs a person: %s", wanted.value)
            store.vault.tidy()
            if once:
                return 5 if outcome.is_closed or outcome.refused else 0
            chance = int.from_bytes(store.clock.random(4), "big") / (1 << 32)
            wait = (
                min(wait_seconds(pace, chance), float(settings.courier.round_seconds))
                if not pace.refused
                else wait_seconds(pace, chance)
            )
            store.clock.sleep_until(store.clock.monotonic_seconds() + wait)


def _courier(store: OpenStore, carrier: Any) -> Any:
    from sync.courier import Courier, Post  # noqa: PLC0415

    exchange = Exchange(store.vault, store.keyring, store.journal, store.identity, store.clock)
    post = Post(
        terminal=store.identity.terminal,
        institution=store.identity.institution,
        signer=store.keyring.terminal,
        opening=next(iter(store.keyring.group().values())),
        gateway=store.identity.gateway,
        new_id=lambda: EntryId(store.clock.new_id("")),
    )
    return Courier(exchange, exchange, carrier, post)


def carry_by_medium(settings: Settings, medium: Path) -> str:
    """Makes one round by a carried medium and gives what was done, in a sentence."""
    from sync.carriers.medium import MediumCarrier  # noqa: PLC0415
    from sync.policy import Pace  # noqa: PLC0415

    store = open_store(settings)
    identity = store.identity
    carrier = MediumCarrier(medium, identity.terminal, identity.institution, store.keyring.terminal)
    outcome = _courier(store, carrier).round(Pace())
    if outcome.is_closed:
        raise MalformedError("the medium could not be read or written", hint="look at the medium and carry again")
    return f"{outcome.carried} entries written, {outcome.taken} taken in, {outcome.distrusted} parcels not believed"


def install_release(settings: Settings, folder: Path) -> tuple[str, ...]:
    """Checks a release of packs against the terminal's own trust and floor, installs it, and gives a line for each."""
    from content.release import load_packs, read_release  # noqa: PLC0415  TUF is needed here alone
    from content.trust import verify_release  # noqa: PLC0415

    store = open_store(settings)
    trust = store.packs.trust()
    if trust is None:
        raise StoreError("this terminal trusts no release yet", hint="set it up with `kiosk provision`")
    root, floor = trust
    now = _reference_time(store.clock)
    verified = verify_release(read_release(folder), trusted_root=root, reference_time=now, floor=floor)
    packs = load_packs(verified)
    store.packs.install(verified)
    return tuple(f"{pack.manifest.id}: version {pack.manifest.version}, installed" for pack in packs)


def provision_terminal(bundle_file: Path, folder: Path, release: Path, root_file: Path, *, development: bool) -> Path:
    """Sets a terminal up from a bundle and a release of packs, and gives the file that introduces it to the gateway."""
    from content.release import load_packs, read_release  # noqa: PLC0415
    from content.trust import verify_release  # noqa: PLC0415
    from kiosk.provision import provision  # noqa: PLC0415  once in a terminal's life
    from sync.provisioning import BUNDLE_BYTES, parse_bundle  # noqa: PLC0415

    with bundle_file.open("rb") as file:
        bundle = parse_bundle(file.read(BUNDLE_BYTES))
    clock = Clock(bundle.anchor_ms)
    root = root_file.read_bytes()
    verified = verify_release(read_release(release), trusted_root=root, reference_time=_reference_time(clock))
    load_packs(verified)
    profile = Profile.DEVELOPMENT if development else Profile.PRODUCTION
    languages = tuple(Language(code) for code in OWN_NAMES)
    return provision(
        folder, bundle, verified, profile=profile, clock=clock, environment=os.environ, languages=languages
    )


def status_of(settings: Settings) -> Status:
    """Gives how a terminal is, without anything of anybody."""
    store = open_store(settings)
    return terminal_status(store.vault, store.journal, store.packs, settings.profile)


def _reference_time(clock: Clock) -> datetime:
    moment = clock.moment()
    return datetime.fromtimestamp(max(moment.wall_ms, moment.anchor_ms) / 1000, UTC)
