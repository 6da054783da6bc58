"""Which packaged font speaks which script, and where its file is.

- Fonts and icons come as locked packages (`fontpkg-*`, `fonticon-materialdesignicons7`); none is copied here.
- The letters of the text choose the font, not the language of the screen, because own words may be in any language.
- `capital_ratio` turns a wanted capital height into a font size, so that all faces look equally large.
- Files are found without running the packages, which keeps the start short.

Deliberately not here: drawing text (`kiosk/widgets/typesetting.py`) and sizes (`tokens.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from modules.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Face:
    """One family as a package ships it.

    `bold_file` is empty for a variable font: its weight axis is set instead. `capital_ratio` is the height of a
    capital (or of what the eye takes for one) as a part of the font size.
    """

    name: str
    package: str
    regular_file: str
    bold_file: str
    capital_ratio: float
    shaped: bool
    """Whether the text must be shaped and ordered (or its weight set) by Pillow instead of drawn by SDL."""
    line_height_factor: float = 1.0
    """How much further its lines stand apart than Latin ones."""


LATIN = Face(
    name="Atkinson Hyperlegible",
    package="fontpkg_atkinson_hyperlegible",
    regular_file="files/AtkinsonHyperlegible-Regular.ttf",
    bold_file="files/AtkinsonHyperlegible-Bold.ttf",
    capital_ratio=0.668,
    shaped=False,
)
WIDE = Face(
    name="Noto Sans",
    package="fontpkg_noto_sans",
    regular_file="files/NotoSans[wdth,wght].ttf",
    bold_file="",
    capital_ratio=0.714,
    shaped=True,
)
ARABIC = Face(
    name="Noto Sans Arabic",
    package="fontpkg_noto_sans_arabic",
    regular_file="files/NotoSansArabic[wdth,wght].ttf",
    bold_file="",
    capital_ratio=0.68,
    shaped=True,
    line_height_factor=1.1,
)
ICONS = Face(
    name="Material Design Icons",
    package="fonticon_mdi7",
    regular_file="fonts/materialdesignicons-webfont.ttf",
    bold_file="fonts/materialdesignicons-webfont.ttf",
    capital_ratio=1.0,
    shaped=False,
)
FACES = (LATIN, WIDE, ARABIC, ICONS)

REGULAR_WEIGHT = 400
BOLD_WEIGHT = 700
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
LATIN_LAST = 0x017F
BEYOND_LATIN = frozenset("ƒȘșȚț–—‘’‚“”„•…‹›€™−")
NOT_IN_ATKINSON = frozenset("ĈĉĔĕĜĝĤĥĨĩĬĭĲĳĴĵĸĹĺĿŀŉŊŋŌōŎŏŖŗŜŝŦŧŨũŬŭŴŵŶŷſ")
"""Also İ is not in it, but is drawn well: of I and the dot above, which are."""


def reads_right_to_left(text: str) -> bool:
    """Tells whether any letter of the text is written from right to left."""
    return RIGHT_TO_LEFT.search(text) is not None


def face_for(text: str) -> Face:
    """Gives the face that has every letter of the text, the house's own Latin face where it can."""
    if text.isascii():
        return LATIN
    if reads_right_to_left(text):
        return ARABIC
    for letter in text:
        known = ord(letter) <= LATIN_LAST or letter in BEYOND_LATIN
        if not known or letter in NOT_IN_ATKINSON:
            return WIDE
    return LATIN


@cache
def font_file(face: Face, bold: bool = False) -> str:
    """Gives the path of a face's font file.

    Raises:
        SettingsError: the package that ships the font is not installed.
    """
    spec = find_spec(face.package)
    if spec is None or not spec.submodule_search_locations:
        raise SettingsError(
            f"the font package for {face.name} is not installed",
            hint="install the `device` extra of kvv-kiosk from the lock",
        )
    folder = Path(next(iter(spec.submodule_search_locations)))
    return str(folder / (face.bold_file if bold and face.bold_file else face.regular_file))
