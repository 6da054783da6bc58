"""One key: a letter, a digit or a pictogram on a small card; keyboards, number pads and rulers are made of these.

- It has no children: a keyboard of fifty keys is fifty cards and fifty letters, made once and kept.
- A chosen key differs by ground, edge and weight.

Deliberately not here: which keys there are (`keyboard_layouts.py`), and where they lie (`keyboard.py`, `ruler.py`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, Rectangle
from kivy.properties import ObjectProperty, StringProperty

from kiosk.theme.icons import facing
from kiosk.theme.palettes import Colour
from kiosk.theme.tokens import Role
from kiosk.widgets import sheets
from kiosk.widgets.surface import Sheet
from kiosk.widgets.touchable import Touchable
from kiosk.widgets.typesetting import Line, direction_of, draw_icon, draw_line, lettering


class KeyKind(StrEnum):
    """What a key does: write, do something, or end."""

    LETTER = "letter"
    ACTION = "action"
    PRIMARY = "primary"


class Key(Touchable):
    """A key with one letter, word or pictogram."""

    text = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    role = ObjectProperty(Role.ANSWER)
    kind = StringProperty(KeyKind.LETTER)
    value = ObjectProperty(None, allownone=True)

    def __init__(self, **values: Any) -> None:
        self._ink = Color(0, 0, 0, 1)
        self._letter = Rectangle()
        self._repaint = Clock.create_trigger(self.paint, -1)
        super().__init__(**values)
        self.canvas.add(self._ink)
        self.canvas.add(self._letter)
        for name in ("look", "text", "icon", "role", "kind", "chosen", "pressed", "enabled", "pos", "size"):
            self.fbind(name, self._repaint)
        self._repaint()

    def sheet(self) -> Sheet:
        """Gives the sheet of the key's kind and state."""
        if not self.enabled:
            return sheets.resting(self.look)
        if self.kind == KeyKind.PRIMARY:
            return sheets.primary(self.look, pressed=self.pressed)
        if self.kind == KeyKind.ACTION:
            return sheets.quiet(self.look, pressed=self.pressed)
        return sheets.card(self.look, pressed=self.pressed, chosen=self.chosen)

    def ink(self) -> Colour:
        """Gives the colour of the letter."""
        palette = self.look.palette
        if not self.enabled:
            return palette.ink_soft
        if self.kind == KeyKind.PRIMARY:
            return palette.on_deep
        return palette.deep if self.chosen else palette.ink

    def _line(self) -> Line:
        if self.icon is not None:
            return draw_icon(facing(self.icon, self.look.rtl), self.look.capital_px(self.role) * 1.6)
        bold = self.chosen or self.kind != KeyKind.LETTER
        style = lettering(self.text, self.look, self.role, bold)
        return draw_line(self.text, style, direction_of(self.text, self.look))

    def paint(self, *_: Any) -> None:
        """Places the letter with its capitals in the middle of the key."""
        line = self._line()
        self._ink.rgba = self.ink()
        self._letter.texture = line.texture
        self._letter.size = (line.width, line.height)
        low = line.height / 2
        if self.icon is None:
            low = line.height - line.baseline + self.look.capital_px(self.role) / 2
        self._letter.pos = (round(self.center_x - line.width / 2), round(self.center_y - low))
