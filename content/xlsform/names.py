"""Names of a form made into ids of a pack, each once; and pictures into pictograms.

- An id is small letters, digits and `_`, in parts joined by dots; what is no such letter becomes `_`.
- Not here: what an id is for (importing.py, choices.py).
"""

import re
from pathlib import PurePosixPath

from content.findings import Finding
from content.pictograms import PICTOGRAMS
from content.xlsform.columns import Columns
from content.xlsform.workbook import Row

_NO_LETTER = re.compile(r"[^a-z0-9_.]+")
_DOTS = re.compile(r"\.{2,}")


class Names:
    """Ids of one kind: none is given twice, none is longer than `most` letters."""

    def __init__(self, most: int, empty: str) -> None:
        self._most, self._empty = most, empty
        self._taken: set[str] = set()

    def of(self, name: str, before: str = "") -> str:
        """Gives a new id for a name, with the parts before it."""
        bare = _DOTS.sub(".", _NO_LETTER.sub("_", name.lower())).strip(".")
        room = self._most - len(before)
        wanted = bare[:room].rstrip(".") or self._empty
        chosen, number = wanted, 2
        while f"{before}{chosen}" in self._taken:
            tail = f"_{number}"
            chosen, number = f"{wanted[: room - len(tail)].rstrip('.')}{tail}", number + 1
        self._taken.add(f"{before}{chosen}")
        return f"{before}{chosen}"


def picture_of(row: Row, columns: Columns, found: list[Finding]) -> str | None:
    """Gives the pictogram that a row's image names; any other picture or sound is a finding."""
    sounds = [(sound, columns.value(row, sound)) for sound in ("audio", "video")]
    found += [Finding(row.place, "media-left", f"{sound}: {name}") for sound, name in sounds if name]
    image = columns.value(row, "image")
    name = PurePosixPath(image).stem.lower()
    if image and name not in PICTOGRAMS:
        found.append(Finding(row.place, "media-left", f"image: {image}"))
        return None
    return name or None
