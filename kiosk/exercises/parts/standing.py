"""Where people stand on three rings around me: in columns beside me, nobody over another; pure.

- A ring is a band around the one before; people stand in its two sides, in as many columns as it takes.
- With room enough both sides of a ring are as wide and I stand in the middle; with less, each ring takes whole columns.
- All is counted in reading direction from the reading edge, and from the foot up: who mirrors it mirrors it whole.

Deliberately not here: drawing (`people_map.py`), and how large a person is (`person_card.py`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

Size = tuple[float, float]
Box = tuple[float, float, float, float]
"""From the reading edge, from the foot, width and height."""
Columns = list[list[int]]
"""People by their number, under each other; the column nearest to me first."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much room there is, and what it is needed for beside people."""

    width: float
    height: float
    middle: float
    """The width of the column in which I stand, with the rings' names over me."""
    over: float
    """Between the upper edges of two rings, where the name of the outer one stands."""
    under: float
    """Between their lower edges."""
    pad: float
    """Between a ring's edge and who stands in it."""
    gap: float
    """The least between two people under each other; side by side it is twice that."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the rings are, near to far, and where each person of each ring stands."""

    rings: tuple[Box, ...]
    people: tuple[tuple[Box, ...], ...]
    me: Size
    """My middle."""
    spare: float
    """How much wider each side of a ring is than it has to be; below 0 where not all of it fits."""
    pad: float
    """Between a ring's edge and who stands in it."""
    even: int
    """How many rings, from the nearest, have sides as wide as each other."""


@dataclass(frozen=True, slots=True)
class _Sides:
    """The columns of each ring before me and after me in reading direction, and how wide each side is."""

    before: list[Columns]
    after: list[Columns]
    widths: list[tuple[float, float]]

    @property
    def width(self) -> float:
        return sum(chain.from_iterable(self.widths))


@dataclass(frozen=True, slots=True)
class _Band:
    """A ring, how wide its two sides are, and how high my middle is."""

    ring: Box
    wide: tuple[float, float]
    level: float


def set_out(people: Sequence[Sequence[Size]], room: Room) -> Setting:
    """Gives the setting for people of these sizes on each ring, near to far."""
    heights = [_ring_height(number, len(people), room) for number in range(len(people))]
    even = len(people)
    sides = _sides(people, heights, even, room)
    while even and sides.width + room.middle > room.width:  # the farthest rings give way first
        even -= 1
        sides = _sides(people, heights, even, room)
    spare = (room.width - room.middle - sides.width) / (2 * len(people))
    bands = [(before + spare, after + spare) for before, after in sides.widths]
    rings = tuple(_ring(number, bands, heights[number], room) for number in range(len(people)))
    level = rings[0][1] + rings[0][3] / 2
    stands = tuple(
        _stand(sizes, (before, after), _Band(ring, wide, level), room)
        for sizes, before, after, ring, wide in zip(people, sides.before, sides.after, rings, bands, strict=True)
    )
    middle = sum(before for before, _ in bands) + room.middle / 2
    return Setting(rings, stands, (middle, level), spare, room.pad, even)


def roundest(box: Box, held: Sequence[tuple[Box, float]], radii: Sequence[float], air: float) -> float:
    """Gives the largest radius at which a ring's corners stay this far from all it holds: boxes with radii."""
    return next((radius for radius in radii if _holds(box, held, radius, air)), radii[-1])


def _holds(box: Box, held: Sequence[tuple[Box, float]], radius: float, air: float) -> bool:
    if 2 * radius > min(box[2], box[3]):
        return False
    for inner, corner in held:
        across = min(inner[0] - box[0], box[0] + box[2] - inner[0] - inner[2])
        down = min(inner[1] - box[1], box[1] + box[3] - inner[1] - inner[3])
        away = math.hypot(max(0.0, radius - across - corner), max(0.0, radius - down - corner))
        if away > 0 and away + corner + air > radius:
            return False
    return True


def _ring_height(number: int, rings: int, room: Room) -> float:
    outer = rings - 1 - number
    return room.height - outer * (room.over + room.under)


