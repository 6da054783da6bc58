"""A TPM in software, as a machine has one in hardware: what it holds stays in it, and its registers only ever grow.

- Its state is a folder; another folder is another machine. Starting it again is starting the machine again: the
  registers are as new, and the firmware measures into PCR 7 once more, the same or not.
- Needs swtpm, tpm2-tools and libtss2-tcti-swtpm0 (kiosk/deploy/debian-packages-desk.txt).
"""

import hashlib
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

READY_SECONDS = 10


@dataclass(frozen=True)
class Tpm:
    """A running TPM."""

    device: str

    def measure(self, what: bytes) -> None:
        """Extends PCR 7, as a firmware does with what it is about to start."""
        digests = ",".join(f"{name}={hashlib.new(name, what).hexdigest()}" for name in ("sha1", "sha256"))
        subprocess.run(["tpm2_pcrextend", "-T", self.device, f"7:{digests}"], check=True, capture_output=True)

    def tidy(self) -> None:
        """Drops what ended programs left open, as the kernel does on a machine (/dev/tpmrm0)."""
        for kind in ("--transient-object", "--loaded-session"):
            subprocess.run(["tpm2_flushcontext", "-T", self.device, kind], check=True, capture_output=True)


@contextmanager
def started(state: Path) -> Iterator[Tpm]:
    """Starts the machine whose TPM has this state; its firmware has measured nothing yet."""
    state.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as short:  # a socket's path is at most 107 bytes
        socket, control = Path(short) / "s", Path(short) / "s.ctrl"
        words = ["swtpm", "socket", "--tpm2", "--tpmstate", f"dir={state.absolute()}"]
        words += ["--server", f"type=unixio,path={socket}", "--ctrl", f"type=unixio,path={control}"]
        process = subprocess.Popen([*words, "--flags", "startup-clear,not-need-init"], stderr=subprocess.DEVNULL)
        try:
            deadline = time.monotonic() + READY_SECONDS
            while not (socket.exists() and control.exists()) and time.monotonic() < deadline:
                time.sleep(0.02)
            yield Tpm(f"swtpm:path={socket}")
        finally:
            process.terminate()
            process.wait(READY_SECONDS)
