"""What the recovery desk does with `drplan recovery-key` and `drplan recover`; it needs no gateway and no network.

- Sheets are typed in, or read from files; they are not kept, and no word of theirs is ever printed back.
- Not here: splitting and joining (recovery.py), what a terminal does with the grant (`kiosk restore`).
"""

import argparse
import sys
from pathlib import Path

from modules.canonical import canonical
from modules.errors import RefusedError
from sync.envelope import ENVELOPE_BYTES, Envelope, Request, read_as
from sync.gateway.clock import Clock
from sync.gateway.keys import write_private
from sync.gateway.recovery import NEEDED, SECRET_BYTES, joined, made, recovered, sheet_text, words_of
from sync.gateway.verbs import Came

PUBLIC_FILE = "recovery.pub"


def make_recovery_key(asked: argparse.Namespace) -> Came:
    """Makes a recovery key in a new folder: its public half, and three sheets to be printed."""
    if asked.folder.exists():
        raise RefusedError("there is something in this folder already", hint="choose a new one, in memory")
    asked.folder.mkdir(mode=0o700, parents=True)
    public, sheets = made(Clock().draw(SECRET_BYTES))
    write_private(asked.folder / PUBLIC_FILE, canonical(public))
    for number, words in enumerate(sheets, start=1):
        write_private(asked.folder / f"sheet-{number}.txt", sheet_text(number, words).encode("utf-8"))
    return Came(
        f"{asked.folder / PUBLIC_FILE} is not secret: it goes to every terminal.",
        "Print the three sheets, check one pair with `drplan recover`, give them to three people, destroy the files.",
    )


def recover(asked: argparse.Namespace) -> Came:
    """Opens a terminal's escrow slot with two sheets and grants its store key to the machine that asked."""
    envelope = read_as(Envelope, _raw(asked.envelope), "envelope of store keys")
    request = read_as(Request, _raw(asked.request), "request of a terminal")
    key = joined([words_of(text) for text in _sheets(asked.sheet)])
    write_private(asked.out, canonical(recovered(envelope, request, key)))
    return Came(f"{asked.out}: only the machine that asked can open it; there: `kiosk restore`")


def _sheets(files: list[Path]) -> list[str]:
    if files:
        return [file.read_text(encoding="utf-8") for file in files]
    return [_asked(f"the words of sheet {number} of {NEEDED}: ") for number in range(1, NEEDED + 1)]


def _asked(prompt: str) -> str:
    if sys.stdin.isatty():
        sys.stderr.write(prompt)
        sys.stderr.flush()
    return sys.stdin.readline()


def _raw(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(ENVELOPE_BYTES)
