"""Marks the lines that are read aloud now: a bar at their reading side, as far as the lines reach.

- The mark lies beside the text and never under or over it, so the contrast of the letters stays.
- A text that is part of what is said is marked with it, unless it is only part of a longer one that is.

Deliberately not here: what is read (`kiosk/speech/reading.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kivy.graphics import Color, InstructionGroup, Rectangle

from kiosk.widgets.text import Text

BAR_MM, AWAY_MM = 1.2, 1.6


class ReadMark:
    """The marks of one screen."""

    def __init__(self) -> None:
        self._screen: Any = None
        self._marked: list[tuple[Text, InstructionGroup]] = []

    @property
    def marked(self) -> list[Text]:
        """The texts that are marked now."""
        return [text for text, _ in self._marked]

    def enter(self, screen: Any) -> None:
        """Goes over to another screen."""
        self.show("")
        self._screen = screen

    def show(self, said: str) -> None:
        """Marks the lines that say this, and no others."""
        for text, bar in self._marked:
            text.canvas.after.remove(bar)
        self._marked = []
        if said and self._screen is not None:
            self._marked = [(text, _bar(text)) for text in saying(self._screen, said)]
            for text, bar in self._marked:
                text.canvas.after.add(bar)


def saying(screen: Any, said: str) -> list[Text]:
    """Gives the texts on a screen that say this, or a part of it."""
    seen = [each for each in _seen(screen) if each.text.strip()]
    whole = [each for each in seen if each.text.strip() == said.strip()]
    if whole:
        return whole[:1]
    parts = [each for each in seen if each.text.strip() in said]
    return [each for each in parts if not any(_within(each, other) for other in parts)]


def _within(text: Text, other: Text) -> bool:
    return len(text.text) < len(other.text) and text.text.strip() in other.text


def _seen(widget: Any) -> Iterator[Text]:
    if not widget.opacity:
        return
    if isinstance(widget, Text):
        yield widget
    for child in reversed(widget.children):
        yield from _seen(child)


def _bar(text: Text) -> InstructionGroup:
    look, block = text.look, text.set(text.width)
    width, away = look.panel.px(BAR_MM), look.panel.px(AWAY_MM)
    top = text.top if text.valign == "top" else text.center_y + block.height / 2
    left = text.x - away - width
    if text.align == "middle":
        left = text.center_x - block.width / 2 - away - width
    if look.rtl:
        left = 2 * text.center_x - left - width
    bar = InstructionGroup()
    bar.add(Color(*look.palette.deep))
    bar.add(Rectangle(pos=(round(left), round(top - block.height)), size=(width, round(block.height))))
    return bar
