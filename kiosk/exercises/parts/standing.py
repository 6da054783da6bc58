"""Where people stand on rings: spread evenly, nobody over another, nobody over a name; pure.

- Each ring is tried evenly spread first, then one by one at any place in its band.
- Where a ring has no room left, the last stand on its outer edge; where there is none at all, on its line all the same.

Deliberately not here: drawing (`people_map.py`) and how far a ring reaches (`rings.py`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, counted from the middle of the rings."""
TURNS = 48
DEPTHS = (0.5, 0.62, 0.38, 0.76, 0.24, 0.9, 0.1, 1.1, 1.25, 1.4, 1.6)
"""How deep in the band one stands, the best first; past 1 on its outer edge, where the band is full."""
START = math.pi * 0.06


def stand(
    sizes: Sequence[tuple[float, float]], band: tuple[float, float], half: tuple[float, float], taken: list[Box]
) -> list[Box]:
    """Gives where things of these sizes stand in a band; `half` is half the size of the whole, `taken` is kept free."""
    for turn in range(TURNS):
        start = START + turn * 2 * math.pi / TURNS / max(1, len(sizes))
        boxes = [
            _box(_angle(start, number, len(sizes)), DEPTHS[0], band, half, size) for number, size in enumerate(sizes)
        ]
        if not any(_meets(box, [*taken, *boxes[:number]]) for number, box in enumerate(boxes)):
            return boxes
    return _one_by_one(sizes, band, half, taken)


def reaches(boxes: Sequence[Box], wanted: float) -> list[float]:
    """Gives how far each can be touched beside its edge: till it is as high as wanted, or half-way to the nearest."""
    found = []
    for number, box in enumerate(boxes):
        others = [*boxes[:number], *boxes[number + 1 :]]
        nearest = min((_apart(box, other) for other in others), default=math.inf)
        found.append(max(0.0, min((wanted - (box[3] - box[1])) / 2, nearest / 2)))
    return found


def _apart(box: Box, other: Box) -> float:
    """Gives the wider of the two gaps between boxes, across and up; below 0 where one lies over the other."""
    across = max(box[0] - other[2], other[0] - box[2])
    return max(across, box[1] - other[3], other[1] - box[3])


def _one_by_one(
    sizes: Sequence[tuple[float, float]], band: tuple[float, float], half: tuple[float, float], taken: list[Box]
) -> list[Box]:
    boxes: list[Box] = []
    for number, size in enumerate(sizes):
        even = _box(_angle(START, number, len(sizes)), DEPTHS[0], band, half, size)
        free = (box for box in _places(band, half, size) if not _meets(box, [*taken, *boxes]))
        boxes.append(next(free, even))
    return boxes


def _places(band: tuple[float, float], half: tuple[float, float], size: tuple[float, float]) -> Iterator[Box]:
    for depth in DEPTHS:
        for turn in range(TURNS):
            yield _box(START + turn * 2 * math.pi / TURNS, depth, band, half, size)


def _angle(start: float, number: int, count: int) -> float:
    return start + number * 2 * math.pi / max(1, count)


def _box(
    angle: float, depth: float, band: tuple[float, float], half: tuple[float, float], size: tuple[float, float]
) -> Box:
    far = band[0] + (band[1] - band[0]) * depth
    across = _within(half[0] * far * math.cos(angle), half[0] - size[0] / 2)
    up = _within(half[1] * far * math.sin(angle), half[1] - size[1] / 2)
    return across - size[0] / 2, up - size[1] / 2, across + size[0] / 2, up + size[1] / 2


def _within(value: float, most: float) -> float:
    return max(-most, min(most, value))


def _meets(box: Box, taken: Sequence[Box]) -> bool:
    return any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken)
