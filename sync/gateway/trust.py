"""The public half of a gateway in one file: all that somebody far away needs to check its plans, with no network.

- It holds nothing secret; but whoever gives you another one decides what you believe, so take it from the institution
  itself and keep it.
- Not here: checking (proving.py), the private halves (keys.py, seals.py).
"""

from pathlib import Path
from typing import Annotated, Literal, Self

from cryptography import x509
from pydantic import Field, StringConstraints, ValidationError

from modules.errors import MalformedError
from modules.ids import GatewayId
from modules.signed import PublicKey
from modules.values import Value

TRUST_BYTES = 256 * 1024
CertificatePem = Annotated[str, StringConstraints(pattern=r"^-----BEGIN CERTIFICATE-----\n", max_length=16 * 1024)]


class Trust(Value):
    """One gateway as others may trust it; `time_authorities` are those of time stamps it takes besides its own."""

    format: Literal["kvv-trust/1"] = "kvv-trust/1"
    gateway: GatewayId
    signing: PublicKey
    authority: CertificatePem
    time_authorities: Annotated[tuple[CertificatePem, ...], Field(max_length=8)] = ()

    @classmethod
    def parse(cls, raw: bytes) -> Self:
        """Gives the trust of a file.

        Raises:
            MalformedError: It is no trust file.
        """
        try:
            trust = cls.model_validate_json(raw)
            trust.certificates  # noqa: B018  each is read once, so that a torn one is told here
        except ValueError as error:
            reason = "this is no trust file" if isinstance(error, ValidationError) else "a certificate in it is torn"
            raise MalformedError(reason, hint="ask for the file that `drplan trust` wrote") from None
        return trust

    @property
    def certificates(self) -> tuple[x509.Certificate, ...]:
        """The gateway's own authority first, then those of time stamps."""
        pems = (self.authority, *self.time_authorities)
        return tuple(x509.load_pem_x509_certificate(pem.encode("ascii")) for pem in pems)


def read_trust(path: Path) -> Trust:
    """Gives the trust of a file.

    Raises:
        MalformedError: It is no trust file.
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        return Trust.parse(file.read(TRUST_BYTES))
