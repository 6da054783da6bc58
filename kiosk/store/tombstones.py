"""Who was erased here, in a file of its own beside the store: an older copy put back does not bring him back.

- One line for each time: who was erased, or that he came back; only ever added to, on disk before the erasing begins.
- Each line is sealed with the store's own key, so it tells nothing, and nobody else can write one.
- It is read each time the store is opened, whatever file stands there then.
- Where it is gone as well, the roster and the gateway's own tombstones erase again at the next round (erasure.py).
- Not here: erasing.
"""

import base64
import binascii
import os
from collections.abc import Callable
from pathlib import Path

from modules.errors import StoreDamagedError
from modules.ids import DetaineeId

NAME = "tombstones"
_ERASED, _BACK = "erased", "back"
_LINE_BYTES = 400

Wrap = Callable[[str, bytes], bytes]


class Tombstones:
    """The file of one terminal."""

    def __init__(self, store: Path, wrap: Wrap, unwrap: Wrap) -> None:
        self._path = store.with_name(f"{store.name}.{NAME}")
        self._wrap = wrap
        self._unwrap = unwrap

    def erased(self) -> tuple[DetaineeId, ...]:
        """Gives who was erased and has not come back, in order; a line that is torn or not ours counts for nothing."""
        found: dict[str, None] = {}
        for word, person in self._lines():
            found.pop(person, None)
            if word == _ERASED:
                found[person] = None
        return tuple(DetaineeId(person) for person in found)

    def erase(self, person: DetaineeId) -> None:
        """Keeps that a person is erased; on disk when this returns."""
        self.tell(f"{_ERASED} {person}")

    def back(self, person: DetaineeId) -> None:
        """Keeps that an erased person came back; on disk when this returns."""
        self.tell(f"{_BACK} {person}")

    def copy_to(self, other: "Tombstones") -> None:
        """Tells another key's tombstones all that these tell; in the same file, each reads its own lines only."""
        for word, person in self._lines():
            other.tell(f"{word} {person}")

    def tell(self, text: str) -> None:
        """Adds a line; on disk when this returns."""
        line = b"\n" + base64.b64encode(self._wrap(NAME, text.encode("ascii"))) + b"\n"  # what was torn ends before it
        handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(handle, line)
            os.fsync(handle)
        finally:
            os.close(handle)
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def _lines(self) -> list[tuple[str, str]]:
        try:
            raw = self._path.read_bytes()
        except FileNotFoundError:
            return []
        found = []
        for line in raw.split(b"\n"):
            try:
                text = self._unwrap(NAME, base64.b64decode(line[:_LINE_BYTES], validate=True)).decode("ascii")
            except (StoreDamagedError, binascii.Error, ValueError):
                continue
            word, _, person = text.partition(" ")
            found.append((word, person))
        return found
