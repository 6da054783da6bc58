"""The packs of releases once in use here, so that what was said in them keeps its words for as long as it is kept.

    kept-packs/<pack>-<sha256>.zip

- A pack is kept only after its release was found trusted; it is read again only if it still has the digest of its name.
- Nothing here is ever in use: no page offers it, and only an id that no pack in use knows is looked up in it.
- Not here: the titles (titles.py), and what is trusted (content/trust.py).
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from content.archive import MAX_TOTAL_BYTES
from content.pack import Pack, load
from modules.canonical import digest
from modules.errors import PackError
from modules.ids import PackId

FOLDER = "kept-packs"
_NAME = re.compile(r"([a-z][a-z0-9_]{0,31})-([0-9a-f]{64})\.zip")


def keep(folder: Path, present: Mapping[PackId, bytes]) -> None:
    """Keeps the packs that are present, each once.

    Raises:
        OSError: The folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, raw in _named(present).items():
        if not (folder / name).is_file():
            (folder / f"{name}.new").write_bytes(raw)
            (folder / f"{name}.new").replace(folder / name)


def earlier(folder: Path, present: Mapping[PackId, bytes]) -> tuple[Pack, ...]:
    """Gives the packs of earlier releases, newest version first; what is damaged or no longer understood is left out.

    Raises:
        OSError: The folder cannot be read.
    """
    return tuple(sorted(_read(folder, _named(present)), key=lambda pack: -pack.manifest.version))


def _named(present: Mapping[PackId, bytes]) -> dict[str, bytes]:
    return {f"{pack}-{digest(raw)}.zip": raw for pack, raw in present.items()}


def _read(folder: Path, present: Mapping[str, bytes]) -> Iterator[Pack]:
    for path in sorted(folder.iterdir()):
        found = _NAME.fullmatch(path.name)
        if found is None or path.name in present or path.stat().st_size > MAX_TOTAL_BYTES:
            continue
        raw = path.read_bytes()
        if digest(raw) != found[2]:
            continue
        with suppress(PackError):  # of another version of this program, in a form this one does not know
            yield load(raw)
