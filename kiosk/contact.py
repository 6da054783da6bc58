"""Contact sheets: all pictures of one language, panel and palette beside each other, to be looked at in one go.

Deliberately not here: drawing pages (gallery.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kiosk.render import Picture
from kiosk.theme.fonts import LATIN, font_file

COLUMNS, WIDE, GAP, NAME_PX = 6, 480, 12, 20
PAPER, INK = "#D8D5CE", "#1B2230"


class Contact:
    """Small pictures as they are drawn, on sheets."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sheets: dict[str, list[tuple[str, Image.Image]]] = {}

    def add(self, page: str, look: str, picture: Picture) -> None:
        """Takes a small copy of a page's picture; pictures of one look come on one sheet."""
        self._sheets.setdefault(look, []).append((page, picture.small(WIDE)))

    def write(self) -> Iterator[Path]:
        """Writes each sheet and gives its path."""
        font = ImageFont.truetype(font_file(LATIN), NAME_PX)
        for look, pictures in self._sheets.items():
            high = max(each.height for _, each in pictures) + NAME_PX + 2 * GAP
            rows = -(-len(pictures) // COLUMNS)
            sheet = Image.new("RGB", (COLUMNS * (WIDE + GAP) + GAP, rows * high + GAP), PAPER)
            pen = ImageDraw.Draw(sheet)
            for place, (page, picture) in enumerate(pictures):
                row, column = divmod(place, COLUMNS)
                left, top = GAP + column * (WIDE + GAP), GAP + row * high
                sheet.paste(picture, (left, top + NAME_PX + GAP // 2))
                pen.text((left, top), page, fill=INK, font=font)
            path = self._folder / f"sheet-{look}.png"
            sheet.save(path, compress_level=4)
            yield path
