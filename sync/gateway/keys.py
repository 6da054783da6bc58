"""The gateway's secrets, in two files: what it needs to run, and what only enrolling a terminal needs.

- `gateway.secret`: its opening key, its signing key, its own TLS certificate; a system credential of that name goes
  first.
- `enrolment.secret`: the authority that signs terminals' certificates, and the key and pepper that an institution's
  terminals share. It opens people's own bodies; it is kept off the machine that serves (SETTLED 3).
- Both are made by `drplan init`, canonical JSON, readable by their owner alone.
- Not here: the register, which says nothing without the first file.
"""

import base64
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field, StringConstraints, ValidationError

from modules.canonical import canonical
from modules.errors import SettingsError
from modules.ids import GatewayId, InstitutionId
from modules.signed import SoftwareSigner
from modules.values import Value
from sync.certificates import Identity
from sync.provisioning import GatewayKeys, GroupKeys, Pem
from sync.sealed import OpeningKey, SealingKey

GATEWAY_FILE = "gateway.secret"
ENROLMENT_FILE = "enrolment.secret"
SECRET_BYTES = 64 * 1024
SEED_BYTES = 32

Seed = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]{43}=$")]


class PemPair(Value):
    """A certificate and its private key."""

    certificate: Pem
    key: Pem

    @property
    def identity(self) -> Identity:
        """The pair, as certificates.py takes it."""
        return Identity(self.certificate, self.key)


class GatewaySecret(Value):
    """What the gateway needs to run."""

    v: Literal[1] = 1
    kind: Literal["gateway_secret"] = "gateway_secret"
    gateway: GatewayId
    opening: OpeningKey
    sealing: SealingKey
    signing_seed: Seed
    server: PemPair
    authority: Pem
    codes: Seed | None = None
    """The key one-time codes are made with (sync/codes.py); a gateway of before has none."""
    codes_of: Mapping[InstitutionId, Seed] = Field(default_factory=dict)
    """The same for each institution that was added later: its terminals have a pepper of their own."""

    def codes_for(self, institution: InstitutionId) -> Seed | None:
        """Gives the key that codes of an institution are made with; none where this gateway is of before."""
        return self.codes_of.get(institution, self.codes)

    @property
    def signer(self) -> SoftwareSigner:
        """What receipts, feeds and indexes are signed with."""
        return SoftwareSigner(base64.b64decode(self.signing_seed))

    @property
    def public(self) -> GatewayKeys:
        """The gateway as a terminal knows it."""
        return GatewayKeys(gateway=self.gateway, sealing=self.sealing, signing=self.signer.public_key)


class EnrolmentSecret(Value):
    """What enrolling a terminal needs."""

    v: Literal[1] = 1
    kind: Literal["enrolment_secret"] = "enrolment_secret"
    institution: InstitutionId
    authority: PemPair
    group: GroupKeys


Secret = TypeVar("Secret", bound=Value)


def write_secret(path: Path, secret: Value) -> None:
    """Writes a new secret file for its owner alone.

    Raises:
        SettingsError: There is one already.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise SettingsError(
            f"{path} is there already", hint="a secret is never written over; take a new folder"
        ) from error
    with os.fdopen(handle, "wb") as file:
        file.write(canonical(secret))
        os.fsync(handle)


def renew_secret(path: Path, secret: Value) -> None:
    """Puts a secret file in the place of the one that is there, whole or not at all."""
    aside = path.with_name(f".{path.name}")
    write_private(aside, canonical(secret))
    aside.replace(path)


def write_private(path: Path, raw: bytes) -> None:
    """Writes a file for its owner alone, over what was there.

    Raises:
        OSError: It cannot be written.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "wb") as file:
        os.fchmod(handle, 0o600)
        file.write(raw)


def read_gateway_secret(folder: Path) -> GatewaySecret:
    """Gives the gateway's secret: the system credential of that name, else the file in its folder.

    Raises:
        SettingsError: There is none, or it is not one.
    """
    credentials = os.environ.get("CREDENTIALS_DIRECTORY")
    given = Path(credentials) / GATEWAY_FILE if credentials else None
    return _read(GatewaySecret, given if given and given.exists() else folder / GATEWAY_FILE)


def read_enrolment_secret(path: Path) -> EnrolmentSecret:
    """Gives an institution's secret.

    Raises:
        SettingsError: There is none, or it is not one.
    """
    return _read(EnrolmentSecret, path)


def _read(kind: type[Secret], path: Path) -> Secret:
    try:
        with path.open("rb") as file:
            return kind.model_validate_json(file.read(SECRET_BYTES))
    except OSError as error:
        raise SettingsError(f"{path} cannot be read", hint="name the folder that `drplan init` made") from error
    except ValidationError:  # its text would quote the secret
        raise SettingsError(f"{path} is not the secret it should be", hint="put back the copy you kept") from None
