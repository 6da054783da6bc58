"""Where everything stood when a page was measured before, so that only pages that became another are laid out again.

- A page is known by all it is made of: its view, its look, and every file of the terminal that paints it; identifiers
  drawn for one walk are no part of that.
- One file a language; what a walk over all pages did not meet is dropped, so the files do not grow.
- Not here: laying out (render.py), and which pages there are (gallery.py).
"""

import hashlib
import json
import re
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

from kiosk.theme.tokens import Look

PAINTERS = ("*.py", "*.kv", "*.po")
FOREIGN = ("kivy", "fontpkg-atkinson-hyperlegible", "fontpkg-noto-sans", "fontpkg-noto-sans-arabic")
DRAWN = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Places = list[dict[str, Any]]


class Measured:
    """The places of pages measured before, in a folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None, *, all_pages: bool) -> None:
        self._folder = folder
        self._all_pages = all_pages
        self._painters = _painters() if folder else ""
        self._language = ""
        self._before: dict[str, Places] = {}
        self._now: dict[str, Places] = {}

    def places(self, view: object, look: Look, measure: Callable[[], Places]) -> Places:
        """Gives the places of a page, from before where nothing of it became another."""
        if self._folder is None:
            return measure()
        if look.language != self._language:
            self.keep()
            self._language, self._before = look.language, self._read(look.language)
            self._now = {} if self._all_pages else dict(self._before)
        key = hashlib.sha256(f"{self._painters}{look!r}{DRAWN.sub('', repr(view))}".encode()).hexdigest()
        if key not in self._before:
            self._before[key] = measure()
        self._now[key] = self._before[key]
        return self._now[key]

    def keep(self) -> None:
        """Writes what was met, aside and then in its place."""
        if self._folder is None or not self._language:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        aside = self._path(self._language).with_suffix(".tmp")
        aside.write_text(json.dumps(self._now, ensure_ascii=False), encoding="utf-8")
        aside.replace(self._path(self._language))

    def _read(self, language: str) -> dict[str, Places]:
        try:
            read = json.loads(self._path(language).read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        return read if isinstance(read, dict) else {}

    def _path(self, language: str) -> Path:
        return (self._folder or Path()) / f"{language}.json"


def _painters() -> str:
    """Gives a digest over every file of the terminal, and the versions of what it is painted with."""
    over = hashlib.sha256("".join(metadata.version(name) for name in FOREIGN).encode())
    room = Path(__file__).parent
    for path in sorted(path for pattern in PAINTERS for path in room.rglob(pattern)):
        over.update(path.relative_to(room).as_posix().encode() + path.read_bytes())
    return over.hexdigest()
