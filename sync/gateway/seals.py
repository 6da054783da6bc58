"""The keys that put a seal or a name under a plan: the institution's, each mentor's, and the house's own time stamp.

- RSA-3072 for PDFs, because the readers people have take no Ed25519; Ed25519 for what is signed over a digest. Never a
  key held for the person (SETTLED 14).
- Each is made when it is first needed, certified by one authority of this gateway, and kept in the register wrapped by
  a key that follows from the gateway's secret: the database alone signs nothing, and no row of it can be put in place
  of another.
- A certificate that ran out, or names somebody as he is no longer called, is followed by a new one; rows stay.
- Not here: who may use a key and when (pages.py, verbs.py), and what is signed with it.
"""

import base64
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_der_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from modules.canonical import canonical
from modules.errors import StoreDamagedError
from modules.ids import InstitutionId, StaffId
from modules.signed import SoftwareSigner
from sync.gateway.clock import Clock
from sync.gateway.database import Database
from sync.gateway.keys import GatewaySecret

RSA_BITS = 3072
AUTHORITY_YEARS = 15
SEAL_YEARS = 5
SEED_BYTES = 32
NONCE_BYTES = 12
_WRAPPING = b"kvv-kiosk/seals/1"
_AUTHORITY, _SEAL, _TIME, _ED25519 = "authority", "seal", "time", "ed25519"


@dataclass(frozen=True, slots=True)
class Seal:
    """An RSA key, its certificate, and the authority's: all that a PDF signature needs."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate
    authority: x509.Certificate


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which key is asked for: of whom, for what, and under what names its certificate stands."""

    holder: str
    kind: str
    name: str
    organisation: str = ""


class Seals:
    """Gives the keys of one gateway that seal, countersign and stamp; makes what is not there yet."""

    def __init__(self, database: Database, secret: GatewaySecret, clock: Clock) -> None:
        self._database = database
        self._gateway = secret.gateway
        self._clock = clock
        self._seed = base64.b64decode(secret.signing_seed)

    @property
    def authority(self) -> x509.Certificate:
        """The certificate that all others here are checked by."""
        return self._authority().certificate

    def staff_signer(self, staff: StaffId) -> SoftwareSigner:
        """Gives a member of staff's own Ed25519 key, which countersigns digests.

        Raises:
            StoreDamagedError: It is there and cannot be opened.
        """
        wanted = _Wanted(staff, _ED25519, "")
        kept = self._read(wanted)
        return SoftwareSigner(kept[0][1] if kept else self._keep(wanted, b"", self._clock.draw(SEED_BYTES)))

    def institution_seal(self, institution: InstitutionId, name: str) -> Seal:
        """Gives the seal of an institution.

        Raises:
            StoreDamagedError: It is there and cannot be opened.
        """
        return self._certified(_Wanted(institution, _SEAL, name))

    def staff_seal(self, staff: StaffId, name: str, institution_name: str) -> Seal:
        """Gives the key and certificate by which a member of staff signs a PDF.

        Raises:
            StoreDamagedError: It is there and cannot be opened.
        """
        return self._certified(_Wanted(staff, _SEAL, name, institution_name))

    def time_seal(self) -> Seal:
        """Gives what the house's own time stamps are signed with.

        Raises:
            StoreDamagedError: It is there and cannot be opened.
        """
        return self._certified(_Wanted(self._gateway, _TIME, f"kvv-kiosk tijdstempel {self._gateway}"))

    def _authority(self) -> Seal:
        wanted = _Wanted(self._gateway, _AUTHORITY, f"kvv-kiosk plannen {self._gateway}")
        return self._kept_or_made(wanted, AUTHORITY_YEARS, None)

    def _certified(self, wanted: _Wanted) -> Seal:
        return self._kept_or_made(wanted, SEAL_YEARS, self._authority())

    def _kept_or_made(self, wanted: _Wanted, years: int, by: Seal | None) -> Seal:
        now = self._clock.now()
        for raw, private in self._read(wanted):
            certificate = x509.load_der_x509_certificate(raw)
            if certificate.not_valid_after_utc > now and certificate.subject == _subject(wanted):
                return _seal(certificate, private, by)
        key = rsa.generate_private_key(public_exponent=65537, key_size=RSA_BITS)
        until = now + timedelta(days=365 * years)
        if by is not None:
            until = min(until, by.certificate.not_valid_after_utc)
        certificate = _certificate(wanted, key, (now, until), self._clock.serial(), by)
        private = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        self._keep(wanted, certificate.public_bytes(Encoding.DER), private)
        return _seal(certificate, private, by)

    def _read(self, wanted: _Wanted) -> list[tuple[bytes, bytes]]:
        """Gives certificates and private halves of one holder and kind, newest first."""
        asked = "SELECT certificate, wrapped FROM seals WHERE holder = ? AND kind = ? ORDER BY id DESC"
        with self._database.reading() as connection:
            rows = connection.execute(asked, (wanted.holder, wanted.kind)).fetchall()
        return [(raw, self._opened(wanted, raw, wrapped)) for raw, wrapped in rows]

    def _keep(self, wanted: _Wanted, certificate: bytes, private: bytes) -> bytes:
        nonce = self._clock.draw(NONCE_BYTES)
        wrapped = nonce + AESGCM(self._wrapping()).encrypt(nonce, private, _bound(wanted, certificate))
        row = wanted.holder, wanted.kind, certificate, wrapped, self._clock.now_ms()
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO seals (holder, kind, certificate, wrapped, at_ms) VALUES (?, ?, ?, ?, ?)", row
            )
        return private

    def _opened(self, wanted: _Wanted, certificate: bytes, wrapped: bytes) -> bytes:
        nonce, sealed = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        try:
            return AESGCM(self._wrapping()).decrypt(nonce, sealed, _bound(wanted, certificate))
        except (InvalidTag, ValueError) as error:
            raise StoreDamagedError("a key for signing plans cannot be opened", hint="put back a copy") from error

    def _wrapping(self) -> bytes:
        return HKDF(hashes.SHA256(), 32, None, _WRAPPING).derive(self._seed)


def _bound(wanted: _Wanted, certificate: bytes) -> bytes:
    return canonical([wanted.holder, wanted.kind, certificate.hex()])


def _seal(certificate: x509.Certificate, private: bytes, by: Seal | None) -> Seal:
    key = load_der_private_key(private, password=None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise StoreDamagedError("a key for signing plans is of another kind", hint="put back a copy")
    return Seal(key, certificate, by.certificate if by else certificate)


def _subject(wanted: _Wanted) -> x509.Name:
    names = [x509.NameAttribute(NameOID.COMMON_NAME, wanted.name[:64])]
    if wanted.organisation:
        names.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, wanted.organisation[:64]))
    names.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, wanted.holder))
    return x509.Name(names)


def _certificate(
    wanted: _Wanted, key: rsa.RSAPrivateKey, term: tuple[datetime, datetime], serial: int, by: Seal | None
) -> x509.Certificate:
    subject = _subject(wanted)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(serial)
        .not_valid_before(term[0] - timedelta(days=1))
        .not_valid_after(term[1])
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.BasicConstraints(ca=by is None, path_length=0 if by is None else None), critical=True)
        .add_extension(_usage(wanted.kind), critical=True)
    )
    if by is not None:
        issuer_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(by.key.public_key())
        builder = builder.add_extension(issuer_key, critical=False)
    if wanted.kind == _TIME:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return builder.sign(by.key if by else key, hashes.SHA256())


def _usage(kind: str) -> x509.KeyUsage:
    signs_certificates = kind == _AUTHORITY
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=kind == _SEAL,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
