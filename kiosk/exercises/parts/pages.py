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


def flow(sizes: Sequence[Size], width: float, gap: float) -> list[tuple[float, float]]:
    """Gives how far from the reading edge and from the top each thing stands, in rows no wider than `width`."""
    places: list[tuple[float, float]] = []
    offset = drop = row = 0.0
    for wide, high in sizes:
        if offset and offset + wide > width:
            offset, drop, row = 0.0, drop + row + gap, 0.0
        places.append((offset, drop))
        offset, row = offset + wide + gap, max(row, high)
    return places


def divide_flow(sizes: Sequence[Size], room: Size, gap: float, more: Size) -> list[list[int]]:
    """Gives the pages these things make in rows; `more` is the size of the thing that turns the page."""
    if _fits(sizes, room, gap):
        return [list(range(len(sizes)))] if sizes else []
    pages: list[list[int]] = []
    start = 0
    while start < len(sizes):
        end = len(sizes)
        while end > start + 1 and not _fits([*sizes[start:end], more], room, gap):
            end -= 1
        pages.append(list(range(start, end)))
        start = end
    return pages


def _fits(sizes: Sequence[Size], room: Size, gap: float) -> bool:
    placed = zip(flow(sizes, room[0], gap), sizes, strict=True)
    return all(drop + high <= room[1] for (_, drop), (_, high) in placed)
