"""One pictogram at whole pixels, in one colour, turned round in a mirrored screen where it points.

Deliberately not here: the list of pictograms (`kiosk/theme/icons.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.graphics import Rectangle
from kivy.properties import NumericProperty, ObjectProperty
from kivy.uix.widget import Widget

from kiosk.theme.icons import facing
from kiosk.theme.tokens import Look
from kiosk.widgets.typesetting import draw_icon


class IconMark(Widget):
    """A pictogram that can be seen but not touched; without an icon it shows nothing."""

    look = ObjectProperty(Look(), rebind=True)
    icon = ObjectProperty(None, allownone=True)
    colour = ObjectProperty(None, allownone=True)
    size_px = NumericProperty(48)

    def __init__(self, **values: Any) -> None:
        self._rectangle: Rectangle | None = None
        self._repaint = Clock.create_trigger(self.paint, -1)
        super().__init__(**values)
        for name in ("look", "icon", "size_px", "pos", "size"):
            self.fbind(name, self._repaint)
        self._repaint()

    def paint(self, *_: Any) -> None:
        """Places the pictogram in the middle of the widget."""
        if self.icon is None:
            if self._rectangle is not None:
                self.canvas.remove(self._rectangle)
                self._rectangle = None
            return
        if self._rectangle is None:
            self._rectangle = Rectangle()
            self.canvas.add(self._rectangle)
        line = draw_icon(facing(self.icon, self.look.rtl), self.size_px)
        self._rectangle.texture = line.texture
        self._rectangle.size = (line.width, line.height)
        self._rectangle.pos = (round(self.center_x - line.width / 2), round(self.center_y - line.height / 2))
