"""The frozen tokens: palettes, measures in the panel's own pixels, and the `Look` every widget is given.

- Type is chosen as the visual angle of a capital and becomes pixels through the panel's density and the viewing distance.
- Every pair of text and ground named in `Palette.text_pairs` has a contrast of at least 7 : 1; a unit test holds it so.
- A `Look` is a value. Another palette, text size, language or direction is another `Look`, never a change to this one.
- No colour means good or bad: `deep` means "you can touch this", `own` means "this is yours", `note` is a friendly notice.

Deliberately not here: which font draws a size (`fonts.py`), and drawing itself (`kiosk/widgets/`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

Colour = tuple[float, float, float, float]
Direction = Literal["ltr", "rtl"]


def colour(code: str) -> Colour:
    """Gives the colour written as `#RRGGBB`, each part between 0 and 1, fully opaque."""
    red, green, blue = (int(code[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return (red, green, blue, 1.0)


def luminance(of: Colour) -> float:
    """Gives the relative luminance as WCAG 2 defines it."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in of[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Gives the contrast ratio of two colours, between 1 and 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


class PaletteName(StrEnum):
    """The three palettes a person can choose from."""

    LIGHT = "light"
    NIGHT = "night"
    CONTRAST = "contrast"


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
    focus_ring: Colour = colour("#FFD84D")
    """The inner line of the keyboard focus ring."""
    focus_core: Colour = colour("#1B2230")
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
    deep_soft=colour("#12373F"),
    pressed=colour("#28303C"),
    line=colour("#6B7485"),
    line_soft=colour("#39414F"),
    note=colour("#FFD48A"),
    note_paper=colour("#3A2B00"),
    own=colour("#E3A9D0"),
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


class Role(StrEnum):
    """What a text is for; the role decides its size."""

    LABEL = "label"
    """Words of the fixed frame, which stay the same on every screen."""
    HELP = "help"
    ANSWER = "answer"
    QUESTION = "question"
    TITLE = "title"


VISUAL_ANGLE_DEGREES = {
    Role.LABEL: 0.56,
    Role.HELP: 0.70,
    Role.ANSWER: 0.75,
    Role.QUESTION: 0.90,
    Role.TITLE: 1.05,
}
TEXT_FACTORS = (1.0, 1.2, 1.45)
FRAME_FACTOR_LIMIT = 1.2
"""How far the words of the fixed frame grow with the person's factor; beyond it they would push each other away."""
LINE_HEIGHT = {Role.LABEL: 1.3, Role.HELP: 1.4, Role.ANSWER: 1.4, Role.QUESTION: 1.25, Role.TITLE: 1.2}
"""Line pitch as a part of the font size; large bold lines hold together better when they stand closer."""
CARD_LINE_HEIGHT = 1.25
"""Line pitch within a card, whose edge already parts it from the next text."""
MAX_LINE_CHARACTERS = 60
TARGET_MM = 20.0
LOW_PANEL_MM = 220.0


@dataclass(frozen=True, slots=True)
class Panel:
    """A screen as it hangs on the wall."""

    width_px: int
    height_px: int
    mm_per_px: float
    viewing_distance_mm: float = 600.0

    @property
    def portrait(self) -> bool:
        """Tells whether the panel hangs upright."""
        return self.height_px > self.width_px

    @property
    def low(self) -> bool:
        """Tells whether the panel is so low that things must lie closer together."""
        return self.height_px * self.mm_per_px < LOW_PANEL_MM

    def px(self, mm: float) -> int:
        """Gives whole pixels for a length in millimetres, at least one."""
        return max(1, round(mm / self.mm_per_px))

    def angle_px(self, degrees: float) -> float:
        """Gives pixels for a visual angle seen from the viewing distance."""
        return 2 * self.viewing_distance_mm * math.tan(math.radians(degrees) / 2) / self.mm_per_px


# A 15.6 inch panel is used from nearer by; its type is smaller in millimetres and equal to the eye.
PANEL_21 = Panel(1920, 1080, 0.248)
PANEL_15 = Panel(1366, 768, 0.253, viewing_distance_mm=510.0)
PANEL_21_PORTRAIT = Panel(1080, 1920, 0.248)


@dataclass(frozen=True, slots=True)
class Motion:
    """How long things take to move, in seconds; all zero when a person turned motion off."""

    slide_seconds: float
    press_seconds: float


MOVING = Motion(slide_seconds=0.22, press_seconds=0.08)
STILL = Motion(slide_seconds=0.0, press_seconds=0.0)


@dataclass(frozen=True, slots=True)
class Look:
    """All a widget needs to know to paint itself: colours, measures, direction, language, text size, motion."""

    palette: Palette = LIGHT
    panel: Panel = PANEL_21
    language: str = "nl"
    direction: Direction = "ltr"
    text_factor: float = 1.0
    motion: Motion = MOVING

    @property
    def rtl(self) -> bool:
        """Tells whether the whole screen is mirrored."""
        return self.direction == "rtl"

    @property
    def one_sentence_a_line(self) -> bool:
        """Tells whether the easy level is shown, in which each sentence has a line of its own."""
        return self.language.endswith("@simple")

    def capital_px(self, role: Role) -> float:
        """Gives the height of a capital in pixels for a role, with the person's own factor in it."""
        factor = min(self.text_factor, FRAME_FACTOR_LIMIT) if role is Role.LABEL else self.text_factor
        return self.panel.angle_px(VISUAL_ANGLE_DEGREES[role]) * factor

    @property
    def unit(self) -> int:
        """The step of all spacing: 2 mm on the panel."""
        return self.panel.px(2.0)

    @property
    def gap(self) -> int:
        """The visible gap between two cards; their hit areas meet in its middle."""
        return self.panel.px(3.0)

    @property
    def margin(self) -> int:
        """The empty edge of the screen."""
        return self.panel.px(10.0 if min(self.panel.width_px, self.panel.height_px) < 1000 else 16.0)

    @property
    def padding(self) -> int:
        """The space between a card's edge and its text."""
        return self.panel.px(5.0)

    @property
    def target(self) -> int:
        """The least height of anything that can be touched: 20 mm."""
        return self.panel.px(TARGET_MM)

    @property
    def radius(self) -> int:
        """The corner of a card."""
        return self.panel.px(3.2)

    @property
    def edge(self) -> int:
        """The edge of a card at rest."""
        return self.panel.px(self.palette.edge_mm)

    @property
    def chosen_edge(self) -> int:
        """The edge of a chosen card: twice as strong, so that shape says it and not colour alone."""
        return self.panel.px(max(1.0, self.palette.edge_mm * 1.6))

    @property
    def focus_px(self) -> int:
        """The whole width of the focus ring."""
        return max(4, self.panel.px(1.0))

    def with_palette(self, name: PaletteName) -> Look:
        """Gives the same look in another palette."""
        return replace(self, palette=PALETTES[name])
