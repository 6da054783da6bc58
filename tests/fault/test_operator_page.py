"""The operator's page is what happens: from enrolment to a burnt mainboard, its commands are run as they stand.

- Every command of the page is one that its program takes; those about keys are run, in the page's order, in one shell,
  on a TPM in software. Only places are others than on a terminal, and the TPM is named.
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import cli as kiosk_program
from kiosk.provision import provision
from kiosk.settings import Profile
from sync.gateway import cli as drplan_program
from tests.fault.tpm import Tpm, started
from tests.house.tree import ROOT
from tests.kiosk.test_provision import a_bundle, verified
from tests.suites.terminals import Machine

PAGE = (ROOT / "kiosk" / "OPERATOR.md").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent
COMMANDS = re.findall(r"^ {4}((?:kiosk|drplan) .+)$", PAGE, re.MULTILINE)
PLACES = {
    "/etc/credstore.encrypted": "credstore",
    "/run/kvv-key": "key",
    "/dev/shm": "memory",  # noqa: S108  as the page says
    "/var/lib/kvv-kiosk": "terminal",
}
SECURE_BOOT = b"Secure Boot on"


def _block(begins: str, ends: str) -> list[str]:
    """Gives the commands between two words of the page."""
    return re.findall(r"^ {4}(\S.*)$", PAGE[PAGE.index(begins) : PAGE.index(ends, PAGE.index(begins))], re.MULTILINE)


def _placed(line: str, folder: Path, tpm: Tpm) -> str:
    """Gives a line of the page with this test's places and TPM."""
    for place, here in PLACES.items():
        line = line.replace(place, str(folder / here))
    binding = f"--with-key tpm2 --tpm2-device {tpm.device}"
    line = re.sub(r"^kiosk keys (enrol|rotate)", rf"kiosk keys \1 {binding}", line)
    line = line.replace("systemd-creds decrypt", f"systemd-creds decrypt --tpm2-device={tpm.device}")
    if re.match("kiosk (keys (?!enrol)|restore|status)", line) and "--settings" not in line:
        line += f" --settings {folder / 'terminal' / 'terminal.toml'}"
    return line


def _run(lines: list[str], folder: Path, tpm: Tpm) -> str:
    flush = f"tpm2_flushcontext -T {tpm.device} --loaded-session; tpm2_flushcontext -T {tpm.device} --transient-object"
    script = "\n".join(["set -e", *(f"{_placed(line, folder, tpm)}\n{flush}" for line in lines)])
    shell = {"PATH": f"{BIN}:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=shell, capture_output=True, text=True, check=False, input=""
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout


@pytest.mark.parametrize("command", sorted(set(COMMANDS)))
def test_every_command_of_the_page_is_one_its_program_takes(command: str) -> None:
    program, *words = shlex.split(command, comments=True)
    parser = kiosk_program._parser() if program == "kiosk" else drplan_program._parser()
    assert vars(parser.parse_args(words)), "else argparse has ended it"


def test_from_enrolment_to_a_burnt_mainboard_the_page_is_enough(tmp_path: Path) -> None:
    enrol = _block("The store has one random key", "Then make the terminal")
    recovery = _block("**The recovery key**", "Print the three sheets")
    mended = _block("**A burnt mainboard.**", "Bring `request.json`")
    desk = _block("Bring `request.json`", "It asks for the words")
    back = _block("Back there:", "The slot to remove")
    with started(tmp_path / "burnt") as tpm:
        tpm.measure(SECURE_BOOT)
        _run([*enrol, *recovery], tmp_path, tpm)
        given = {"CREDENTIALS_DIRECTORY": str(tmp_path / "key")}
        clock = Machine().clock()
        provision(
            tmp_path / "terminal", a_bundle(), verified(), profile=Profile.PRODUCTION, clock=clock, environment=given
        )
        add = "kiosk keys add-escrow memory/recovery/recovery.pub"
        export = f"export {next(line for line in enrol if 'CREDENTIALS' in line).removeprefix('export ')}"
        assert "escrow" in _run([export, add, "kiosk status", "kiosk keys list"], tmp_path, tpm)
        rotate = next(line for line in _block("**A new credential**", "**A new key") if "rotate" in line)
        decrypt = next(line for line in enrol if "decrypt" in line)
        _run([export, rotate, "rm key/*", decrypt, "kiosk status", "kiosk keys rekey"], tmp_path, tpm)
    old = (tmp_path / "terminal" / "store.keys").read_text().split('"id":"')[1][:8]
    for spent in ("key", "credstore"):
        for file in (tmp_path / spent).iterdir():
            file.unlink()
    with started(tmp_path / "new") as tpm:
        tpm.measure(SECURE_BOOT)
        sheets = " ".join(f"--sheet memory/recovery/sheet-{number}.txt" for number in (1, 3))
        recover = [f"{line.replace('store.keys', 'terminal/store.keys', 1)} {sheets}" for line in desk]
        back = [line.replace("5f0c19aa", old) for line in back]
        (made,) = (line for line in enrol if line.startswith("mkdir"))
        told = _run([made, *mended, *recover, *back[:-1], "kiosk status", back[-1]], tmp_path, tpm)
    assert "profile: production" in told
    assert {line.split()[1] for line in told.splitlines() if re.match("[0-9a-f]{8}  ", line)} == {
        "credential",
        "escrow",
    }
    assert not (tmp_path / "key").exists()
