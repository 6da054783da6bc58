"""Divides things of known sizes over pages, in columns or in rows like words, in order; pure.

Deliberately not here: drawing them, and the button that turns the page.
"""

from __future__ import annotations

from collections.abc import Sequence

Page = list[list[int]]
"""The columns of one page, each with the places of the things in it."""
Size = tuple[float, float]
"""Width and height."""


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


def flow(sizes: Sequence[Size], width: float, gaps: Size) -> list[tuple[float, float]]:
    """Gives how far from the reading edge and from the top each thing stands, in rows no wider than `width`.

    Args:
        sizes: of the things, in order.
        width: the room for a row.
        gaps: between two things of a row, and between two rows.
    """
    places: list[tuple[float, float]] = []
    offset = drop = row = 0.0
    for wide, high in sizes:
        if offset and offset + wide > width:
            offset, drop, row = 0.0, drop + row + gaps[1], 0.0
        places.append((offset, drop))
        offset, row = offset + wide + gaps[0], max(row, high)
    return places


def held_in_flow(sizes: Sequence[Size], room: Size, gaps: Size, more: Size) -> int:
    """Gives how many of these things fit in rows; `more` is the size of what says after them that there are more."""
    if _fits(sizes, room, gaps):
        return len(sizes)
    return next((held for held in range(len(sizes) - 1, 0, -1) if _fits([*sizes[:held], more], room, gaps)), 0)


def _fits(sizes: Sequence[Size], room: Size, gaps: Size) -> bool:
    placed = zip(flow(sizes, room[0], gaps), sizes, strict=True)
    return all(drop + high <= room[1] for (_, drop), (_, high) in placed)
