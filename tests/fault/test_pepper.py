"""A pepper in a TPM: the same PINs and codes as from the store, and a wrong TPM is no wrong PIN.

- Real tpm2-tools against a TPM in software (tpm.py); the verbs are the operator's own.
"""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.provision import provision
from kiosk.settings import PepperPlace, Profile, StoreSettings
from kiosk.store.codes import Codes
from kiosk.store.keys import Keyring
from kiosk.store.pepper import HANDLE, StoredPepper, TpmPepper, check_of, hold_in_tpm
from kiosk.store.pins import Doorkeeper, Outcome
from kiosk.store.unlock import Held, open_vault
from kiosk.store.verifiers import Cost, belongs, make_verifier
from modules.errors import StoreError, StoreLockedError
from modules.events import LoginFailed
from sync.provisioning import bundle_raw
from tests.fault.tpm import Tpm, started
from tests.kiosk.test_doorkeeper import NUMBER, PIN, SUBJECT, WRONG, roster
from tests.kiosk.test_provision import a_bundle, verified
from tests.suites.terminals import GROUP, Machine, TerminalStore, make_terminal, open_terminal

RAW = base64.b64decode(GROUP.pepper)
STORED = StoredPepper(RAW)
CHEAP = Cost(memory_kib=19_456, iterations=1)
CREDENTIAL = b"c" * 32


