"""Shows what a person writes: own words on a card, with a caret after the last letter.

- It shows a text and nothing more: no selection, no clipboard, no keyboard of its own, nothing that outlives it.
- The caret stands still: nothing on this terminal blinks.
- When there are more lines than fit, the last ones are seen.

Deliberately not here: changing the text (the screen adds what `keyboard.py` says), spelling (there is none).
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, Rectangle
from kivy.properties import AliasProperty, BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.theme.tokens import Look, Role
from kiosk.widgets.surface import Sheet, Surface, cut
from kiosk.widgets.typesetting import SetText, direction_of, set_text


class TextLine(Widget):
    """A written text, or a hint where nothing is written yet."""

    look = ObjectProperty(Look(), rebind=True)
    text = StringProperty("")
    placeholder = StringProperty("")
    lines = NumericProperty(1)
    role = ObjectProperty(Role.ANSWER)
    own = BooleanProperty(True)
    """Whether these are own words, in the own colour; a number to log in with is not."""
    test_id = StringProperty("")
    spoken = StringProperty("")
    fill = BooleanProperty(False)
    share = NumericProperty(1)

    def __init__(self, **values: Any) -> None:
        self._repaint = Clock.create_trigger(self.paint, -1)
        super().__init__(**values)
        for name in ("look", "text", "placeholder", "lines", "role", "own", "pos", "size"):
            self.fbind(name, self._repaint)
        self._repaint()

    def sheet(self) -> Sheet:
        """Gives the card that is written on."""
        palette = self.look.palette
        edge = palette.own if self.own else palette.deep
        return Sheet(fill=palette.card, edge=edge, edge_px=self.look.chosen_edge, radius=self.look.radius)

    def _surface(self) -> Surface:
        return cut(self.sheet())

    surface = AliasProperty(_surface, None, bind=("look", "own"), cache=True, rebind=True)

    def _set(self, text: str) -> SetText:
        return set_text(text, self.look, self.role, width=self.width - 2 * self.look.padding, leading=1.3, keep=False)

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - the number of lines is asked for
        """Gives the height of the asked number of lines."""
        around = (1 if self.look.crowded else 3) * self.look.unit
        return float(max(self.look.target, self._set("").pitch * self.lines + around))

    def paint(self, *_: Any) -> None:
        """Draws the last lines that fit, and the caret."""
        look, block = self.look, self._set(self.text or self.placeholder)
        fits = max(1, int((self.height - 2 * look.unit) // block.pitch))
        seen = block.lines[-fits:]
        top = self.center_y + len(seen) * block.pitch / 2
        if int(self.lines) > 1:
            top = self.top - 1.5 * look.unit
        self.canvas.clear()
        with self.canvas:
            Color(*(look.palette.ink if self.text else look.palette.ink_soft))
            for place, line in enumerate(seen):
                baseline = round(top - place * block.pitch - (block.pitch + block.capital) / 2)
                pos = (self._line_x(line.width), baseline - (line.height - line.baseline))
                Rectangle(texture=line.texture, size=(line.width, line.height), pos=pos)
            self._draw_caret(block, seen[-1].width if self.text else 0, top - (len(seen) - 1) * block.pitch)

    def _line_x(self, width: float) -> int:
        padding = self.look.padding
        return round(self.right - padding - width if self.look.rtl else self.x + padding)

    def _draw_caret(self, block: SetText, width: float, top: float) -> None:
        look = self.look
        thick, gap = look.panel.px(0.8), look.panel.px(0.6)
        if self.text.endswith(" "):
            gap += round(block.font_px * 0.25)
        at_left = look.rtl and direction_of(self.text or self.placeholder, look) == "rtl"
        start = self._line_x(width)
        place = start - gap - thick if at_left or (look.rtl and not self.text) else start + width + gap
        if not self.text:
            place = start - gap - thick if not look.rtl else start + gap
        Color(*(look.palette.own if self.own else look.palette.deep))
        tall = round(block.capital * 1.5)
        Rectangle(pos=(round(place), round(top - block.pitch / 2 - tall / 2)), size=(thick, tall))
