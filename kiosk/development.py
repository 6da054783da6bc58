"""A terminal and a gateway on one desk: made by the same programs an operator uses, for a newcomer and for tests.

- `make_desk` founds a gateway, takes in demo people, enrols, provisions and introduces one terminal; once.
- `Desk.gateway`, `.courier` and `.window` start the three programs, each a process of its own.
- Demo people are nobody's; their numbers, PINs and passwords are printed on purpose and serve no other place.
- Not here: the demo journey by touches (tests/demo.py), production (kiosk/deploy).
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import create_connection, socket
from urllib.parse import urlsplit

from kiosk.clock import Clock
from modules.errors import ProductError, RetryLaterError

NUMBER, PIN = "1234", "275916"
OTHER_NUMBER, OTHER_PIN = "5678", "804137"
MENTOR_NUMBER, MENTOR_PASSWORD = "9001", "linde-laan-achter-het-raam"
INSTITUTION = "PI De Linde (voorbeeld)"
OPEN_SECONDS = 30
FOLDER = Path("build/development")
PACKS = Path("build/packs")


def _staff(number: str, name: str, role: str, pin: str) -> dict[str, str]:
    return {"number": number, "name": name, "role": role, "pin": pin, "password": MENTOR_PASSWORD}


def _person(number: str, name: str, pin: str) -> dict[str, str]:
    return {"number": number, "name": name, "wing": "B2", "mentor": MENTOR_NUMBER, "pin": pin}


PEOPLE = {
    "staff": [
        _staff(MENTOR_NUMBER, "Sanne de Wit", "mentor", "518263"),
        _staff("9002", "Karim Haddad", "case_manager", "640975"),
    ],
    "people": [_person(NUMBER, "Ruben Visser", PIN), _person(OTHER_NUMBER, "Yusuf Amrani", OTHER_PIN)],
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a development terminal and gateway are, and how staff reach the gateway."""

    folder: Path
    staff_url: str

    @property
    def gateway_folder(self) -> Path:
        """The gateway's folder."""
        return self.folder / "gateway"

    @property
    def settings(self) -> Path:
        """The terminal's settings file."""
        return self.folder / "terminal" / "terminal.toml"

    @contextmanager
    def gateway(self) -> Iterator[None]:
        """Runs the gateway; returns once staff can reach it."""
        log = self.folder / "gateway.log"
        with _running("sync.gateway", ("serve", "--gateway", str(self.gateway_folder)), log):
            _wait_until_open(self.staff_url, log)
            yield

    @contextmanager
    def courier(self) -> Iterator[None]:
        """Runs the courier."""
        with _running("kiosk", ("courier", "--settings", str(self.settings)), self.folder / "courier.log"):
            yield

    def carry_once(self) -> int:
        """Makes one round by HTTPS and gives the courier's exit code."""
        return _program("kiosk", "courier", "--settings", str(self.settings), "--once", check=False)

    def window(self) -> int:
        """Runs the window until it is closed and gives its exit code."""
        return _program("kiosk", "run", "--settings", str(self.settings), check=False)


def make_desk(folder: Path = FOLDER, packs: Path = PACKS) -> Desk:
    """Gives the desk in a folder; makes it when it is not there yet.

    Raises:
        ProductError: One of the programs refused; what it said was printed.
    """
    note = folder / "desk.json"
    if note.is_file():
        return Desk(folder, json.loads(note.read_text(encoding="utf-8"))["staff_url"])
    folder.mkdir(parents=True, exist_ok=True)
    gateway, terminals_port, staff_port = folder / "gateway", _free_port(), _free_port()
    ports = ("--terminals-port", str(terminals_port), "--staff-port", str(staff_port))
    _program("sync.gateway", "init", str(gateway), "--institution", INSTITUTION, "--packs", str(packs), *ports)
    people = folder / "people.json"
    people.write_text(json.dumps(PEOPLE), encoding="utf-8")
    _program("sync.gateway", "roster", str(people), "--gateway", str(gateway))
    people.unlink()
    bundle, terminal = folder / "bundle.json", folder / "terminal"
    _program("sync.gateway", "enrol", "--gateway", str(gateway), "--wing", "B2", "--out", str(bundle))
    root = packs / "metadata" / "1.root.json"
    released = ("--packs", str(packs), "--root", str(root))
    _program("kiosk", "provision", str(bundle), str(terminal), *released, "--development")
    bundle.unlink()
    _program("sync.gateway", "introduce", str(terminal / "introduction.json"), "--gateway", str(gateway))
    desk = Desk(folder, f"http://127.0.0.1:{staff_port}/")
    note.write_text(json.dumps({"staff_url": desk.staff_url}), encoding="utf-8")
    return desk


def welcome(desk: Desk) -> str:
    """Gives what a newcomer needs to know, for the console."""
    return f"""
kvv-kiosk, development: nothing here is for real use.

  at the terminal    number {NUMBER}   PIN {PIN}        or   number {OTHER_NUMBER}   PIN {OTHER_PIN}
  as the mentor      {desk.staff_url}
                     number {MENTOR_NUMBER}   password {MENTOR_PASSWORD}

Close the window to end. To begin anew: remove {desk.folder}.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Opens the kiosk on this desk: gateway, courier and window."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words not in ([], ["run"]):
        print("usage: python -m kiosk.development [run]", file=sys.stderr)
        return 2
    desk = make_desk()
    print(welcome(desk), flush=True)
    with desk.gateway(), desk.courier():
        return desk.window()


def _program(module: str, *words: str, check: bool = True) -> int:
    done = subprocess.run([sys.executable, "-m", module, *words], check=False, capture_output=check, text=True)
    if check and done.returncode:
        raise ProductError(f"{module} {words[0]} ended with {done.returncode}: {done.stderr.strip()}")
    return done.returncode


@contextmanager
def _running(module: str, words: Sequence[str], log: Path) -> Iterator[None]:
    with log.open("ab") as written:
        process = subprocess.Popen([sys.executable, "-m", module, *words], stdout=written, stderr=written)
    try:
        yield
    finally:
        process.terminate()
        process.wait(OPEN_SECONDS)


def _wait_until_open(url: str, log: Path) -> None:
    clock, address = Clock(), urlsplit(url)
    deadline = clock.monotonic_seconds() + OPEN_SECONDS
    while clock.monotonic_seconds() < deadline:
        try:
            create_connection((address.hostname, address.port), timeout=1).close()
        except OSError:
            clock.sleep_until(clock.monotonic_seconds() + 0.05)
        else:
            return
    raise RetryLaterError("the gateway did not open its door", hint=f"see {log}")


def _free_port() -> int:
    with socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


if __name__ == "__main__":
    raise SystemExit(main())
