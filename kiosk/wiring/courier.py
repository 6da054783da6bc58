"""The courier's process, and one round by carried medium; the only processes with a network or a medium.

- Not here: what a round is (sync/courier.py).
"""

import logging
import ssl
from pathlib import Path

from kiosk.lockdown import tell_systemd
from kiosk.settings import GatewaySettings, Settings
from kiosk.store.claim import in_use
from kiosk.store.exchange import Exchange
from kiosk.wiring.opened import OpenStore, open_store
from modules.errors import MalformedError, SettingsError
from modules.ids import EntryId
from sync.carriers.https import HttpsCarrier
from sync.carriers.medium import MediumCarrier
from sync.certificates import Identity as TlsIdentity
from sync.certificates import client_context
from sync.courier import Courier, Post
from sync.policy import Pace, after, call, wait_seconds
from sync.ports import Carrier

log = logging.getLogger("kiosk")

START_ANEW = 75


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
                outcome = courier.round(pace)
                store.erasure.apply(settings.retention)
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
            store.clock.sleep_until(store.clock.monotonic_seconds() + wait)


def carry_by_medium(settings: Settings, medium: Path) -> str:
    """Makes one round by a carried medium and gives what was done, in a sentence.

    Raises:
        MalformedError: There is no medium here, or it could not be read or written.
    """
    if not medium.is_dir():
        raise MalformedError("there is no medium at that place", hint="mount it first, then carry again")
    with in_use(settings.store.path):
        return _carried(open_store(settings), settings, medium)


def _carried(store: OpenStore, settings: Settings, medium: Path) -> str:
    identity = store.identity
    carrier = MediumCarrier(medium, identity.terminal, identity.institution, store.keyring.terminal)
    outcome = _courier(store, carrier).round(Pace())
    store.erasure.apply(settings.retention)
    if outcome.is_closed:
        raise MalformedError("the medium could not be read or written", hint="look at the medium and carry again")
    return f"{outcome.carried} entries written, {outcome.taken} taken in, {outcome.distrusted} parcels not believed"


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
