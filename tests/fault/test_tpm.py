"""A store's key bound to a TPM: it opens on the machine it was made on as that started, and nowhere else.

- Real programs against a TPM in software: `kiosk keys enrol` and `rotate`, and systemd-creds in the system's part.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.provision import provision
from kiosk.settings import Profile
from tests.fault.tpm import Tpm, started
from tests.kiosk.test_provision import a_bundle, verified
from tests.suites.terminals import Machine

NAME = "kvv-kiosk-store-key"
SECURE_BOOT = b"Secure Boot on, with the institution's keys"


@pytest.fixture
def credentials(tmp_path: Path) -> Path:
    folder = tmp_path / "credentials"
    folder.mkdir(mode=0o700)
    return folder


def _enrol(tpm: Tpm, out: Path) -> subprocess.CompletedProcess[str]:
    asked = [
        sys.executable,
        "-m",
        "kiosk",
        "keys",
        "enrol",
        "--with-key",
        "tpm2",
        "--tpm2-device",
        tpm.device,
        str(out),
    ]
    return subprocess.run(asked, capture_output=True, text=True, check=False)


def _system_gives(tpm: Tpm, encrypted: Path, credentials: Path) -> str:
    """Does what systemd does for `LoadCredentialEncrypted=`, and gives what it says when it can't."""
    tpm.tidy()
    given = credentials / NAME
    given.unlink(missing_ok=True)
    asked = ["systemd-creds", "decrypt", f"--name={NAME}", f"--tpm2-device={tpm.device}", str(encrypted), str(given)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == given.is_file()
    return done.stderr if done.returncode else ""


def _status(folder: Path, credentials: Path, *words: str) -> subprocess.CompletedProcess[str]:
    asked = [sys.executable, "-m", "kiosk", *(words or ("status",)), "--settings", str(folder / "terminal.toml")]
    environment = os.environ | {"CREDENTIALS_DIRECTORY": str(credentials)}
    return subprocess.run(asked, env=environment, capture_output=True, text=True, check=False)


def test_the_store_opens_on_its_machine_after_a_new_start_and_on_no_other(tmp_path: Path, credentials: Path) -> None:
    encrypted, folder, ours = tmp_path / "encrypted", tmp_path / "terminal", tmp_path / "ours"
    given = {"CREDENTIALS_DIRECTORY": str(credentials)}
    with started(ours) as tpm:
        tpm.measure(SECURE_BOOT)
        assert _enrol(tpm, encrypted).returncode == 0
        assert _system_gives(tpm, encrypted, credentials) == ""
        secret = (credentials / NAME).read_bytes()
        clock = Machine().clock()
        provision(folder, a_bundle(), verified(), profile=Profile.PRODUCTION, clock=clock, environment=given)
    assert (len(secret), encrypted.stat().st_mode & 0o077) == (32, 0)
    assert secret not in encrypted.read_bytes()
    with started(ours) as tpm:
        tpm.measure(SECURE_BOOT)
        assert _system_gives(tpm, encrypted, credentials) == ""
        assert _status(folder, credentials).returncode == 0
        tpm.measure(b"something else was started after it")
        assert "policy digest does not match" in _system_gives(tpm, encrypted, credentials)
        assert _status(folder, credentials).returncode == 4
    with started(ours) as tpm:
        tpm.measure(b"Secure Boot off")
        assert "policy digest does not match" in _system_gives(tpm, encrypted, credentials)
    with started(tmp_path / "theirs") as tpm:
        tpm.measure(SECURE_BOOT)
        assert "integrity check failed" in _system_gives(tpm, encrypted, credentials)
    assert _status(folder, credentials).returncode == 4


def test_a_machine_whose_start_is_not_measured_gets_no_credential(tmp_path: Path) -> None:
    with started(tmp_path / "tpm") as tpm:
        refused = _enrol(tpm, tmp_path / "encrypted")
    assert refused.returncode == 1
    assert "PCR 7 was never measured" in refused.stderr
    assert "Secure Boot" in refused.stderr
    assert list(tmp_path.glob("encrypted*")) == []


def test_a_rotation_puts_a_new_credential_in_the_place_of_the_old(tmp_path: Path, credentials: Path) -> None:
    encrypted, folder = tmp_path / "encrypted", tmp_path / "terminal"
    given = {"CREDENTIALS_DIRECTORY": str(credentials)}
    with started(tmp_path / "tpm") as tpm:
        tpm.measure(SECURE_BOOT)
        assert _enrol(tpm, encrypted).returncode == 0
        old = encrypted.read_bytes()
        assert _system_gives(tpm, encrypted, credentials) == ""
        clock = Machine().clock()
        provision(folder, a_bundle(), verified(), profile=Profile.PRODUCTION, clock=clock, environment=given)
        bound = ("--with-key", "tpm2", "--tpm2-device", tpm.device)
        rotated = _status(folder, credentials, "keys", "rotate", *bound, str(encrypted))
        assert rotated.returncode == 0, rotated.stderr
        assert _status(folder, credentials).returncode == 4, "what was in hand is the old credential"
        assert _system_gives(tpm, encrypted, credentials) == ""
        assert _status(folder, credentials).returncode == 0
        (tmp_path / "old").write_bytes(old)
        assert _system_gives(tpm, tmp_path / "old", credentials) == ""
        assert _status(folder, credentials).returncode == 4
        refused = _status(folder, credentials, "keys", "rotate", *bound, str(tmp_path / "old"))
        assert refused.returncode == 4
