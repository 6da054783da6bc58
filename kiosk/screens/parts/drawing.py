"""A place to draw a mark, with two ways under it: begin again, or have a cross put there.

- A cross is for who can't draw with a finger; it is a mark like any other, and the PIN after it is what proves (D89).
- Strokes are given in thousandths of the place they were drawn on, y upward, as the signed plan keeps them.

Deliberately not here: drawing itself (`kiosk/widgets/draw_line.py`), and what is signed by it (`sign.py`).
"""

from __future__ import annotations

from kivy.properties import StringProperty

from kiosk.widgets.arranged import Panelled
from modules.plan.document import Strokes

MOST_HEIGHT_MM = 110.0


class Drawing(Panelled):
    """A title, a card to draw on, and two buttons; `on_change` tells that the mark changed."""

    __events__ = ("on_change",)
    watched = ("title", "clear_word", "cross_word")

    title = StringProperty("")
    hint = StringProperty("")
    clear_word = StringProperty("")
    cross_word = StringProperty("")

    @property
    def empty(self) -> bool:
        """Tells whether nothing is drawn."""
        return bool(self.ids.line.empty)

    @property
    def strokes(self) -> Strokes:
        """What was drawn, in thousandths of the place it was drawn on."""
        return tuple(
            tuple((round(x * 1000), round(y * 1000)) for x, y, _ in stroke) for stroke in self.ids.line.strokes
        )

    def clear(self) -> None:
        """Wipes the mark."""
        self.ids.line.clear()

    def natural_height(self, width: float) -> float:
        """Gives the height of all three parts."""
        parts = (self.ids.heading, self.ids.line, self.ids.again)
        return float(sum(part.natural_height(width) for part in parts) + 2 * self.look.gap)

    def arrange(self) -> None:
        """Gives the card what title and button leave, up to a comfortable height."""
        look, ids = self.look, self.ids
        ids.heading.size = (self.width, round(ids.heading.natural_height(self.width)))
        ids.heading.pos = (self.x, round(self.top - ids.heading.height))
        room = ids.heading.y - self.y - 2 * look.gap - look.target
        ids.line.size = (self.width, round(min(room, look.panel.px(MOST_HEIGHT_MM))))
        ids.line.pos = (self.x, round(ids.heading.y - look.gap - ids.line.height))
        offset = self.width
        for button in (ids.again, ids.cross):
            width = round(button.natural_width())
            offset -= width
            button.size = (width, look.target)
            button.pos = (self.lead(offset, width), round(ids.line.y - look.gap - look.target))
            button.reach_x = look.gap / 2
            offset -= look.gap

    def on_change(self) -> None:
        """Is the event: something was drawn, or all was wiped."""
