"""Three rings around a middle as one picture, drawn too large and made small again so that their edges are smooth.

- Only a quarter is drawn and the others mirror it: a person does not wait for a picture.
- A ring is an ellipse, so that a wide place is filled; a place is on the ring whose band it lies in.

Deliberately not here: who stands on a ring (`people_map.py`).
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

from kivy.graphics.texture import Texture
from PIL import Image, ImageDraw

from kiosk.theme.palettes import Colour
from kiosk.widgets.surface import sharp

FINE = 3
Reach = tuple[float, float, float]
"""How far each ring reaches, from near to far, as a part of the whole."""
NEAR, MIDDLE, FEW, EACH = 0.46, 0.74, 3, 0.04
MOST_NEAR, MOST_MIDDLE = 0.58, 0.82


def reach_for(near: int, middle: int, *, large: bool = False) -> Reach:
    """Gives rings with room for so many people on the near and the middle one; `large` letters need the most."""
    first = MOST_NEAR if large else min(MOST_NEAR, NEAR + EACH * max(0, near - FEW))
    return first, min(MOST_MIDDLE, MIDDLE + (first - NEAR) / 2 + EACH / 2 * max(0, middle - FEW)), 1.0


@lru_cache(maxsize=3)
def rings_picture(reaches: Reach, size: tuple[int, int], fills: tuple[Colour, ...], edge: Colour, edge_px: int) -> Any:
    """Gives the texture of the rings, from near to far in these colours."""
    wide, high = size
    half = ((wide + 1) // 2, (high + 1) // 2)
    large = Image.new("RGBA", (half[0] * FINE, half[1] * FINE), _ink(edge, 0))
    draw = ImageDraw.Draw(large)
    for reach, fill in reversed(tuple(zip(reaches, fills, strict=True))):
        across, up = wide * FINE * reach / 2, high * FINE * reach / 2
        middle = (wide * FINE / 2, high * FINE / 2)
        box = (middle[0] - across, middle[1] - up, middle[0] + across - 1, middle[1] + up - 1)
        draw.ellipse(box, fill=_ink(fill, 255), outline=_ink(edge, 255), width=edge_px * FINE)
    picture = _whole(large.reduce(FINE), size)
    texture = sharp(Texture.create(size=size, colorfmt="rgba", mipmap=False))
    texture.blit_buffer(picture.tobytes(), colorfmt="rgba", bufferfmt="ubyte")
    return texture


def _whole(quarter: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Gives the picture of which this is the upper left quarter; each quarter mirrors it."""
    wide, high = size
    picture = Image.new("RGBA", size)
    upper = Image.new("RGBA", (wide, quarter.height))
    upper.paste(quarter.transpose(Image.Transpose.FLIP_LEFT_RIGHT), (wide - quarter.width, 0))
    upper.paste(quarter, (0, 0))
    picture.paste(upper.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (0, high - quarter.height))
    picture.paste(upper, (0, 0))
    return picture


def ring_at(reaches: Reach, across: float, up: float) -> int | None:
    """Gives the ring at a place, counted from the middle in parts of the whole reach; none outside them."""
    far = math.hypot(across, up)
    return next((number for number, reach in enumerate(reaches) if far <= reach), None)


def band(reaches: Reach, number: int) -> tuple[float, float]:
    """Gives from where to where a ring's band reaches."""
    return (reaches[number - 1] if number else 0.0), reaches[number]


def _ink(colour: Colour, alpha: int) -> tuple[int, int, int, int]:
    red, green, blue = (round(part * 255) for part in colour[:3])
    return red, green, blue, alpha
