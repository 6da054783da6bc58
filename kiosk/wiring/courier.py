"""The courier's process, and one round by carried medium; the only processes with a network or a medium.

- Not here: what a round is (sync/courier.py).
"""

import logging
import ssl
from pathlib import Path

from kiosk.lockdown import tell_systemd
from kiosk.settings import GatewaySettings, Settings
from kiosk.store.claim import in_use
from kiosk.store.errands import Errand, Errands, Told
from kiosk.store.exchange import Exchange
from kiosk.wiring.erasing import erase_what_is_over
from kiosk.wiring.opened import OpenStore, open_store
from kiosk.wiring.upkeep import install_release
from modules.errors import MalformedError, ProductError, SettingsError
from modules.ids import EntryId
from sync.carriers.https import HttpsCarrier
from sync.carriers.medium import MediumCarrier
from sync.certificates import Identity as TlsIdentity
from sync.certificates import client_context
from sync.courier import Courier, Post
from sync.policy import Outcome, Pace, after, call, wait_seconds
from sync.ports import Carrier

log = logging.getLogger("kiosk")

START_ANEW = 75
ERRAND_SECONDS = 2.0
"""How soon something that staff ask for is begun."""
PACKS_FOLDER = "packs"


def run_courier(settings: Settings, *, once: bool) -> int:
    """Makes rounds until the process is ended, or one where `once`; gives 5 when that one did not deliver.

    Between two rounds a healed store may take the place of this one; then it ends with 75, to be started on that.
    """
    logging.getLogger("httpx").setLevel(logging.WARNING)  # an address a round says nothing
    store = open_store(settings)
    pace = Pace()
    with HttpsCarrier(settings.gateway.url, tls_context(settings.gateway)) as carrier:
        courier = _courier(store, carrier)
        tell_systemd("READY=1")
        while True:
            with in_use(settings.store.path):
                if not store.vault.is_in_place:
                    return START_ANEW
                run_errand(settings, store)
                outcome = courier.round(pace)
                store.handing.hand_on()  # it goes up at the next round, and nothing of him goes before its receipt
                erase_what_is_over(store, settings)
                store.vault.tidy()
            pace = after(pace, outcome)
            if wanted := call(pace):
                log.warning("the courier needs a person: %s", wanted.value)
            if once:
                return 5 if outcome.is_closed or outcome.refused else 0
            chance = int.from_bytes(store.clock.random(4), "big") / (1 << 32)
            wait = (
                min(wait_seconds(pace, chance), float(settings.courier.round_seconds))
                if not pace.refused
                else wait_seconds(pace, chance)
            )
            _wait(store, wait)


def run_errand(settings: Settings, store: OpenStore) -> None:
    """Does what staff asked at the window, if they did, and says what came of it (D37)."""
    errands = Errands(store.vault)
    wanted = errands.wanted()
    if wanted is None:
        return
    try:
        if wanted is Errand.CARRY:
            count = _round_by_medium(store, settings, settings.courier.medium).carried
        else:
            count = len(install_release(settings, settings.courier.medium / PACKS_FOLDER))
        errands.tell(Told(errand=wanted, outcome="done", count=count))
    except (ProductError, OSError) as error:
        log.warning("an errand of staff failed: %s (%s)", wanted.value, type(error).__name__)
        errands.tell(Told(errand=wanted, outcome="failed"))


def _wait(store: OpenStore, seconds: float) -> None:
    """Waits for the next round, or until staff ask for something."""
    errands, clock = Errands(store.vault), store.clock
    until_seconds = clock.monotonic_seconds() + seconds
    while clock.monotonic_seconds() < until_seconds and errands.wanted() is None:
        clock.sleep_until(min(until_seconds, clock.monotonic_seconds() + ERRAND_SECONDS))


def carry_by_medium(settings: Settings, medium: Path) -> str:
    """Makes one round by a carried medium and gives what was done, in a sentence.

    Raises:
        MalformedError: There is no medium here, or it could not be read or written.
    """
    with in_use(settings.store.path):
        outcome = _round_by_medium(open_store(settings), settings, medium)
    return f"{outcome.carried} entries written, {outcome.taken} taken in, {outcome.distrusted} parcels not believed"


def _round_by_medium(store: OpenStore, settings: Settings, medium: Path) -> Outcome:
    if not medium.is_dir():
        raise MalformedError("there is no medium at that place", hint="mount it first, then carry again")
    identity = store.identity
    carrier = MediumCarrier(medium, identity.terminal, identity.institution, store.keyring.terminal)
    outcome = _courier(store, carrier).round(Pace())
    store.handing.hand_on()
    erase_what_is_over(store, settings)
    if outcome.is_closed:
        raise MalformedError("the medium could not be read or written", hint="look at the medium and carry again")
    return outcome


def tls_context(gateway: GatewaySettings) -> ssl.SSLContext:
    """Gives the mutual TLS of this terminal.

    Raises:
        SettingsError: A file is missing.
    """
    try:
        certificate, key, authority = (
            path.read_text(encoding="ascii") for path in (gateway.certificate, gateway.key, gateway.authority)
        )
    except OSError as error:
        raise SettingsError(
            "a certificate of this terminal cannot be read", hint="see [gateway] in the settings"
        ) from error
    return client_context(TlsIdentity(certificate, key), authority)


def _courier(store: OpenStore, carrier: Carrier) -> Courier:

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
