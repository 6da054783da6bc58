"""The shipped units: systemd takes them as they are, they fence each program in, and memory of theirs reaches no disk.

- Read by systemd's own `systemd-analyze`, without a running systemd. That the display's unit gives a picture on a real
  graphics card is not shown here.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

DEPLOY = ROOT / "kiosk" / "deploy"
UNITS = {"kvv-kiosk": 10, "kvv-kiosk-courier": 15, "kvv-kiosk-display": 70}
"""The exposure that each may have at most, in tenths, by systemd's count."""
PROGRAMS = ("kvv-kiosk", "kvv-kiosk-courier")
SERVICES = sorted(DEPLOY.rglob("*.service"))


def _text(name: str) -> str:
    return (DEPLOY / "units" / f"{name}.service").read_text(encoding="utf-8")


def _values(name: str, setting: str) -> list[str]:
    return re.findall(rf"^{setting}=(.*)$", _text(name), re.MULTILINE)


def _placed(folder: Path, name: str, more: str = "") -> Path:
    """Gives the unit with programs that are here in the place of the terminal's."""
    text = _text(name).replace("/usr/lib/kvv-kiosk/bin/python", sys.executable)
    path = folder / f"{name}.service"
    path.write_text(text.replace("/usr/lib/xorg/Xorg", "/usr/bin/Xvfb").replace("[Install]", f"{more}\n[Install]"))
    return path


def _analyzed(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", UNITS)
def test_systemd_understands_every_line_of_a_unit(name: str, tmp_path: Path) -> None:
    for other in UNITS:
        _placed(tmp_path, other)
    verified = _analyzed("verify", str(tmp_path / f"{name}.service"))
    assert (verified.returncode, verified.stderr) == (0, "")
    assert "Unknown key" in _analyzed("verify", str(_placed(tmp_path, name, "NoSuchFence=yes"))).stderr


def test_the_window_may_ask_the_tpm_where_the_pepper_is_in_it(tmp_path: Path) -> None:
    for other in UNITS:
        _placed(tmp_path, other)
    more = (DEPLOY / "units" / "kvv-kiosk-pepper.conf").read_text(encoding="utf-8")
    (tmp_path / "kvv-kiosk.service.d").mkdir()
    (tmp_path / "kvv-kiosk.service.d" / "pepper.conf").write_text(more)
    verified = _analyzed("verify", str(tmp_path / "kvv-kiosk.service"))
    assert (verified.returncode, verified.stderr) == (0, "")
    allowed = re.findall(r"^DeviceAllow=(\S+) rw$", more, re.MULTILINE)
    assert f"Environment=TPM2TOOLS_TCTI=device:{allowed[0]}\n" in more
    assert len(allowed) == 1


@pytest.mark.parametrize(("name", "most"), UNITS.items())
def test_a_unit_is_not_more_open_than_it_was(name: str, most: int, tmp_path: Path) -> None:
    path = str(_placed(tmp_path, name))
    fenced = _analyzed("security", "--offline=true", f"--threshold={most}", "--no-pager", path)
    assert fenced.returncode == 0, fenced.stdout.splitlines()[-1]


def test_no_program_of_a_terminal_dumps_its_memory_or_is_swapped() -> None:
    assert {path.stem for path in SERVICES} == {*UNITS, "kvv-kiosk-upkeep"}
    for path in SERVICES:
        written = re.findall(r"^(LimitCORE|CoredumpFilter|MemorySwapMax)=(.*)$", path.read_text(), re.MULTILINE)
        assert sorted(written) == [("CoredumpFilter", "0"), ("LimitCORE", "0"), ("MemorySwapMax", "0")], path.name


def test_the_system_keeps_no_dump_of_any_program() -> None:
    system = DEPLOY / "system"
    assert "Storage=none\nProcessSizeMax=0\n" in (system / "coredump.conf").read_text(encoding="utf-8")
    kernel = (system / "sysctl.conf").read_text(encoding="utf-8")
    assert {"kernel.core_pattern = |/bin/false", "fs.suid_dumpable = 0"} <= set(kernel.splitlines())


def test_no_swap_is_switched_on_at_any_start(tmp_path: Path) -> None:
    masks = DEPLOY / "system" / "tmpfiles.conf"
    units = tmp_path / "etc" / "systemd" / "system"
    units.mkdir(parents=True)
    asked = ["systemd-tmpfiles", "--create", f"--root={tmp_path}", str(masks)]
    subprocess.run(asked, check=True, capture_output=True)
    assert [(path.name, str(path.readlink())) for path in units.iterdir()] == [("swap.target", "/dev/null")]


def test_the_upkeep_is_the_same_program_with_the_same_key_and_starts_a_window_that_is_there() -> None:
    upkeep = (DEPLOY / "units" / "kvv-kiosk-upkeep.service").read_text(encoding="utf-8")
    (program,) = _values("kvv-kiosk", "ExecStart")
    assert f"ExecStart={program.replace(' run ', ' upkeep ')}\n" in upkeep
    assert f"LoadCredentialEncrypted={_values('kvv-kiosk', 'LoadCredentialEncrypted')[0]}\n" in upkeep
    assert re.findall(r"try-restart (\S+)\.service", upkeep) == ["kvv-kiosk"]


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_key_comes_from_the_system_alone(name: str) -> None:
    place = "kvv-kiosk-store-key:/etc/credstore.encrypted/kvv-kiosk-store-key"
    assert _values(name, "LoadCredentialEncrypted") == [place]
    by_hand = (DEPLOY / "units" / "kvv-kiosk-unlocked.conf").read_text(encoding="utf-8")
    assert "LoadCredentialEncrypted=\nLoadCredential=kvv-kiosk-open-key:" in by_hand


def test_the_window_has_no_network_and_the_courier_no_screen() -> None:
    assert _values("kvv-kiosk", "PrivateNetwork") == ["yes"]
    assert _values("kvv-kiosk", "RestrictAddressFamilies") == ["AF_UNIX"]
    assert not re.search("DISPLAY|DeviceAllow", _text("kvv-kiosk-courier"))
    assert _values("kvv-kiosk-courier", "PrivateDevices") == ["yes"]


def test_an_input_that_nobody_let_in_does_nothing() -> None:
    rules = (DEPLOY / "system" / "udev.rules").read_text(encoding="utf-8")
    screen = (DEPLOY / "system" / "xorg.conf").read_text(encoding="utf-8")
    refused = re.search(r'ENV\{KVV_KIOSK_LET_IN\}!="1", ENV\{ID_INPUT.tags\}="(\w+)"', rules)
    assert refused
    assert f'MatchTag "{refused.group(1)}"' in screen
    assert 'ENV{ID_INPUT_TOUCHSCREEN}=="1", ENV{KVV_KIOSK_LET_IN}="1"' in rules
