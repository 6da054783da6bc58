"""`drplan`, verb by verb, as whoever runs the gateway types it."""

import csv
import json
import os
import re
import signal
import socket
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from modules.events import PlanSigned, SessionStarted
from modules.texts import DUTCH
from sync.carriers.medium import MediumCarrier
from sync.gateway.cli import main
from sync.gateway.drplan import Proof
from sync.gateway.keys import read_gateway_secret
from sync.gateway.plan_file import ExportedPlan
from sync.gateway.wiring import open_gateway
from sync.policy import Pace
from sync.provisioning import introduction_raw, parse_bundle
from tests.makers import answered
from tests.memory_terminal import MemoryTerminal

PEOPLE = {
    "staff": [
        {"number": "5001", "name": "M. de Groot", "role": "mentor", "pin": "864209", "password": "een lange zin hier"}
    ],
    "people": [{"number": "100001", "name": "=A. Voorbeeld", "wing": "A", "mentor": "5001", "pin": "135790"}],
}


@dataclass
class Operator:
    """Whoever runs the gateway, in a folder of his own."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def gateway(self) -> Path:
        return self.folder / "gateway"

    def types(self, *words: object, code: int = 0) -> str:
        assert main([str(word) for word in words]) == code
        told = self.capsys.readouterr()
        return told.out + told.err

    def asks(self, *words: object, code: int = 0) -> str:
        return self.types(*words, "--gateway", self.gateway, code=code)

    def founds(self) -> None:
        self.types("init", self.gateway, "--institution", "PI De Linde")
        people = self.folder / "people.json"
        people.write_text(json.dumps(PEOPLE))
        self.asks("roster", people)

    def terminal(self) -> MemoryTerminal:
        bundle = self.folder / "bundle.json"
        self.asks("enrol", "--wing", "A", "--out", bundle)
        terminal = MemoryTerminal(parse_bundle(bundle.read_bytes()), b"t" * 32)
        (self.folder / "introduction.json").write_bytes(introduction_raw(terminal.introduction))
        self.asks("introduce", self.folder / "introduction.json")
        return terminal

    def visit(self, terminal: MemoryTerminal, *, signs: bool = True) -> Path:
        """Has the person visit a terminal, and the terminal leave what it wrote on a medium."""
        person = terminal.roster.people[0].detainee
        signed = (terminal.signs(person),) if signs else ()
        terminal.write(person, SessionStarted(language=DUTCH), answered(), *signed)
        medium = self.folder / "medium"
        medium.mkdir(exist_ok=True)
        self.round(terminal, medium)
        return medium

    def round(self, terminal: MemoryTerminal, medium: Path) -> None:
        carrier = MediumCarrier(medium, terminal.id, terminal.bundle.institution, terminal.signer)
        assert terminal.courier(carrier).round(Pace()).distrusted == 0


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def operator(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Operator:
    return Operator(tmp_path, capsys)


def test_a_medium_on_which_no_terminal_wrote_is_told_and_the_right_one_is_not(operator: Operator) -> None:
    operator.founds()
    other = operator.folder / "other"
    other.mkdir()
    assert "no terminal wrote on this medium" in operator.asks("import", other, code=1)
    medium = operator.visit(operator.terminal())
    for _ in range(2):
        assert "no terminal wrote" not in operator.asks("import", medium)


def test_from_an_empty_folder_to_a_persons_plan_with_no_network_at_all(operator: Operator) -> None:
    operator.founds()
    terminal = operator.terminal()
    medium = operator.visit(terminal)
    assert "1 batches taken in" in operator.asks("import", medium)
    operator.asks("export", "medium", medium)
    operator.round(terminal, medium)
    assert terminal.due(100, 1 << 20, {}) == ()
    told = operator.asks("export", "plan", "100001", "--out", operator.folder / "plan")
    assert "signature: holds" in told
    exported = ExportedPlan.model_validate_json((operator.folder / "plan" / "plan.json").read_bytes())
    (signed,) = [
        event for event in terminal.events(terminal.roster.people[0].detainee) if isinstance(event, PlanSigned)
    ]
    assert (exported.document, exported.proof) == (signed.document, Proof.HOLDS)
    page = (operator.folder / "plan" / "plan.html").read_text()
    assert "ik bel mijn oude baas" in page
    assert "De handtekening klopt" in page


def test_progress_leaves_as_json_and_csv_without_any_answer(operator: Operator) -> None:
    operator.founds()
    operator.asks("import", operator.visit(operator.terminal()))
    for name in ("progress.json", "progress.csv"):
        operator.asks("export", "progress", "--out", operator.folder / name)
        written = (operator.folder / name).read_text()
        assert "oude baas" not in written
        assert "basics.id" not in written
        assert "Voorbeeld" not in written
    (line,) = rows(operator.folder / "progress.csv")
    assert (line["sessions"], line["plans_signed"], line["plan_proof"]) == ("1", "1", "holds")


def test_who_took_what_stands_in_the_access_log(operator: Operator) -> None:
    operator.founds()
    operator.asks("import", operator.visit(operator.terminal()))
    operator.asks("export", "plan", "100001", "--out", operator.folder / "plan")
    told = operator.asks("export", "access", "100001", "--out", operator.folder / "access.csv")
    assert "the log is whole" in told
    assert [row["action"] for row in rows(operator.folder / "access.csv")] == ["plan_exported", "log_read"]


def test_a_changed_access_log_is_noticed(operator: Operator) -> None:
    operator.founds()
    operator.asks("import", operator.visit(operator.terminal()))
    for _ in range(3):
        operator.asks("export", "plan", "100001", "--out", operator.folder / "plan")
    gateway = open_gateway(operator.gateway)
    with gateway.database.writing() as connection:
        connection.execute("DROP TRIGGER accesses_stay")
        connection.execute("DELETE FROM accesses WHERE seq = 2")
    gateway.close()
    told = operator.asks("export", "access", "100001", "--out", operator.folder / "access.csv", code=1)
    assert "chain-broken" in told


def test_a_revoked_terminal_can_bring_nothing_more(operator: Operator) -> None:
    operator.founds()
    terminal = operator.terminal()
    medium = operator.visit(terminal)
    operator.asks("revoke", terminal.id)
    assert "revoked-terminal" in operator.asks("import", medium, code=1)
    assert "revoked" in operator.asks("roster")


def test_the_roster_shows_who_and_what_is_known(operator: Operator) -> None:
    operator.founds()
    terminal = operator.terminal()
    told = operator.asks("roster")
    assert "1 people, 1 staff" in told
    assert f"terminal {terminal.id}  A  introduced" in told


def test_secrets_are_readable_by_their_owner_alone(operator: Operator) -> None:
    operator.founds()
    operator.terminal()
    for name in ("gateway/gateway.secret", "gateway/enrolment.secret", "bundle.json"):
        assert stat.S_IMODE((operator.folder / name).stat().st_mode) == 0o600


def test_the_gateway_runs_without_what_enrolling_needs(operator: Operator) -> None:
    operator.founds()
    away = operator.folder / "safe"
    (operator.gateway / "enrolment.secret").rename(away)
    operator.asks("roster")
    told = operator.asks("enrol", "--wing", "A", "--out", operator.folder / "bundle.json", code=1)
    assert "enrolment.secret" in told
    operator.asks("enrol", "--wing", "A", "--out", operator.folder / "bundle.json", "--secret", away)


def test_the_gateways_secret_can_come_as_a_system_credential(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    operator.founds()
    credentials = operator.folder / "credentials"
    credentials.mkdir()
    (operator.gateway / "gateway.secret").rename(credentials / "gateway.secret")
    assert "gateway.secret" in operator.asks("roster", code=1)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(credentials))
    assert read_gateway_secret(operator.gateway).gateway
    operator.asks("roster")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("roster", "people.json"), "people.json"),
        (("enrol", "--wing", "A", "--out", "bundle.json"), "roster"),
        (("introduce", "nothing.json"), "nothing.json"),
        (("revoke", "t-019f0000-0000-7000-8000-000000000000"), "enrolled"),
        (("export", "plan", "100001", "--out", "plan"), "roster"),
        (("import", "nowhere"), "mounted"),
    ],
)
def test_what_cannot_be_done_is_told_with_what_to_do(
    operator: Operator, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], why: str
) -> None:
    monkeypatch.chdir(operator.folder)
    operator.types("init", operator.gateway, "--institution", "PI De Linde")
    assert why in operator.asks(*words, code=1)


def test_a_gateway_is_never_made_over_another(operator: Operator) -> None:
    operator.founds()
    secret = (operator.gateway / "gateway.secret").read_bytes()
    assert "already" in operator.types("init", operator.gateway, "--institution", "PI De Linde", code=1)
    assert (operator.gateway / "gateway.secret").read_bytes() == secret


def test_a_setting_that_is_unknown_is_refused_by_its_name(operator: Operator) -> None:
    operator.founds()
    settings = operator.gateway / "gateway.toml"
    settings.write_text(settings.read_text() + "colour = 3\n")
    assert "colour" in operator.asks("roster", code=1)
    settings.write_text("[staff\n")
    assert "TOML" in operator.asks("roster", code=1)


def test_the_gateway_opens_its_doors_tells_where_and_closes_when_told(operator: Operator) -> None:
    operator.types(
        "init", operator.gateway, "--institution", "PI De Linde", "--terminals-port", "0", "--staff-port", "0"
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "sync.gateway", "serve", "--gateway", str(operator.gateway)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    told = [process.stdout.readline() for _ in range(2)]
    assert re.match(r"terminals: https://127\.0\.0\.1:\d+/", told[0])
    assert re.match(r"staff: +http://127\.0\.0\.1:\d+/", told[1])
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    process.stdout.close()


def test_a_port_that_is_taken_is_told_with_what_to_do(operator: Operator) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        operator.types(
            "init", operator.gateway, "--institution", "PI De Linde", "--terminals-port", 0, "--staff-port", port
        )
        assert "door" in operator.asks("serve", code=1)
