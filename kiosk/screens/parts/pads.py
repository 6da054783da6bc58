"""The two pads of a digit entry, and how much of it is for what is told beside them.

- The number pad is that of its rules; pictures are made when they are first wanted.

Deliberately not here: what is entered (`digit_entry.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.widgets.picture_pad import PicturePad

TOLD_SHARE = 0.5
"""The part of the width for what is told, where the pad lies beside it."""


class Pads:
    """One pad at a time, in the place of the other."""

    def __init__(self, entry: Any) -> None:
        self._entry = entry
        self._numbers = entry.ids.pad.__self__  # held here: the tree lets go of it while pictures are shown
        self._pictures: PicturePad | None = None

    def of(self, *, pictures: bool) -> Any:
        """Gives the pad that is wanted, put in its place."""
        pad = self._picture_pad() if pictures else self._numbers
        if pad.parent is None:
            other = self._numbers if pictures else self._pictures
            if other is not None and other.parent is not None:
                self._entry.remove_widget(other)
            self._entry.add_widget(pad)
        return pad

    def _picture_pad(self) -> PicturePad:
        if self._pictures is None:
            entry, word = self._entry, self._entry.word
            self._pictures = PicturePad(look=entry.look, erase_word=word("pad.erase"), clear_word=word("pad.clear"))
            self._pictures.fbind("on_digit", lambda _, letter: entry.add(letter))
            self._pictures.fbind("on_erase", lambda *_: entry.erase())
            self._pictures.fbind("on_clear", lambda *_: entry.clear())
        return self._pictures


def told_width(entry: Any, width: float) -> int:
    """Gives how wide what is told may be."""
    if entry.look.largest and not entry.look.panel.portrait:
        return round(width - entry.look.margin - entry.pad.natural_width)
    return round(width if entry.look.panel.portrait else (width - entry.look.margin) * TOLD_SHARE)


def told_height(entry: Any, width: float) -> float:
    """Gives how high what is told is, in an entry this wide."""
    heights = [part.natural_height(told_width(entry, width)) for part in entry.telling if part.opacity]
    return float(sum(heights) + entry.look.gap * (len(heights) - 1))
