"""The pepper of PINs and codes as login uses it: something that gives HMAC-SHA-256 under it, wherever it is kept.

- `StoredPepper` has it in memory, from the store. `TpmPepper` has it in the machine's TPM, which no program can ask for
  it; both give the same, so terminals of one institution agree whichever each of them has.
- The key in the TPM never counts wrong tries (`noda`): the TPM locks out a machine, never a person (SECURITY 5.1).
- A TPM that holds none, or another institution's, is told from a wrong PIN: what it gives is checked before use.
- Not here: where the pepper comes from (keys.py, wiring/pepper.py), what is made with it (verifiers.py, codes.py).
"""

import hashlib
import hmac
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Protocol

from modules.errors import StoreError, StoreLockedError

HANDLE = "0x81004b56"
"""Where the key stands in the TPM: among what stays over a start, at a number of its owner's."""
SECONDS = 30
_CHECK = b"kvv-kiosk/pepper/1"
_NO_SUCH_KEY = "0x18b"
"""The TPM's own number for "nothing stands there"."""


class Pepper(Protocol):
    """Whatever gives HMAC-SHA-256 under the institution's pepper."""

    def mac(self, message: bytes) -> bytes:
        """Gives the HMAC of a message.

        Raises:
            StoreLockedError: This machine does not hold the institution's pepper.
            StoreError: It can't be asked.
        """
        ...


class StoredPepper:
    """The pepper in hand."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def mac(self, message: bytes) -> bytes:
        """Gives the HMAC of a message."""
        return hmac.digest(self._raw, message, hashlib.sha256)


class TpmPepper:
    """The pepper in this machine's TPM, as soon as it has shown that it is the one with this check."""

    def __init__(self, check: bytes) -> None:
        self._check = check
        self._is_ours = False

    def mac(self, message: bytes) -> bytes:
        """Gives the HMAC of a message; the first time, checks that the TPM holds the institution's pepper.

        Raises:
            StoreLockedError: It does not.
            StoreError: There is no TPM that answers.
        """
        if not self._is_ours and not hmac.compare_digest(_asked(_CHECK), self._check):
            raise _elsewhere()
        self._is_ours = True
        return _asked(message)


def check_of(pepper: Pepper) -> bytes:
    """Gives what tells this pepper from others, and nothing of it."""
    return pepper.mac(_CHECK)


def hold_in_tpm(raw: bytes) -> TpmPepper:
    """Puts the pepper into this machine's TPM, in the place of one that stood there, and gives it.

    Raises:
        StoreError: The TPM did not take it, or gives something else than it should.
    """
    let_go()
    with tempfile.TemporaryDirectory() as made:
        parent, public, private, key = (str(Path(made) / name) for name in ("parent", "public", "private", "key"))
        _made("createprimary", "-C", "o", "-c", parent)
        _import(raw, parent, public, private)
        _made("load", "-C", parent, "-u", public, "-r", private, "-c", key)
        _made("evictcontrol", "-C", "o", "-c", key, HANDLE)
    pepper = TpmPepper(check_of(StoredPepper(raw)))
    check_of(pepper)
    return pepper


def let_go() -> None:
    """Has this machine's TPM forget the pepper, where it holds one.

    Raises:
        StoreError: There is no TPM that answers.
    """
    if int(HANDLE, 16) in _standing():
        _tpm("evictcontrol", "-C", "o", "-c", HANDLE)


def _standing() -> set[int]:
    listed = _tpm("getcap", "handles-persistent").decode("ascii", "replace")
    return {int(word, 16) for word in listed.split() if word.startswith("0x")}


def _import(raw: bytes, parent: str, public: str, private: str) -> None:
    unseen = os.memfd_create("pepper", os.MFD_CLOEXEC)
    try:
        os.write(unseen, raw)
        given = ("-i", f"/proc/self/fd/{unseen}", "-u", public, "-r", private, "-a", "sign|userwithauth|noda")
        _made("import", "-C", parent, "-G", "hmac", *given, passed=(unseen,))
    finally:
        os.close(unseen)


def _made(tool: str, *words: str, passed: tuple[int, ...] = ()) -> None:
    _tpm(tool, *words, passed=passed)
    _tpm("flushcontext", "--transient-object")  # a TPM holds three at a time, and only /dev/tpmrm0 tidies by itself


def _asked(message: bytes) -> bytes:
    return _tpm("hmac", "-c", HANDLE, given=message)


def _tpm(tool: str, *words: str, given: bytes = b"", passed: tuple[int, ...] = ()) -> bytes:
    try:
        done = subprocess.run(
            [f"tpm2_{tool}", *words], input=given, capture_output=True, check=False, timeout=SECONDS, pass_fds=passed
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StoreError("tpm2-tools do not run here", hint="see that tpm2-tools is installed") from error
    if done.returncode:
        if tool == "hmac" and _NO_SUCH_KEY in done.stderr.decode("utf-8", "replace").lower():
            raise _elsewhere()
        raise StoreError("the TPM did not do what was asked", hint="see that this unit or user may use /dev/tpmrm0")
    return done.stdout


def _elsewhere() -> StoreLockedError:
    return StoreLockedError(
        "this machine's TPM does not hold the institution's pepper", hint="bring it with `kiosk keys pepper --bundle`"
    )
