"""Where everything on a screen stands: for pictures, for tests that touch by name, and for "does it fit".

- Every named thing and every text is listed, with its hit area, whether it is cut off, its size and its contrast.
- Pixels count from the top left corner of the panel, as in a picture.

Deliberately not here: drawing (`kiosk/render.py`), and judging what was found (`tests/ui/`, `packs readiness`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kiosk.theme.palettes import Colour, contrast
from kiosk.theme.tokens import Look

Box = tuple[int, int, int, int]
"""From the left, from the top, width and height."""
NOTHING: Box = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one thing stands, in pixels from the top left corner of the panel."""

    test_id: str
    kind: str
    x: int
    y: int
    width: int
    height: int
    touchable: bool
    reach_x: float
    reach_y: float
    text: str
    lines: tuple[str, ...]
    text_width: int
    text_height: int
    clipped: bool
    font_px: int
    capital_mm: float
    contrast: float
    ink: Box
    """Where the letters themselves stand, from the first capital's top to under the last line."""


def places(root: Any, look: Look) -> Iterator[Place]:
    """Gives the place of everything with a name and of every text under `root`."""
    yield from _places(root, look, look.palette.paper)


def _places(widget: Any, look: Look, ground: Colour) -> Iterator[Place]:
    if not widget.opacity:
        return
    if hasattr(widget, "sheet") and widget.sheet().fill[3]:
        ground = widget.sheet().fill
    is_text = hasattr(widget, "natural_width") and hasattr(widget, "set")
    if (is_text and widget.text) or getattr(widget, "test_id", ""):
        yield _place(widget, look, ground, is_text)
    for child in reversed(widget.children):
        yield from _places(child, look, ground)


def _place(widget: Any, look: Look, ground: Colour, is_text: bool) -> Place:
    block = widget.set(widget.width) if is_text else None
    ink = (widget.colour or look.palette.ink) if is_text else ground
    return Place(
        test_id=getattr(widget, "test_id", ""),
        kind=type(widget).__name__,
        x=round(widget.x),
        y=round(look.panel.height_px - widget.top),
        width=round(widget.width),
        height=round(widget.height),
        touchable=hasattr(widget, "reach_x"),
        reach_x=getattr(widget, "reach_x", 0),
        reach_y=getattr(widget, "reach_y", 0),
        text=getattr(widget, "text", ""),
        lines=tuple(line.text for line in block.lines) if block else (),
        text_width=block.width if block else 0,
        text_height=block.height if block else 0,
        clipped=widget.clipped if is_text else False,
        font_px=block.font_px if block else 0,
        capital_mm=round(block.capital * look.panel.mm_per_px, 2) if block else 0.0,
        contrast=round(contrast(ink, widget.ground or ground), 2) if is_text else 0.0,
        ink=_ink(widget, look) if is_text else NOTHING,
    )


def _ink(widget: Any, look: Look) -> Box:
    x, top, width, height = widget.ink()
    return round(x), round(look.panel.height_px - top), round(width), round(height)
