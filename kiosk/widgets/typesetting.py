"""Turns a text into lines of the right letters: script, shape, order, width, and one texture for each line.

- Lines are broken here, at spaces, at most 60 characters and as even as they fit; no hyphens, no justification.
- Latin lines are drawn by SDL, which is fast; every other script by Pillow, which shapes and orders it (raqm, fribidi).
- A line is drawn in white and coloured when painted, so one texture serves every palette and state.
- Lines that were drawn are kept, up to a fixed number; a screen that comes back costs nothing. What a person is writing
  is never kept, and `forget_lines()` lets go of all when he leaves.

Deliberately not here: placing lines on the screen (`text.py`), sizes (`kiosk/theme/tokens.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kivy.core.text import Label as CoreLabel
from kivy.graphics.texture import Texture

from kiosk.theme.fonts import BOLD_WEIGHT, ICONS, REGULAR_WEIGHT, Face, face_for, font_file, reads_right_to_left
from kiosk.theme.icons import Icon
from kiosk.theme.tokens import LINE_HEIGHT, MAX_LINE_CHARACTERS, Direction, Look, Role
from kiosk.widgets.surface import sharp

SPACES = re.compile(r"[ \t\n]+")
"""Where a line may end: not at a no-break space, which French has before its marks."""
SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+")
CACHED_LINES = 160
CACHED_ICONS = 128


@dataclass(frozen=True, slots=True)
class Line:
    """One drawn line: its texture, and where its letters stand in it."""

    text: str
    texture: Any
    width: int
    height: int
    baseline: int
    """Pixels from the top of the texture to the baseline."""


@dataclass(frozen=True, slots=True)
class SetText:
    """A text broken into lines of one face and size."""

    lines: tuple[Line, ...]
    font_px: int
    pitch: int
    """Pixels from one baseline to the next."""
    capital: int
    """The height of a capital in pixels."""
    width: int
    face: Face

    @property
    def height(self) -> int:
        """The height a block of these lines takes, one line pitch for each."""
        return self.pitch * len(self.lines)


@dataclass(frozen=True, slots=True)
class Lettering:
    """Face, size and weight of a text: all that its shapes depend on besides its letters and direction."""

    face: Face
    font_px: int
    bold: bool


def lettering(text: str, look: Look, role: Role, bold: bool) -> Lettering:
    """Gives the face and font size in which a text is set for a role."""
    face = face_for(text)
    return Lettering(face, max(1, round(look.capital_px(role) / face.capital_ratio)), bold)


def direction_of(text: str, look: Look) -> Direction:
    """Gives the direction in which a text is ordered: the screen's own if any letter asks for it, else its letters'."""
    if not reads_right_to_left(text):
        return "ltr"
    if look.rtl:
        return "rtl"
    first = next((letter for letter in text if letter.isalpha()), "")
    return "rtl" if reads_right_to_left(first) else "ltr"


def set_text(
    text: str,
    look: Look,
    role: Role,
    *,
    bold: bool = False,
    width: float | None = None,
    leading: float = 0.0,
    keep: bool = True,
) -> SetText:
    """Gives the text as drawn lines no wider than `width` pixels, if a width is given.

    Args:
        text: what to set.
        look: for whom.
        role: decides the size and, without a `leading`, the line pitch.
        bold: whether in the bold weight.
        width: in pixels.
        leading: line pitch as a part of the font size.
        keep: whether the lines may be kept to be shown again; never for what a person is writing.
    """
    style = lettering(text, look, role, bold)
    direction = direction_of(text, look)
    break_up, draw = (_broken, draw_line) if keep else (_broken.__wrapped__, draw_line.__wrapped__)
    broken = break_up(text, style, direction, width, one_a_line=look.one_sentence_a_line, keep=keep)
    lines = tuple(draw(line, style, direction) for line in broken)
    return SetText(
        lines=lines,
        font_px=style.font_px,
        pitch=_pitch(style, role, leading),
        capital=round(style.font_px * style.face.capital_ratio),
        width=max((line.width for line in lines), default=0),
        face=style.face,
    )


def measure_text(
    text: str, look: Look, role: Role, *, bold: bool = False, width: float | None = None, leading: float = 0.0
) -> tuple[int, int, int]:
    """Gives how wide and how high a text is when set at a width, and in how many lines, without drawing it."""
    style = lettering(text, look, role, bold)
    direction = direction_of(text, look)
    lines = _broken(text, style, direction, width, one_a_line=look.one_sentence_a_line, keep=True)
    widest = max((_width(line, style, direction) for line in lines), default=0)
    return widest, _pitch(style, role, leading) * len(lines), len(lines)


def _pitch(style: Lettering, role: Role, leading: float) -> int:
    return round(style.font_px * (leading or LINE_HEIGHT[role]) * style.face.line_height_factor)


@lru_cache(maxsize=4 * CACHED_LINES)
def _broken(
    text: str, style: Lettering, direction: Direction, width: float | None, *, one_a_line: bool, keep: bool
) -> tuple[str, ...]:
    """Gives the lines a text is broken into; the same text is measured many times before it is painted."""
    measure = _width if keep else _width.__wrapped__
    return tuple(
        line
        for paragraph in paragraphs(text, one_a_line=one_a_line)
        for line in break_lines(paragraph, lambda words: measure(words, style, direction), width)
    )


def forget_lines() -> None:
    """Lets go of every line that was kept; call it when a person leaves, whose words may be among them."""
    _broken.cache_clear()
    _width.cache_clear()
    draw_line.cache_clear()


def draw_icon(icon: Icon, size_px: float) -> Line:
    """Gives an icon as one drawn line of `size_px` square."""
    return _draw_icon(icon.value, Lettering(ICONS, max(1, round(size_px)), bold=False), "ltr")


def paragraphs(text: str, *, one_a_line: bool) -> list[str]:
    """Gives the pieces of a text that each begin on a new line; `one_a_line` gives each sentence its own."""
    pieces = text.split("\n")
    if one_a_line:
        pieces = [sentence for piece in pieces for sentence in SENTENCE_END.split(piece)]
    return pieces


def break_lines(text: str, measure: Callable[[str], int], width: float | None) -> list[str]:
    """Breaks one paragraph at spaces into as few lines as fit, then makes those lines as even as they can be.

    Words are measured one by one and added up, since letters don't join across spaces; only whole lines are measured
    again at the end.
    """
    if width is None or (len(text) <= MAX_LINE_CHARACTERS and measure(text) <= width):
        return [text]
    words = [(word, measure(word)) for word in SPACES.split(text) if word]
    space = max(0, measure("n n") - 2 * measure("n"))
    room = float(width)
    lines = _even(words, space, room)
    while room > width / 2 and any(" " in line and measure(line) > width for line in lines):
        room -= width / 100
        lines = _even(words, space, room)
    return lines


def _even(words: Sequence[tuple[str, int]], space: int, room: float) -> list[str]:
    """Gives as few lines as fit in the room, none much longer than the others."""
    lines = _fill(words, space, room)
    if len(lines) < 2:  # noqa: PLR2004 - one line can't be made even
        return lines
    narrow, wide = sum(each for _, each in words) / len(lines), room
    while wide - narrow > room / 40:
        middle = (narrow + wide) / 2
        tried = _fill(words, space, middle)
        if len(tried) > len(lines) or max(each for _, each in words) > middle:
            narrow = middle
        else:
            wide, lines = middle, tried
    return lines


def _fill(words: Sequence[tuple[str, int]], space: int, room: float) -> list[str]:
    lines: list[str] = []
    current, used = "", 0.0
    for word, width in words:
        longer = f"{current} {word}" if current else word
        if current and (len(longer) > MAX_LINE_CHARACTERS or used + space + width > room):
            lines.append(current)
            current, used = word, float(width)
        else:
            current, used = longer, used + (space if current else 0) + width
    return [*lines, current] if current else lines or [""]


@lru_cache(maxsize=8 * CACHED_LINES)
def _width(text: str, style: Lettering, direction: Direction) -> int:
    if not text:
        return 0
    if style.face.shaped:
        return _pillow_box(text, style, direction)[1][0]
    return int(_core_label(text, style).get_extents(text)[0])


@lru_cache(maxsize=CACHED_LINES)
def draw_line(text: str, style: Lettering, direction: Direction) -> Line:
    """Gives one line as a white texture."""
    if not text:
        return Line("", None, 0, 0, 0)
    if style.face.shaped:
        return _draw_with_pillow(text, style, direction)
    label = _core_label(text, style)
    label.refresh()
    texture = sharp(label.texture)
    ascent = round(label.get_ascent())
    return Line(text, texture, int(texture.width), int(texture.height), ascent)


_draw_icon = lru_cache(maxsize=CACHED_ICONS)(draw_line.__wrapped__)
"""Icons are few and nobody's words: they stay, and take no text's place."""


def _core_label(text: str, style: Lettering) -> Any:
    # The hinting a font is opened with. Another is set at the first drawing only, and measures then change for good.
    return CoreLabel(
        text=text,
        font_size=style.font_px,
        font_name=font_file(style.face, style.bold),
        font_hinting="normal",
        color=(1, 1, 1, 1),
    )


@lru_cache(maxsize=32)
def _pillow_font(style: Lettering) -> Any:
    from PIL import ImageFont  # noqa: PLC0415 - a terminal that shows Latin script never needs it

    font = ImageFont.truetype(font_file(style.face, style.bold), style.font_px)
    font.set_variation_by_axes([BOLD_WEIGHT if style.bold else REGULAR_WEIGHT, 100])
    return font


def _pillow_box(text: str, style: Lettering, direction: Direction) -> tuple[tuple[int, int], tuple[int, int]]:
    """Gives where the baseline begins in a picture that holds all letters, and the picture's size."""
    left, top, right, bottom = _pillow_font(style).getbbox(text, direction=direction, anchor="ls")
    hang = min(int(left), 0)
    return (1 - hang, int(1 - top)), (int(right) - hang + 2, int(bottom - top) + 2)


def _draw_with_pillow(text: str, style: Lettering, direction: Direction) -> Line:
    from PIL import Image, ImageDraw  # noqa: PLC0415 - as above

    font = _pillow_font(style)
    (left, baseline), size = _pillow_box(text, style, direction)
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).text((left, baseline), text, fill=255, font=font, direction=direction, anchor="ls")
    white = Image.new("L", mask.size, 255)
    texture = sharp(Texture.create(size=mask.size, colorfmt="rgba", mipmap=False))
    texture.blit_buffer(Image.merge("RGBA", (white, white, white, mask)).tobytes(), colorfmt="rgba", bufferfmt="ubyte")
    texture.flip_vertical()
    return Line(text, texture, *size, baseline)