def _uses(tpm: Tpm, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine's TPM is that one from now on."""
    monkeypatch.setenv("TPM2TOOLS_TCTI", tpm.device)


def _moves_to_tpm(terminal: TerminalStore) -> None:
    with terminal.vault.write():
        terminal.keyring.place_pepper(RAW, PepperPlace.TPM)


def _failures(terminal: TerminalStore) -> int:
    return sum(isinstance(one.event, LoginFailed) for one in terminal.journal.read(SUBJECT))


def _keeper(terminal: TerminalStore) -> Doorkeeper:
    return Doorkeeper(terminal.vault, terminal.keyring, terminal.journal, terminal.identity, terminal.clock)


def _codes(terminal: TerminalStore) -> Codes:
    return Codes(_keeper(terminal), terminal.keyring, terminal.journal, terminal.identity, terminal.clock)


def _kiosk(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    asked = [sys.executable, "-m", "kiosk", *words, "--settings", str(folder / "terminal.toml")]
    environment = os.environ | {"CREDENTIALS_DIRECTORY": str(folder.parent / "credentials")}
    return subprocess.run(asked, env=environment, capture_output=True, text=True, check=False)


def _provisioned(folder: Path, pepper: PepperPlace = PepperPlace.STORE) -> Path:
    credentials = folder.parent / "credentials"
    credentials.mkdir(exist_ok=True)
    (credentials / "kvv-kiosk-store-key").write_bytes(CREDENTIAL)
    given = {"CREDENTIALS_DIRECTORY": str(credentials)}
    profile, clock = Profile.PRODUCTION, Machine().clock()
    provision(folder, a_bundle(), verified(), profile=profile, clock=clock, environment=given, pepper=pepper)
    return folder


def _keeps_it(store: Path) -> bool:
    """Tells whether a store's own secrets are enough to have the pepper."""
    vault, way = open_vault(StoreSettings(path=store), Held(credential=CREDENTIAL))
    names = [name for (name,) in vault.rows("SELECT name FROM secrets")]
    secrets = [way.key.unwrap(name, bytes(w)) for name, w in vault.rows("SELECT name, wrapped FROM secrets")]
    vault.close()
    assert "group/opening" in names
    return RAW in secrets


def _has_both(store: Path) -> None:
    vault, way = open_vault(StoreSettings(path=store), Held(credential=CREDENTIAL))
    vault.run("INSERT INTO secrets VALUES (?, ?)", ("group/pepper", way.key.wrap("group/pepper", RAW, b"n" * 12)))
    vault.close()


def test_a_tpm_gives_the_same_verifiers_marks_and_codes_as_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = make_terminal(tmp_path / "ours.db"), make_terminal(tmp_path / "theirs.db")
    with started(tmp_path / "tpm") as tpm:
        _uses(tpm, monkeypatch)
        _moves_to_tpm(ours)
        held = ours.keyring.pepper
        assert isinstance(held, TpmPepper)
        assert [held.mac(message) for message in (b"x", b"y" * 64)] == [STORED.mac(b"x"), STORED.mac(b"y" * 64)]
        assert make_verifier(PIN, held, b"s" * 16, CHEAP) == make_verifier(PIN, STORED, b"s" * 16, CHEAP)
        assert belongs(PIN, make_verifier(PIN, STORED, b"s" * 16, CHEAP), held)
        assert not belongs(WRONG, make_verifier(PIN, STORED, b"s" * 16, CHEAP), held)
        assert _keeper(ours).mark(NUMBER) == _keeper(theirs).mark(NUMBER)
        assert _codes(ours).challenge(NUMBER) == _codes(theirs).challenge(NUMBER)
    with started(tmp_path / "tpm") as tpm:
        _uses(tpm, monkeypatch)
        again = open_terminal(ours.path)
        again.meta.put_roster(roster(1, PIN))
        assert _keeper(again).attempt(NUMBER, PIN).outcome is Outcome.ADMITTED, "it stays in the TPM over a new start"


def test_another_tpm_is_a_clear_state_and_nobodys_wrong_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = make_terminal(tmp_path / "store.db")
    terminal.meta.put_roster(roster(1, PIN))
    with started(tmp_path / "tpm") as tpm:
        _uses(tpm, monkeypatch)
        _moves_to_tpm(terminal)
    with pytest.raises(StoreError, match="the TPM did not do"):
        _keeper(open_terminal(terminal.path)).attempt(NUMBER, PIN)
    with started(tmp_path / "empty") as tpm:
        _uses(tpm, monkeypatch)
        with pytest.raises(StoreLockedError, match="does not hold"):
            _keeper(open_terminal(terminal.path)).attempt(NUMBER, PIN)
    with started(tmp_path / "theirs") as tpm:
        _uses(tpm, monkeypatch)
        hold_in_tpm(b"of another institution".ljust(32))
        for _ in range(12):
            with pytest.raises(StoreLockedError, match="does not hold"):
                _keeper(open_terminal(terminal.path)).attempt(NUMBER, PIN)
    with started(tmp_path / "tpm") as tpm:
        _uses(tpm, monkeypatch)
        again = open_terminal(terminal.path)
        assert (_failures(again), _keeper(again).attempt(NUMBER, PIN).outcome) == (0, Outcome.ADMITTED)


def test_wrong_pins_never_lock_the_tpm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with started(tmp_path / "tpm") as tpm:
        _uses(tpm, monkeypatch)
        held = hold_in_tpm(RAW)
        verifier = make_verifier(PIN, STORED, b"s" * 16, CHEAP)
        assert not any(belongs(WRONG, verifier, held) for _ in range(12))
        assert belongs(PIN, verifier, held)
        shown = subprocess.run(["tpm2_readpublic", "-c", HANDLE], capture_output=True, text=True, check=True).stdout
    assert "value: userwithauth|noda|sign\n" in shown


def test_a_mended_terminal_takes_the_pepper_of_a_bundle_again_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, bundle, other = tmp_path / "terminal", tmp_path / "bundle.json", tmp_path / "other.json"
    bundle.write_bytes(bundle_raw(a_bundle()))
    strange = GROUP.model_copy(update={"pepper": base64.b64encode(b"z" * 32).decode("ascii")})
    other.write_bytes(bundle_raw(a_bundle().model_copy(update={"group": strange})))
    with started(tmp_path / "burnt") as tpm:
        _uses(tpm, monkeypatch)
        _provisioned(folder, PepperPlace.TPM)
        assert json.loads(_kiosk(folder, "status", "--json").stdout)["pepper"] == "tpm"
        assert json.loads(_kiosk(folder, "selftest", "--json").stdout)["keys"] is True
        assert not _keeps_it(folder / "store.db")
    with started(tmp_path / "new") as tpm:
        _uses(tpm, monkeypatch)
        refused = _kiosk(folder, "keys", "pepper")
        assert (refused.returncode, "does not hold the institution's pepper" in refused.stderr) == (4, True)
        assert json.loads(_kiosk(folder, "selftest", "--json").stdout)["keys"] is False
        wrong = _kiosk(folder, "keys", "pepper", "--bundle", str(other))
        assert (wrong.returncode, "another pepper" in wrong.stderr) == (1, True)
        done = _kiosk(folder, "keys", "pepper", "--bundle", str(bundle))
        assert done.returncode == 0, done.stderr
        assert json.loads(_kiosk(folder, "selftest", "--json").stdout)["keys"] is True
        assert not _keeps_it(folder / "store.db")


def test_a_terminal_in_use_moves_its_pepper_and_leaves_none_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, bundle = _provisioned(tmp_path / "terminal"), tmp_path / "bundle.json"
    settings, second = folder / "terminal.toml", folder / "second" / "store.db"
    bundle.write_bytes(bundle_raw(a_bundle()))
    with started(tmp_path / "tpm") as tpm:
        _uses(tpm, monkeypatch)
        assert _kiosk(folder, "upkeep").returncode == 0
        assert (_keeps_it(folder / "store.db"), _keeps_it(second)) == (True, True)
        settings.write_text(settings.read_text().replace('pepper = "store"', 'pepper = "tpm"'))
        assert json.loads(_kiosk(folder, "selftest", "--json").stdout)["keys"] is False, "not where it should be"
        moved = _kiosk(folder, "keys", "pepper")
        assert (moved.returncode, "in the tpm" in moved.stdout) == (0, True), moved.stderr
        assert (_keeps_it(folder / "store.db"), _keeps_it(second)) == (False, False)
        _has_both(folder / "store.db")
        assert _keeps_it(folder / "store.db"), "as a store healed of an older second file"
        assert _kiosk(folder, "keys", "pepper").returncode == 0
        assert not _keeps_it(folder / "store.db")
        rekeyed = _kiosk(folder, "keys", "rekey")
        assert rekeyed.returncode == 0, rekeyed.stderr
        assert json.loads(_kiosk(folder, "selftest", "--json").stdout)["keys"] is True
        settings.write_text(settings.read_text().replace('pepper = "tpm"', 'pepper = "store"'))
        alone = _kiosk(folder, "keys", "pepper")
        assert (alone.returncode, "a TPM gives no pepper back" in alone.stderr) == (1, True)
        assert _kiosk(folder, "keys", "pepper", "--bundle", str(bundle)).returncode == 0
    assert _keeps_it(folder / "store.db")
    vault, way = open_vault(StoreSettings(path=folder / "store.db"), Held(credential=CREDENTIAL))
    assert check_of(Keyring(vault, way.key, Machine().clock()).pepper) == check_of(STORED)
    vault.close()
