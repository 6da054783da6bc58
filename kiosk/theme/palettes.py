"""The colours: three frozen palettes, and the measure of contrast that holds them.

- Every pair of text and ground in `Palette.text_pairs` has a contrast of at least 7 : 1; a unit test holds it so.
- No colour means good or bad: `deep` means "you can touch this", `own` means "this is yours", `note` is a kind remark.

Deliberately not here: sizes (`tokens.py`), and which state of a thing has which colour (`kiosk/widgets/sheets.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Colour = tuple[float, float, float, float]
LINEAR_LIMIT = 0.04045
"""Below this part of full light sRGB is linear."""


def colour(code: str) -> Colour:
    """Gives the colour written as `#RRGGBB`, each part between 0 and 1, fully opaque."""
    red, green, blue = (int(code[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return (red, green, blue, 1.0)


def luminance(of: Colour) -> float:
    """Gives the relative luminance as WCAG 2 defines it."""
    red, green, blue = (_linear(part) for part in of[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= LINEAR_LIMIT else ((part + 0.055) / 1.055) ** 2.4


def contrast(one: Colour, other: Colour) -> float:
    """Gives the contrast ratio of two colours, between 1 and 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


class PaletteName(StrEnum):
    """The three palettes a person can choose from."""

    LIGHT = "light"
    NIGHT = "night"
    CONTRAST = "contrast"


FOCUS_RING = colour("#FFD84D")
FOCUS_CORE = colour("#1B2230")


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours; the names say what a colour is for, not what it looks like."""

    name: PaletteName
    paper: Colour
    """The ground of every screen."""
    card: Colour
    """The ground of a thing that can be touched."""
    ink: Colour
    """All reading text."""
    ink_soft: Colour
    """Secondary text; still at least 7 : 1."""
    deep: Colour
    """The one active colour: primary button, selection, progress."""
    on_deep: Colour
    """Text on `deep`."""
    deep_pressed: Colour
    """`deep` under a finger."""
    deep_soft: Colour
    """The ground of a chosen card."""
    pressed: Colour
    """The ground of a card under a finger."""
    line: Colour
    """An edge that carries meaning; at least 3 : 1 against paper and card."""
    line_soft: Colour
    """An edge that only decorates."""
    note: Colour
    """Text and icon of a friendly notice."""
    note_paper: Colour
    """The ground of a notice."""
    own: Colour
    """Own words, own plan, own choice."""
    on_own: Colour
    """Text on `own`."""
    own_paper: Colour
    """The ground of a card with own words."""
    shadow: float
    """How dark the shadow under a card is, 0 to 1."""
    edge_mm: float
    """The width of a card's edge in millimetres of the panel."""
    focus_ring: Colour = FOCUS_RING
    """The inner line of the keyboard focus ring."""
    focus_core: Colour = FOCUS_CORE
    """The outer line of the keyboard focus ring."""

    def text_pairs(self) -> tuple[tuple[str, Colour, Colour], ...]:
        """Gives every pair of text and ground that widgets use, with its name."""
        grounds = (("paper", self.paper), ("card", self.card), ("deep_soft", self.deep_soft), ("pressed", self.pressed))
        inks = (("ink", self.ink), ("ink_soft", self.ink_soft))
        reading = tuple((f"{ink} on {ground}", one, other) for ink, one in inks for ground, other in grounds)
        return (
            *reading,
            ("deep on paper", self.deep, self.paper),
            ("deep on card", self.deep, self.card),
            ("deep on deep_soft", self.deep, self.deep_soft),
            ("on_deep on deep", self.on_deep, self.deep),
            ("on_deep on deep_pressed", self.on_deep, self.deep_pressed),
            ("note on note_paper", self.note, self.note_paper),
            ("ink on note_paper", self.ink, self.note_paper),
            ("own on card", self.own, self.card),
            ("own on paper", self.own, self.paper),
            ("own on own_paper", self.own, self.own_paper),
            ("own on deep_soft", self.own, self.deep_soft),
            ("ink on own_paper", self.ink, self.own_paper),
            ("on_own on own", self.on_own, self.own),
        )


LIGHT = Palette(
    name=PaletteName.LIGHT,
    paper=colour("#F3F1EC"),
    card=colour("#FFFFFF"),
    ink=colour("#1B2230"),
    ink_soft=colour("#434A58"),
    deep=colour("#095360"),
    on_deep=colour("#FFFFFF"),
    deep_pressed=colour("#063E48"),
    deep_soft=colour("#DCEEF1"),
    pressed=colour("#E9E5DB"),
    line=colour("#8A8577"),
    line_soft=colour("#CFCABF"),
    note=colour("#6B4A00"),
    note_paper=colour("#FBEFD5"),
    own=colour("#6A2A55"),
    on_own=colour("#FFFFFF"),
    own_paper=colour("#F6EAF1"),
    shadow=0.10,
    edge_mm=0.5,
)
NIGHT = Palette(
    name=PaletteName.NIGHT,
    paper=colour("#14181F"),
    card=colour("#1E242E"),
    ink=colour("#F3F1EC"),
    ink_soft=colour("#B9C0CC"),
    deep=colour("#8FD3DD"),
    on_deep=colour("#0E1A1E"),
    deep_pressed=colour("#B4E2E9"),
    deep_soft=colour("#11343C"),
    pressed=colour("#28303C"),
    line=colour("#6B7485"),
    line_soft=colour("#39414F"),
    note=colour("#FFD48A"),
    note_paper=colour("#3A2B00"),
    own=colour("#EBBBDA"),
    on_own=colour("#1C0F18"),
    own_paper=colour("#35222F"),
    shadow=0.35,
    edge_mm=0.5,
)
CONTRAST = Palette(
    name=PaletteName.CONTRAST,
    paper=colour("#000000"),
    card=colour("#000000"),
    ink=colour("#FFFFFF"),
    ink_soft=colour("#FFFFFF"),
    deep=colour("#FFD84D"),
    on_deep=colour("#000000"),
    deep_pressed=colour("#FFE99A"),
    deep_soft=colour("#3A3300"),
    pressed=colour("#2B2B2B"),
    line=colour("#FFFFFF"),
    line_soft=colour("#7A7A7A"),
    note=colour("#FFD84D"),
    note_paper=colour("#000000"),
    own=colour("#FFD84D"),
    on_own=colour("#000000"),
    own_paper=colour("#000000"),
    shadow=0.0,
    edge_mm=0.75,
)
PALETTES = {each.name: each for each in (LIGHT, NIGHT, CONTRAST)}
