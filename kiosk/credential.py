"""Makes the credential that opens a store on this machine: random bytes that `systemd-creds` binds to it and its TPM.

- The bytes are drawn here, go to `systemd-creds` by a pipe, and are on no disk in the clear.
- What systemd warns of is refused: with a PCR that no firmware measured, any system on this machine gets the key.
- PCR 7 (is Secure Boot on, whose keys): stays the same over updates of the system. PIN and policy: none (SECURITY 5.1).
- Not here: what the bytes open (kiosk/store/unlock.py).
"""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from kiosk.store.unlock import CREDENTIAL
from modules.errors import RefusedError, StoreError

UNENFORCED = "unenforced"
SECONDS = 60


@dataclass(frozen=True, slots=True)
class Binding:
    """What a credential is bound to."""

    to: str = "host+tpm2"
    pcrs: str = "7"
    device: str = "auto"


def make_credential(out: Path, secret: bytes, binding: Binding) -> None:
    """Writes a secret as an encrypted credential of this machine, in the place of what was there.

    Raises:
        RefusedError: The TPM's registers are not measured: the binding to them means nothing.
        StoreError: `systemd-creds` is not here, or could not do it.
    """
    aside = out.with_name(f"{out.name}.aside")
    aside.unlink(missing_ok=True)
    words = ["systemd-creds", "encrypt", f"--name={CREDENTIAL}", f"--with-key={binding.to}"]
    if "tpm2" in binding.to:
        words += [f"--tpm2-pcrs={binding.pcrs}", f"--tpm2-device={binding.device}"]
    told = _run([*words, "-", str(aside)], secret)
    if UNENFORCED in told:
        aside.unlink(missing_ok=True)
        raise RefusedError(
            f"the TPM's PCR {binding.pcrs} was never measured: any system here could have the key",
            hint="switch Secure Boot on in the firmware, start again, then enrol",
        )
    aside.chmod(0o600)
    aside.replace(out)


def _run(words: list[str], given: bytes) -> str:
    try:
        done = subprocess.run(words, input=given, capture_output=True, check=False, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StoreError(
            "systemd-creds does not run here", hint="see that systemd and libtss2 are installed"
        ) from error
    told = done.stderr.decode("utf-8", "replace")
    if done.returncode:
        last = told.strip().splitlines()[-1:] or [""]
        raise StoreError(f"systemd-creds made no credential: {last[0]}", hint="see `systemd-creds has-tpm2`")
    return told
