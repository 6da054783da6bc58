"""A production terminal on a wall: its folder, the credentials the system gives it, the programs an operator types."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kiosk.provision import provision
from kiosk.settings import Profile, StoreSettings
from modules.texts import DUTCH
from tests.kiosk.test_provision import a_bundle, verified
from tests.suites.terminals import Machine


@dataclass
class Wall:
    """A terminal's folder, and the credentials that the system gives its programs."""

    folder: Path
    credentials: Path

    @property
    def store(self) -> Path:
        return self.folder / "store.db"

    @property
    def place(self) -> StoreSettings:
        return StoreSettings().beside(self.folder)

    def kiosk(self, *words: str, typed: str = "", settings: bool = True) -> subprocess.CompletedProcess[str]:
        asked = [sys.executable, "-m", "kiosk", *words]
        if settings:
            asked += ["--settings", str(self.folder / "terminal.toml")]
        environment = os.environ | {"CREDENTIALS_DIRECTORY": str(self.credentials)}
        return subprocess.run(asked, input=typed, env=environment, capture_output=True, text=True, check=False)

    def does(self, *words: str, typed: str = "") -> str:
        done = self.kiosk(*words, typed=typed)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def slots(self) -> dict[str, str]:
        kinds = (line.split() for line in self.does("keys", "list").splitlines())
        return {kind: slot for slot, kind in kinds}

    def burns(self, credential: bytes = b"n" * 32) -> None:
        """The mainboard, and with it the credential, is another from now on."""
        (self.credentials / "kvv-kiosk-store-key").write_bytes(credential)

    @property
    def opens(self) -> bool:
        return self.kiosk("status").returncode == 0


def a_wall(tmp_path: Path) -> Wall:
    """Sets a production terminal up in a folder."""
    credentials = tmp_path / "credentials"
    credentials.mkdir()
    (credentials / "kvv-kiosk-store-key").write_bytes(b"c" * 32)
    given = {"CREDENTIALS_DIRECTORY": str(credentials)}
    folder = tmp_path / "terminal"
    bundle, packs, clock = a_bundle(), verified(), Machine().clock()
    provision(folder, bundle, packs, profile=Profile.PRODUCTION, clock=clock, environment=given, languages=(DUTCH,))
    return Wall(folder, credentials)


def drplan(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Runs the gateway's program."""
    asked = [sys.executable, "-m", "sync.gateway", *words]
    return subprocess.run(asked, input=typed, capture_output=True, text=True, check=False)
