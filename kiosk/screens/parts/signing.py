"""What is said by signing, a tick that it is so, and a place to draw: side by side, or one above the other.

- Nothing can be signed before the tick is set and something is drawn; both can be taken back.
- Strokes are given in thousandths of the place they were drawn on, y upward, as the signed plan keeps them.

Deliberately not here: what is signed (`letter.py`), and the PIN that makes it a signature (`digit_entry.py`).
"""

from __future__ import annotations

from kivy.properties import ObjectProperty, StringProperty

from kiosk.widgets.arranged import Panelled
from modules.plan.document import Strokes

TOLD_SHARE = 0.42
"""The part of the width for the statement, where the place to draw lies beside it."""


class Signing(Panelled):
    """A statement, a tick and a drawn mark; `on_change` tells that one of them changed."""

    __events__ = ("on_change",)
    watched = ("title", "statement", "agree_word", "clear_word")

    word = ObjectProperty(None)
    title = StringProperty("")
    statement = StringProperty("")
    agree_word = StringProperty("")
    hint = StringProperty("")
    clear_word = StringProperty("")

    @property
    def complete(self) -> bool:
        """Tells whether the tick is set and something is drawn."""
        return bool(self.ids.agree.chosen and not self.ids.line.empty)

    @property
    def strokes(self) -> Strokes:
        """What was drawn, in thousandths of the place it was drawn on."""
        return tuple(
            tuple((round(x * 1000), round(y * 1000)) for x, y, _ in stroke) for stroke in self.ids.line.strokes
        )

    def agree(self) -> None:
        """Sets the tick, or takes it back."""
        self.ids.agree.chosen = not self.ids.agree.chosen
        self.dispatch("on_change")

    def forget(self) -> None:
        """Takes tick and drawing away."""
        self.ids.agree.chosen = False
        self.ids.line.clear()

    def natural_height(self, width: float) -> float:
        """Gives the height of all parts on an upright panel."""
        heights = [self.ids[name].natural_height(width) for name in ("heading", "said", "agree", "line", "again")]
        return float(sum(heights) + self.look.gap * len(heights))

    def arrange(self) -> None:
        """Places what is said at the reading side, and the place to draw beside or under it."""
        look, ids = self.look, self.ids
        told = round(self.width if look.panel.portrait else (self.width - look.margin) * TOLD_SHARE)
        top = self.top
        for part in (ids.heading, ids.said, ids.agree):
            part.size = (told, round(part.natural_height(told)))
            part.pos = (self.lead(0, told), round(top - part.height))
            top -= part.height + look.gap
        ids.agree.reach_x = ids.agree.reach_y = look.gap / 2
        offset, width = (
            (0, self.width) if look.panel.portrait else (told + look.margin, self.width - told - look.margin)
        )
        top = top - look.gap if look.panel.portrait else self.top
        clear = round(ids.again.natural_width())
        ids.again.size, ids.again.pos = (clear, look.target), (self.lead(offset + width - clear, clear), round(self.y))
        low = self.y + look.target + look.gap
        high = min(top - low, look.panel.px(110.0)) if look.panel.portrait else top - low
        ids.line.size = (round(width), round(high))
        ids.line.pos = (self.lead(offset, width), round(top - high))
        ids.again.y = round(ids.line.y - look.gap - look.target)

    def on_change(self) -> None:
        """Is the event: the tick or the drawing changed."""
