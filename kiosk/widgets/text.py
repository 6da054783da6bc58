"""Words on the screen: one text in one role, broken into even lines, each line at whole pixels.

- The text is set when it is measured or painted, in one go; there is no second pass and no stale size.
- Each line stands with its capitals in the middle of its pitch, so text beside an icon looks centred.
- Alignment is `start`, `middle` or `end` of the reading direction; mirrored screens need nothing more.

Deliberately not here: breaking and drawing lines (`typesetting.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.graphics import Rectangle
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, OptionProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.theme.tokens import Look, Role
from kiosk.widgets.typesetting import SetText, measure_text, set_text


class Text(Widget):
    """A text that can be read but not touched."""

    look = ObjectProperty(Look(), rebind=True)
    text = StringProperty("")
    role = ObjectProperty(Role.ANSWER)
    bold = BooleanProperty(False)
    colour = ObjectProperty(None, allownone=True)
    """Any `Colour`; without one the look's ink."""
    ground = ObjectProperty(None, allownone=True)
    """The `Colour` under it where that is not its holder's sheet; contrast is measured against it."""
    align = OptionProperty("start", options=("start", "middle", "end"))
    valign = OptionProperty("top", options=("top", "middle"))
    leading = NumericProperty(0)
    """Line pitch as a part of the font size; 0 takes the role's own."""
    test_id = StringProperty("")
    spoken = StringProperty("")
    fill = BooleanProperty(False)
    share = NumericProperty(1)

    def __init__(self, **values: Any) -> None:
        self._rectangles: list[Rectangle] = []
        values.setdefault("size", (0, 0))  # until it is placed there is nothing to draw
        self._repaint = Clock.create_trigger(self.paint, -1)
        super().__init__(**values)
        for name in ("look", "text", "role", "bold", "align", "valign", "leading", "pos", "size"):
            self.fbind(name, self._repaint)
        self._repaint()

    def set(self, width: float | None) -> SetText:
        """Gives the text as lines no wider than `width` pixels."""
        return set_text(self.text, self.look, self.role, bold=self.bold, width=width, leading=self.leading)

    def natural_height(self, width: float) -> float:
        """Gives the height of all lines at a width."""
        return float(self._measure(width)[1]) if self.text else 0.0

    def natural_width(self) -> float:
        """Gives the width of the text where no line has to be broken."""
        return float(self._measure(None)[0])

    def width_in(self, role: Role) -> float:
        """Gives the unbroken width it has in another role, without taking that role."""
        return float(measure_text(self.text, self.look, role, bold=self.bold, width=None, leading=self.leading)[0])

    def height_in(self, role: Role, width: float) -> float:
        """Gives the height it has at a width in another role, without taking that role."""
        leading = self.leading
        return float(measure_text(self.text, self.look, role, bold=self.bold, width=width, leading=leading)[1])

    def broken_width(self, width: float) -> float:
        """Gives how wide its widest line is when set at a width: wider than that where a word has no room."""
        return float(self._measure(width)[0])

    def line_count(self, width: float) -> int:
        """Gives in how many lines the text is set at a width."""
        return self._measure(width)[2]

    def _measure(self, width: float | None) -> tuple[int, int, int]:
        return measure_text(self.text, self.look, self.role, bold=self.bold, width=width, leading=self.leading)

    @property
    def clipped(self) -> bool:
        """Tells whether the text is larger than the place it was given."""
        block = self.set(self.width)
        return bool(self.text) and (block.width > self.width + 1 or block.height > self.height + block.pitch / 3)

    def paint(self, *_: Any) -> None:
        """Places every line at whole pixels; without words or room none is left of those before."""
        block = self.set(self.width) if self.text and self.width else None
        lines = block.lines if block else ()
        while len(self._rectangles) < len(lines):
            self._rectangles.append(Rectangle())
            self.canvas.add(self._rectangles[-1])
        while len(self._rectangles) > len(lines):
            self.canvas.remove(self._rectangles.pop())
        if block is None:
            return
        top = self._first_line(block)
        for place, (line, rectangle) in enumerate(zip(lines, self._rectangles, strict=True)):
            baseline = round(top - place * block.pitch - (block.pitch + block.capital) / 2)
            rectangle.texture = line.texture
            rectangle.size = (line.width, line.height)
            rectangle.pos = (self._line_x(line.width), baseline - (line.height - line.baseline))

    def _first_line(self, block: SetText) -> float:
        """Gives where the pitch of the first line begins."""
        return float(self.top if self.valign == "top" else self.center_y + block.height / 2)

    def ink(self) -> tuple[float, float, float, float]:
        """Gives where the letters stand: their left, the top of the first capital, their width and their height."""
        block = self.set(self.width)
        left = min((self._line_x(line.width) for line in block.lines), default=0)
        top = self._first_line(block) - (block.pitch - block.capital) / 2
        under = round(block.capital * 0.25)
        return left, top, block.width, block.pitch * (len(block.lines) - 1) + block.capital + under

    def _line_x(self, width: int) -> int:
        if self.align == "middle":
            return round(self.center_x - width / 2)
        at_right = (self.align == "end") != self.look.rtl
        return round(self.right - width if at_right else self.x)
