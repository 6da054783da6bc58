"""The keys that seal and countersign plans: made once, kept wrapped, of nobody else."""

import base64
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from modules.errors import StoreDamagedError
from modules.ids import StaffId
from modules.signed import Purpose, verify
from sync.gateway.clock import Clock
from sync.gateway.database import Database
from sync.gateway.keys import read_gateway_secret
from sync.gateway.seals import Seals
from sync.gateway.setting_up import found
from sync.gateway.settings import Settings
from sync.gateway.wiring import Gateway, open_gateway
from tests.makers import INSTITUTION, MENTOR, an_id

OTHER_MENTOR = StaffId(an_id("s-", 77))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gateway")
    found(folder, "PI De Linde", Settings(), Clock())
    return folder


@pytest.fixture
def gateway(folder: Path) -> Iterator[Gateway]:
    with closing(open_gateway(folder)) as gateway:
        yield gateway


def test_a_mentors_key_is_the_same_each_time_and_nobody_elses(gateway: Gateway, folder: Path) -> None:
    key = gateway.seals.staff_signer(MENTOR).public_key
    assert gateway.seals.staff_signer(OTHER_MENTOR).public_key != key
    with closing(open_gateway(folder)) as again:
        signer = again.seals.staff_signer(MENTOR)
    assert signer.public_key == key
    verify(Purpose.PLAN, b"words", signer.sign(Purpose.PLAN, b"words"), key)


def test_a_seal_is_certified_by_the_gateways_authority(gateway: Gateway) -> None:
    seal = gateway.seals.staff_seal(MENTOR, "M. de Groot", "PI De Linde")
    seal.certificate.verify_directly_issued_by(gateway.seals.authority)
    assert seal.certificate.public_key() == seal.key.public_key()
    assert seal.key.key_size == 3072
    assert gateway.seals.institution_seal(INSTITUTION, "PI De Linde").key.public_key() != seal.key.public_key()


def test_who_is_called_otherwise_gets_a_certificate_in_that_name(gateway: Gateway) -> None:
    before = gateway.seals.staff_seal(OTHER_MENTOR, "M. Oud", "PI De Linde")
    after = gateway.seals.staff_seal(OTHER_MENTOR, "M. Nieuw", "PI De Linde")
    assert before.certificate.subject != after.certificate.subject
    assert gateway.seals.staff_seal(OTHER_MENTOR, "M. Nieuw", "PI De Linde").certificate == after.certificate


def test_the_database_alone_signs_nothing(gateway: Gateway, folder: Path) -> None:
    seal = gateway.seals.institution_seal(INSTITUTION, "PI De Linde")
    private = seal.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    prime = seal.key.private_numbers().p.to_bytes(192, "big")
    raw = b"".join(path.read_bytes() for path in folder.glob("register.db*"))
    assert [needle for needle in (private, prime, base64.b64encode(private)) if needle in raw] == []


def test_a_key_put_in_another_members_place_is_refused(gateway: Gateway, tmp_path: Path) -> None:
    gateway.seals.staff_signer(MENTOR)
    copy = tmp_path / "register.db"
    with closing(sqlite3.connect(gateway.folder / "register.db")) as there, closing(sqlite3.connect(copy)) as taken:
        there.backup(taken)
        taken.execute("DELETE FROM seals WHERE holder = ?", (OTHER_MENTOR,))
        taken.execute(
            "INSERT INTO seals (holder, kind, certificate, wrapped, at_ms) "
            "SELECT ?, kind, certificate, wrapped, at_ms FROM seals WHERE holder = ?",
            (OTHER_MENTOR, MENTOR),
        )
        taken.commit()
    with closing(Database(copy)) as database:
        seals = Seals(database, read_gateway_secret(gateway.folder), Clock())
        seals.staff_signer(MENTOR)
        with pytest.raises(StoreDamagedError):
            seals.staff_signer(OTHER_MENTOR)
