"""Fills the columns of a letter: what belongs together stays together where it can.

- A unit that does not fit under what stands in a column begins the next one, and one that is larger than a column goes
  on in the one after it: no page is left half empty for it.
- A heading never stands alone at the end of a column.

Deliberately not here: what the pieces are (`said.py`), and placing them (`letter.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from textwrap import wrap
from typing import Any

from kiosk.screens.parts.said import SectionHead
from kiosk.views.plan import LineView

Parting = tuple[int, int]
PARTINGS: tuple[Parting, ...] = ((3, 220), (2, 150), (1, 100), (1, 60))
"""How many paragraphs and letters of what was said stay together: as many as a column holds in these letters."""
Unit = list[Any]
"""Pieces that are kept in one column where they fit in one."""


def fill(units: Sequence[Unit], width: float, height: float, gap: float) -> list[list[Any]]:
    """Gives the columns of a letter, each a list of pieces that fit under each other in `height`.

    Args:
        units: what is kept together where it can be.
        width: of a column, in pixels.
        height: of a column, in pixels.
        gap: between two pieces, in pixels.
    """
    columns: list[list[Any]] = [[]]
    used = 0.0
    for unit in units:
        alone = _columns_of(unit, width, height, gap)
        tall = sum(piece.natural_height(width) + gap for piece in unit)
        if columns[-1] and used + tall > height + gap:
            columns.append([])
            used = 0.0
        if len(alone) == 1:
            columns[-1] += unit
            used += tall
        else:
            columns[-1:] = alone
            used = sum(piece.natural_height(width) + gap for piece in alone[-1])
    return columns


def parted(block: Iterable[LineView], parting: Parting) -> Iterator[LineView]:
    """Gives lines; one of many paragraphs as lines of a few each, so that it can go on in a next column."""
    paragraphs, letters = parting
    for line in block:
        said = [part for paragraph in line.said.split("\n") for part in wrap(paragraph, letters) or [""]]
        for start in range(0, len(said), paragraphs):
            label = "" if start else line.label
            yield replace(line, label=label, said="\n".join(said[start : start + paragraphs]))


def _columns_of(unit: Unit, width: float, height: float, gap: float) -> list[list[Any]]:
    """Gives a unit alone, broken over as many columns as it needs; a heading stays with what follows it."""
    columns: list[list[Any]] = [[]]
    used = 0.0
    tall = [piece.natural_height(width) + gap for piece in unit]
    for place, piece in enumerate(unit):
        with_next = isinstance(piece, SectionHead) and place + 1 < len(unit)
        needed = tall[place] + (tall[place + 1] if with_next else 0)
        if columns[-1] and used + needed > height + gap:
            columns.append([])
            used = 0.0
        columns[-1].append(piece)
        used += tall[place]
    return columns
