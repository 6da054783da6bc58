"""Who may come in at the door, told by certificates."""

import ssl
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from modules.errors import SettingsError, UnknownKeyError
from sync.certificates import (
    Identity,
    Issue,
    client_context,
    make_authority,
    server_context,
    server_identity,
    terminal_identity,
    terminal_of,
)
from tests.makers import TERMINAL

ISSUE = Issue(datetime(2026, 11, 1, tzinfo=UTC), 30, 77)


def _der(identity: Identity) -> bytes:
    return x509.load_pem_x509_certificate(identity.certificate.encode()).public_bytes(Encoding.DER)


def test_a_terminals_certificate_names_the_terminal_and_nothing_else() -> None:
    identity = terminal_identity(make_authority("a gateway", ISSUE), TERMINAL, ISSUE)
    assert terminal_of(_der(identity)) == TERMINAL


def test_a_certificate_is_good_for_its_days_and_signed_by_its_authority() -> None:
    authority = make_authority("a gateway", ISSUE)
    certificate = x509.load_pem_x509_certificate(
        server_identity(authority, ["gateway.example", "127.0.0.1"], ISSUE).certificate.encode()
    )
    signer = x509.load_pem_x509_certificate(authority.certificate.encode())
    certificate.verify_directly_issued_by(signer)
    assert certificate.serial_number == 77
    assert certificate.not_valid_after_utc == datetime(2026, 12, 1, tzinfo=UTC)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["gateway.example"]


def test_a_terminal_cannot_sign_certificates() -> None:
    identity = terminal_identity(make_authority("a gateway", ISSUE), TERMINAL, ISSUE)
    certificate = x509.load_pem_x509_certificate(identity.certificate.encode())
    assert certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca is False


def test_a_certificate_without_a_name_names_no_terminal() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    nameless = (
        x509.CertificateBuilder(x509.Name([]), x509.Name([]), key.public_key(), 1)
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2026, 2, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    with pytest.raises(UnknownKeyError):
        terminal_of(nameless.public_bytes(Encoding.DER))


def test_what_is_no_certificate_is_refused_with_what_to_do() -> None:
    broken = Identity("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "")
    with pytest.raises(SettingsError, match="certificate"):
        server_context(broken)
    with pytest.raises(SettingsError, match="certificate"):
        client_context(broken, make_authority("a gateway", ISSUE).certificate)


def test_both_sides_speak_no_tls_older_than_1_2() -> None:
    authority = make_authority("a gateway", ISSUE)
    server = server_context(server_identity(authority, ["localhost"], ISSUE), authority.certificate)
    client = client_context(terminal_identity(authority, TERMINAL, ISSUE), authority.certificate)
    assert server.minimum_version >= ssl.TLSVersion.TLSv1_2
    assert client.minimum_version >= ssl.TLSVersion.TLSv1_2
