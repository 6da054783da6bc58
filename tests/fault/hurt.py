"""A terminal that is about to be hurt: answers before and after its second file, and how it is looked at afterwards.

- Not here: what hurts it (the tests beside this file).
"""

import struct
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from kiosk.settings import Settings, parse_settings
from kiosk.store.pages import PAGE_BYTES
from kiosk.store.second import write_second
from kiosk.store.unlock import write_private
from kiosk.wiring.healed import open_healed
from kiosk.wiring.opened import OpenStore
from modules.events import AnswerGiven
from modules.ids import DetaineeId, SubjectId
from tests.suites.terminals import RAW_STORE_KEY, STORE_KEY, TerminalStore, a_person, make_terminal

BEFORE, AFTER = 60, 30
"""Answers before and after the second file was written; each of another question."""
_INTERIOR_INDEX = 2
"""How SQLite marks a page that leads to others, in a table that is its own index."""
SETTINGS = """profile = "development"
[gateway]
url = "https://gateway.example"
certificate = "c"
key = "k"
authority = "a"
"""


def settings_in(folder: Path) -> Settings:
    """Gives the settings of a terminal in a folder, with its key beside them."""
    write_private(folder / "store.key", RAW_STORE_KEY)
    return parse_settings(SETTINGS, folder)


def terminal_of(settings: Settings) -> TerminalStore:
    """Gives a terminal on which one person answered before and after the second file was written."""
    made = make_terminal(settings.store.path)
    made.answer(BEFORE)
    write_second(made.vault, settings.store.second, STORE_KEY.file)
    made.answer(AFTER, first=BEFORE)
    return made


def items(store: OpenStore | TerminalStore, person: DetaineeId | None = None) -> set[str]:
    """Gives the questions a person's answer to which is there."""
    replayed = store.journal.replay(SubjectId(person or a_person()))
    return {str(one.event.item) for one in replayed if isinstance(one.event, AnswerGiven)}


def closed(terminal: TerminalStore) -> bytearray:
    """Closes a terminal's store and gives its bytes; its log is empty."""
    terminal.vault.checkpoint()
    terminal.vault.close()
    return bytearray(terminal.path.read_bytes())


def healed(settings: Settings) -> OpenStore:
    """Opens the store as the window does; it must be whole then."""
    store = open_healed(settings)
    assert store.vault.check() == ()
    assert store.journal.verify() == ()
    return store


def put_alone(path: Path, raw: bytes | bytearray) -> None:
    """Puts bytes in the store's place; nothing of what stood there before is left."""
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()
    path.write_bytes(raw)


def interior_pages(raw: bytes | bytearray) -> tuple[int, ...]:
    """Gives the pages that lead to others, the one with the most below it first."""
    inside = [number for number in range(1, len(raw) // PAGE_BYTES) if _plain(raw, number)[0] == _INTERIOR_INDEX]
    below = {number: _below(raw, number) for number in inside}
    return tuple(sorted(inside, key=lambda number: -_leaves(number, below)))


def _leaves(number: int, below: dict[int, tuple[int, ...]]) -> int:
    return sum(_leaves(child, below) for child in below[number]) if number in below else 1


def _below(raw: bytes | bytearray, number: int) -> tuple[int, ...]:
    page = _plain(raw, number)
    cells = struct.unpack_from(">H", page, 3)[0]
    at = struct.unpack_from(f">{cells}H", page, 12)
    return tuple(
        child - 1
        for child in (*(struct.unpack_from(">I", page, cell)[0] for cell in at), *struct.unpack_from(">I", page, 8))
    )


def _plain(raw: bytes | bytearray, number: int) -> bytes:
    page = bytes(raw[number * PAGE_BYTES : (number + 1) * PAGE_BYTES])
    opened = Cipher(algorithms.AES256(STORE_KEY.file), modes.CBC(page[-80:-64])).decryptor()
    return opened.update(page[:-80]) + opened.finalize()
