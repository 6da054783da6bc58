"""The frozen tokens: measures in the panel's own pixels, and the `Look` every widget is given.

- Type is chosen as the visual angle of a capital and becomes pixels by the panel's density and the viewing distance.
- A `Look` is a value. Another palette, text size, language or direction is another `Look`, never a change to this one.
- A panel that hangs lower or is smaller gives other measures through `Panel`, never through a rule in a widget.

Deliberately not here: colours (`palettes.py`), which font draws a size (`fonts.py`), and drawing (`kiosk/widgets/`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from kiosk.theme.palettes import LIGHT, PALETTES, Palette, PaletteName
from modules.own_look import Colours, Letters, Moving, OwnLook

Direction = Literal["ltr", "rtl"]


class Role(StrEnum):
    """What a text is for; the role decides its size."""

    LABEL = "label"
    """Words of the fixed frame, which stay the same on every screen."""
    HELP = "help"
    ANSWER = "answer"
    QUESTION = "question"
    TITLE = "title"


VISUAL_ANGLE_DEGREES = {
    Role.LABEL: 0.54,
    Role.HELP: 0.70,
    Role.ANSWER: 0.75,
    Role.QUESTION: 0.90,
    Role.TITLE: 1.05,
}
TEXT_FACTOR_OF = {Letters.USUAL: 1.0, Letters.LARGER: 1.2, Letters.LARGEST: 1.45}
TEXT_FACTORS = tuple(TEXT_FACTOR_OF.values())
LARGEST_FACTOR = 1.3
"""Above it letters are so large that what stands side by side may have to stand alone."""
FRAME_FACTOR_LIMIT = 1.2
"""How far the words of the fixed frame grow with the person's factor; beyond it they would push each other away."""
LINE_HEIGHT = {Role.LABEL: 1.3, Role.HELP: 1.4, Role.ANSWER: 1.4, Role.QUESTION: 1.25, Role.TITLE: 1.2}
"""Line pitch as a part of the font size; large bold lines hold together better when they stand closer."""
CARD_LINE_HEIGHT = 1.25
"""Line pitch within a card, whose edge already parts it from the next text."""
MAX_LINE_CHARACTERS = 60
TARGET_MM = 20.0
LOW_PANEL_MM = 220.0
WALL_MM = 600.0
"""From where a panel is read."""
NEAR_MM = 510.0
"""From how near a panel is used whose shorter side is less than that."""
EASY = "@simple"
"""How the name of a language ends at the easy level."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A screen as it hangs on the wall."""

    width_px: int
    height_px: int
    mm_per_px: float
    viewing_distance_mm: float = WALL_MM

    @property
    def portrait(self) -> bool:
        """Tells whether the panel hangs upright."""
        return self.height_px > self.width_px

    @property
    def small(self) -> bool:
        """Tells whether the shorter side, whichever way it hangs, is that of a low panel."""
        return min(self.width_px, self.height_px) * self.mm_per_px < LOW_PANEL_MM

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
PANEL_15 = Panel(1366, 768, 0.253, viewing_distance_mm=NEAR_MM)
PANEL_21_PORTRAIT = Panel(1080, 1920, 0.248)


@dataclass(frozen=True, slots=True)
class Motion:
    """How long a new page takes to come to rest, in seconds; zero when a person turned motion off."""

    slide_seconds: float


MOVING = Motion(slide_seconds=0.18)
STILL = Motion(slide_seconds=0.0)
MOTION_OF = {Moving.CALM: MOVING, Moving.STILL: STILL}


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
        return self.language.endswith(EASY)

    @property
    def run_on(self) -> Look:
        """The same look in which sentences follow on in one line: for answers in a row, which are no text to read."""
        return replace(self, language=self.language.removesuffix(EASY))

    @property
    def largest(self) -> bool:
        """Tells whether letters are so large that what stood side by side may have to stand alone."""
        return self.text_factor > LARGEST_FACTOR

    @property
    def crowded(self) -> bool:
        """Tells whether larger letters stand on a low panel: then what is large gives way, and pages follow."""
        return self.panel.low and self.text_factor > 1

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
    def close_gap(self) -> int:
        """The gap on mijn pad, where plan, note and path share a leaf: smaller on a low panel."""
        return self.unit if self.panel.low else self.gap

    @property
    def note_edge(self) -> int:
        """The space over and under the words of a note: smaller on a low panel."""
        return self.unit if self.panel.low else self.padding

    @property
    def margin(self) -> int:
        """The empty edge of the screen."""
        return self.panel.px(10.0 if self.panel.small else 16.0)

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

    @property
    def own(self) -> OwnLook:
        """What a person chose, or has without a choice."""
        return OwnLook(
            letters=next((one for one, factor in TEXT_FACTOR_OF.items() if factor == self.text_factor), None),
            colours=Colours(self.palette.name),
            moving=Moving.CALM if self.motion.slide_seconds else Moving.STILL,
        )

    def as_chosen(self, own: OwnLook) -> Look:
        """Gives the same look as a person wants to see it; what he left open stays."""
        return replace(
            self,
            text_factor=TEXT_FACTOR_OF[own.letters] if own.letters else self.text_factor,
            palette=PALETTES[PaletteName(own.colours)] if own.colours else self.palette,
            motion=MOTION_OF[own.moving] if own.moving else self.motion,
        )
