"""Divides things of known heights over pages of columns, in order; pure.

Deliberately not here: drawing them, and the button that turns the page.
"""

from __future__ import annotations

from collections.abc import Sequence

Page = list[list[int]]
"""The columns of one page, each with the places of the things in it."""


def divide(heights: Sequence[float], room: float, *, columns: int = 1, gap: float = 0.0) -> list[Page]:
    """Gives the pages these heights make; a thing higher than the room has a column of its own."""
    filled: list[list[int]] = []
    used = 0.0
    for place, height in enumerate(heights):
        if filled and used + gap + height <= room:
            filled[-1].append(place)
            used += gap + height
        else:
            filled.append([place])
            used = height
    return [filled[start : start + columns] for start in range(0, len(filled), columns)]
