"""Making a gateway, and enrolling its terminals: what is drawn once and written down.

- `found` makes the folder of a new gateway with one institution, `add_institution` adds another; `enrol` makes the
  bundle of one terminal.
- The authority's word for each group's key is given here, where the authority's key is at hand (JOURNAL 10.5).
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
    vouch,
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
    renew_secret,
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
        _add(Enrolments(database), founded.institution, founded.enrolment)
    finally:
        database.close()
    (folder / FILE).write_text(settings_toml(settings), encoding="utf-8")
    return founded


def add_institution(
    folder: Path, enrolments: Enrolments, founded: tuple[GatewaySecret, EnrolmentSecret], name: str, clock: Clock
) -> tuple[GatewaySecret, EnrolmentSecret]:
    """Gives one more institution to a gateway: its own group key and pepper, under the authority that is there.

    Args:
        folder: The gateway's folder, where its secret gets the new institution's key for codes.
        enrolments: Where the institution is added.
        founded: The gateway's secret, and the enrolment secret of an institution that it serves.
        name: The new institution, as staff know it.
        clock: Time and chance.
    """
    gateway, enrolment = founded
    institution, pepper = InstitutionId(clock.new_id("i-")), clock.draw(PEPPER_BYTES)
    opening, sealing = key_pair(clock.draw(SEED_BYTES))
    group = GroupKeys(opening=opening, sealing=sealing, pepper=_base64(pepper))
    codes = {**gateway.codes_of, institution: _base64(code_key(pepper))}
    renewed = gateway.model_copy(update={"codes_of": codes})
    renew_secret(folder / GATEWAY_FILE, renewed)  # first: an institution without its codes is never there
    new = EnrolmentSecret(institution=institution, authority=enrolment.authority, group=group)
    _add(enrolments, KnownInstitution(institution, name, sealing), new)
    return renewed, new


def _add(enrolments: Enrolments, known: KnownInstitution, enrolment: EnrolmentSecret) -> None:
    enrolments.add_institution(known)
    _vouch(enrolments, enrolment)


def _vouch(enrolments: Enrolments, enrolment: EnrolmentSecret) -> None:
    word = vouch(enrolment.authority.identity, enrolment.institution, enrolment.group.sealing)
    enrolments.vouch(enrolment.institution, word)


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
    _vouch(enrolments, enrolment)  # a gateway of before has no word for its key yet
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
