"""A terminal's door that rested is told to staff: on their list, and at the console."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from modules.events import DoorFailed, DoorPaused
from sync.gateway.cli import main
from sync.gateway.pauses import TOLD_FOR_MS
from sync.policy import Pace
from tests.line import MENTOR_NUMBER, PASSWORD, Opened, a_gateway

MARK = "ab" * 16
TOLD = "Een terminal rustte even"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with a_gateway(tmp_path / "gateway", terminals=2) as opened:
        opened.gives_passwords()
        yield opened


def carry(opened: Opened) -> None:
    for terminal in opened.terminals:
        terminal.courier(opened.carrier()).round(Pace())


def listed(opened: Opened) -> str:
    with opened.serving() as doors:
        base = f"http://127.0.0.1:{doors.staff.port}"
        with httpx.Client(base_url=base, headers={"Origin": base}, trust_env=False) as client:
            client.post("/inloggen", data={"number": MENTOR_NUMBER, "password": PASSWORD})
            return client.get("/").text


def test_a_pause_stands_above_the_list_until_a_day_has_passed(opened: Opened) -> None:
    terminal, now_ms = opened.terminals[0], opened.gateway.clock.now_ms()
    terminal.write(terminal.id, DoorFailed(mark=MARK), DoorPaused(), at_ms=now_ms - TOLD_FOR_MS - 60_000)
    carry(opened)
    assert TOLD not in listed(opened)
    terminal.write(terminal.id, DoorFailed(mark=MARK), DoorPaused())
    carry(opened)
    shown = listed(opened)
    assert TOLD in shown
    assert re.findall(r"<p>Afdeling B2, vandaag [^<]*</p>", shown)
    assert MARK not in shown


def test_the_console_counts_the_pauses_of_each_terminal(opened: Opened, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = opened.terminals
    first.write(first.id, DoorPaused(), DoorPaused())
    carry(opened)
    opened.gateway.close()
    assert main(["roster", "--gateway", str(opened.folder)]) == 0
    lines = {
        line.split()[1]: line for line in capsys.readouterr().out.splitlines() if line.strip().startswith("terminal")
    }
    assert "door paused 2 times" in lines[first.id]
    assert "paused" not in lines[second.id]
