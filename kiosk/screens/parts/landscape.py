"""Hills, and a low sun over them, in the colours of the paper: the calm ground of screens that wait.

- Shown where nobody reads a text; in high contrast it is not there at all.
- Drawn once for each look, soft and small, and stretched; it never moves.

Deliberately not here: words.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty
from kivy.uix.widget import Widget
from PIL import Image, ImageDraw

from kiosk.theme.palettes import Colour, PaletteName
from kiosk.theme.tokens import Look

SHRINK = 2
"""How many times smaller than the panel the hills are drawn; their edges are soft."""
FINE = 2
SUN_PART = 0.30
"""The sun's width as a part of the panel's shorter side."""


class Landscape(Widget):
    """Two lines of hills, and a sun behind them."""

    look = ObjectProperty(Look(), rebind=True)
    sun_at = NumericProperty(0.72)
    """Where the sun stands, as a part of the width from the reading edge."""
    with_sun = BooleanProperty(True)

    def __init__(self, **values: Any) -> None:
        self._repaint = Clock.create_trigger(self.paint, -1)
        super().__init__(**values)
        for name in ("look", "sun_at", "with_sun", "pos", "size"):
            self.fbind(name, self._repaint)
        self._repaint()

    def paint(self, *_: Any) -> None:
        """Lays sun and hills on the paper."""
        self.canvas.clear()
        if self.look.palette.name is PaletteName.CONTRAST:
            return
        palette = self.look.palette
        with self.canvas:
            if self.with_sun:
                self._lay_sun()
            for line, part, deepness in ((0, 1.0, 0.35), (1, 0.62, 0.8)):
                Color(*between(palette.paper, palette.line_soft, deepness))
                size = (round(self.width), round(self.height * part))
                Rectangle(texture=hills(line, size[0] // SHRINK, size[1] // SHRINK), pos=self.pos, size=size)

    def _lay_sun(self) -> None:
        palette, panel = self.look.palette, self.look.panel
        side = round(min(panel.width_px, panel.height_px) * SUN_PART)
        offset = self.width * self.sun_at - side / 2
        left = self.right - offset - side if self.look.rtl else self.x + offset
        Color(*between(palette.note_paper, palette.note, 0.12))
        low = self.y + self.height * 0.78 - side / 2
        Rectangle(texture=disc(side), pos=(round(left), round(low)), size=(side, side))


def between(one: Colour, other: Colour, part: float) -> Colour:
    """Gives the colour that lies a part of the way from one to the other."""
    red, green, blue = (mine + (theirs - mine) * part for mine, theirs in zip(one[:3], other[:3], strict=True))
    return (red, green, blue, 1.0)


@lru_cache(maxsize=8)
def hills(line: int, width: int, height: int) -> Any:
    """Gives one line of hills as a white texture; `line` 0 is the farther one."""
    wide, high = width * FINE, height * FINE
    points = [(x, high - _hill(line, x / wide) * high) for x in range(0, wide + 8, 8)]
    mask = Image.new("L", (wide, high), 0)
    ImageDraw.Draw(mask).polygon([(0, high), *points, (wide, high)], fill=255)
    return _white(mask.resize((width, height), Image.Resampling.BOX))


def _hill(line: int, part: float) -> float:
    """Gives how high a line of hills is at a part of its width, 0 to 1."""
    slow, quick, shift = ((1.1, 2.7, 0.4), (0.8, 2.1, 2.6))[line]
    wave = math.sin(2 * math.pi * slow * part + shift) + 0.45 * math.sin(2 * math.pi * quick * part + 2.2 * shift)
    return 0.62 + 0.24 * wave


@lru_cache(maxsize=4)
def disc(side: int) -> Any:
    """Gives a disc as a white texture."""
    mask = Image.new("L", (side * FINE, side * FINE), 0)
    ImageDraw.Draw(mask).ellipse((2, 2, side * FINE - 3, side * FINE - 3), fill=255)
    return _white(mask.resize((side, side), Image.Resampling.BOX))


def _white(mask: Image.Image) -> Any:
    white = Image.new("L", mask.size, 255)
    texture = Texture.create(size=mask.size, colorfmt="rgba", mipmap=False)
    texture.blit_buffer(Image.merge("RGBA", (white, white, white, mask)).tobytes(), colorfmt="rgba", bufferfmt="ubyte")
    texture.flip_vertical()
    return texture
