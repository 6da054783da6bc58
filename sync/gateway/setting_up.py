"""Making a gateway, and enrolling its terminals: what is drawn once and written down.

- `found` makes the folder of a new gateway with one institution; `enrol` makes the bundle of one terminal.
- The enrolment secret is used here and nowhere else.
- Not here: reading any of it back (settings.py, keys.py), and the terminal's own side (`kiosk provision`).
"""

import base64
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from modules.errors import RefusedError, SettingsError
from modules.ids import GatewayId, InstitutionId, TerminalId
from modules.roster import Roster
from sync.certificates import (
    AUTHORITY_DAYS,
    LEAF_DAYS,
    Identity,
    Issue,
    make_authority,
    server_identity,
    terminal_identity,
)
from sync.codes import code_key
from sync.gateway.clock import Clock
from sync.gateway.database import Database
from sync.gateway.enrolments import Enrolments, KnownInstitution
from sync.gateway.keys import (
    ENROLMENT_FILE,
    GATEWAY_FILE,
    EnrolmentSecret,
    GatewaySecret,
    PemPair,
    write_secret,
)
from sync.gateway.settings import FILE, LOOPBACK, Settings, settings_toml
from sync.provisioning import PEPPER_BYTES, Bundle, GroupKeys, TlsIdentity
from sync.sealed import SEED_BYTES, key_pair


@dataclass(frozen=True, slots=True)
class Founded:
    """A new gateway: its institution, and where its secrets are."""

    institution: KnownInstitution
    gateway: GatewaySecret
    enrolment: EnrolmentSecret


def found(folder: Path, institution_name: str, settings: Settings, clock: Clock) -> Founded:
    """Makes a gateway's folder: settings, secrets and an empty register with one institution.

    Raises:
        SettingsError: There is a gateway in this folder already.
    """
    if (folder / FILE).exists():
        raise SettingsError(f"{folder} holds a gateway already", hint="take a folder that is not there yet")
    folder.mkdir(parents=True, exist_ok=True)
    founded = _drawn(institution_name, settings, clock)
    write_secret(folder / GATEWAY_FILE, founded.gateway)
    write_secret(folder / ENROLMENT_FILE, founded.enrolment)
    database = Database(folder / settings.register_file)
    try:
        Enrolments(database).add_institution(founded.institution)
    finally:
        database.close()
    (folder / FILE).write_text(settings_toml(settings), encoding="utf-8")
    return founded


@dataclass(frozen=True, slots=True)
class Wanted:
    """A terminal to be: on which wing, how it reaches the gateway, and the roster it begins with."""

    wing: str
    url: str
    roster: Roster | None


def enrol(
    enrolments: Enrolments, gateway: GatewaySecret, enrolment: EnrolmentSecret, wanted: Wanted, clock: Clock
) -> Bundle:
    """Gives the bundle of a new terminal, and notes that it was given out.

    Raises:
        RefusedError: The institution has no roster yet.
        UnknownKeyError: The enrolment secret is of an institution that this gateway does not serve.
    """
    known = enrolments.institution(enrolment.institution)
    if wanted.roster is None:
        raise RefusedError("this institution has no roster yet", hint="take one in first: `drplan roster people.json`")
    terminal = TerminalId(clock.new_id("t-"))
    issue = Issue(clock.now(), LEAF_DAYS, clock.serial())
    identity = terminal_identity(enrolment.authority.identity, terminal, issue)
    enrolments.enrol(terminal, known.institution, wanted.wing, clock.now_ms())
    return Bundle(
        institution=known.institution,
        terminal=terminal,
        wing=wanted.wing,
        url=wanted.url,
        gateway=gateway.public,
        group=enrolment.group,
        tls=TlsIdentity(certificate=identity.certificate, key=identity.key, authority=enrolment.authority.certificate),
        roster=wanted.roster,
        anchor_ms=clock.now_ms(),
    )


def _drawn(institution_name: str, settings: Settings, clock: Clock) -> Founded:
    institution = InstitutionId(clock.new_id("i-"))
    gateway = GatewayId(clock.new_id("g-"))
    authority = make_authority(f"kvv-kiosk {gateway}", Issue(clock.now(), AUTHORITY_DAYS, clock.serial()))
    host = urlsplit(settings.terminals.url).hostname or settings.terminals.host
    hosts = list(dict.fromkeys([host, *LOOPBACK]))
    server = server_identity(authority, hosts, Issue(clock.now(), LEAF_DAYS, clock.serial()))
    opening, sealing = key_pair(clock.draw(SEED_BYTES))
    group_opening, group_sealing = key_pair(clock.draw(SEED_BYTES))
    pepper = clock.draw(PEPPER_BYTES)
    secret = GatewaySecret(
        gateway=gateway,
        opening=opening,
        sealing=sealing,
        signing_seed=_base64(clock.draw(32)),
        server=_pair(server),
        authority=authority.certificate,
        codes=_base64(code_key(pepper)),
    )
    group = GroupKeys(opening=group_opening, sealing=group_sealing, pepper=_base64(pepper))
    enrolment = EnrolmentSecret(institution=institution, authority=_pair(authority), group=group)
    return Founded(KnownInstitution(institution, institution_name, group_sealing), secret, enrolment)


def _pair(identity: Identity) -> PemPair:
    return PemPair(certificate=identity.certificate, key=identity.key)


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