def _sides(people: Sequence[Sequence[Size]], heights: Sequence[float], even: int, room: Room) -> _Sides:
    """Gives the first `even` rings two sides that are as wide, and the others as few columns as hold their people."""
    before: list[Columns] = []
    after: list[Columns] = []
    widths: list[tuple[float, float]] = []
    for number, (sizes, height) in enumerate(zip(people, heights, strict=True)):
        high = height - 2 * room.pad
        half = -(-len(sizes) // 2)
        if number < even:
            sides = [_columns(sizes, range(half, len(sizes)), high, room), _columns(sizes, range(half), high, room)]
            wide = max(_wide(sizes, side, room) for side in sides)
            widths.append((wide, wide))
        else:
            sides = [[], []]
            for column in _columns(sizes, range(len(sizes)), high, room):
                filled = [sum(each[side] for each in widths) + _wide(sizes, sides[side], room) for side in (0, 1)]
                sides[0 if filled[0] < filled[1] else 1].append(column)
            widths.append((_wide(sizes, sides[0], room), _wide(sizes, sides[1], room)))
        before.append(sides[0])
        after.append(sides[1])
    return _Sides(before, after, widths)


def _columns(sizes: Sequence[Size], people: Sequence[int], high: float, room: Room) -> Columns:
    """Gives people in as few columns of this height as hold them, as even as can be."""
    filled: Columns = []
    for one in people:
        if filled and _high(sizes, [*filled[-1], one], room) <= high:
            filled[-1].append(one)
        else:
            filled.append([one])
    each = -(-len(people) // len(filled)) if filled else 1
    even = [list(people[start : start + each]) for start in range(0, len(people), each)]
    return even if all(_high(sizes, column, room) <= high for column in even) else filled


def _high(sizes: Sequence[Size], column: Sequence[int], room: Room) -> float:
    return sum(sizes[one][1] for one in column) + room.gap * (len(column) - 1)


def _wide(sizes: Sequence[Size], columns: Columns, room: Room) -> float:
    widths = [max(sizes[one][0] for one in column) for column in columns]
    return sum(widths) + 2 * room.gap * max(0, len(widths) - 1) + 2 * room.pad


def _ring(number: int, bands: Sequence[tuple[float, float]], height: float, room: Room) -> Box:
    outer = bands[number + 1 :]
    start, end = sum(before for before, _ in outer), sum(after for _, after in outer)
    return start, len(outer) * room.under, room.width - start - end, height


def _stand(sizes: Sequence[Size], columns: tuple[Columns, Columns], place: _Band, room: Room) -> tuple[Box, ...]:
    """Gives where each person of a ring stands, in its columns before me and after me."""
    ring, (wide_before, wide_after) = place.ring, place.wide
    before, after = columns
    found: dict[int, Box] = {}
    for side, start, wide in (
        (before[::-1], ring[0], wide_before),
        (after, ring[0] + ring[2] - wide_after, wide_after),
    ):
        offset = start + (wide - _wide(sizes, side, room)) / 2 + room.pad
        for column in side:
            width = max(sizes[one][0] for one in column)
            found.update(_under_each_other(column, sizes, (offset, width), place, room))
            offset += width + 2 * room.gap
    return tuple(found[one] for one in range(len(sizes)))


def _under_each_other(
    column: Sequence[int], sizes: Sequence[Size], across: Size, place: _Band, room: Room
) -> dict[int, Box]:
    (offset, width), ring = across, place.ring
    heights = [sizes[one][1] for one in column]
    free = ring[3] - 2 * room.pad - sum(heights)
    gap = min(2 * room.gap, free / (len(column) - 1)) if len(column) > 1 else 0.0
    high = sum(heights) + gap * (len(column) - 1)
    top = (place.level if high < ring[3] / 2 else ring[1] + ring[3] / 2) + high / 2
    found = {}
    for one, height in zip(column, heights, strict=True):
        found[one] = (offset, top - height, width, height)
        top -= height + gap
    return found
