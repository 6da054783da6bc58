"""The certificates at the gateway's door: its authority, its own, one for each terminal; and both sides of the TLS.

- ECDSA P-256 with SHA-256, because every TLS library takes it; the name of a terminal's certificate is its id.
- A terminal does not hold a certificate's dates against its own clock, which may be years off (SETTLED 4): who the
  gateway is follows from the authority in its bundle, and what it says is signed besides.
- Revocation is not here but where requests are met (gateway/app.py): it counts from the next request on.
- Time and serial numbers come in as arguments; private keys are drawn by the library.
"""

import base64
import os
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from modules.errors import SettingsError, UnknownKeyError, UntrustedError
from modules.ids import InstitutionId, TerminalId

AUTHORITY_DAYS = 3650
LEAF_DAYS = 825
_NO_CHECK_TIME = 0x200000  # X509_V_FLAG_NO_CHECK_TIME of OpenSSL, which Python's ssl has no name for


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate and its private key, as PEM texts."""

    certificate: str
    key: str


@dataclass(frozen=True, slots=True)
class Issue:
    """What a new certificate is given from outside: from when, for how many days, and its serial number."""

    at: datetime
    days: int
    serial: int


def make_authority(name: str, issue: Issue) -> Identity:
    """Gives a new authority, which signs the certificates of one gateway and its terminals."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _named(name)
    builder = (
        _begun(subject, key, issue)
        .issuer_name(subject)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
    )
    return _finished(builder, key, key)


def server_identity(authority: Identity, hosts: Sequence[str], issue: Issue) -> Identity:
    """Gives the gateway's own certificate, good for these host names and addresses."""
    key = ec.generate_private_key(ec.SECP256R1())
    names = x509.SubjectAlternativeName([_host(host) for host in hosts])
    builder = _leaf(_named(hosts[0]), key, issue, authority, ExtendedKeyUsageOID.SERVER_AUTH).add_extension(
        names, critical=False
    )
    return _finished(builder, key, _key(authority))


def terminal_identity(authority: Identity, terminal: TerminalId, issue: Issue) -> Identity:
    """Gives a terminal's certificate, by which it shows itself at the door."""
    key = ec.generate_private_key(ec.SECP256R1())
    builder = _leaf(_named(terminal), key, issue, authority, ExtendedKeyUsageOID.CLIENT_AUTH)
    return _finished(builder, key, _key(authority))


def vouch(authority: Identity, institution: InstitutionId, sealing: str) -> str:
    """Gives the authority's word that a sealing key is that of an institution's terminals; it tells nothing secret.

    The machine that serves cannot give it: the authority's key is kept off it, with the enrolment secret.
    """
    signature = _key(authority).sign(_vouched(institution, sealing), ec.ECDSA(hashes.SHA256()))
    return base64.b64encode(signature).decode("ascii")


def check_vouched(authority: str, institution: InstitutionId, sealing: str, word: str) -> None:
    """Returns only if the authority of this certificate gave its word for the key.

    Raises:
        UntrustedError: It did not, or the certificate is none.
    """
    try:
        key = x509.load_pem_x509_certificate(authority.encode("ascii")).public_key()
        signature = base64.b64decode(word, validate=True)
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, _vouched(institution, sealing), ec.ECDSA(hashes.SHA256()))
            return
    except (InvalidSignature, ValueError) as error:
        raise UntrustedError("a group's key is not one that the authority vouched for") from error
    raise UntrustedError("an authority has a key of another kind")


def terminal_of(certificate_der: bytes) -> TerminalId:
    """Gives the terminal that a certificate, already verified by TLS, names.

    Raises:
        UnknownKeyError: It names none.
    """
    names = x509.load_der_x509_certificate(certificate_der).subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    if len(names) != 1:
        raise UnknownKeyError("a certificate names no terminal")
    return TerminalId(str(names[0].value))


def client_context(identity: Identity, authority: str) -> ssl.SSLContext:
    """Gives a terminal's side of the TLS: TLS 1.2 or newer, this authority and no other.

    Raises:
        SettingsError: A certificate or key is not one.
    """
    try:
        context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH, cadata=authority)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.verify_flags |= ssl.VerifyFlags(_NO_CHECK_TIME)
        _load(context, identity)
    except (ssl.SSLError, ValueError) as error:
        raise SettingsError("a terminal's certificate cannot be used", hint="provision the terminal anew") from error
    return context


def server_context(identity: Identity, authority: str | None = None) -> ssl.SSLContext:
    """Gives the gateway's side of the TLS; with an `authority`, nobody without one of its certificates comes in.

    Raises:
        SettingsError: A certificate or key is not one.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        if authority is not None:
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_verify_locations(cadata=authority)
        _load(context, identity)
    except (ssl.SSLError, ValueError) as error:
        raise SettingsError("the gateway's certificate cannot be used", hint="run `drplan init` anew") from error
    return context


def _vouched(institution: InstitutionId, sealing: str) -> bytes:
    return f"kvv-kiosk/group/1|{institution}|{sealing}".encode("ascii")


def _load(context: ssl.SSLContext, identity: Identity) -> None:
    """Loads from memory: a file that the kernel holds and no disk ever sees."""
    handle = os.memfd_create("identity")
    try:
        os.write(handle, (identity.certificate + identity.key).encode("ascii"))
        context.load_cert_chain(f"/proc/self/fd/{handle}")
    finally:
        os.close(handle)


def _begun(subject: x509.Name, key: ec.EllipticCurvePrivateKey, issue: Issue) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .public_key(key.public_key())
        .serial_number(issue.serial)
        .not_valid_before(issue.at - timedelta(days=1))
        .not_valid_after(issue.at + timedelta(days=issue.days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _leaf(
    subject: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issue: Issue,
    authority: Identity,
    use: x509.ObjectIdentifier,
) -> x509.CertificateBuilder:
    issuer = x509.load_pem_x509_certificate(authority.certificate.encode("ascii"))
    identifier = issuer.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    authority_key = x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier)
    return (
        _begun(subject, key, issue)
        .issuer_name(issuer.subject)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([use]), critical=False)
        .add_extension(authority_key, critical=False)
    )


def _finished(
    builder: x509.CertificateBuilder, key: ec.EllipticCurvePrivateKey, signer: ec.EllipticCurvePrivateKey
) -> Identity:
    certificate = builder.sign(signer, hashes.SHA256()).public_bytes(Encoding.PEM).decode("ascii")
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode("ascii")
    return Identity(certificate, private)


def _key(identity: Identity) -> ec.EllipticCurvePrivateKey:
    key = load_pem_private_key(identity.key.encode("ascii"), password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise SettingsError("the authority's key is of another kind", hint="run `drplan init` anew")
    return key


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _host(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
