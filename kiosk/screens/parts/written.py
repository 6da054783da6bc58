"""The pieces a letter is written in: for each block its heading and its lines.

Deliberately not here: placing them (`letter.py`), and what a piece is (`said.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kiosk.screens.parts.columns import PARTINGS, Unit, parted
from kiosk.screens.parts.said import Said, SectionHead
from kiosk.views.plan import LineView, SectionView

Size = tuple[float, float]


def written(letter: Any, sections: Sequence[SectionView], column: Size, *, first: int) -> list[Unit]:
    """Gives the pieces of these parts, those of a block together.

    Args:
        letter: in which they are to stand; a heading tells it what is to be changed.
        sections: the parts.
        column: the width and height of a column; what was said is parted so that each piece fits in one.
        first: how many pieces stand before them, which names the headings.
    """
    units: list[Unit] = []
    for section in sections:
        for number, block in enumerate(section.blocks):
            headed = not number or section.is_counted
            head = [_head(letter, section, number, first + len(units))] if headed else []
            units.append([*head, *_lines(letter, block, head, column)])
    return units


def _lines(letter: Any, block: Iterable[LineView], head: Unit, column: Size) -> Unit:
    """Gives what was said in a block, parted no further than these letters need."""
    width, height = column
    under = sum(piece.natural_height(width) + letter.look.unit for piece in head)
    lines: Unit = []
    for parting in PARTINGS:
        own = letter.word("letter.own")
        lines = [Said(look=letter.look, line=line, own_word=own) for line in parted(block, parting)]
        heights = [line.natural_height(width) for line in lines]
        if not heights or max(heights[0] + under, *heights) <= height:
            break
    return lines


def _head(letter: Any, section: SectionView, number: int, place: int) -> SectionHead:
    """Gives the heading of a part, or of one goal more in it."""
    page = section.changes[number] if number < len(section.changes) else ""
    shown = (section.title, section.who_sees) if not number else (letter.word("letter.goal", number=number + 1), "")
    texts = {"title": shown[0], "who_sees": shown[1], "page": page, "change_word": letter.word("letter.change")}
    head = SectionHead(look=letter.look, number=place, **texts)
    head.fbind("on_change", lambda *_: letter.dispatch("on_change", page))
    return head
