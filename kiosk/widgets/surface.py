"""The ground a thing is drawn on: a rounded sheet with its edge and soft shadow, cut once and stretched.

- A sheet is one small texture with nine parts; stretching it costs four corners and no shader, at any size.
- Corners and shadows are drawn four times too large and made small again, so edges are sharp without multisampling.
- A sheet is known by its colours and measures; equal sheets are one texture, kept for the life of the process.

Deliberately not here: which state has which sheet (`sheets.py`), and placing it (each widget's `.kv`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Any

from kivy.graphics.texture import Texture
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from kiosk.theme.palettes import Colour

FINE = 4
"""How many times too large a sheet is drawn."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a surface is made of, in pixels of the panel."""

    fill: Colour
    edge: Colour
    edge_px: int = 0
    radius: int = 0
    shadow: float = 0.0
    """How dark the shadow is, 0 to 1."""
    lift: int = 0
    """How far the sheet seems to lie above the paper."""


@dataclass(frozen=True, slots=True)
class Surface:
    """A cut sheet: its texture, the size of its corners, and how far it reaches beyond the widget."""

    texture: Any
    border: tuple[int, int, int, int]
    bleed: int


@cache
def cut(sheet: Sheet) -> Surface:
    """Gives the surface for a sheet."""
    bleed = 3 * sheet.lift if sheet.shadow else 1
    corner = bleed + max(sheet.radius, sheet.edge_px)
    side = 2 * corner + 2
    picture = Image.new("RGBA", (side, side), _bytes(sheet.edge, 0))
    if sheet.shadow:
        picture = _shadow(sheet, side, bleed)
    inner = _rounded(side, bleed + sheet.edge_px, max(0, sheet.radius - sheet.edge_px))
    if sheet.edge_px:
        outer = _rounded(side, bleed, sheet.radius)
        see_through = sheet.fill[3] == 0
        picture = _over(picture, sheet.edge, ImageChops.subtract(outer, inner) if see_through else outer)
    picture = _over(picture, sheet.fill, inner)
    texture = sharp(Texture.create(size=(side, side), colorfmt="rgba", mipmap=False))
    texture.blit_buffer(picture.tobytes(), colorfmt="rgba", bufferfmt="ubyte")
    texture.flip_vertical()
    return Surface(texture, (corner, corner, corner, corner), bleed)


def sharp(texture: Any) -> Any:
    """Gives the texture, read without mixing neighbours: all stands on whole pixels, and mixing costs a third more."""
    texture.mag_filter = texture.min_filter = "nearest"
    return texture


def _bytes(colour: Colour, alpha: float) -> tuple[int, int, int, int]:
    red, green, blue = (round(part * 255) for part in colour[:3])
    return (red, green, blue, round(alpha * 255))


def _rounded(side: int, inset: float, radius: float) -> Image.Image:
    """Gives the coverage of a rounded square, `inset` pixels within a square of `side`."""
    large = Image.new("L", (side * FINE, side * FINE), 0)
    near, far = inset * FINE, (side - inset) * FINE - 1
    ImageDraw.Draw(large).rounded_rectangle((near, near, far, far), radius=radius * FINE, fill=255)
    return large.resize((side, side), Image.Resampling.BOX)


def _over(under: Image.Image, colour: Colour, coverage: Image.Image) -> Image.Image:
    mask = coverage if math.isclose(colour[3], 1.0) else coverage.point(lambda value: round(value * colour[3]))
    sheet = Image.new("RGBA", under.size, _bytes(colour, 1.0))
    sheet.putalpha(mask)
    return Image.alpha_composite(under, sheet)


def _shadow(sheet: Sheet, side: int, bleed: int) -> Image.Image:
    shape = ImageChops.offset(_rounded(side, bleed, sheet.radius), 0, max(1, sheet.lift // 2))
    soft = shape.filter(ImageFilter.GaussianBlur(sheet.lift)).point(lambda value: round(value * sheet.shadow))
    shadow = Image.new("RGBA", (side, side), (27, 24, 18, 0))
    shadow.putalpha(soft)
    return shadow
