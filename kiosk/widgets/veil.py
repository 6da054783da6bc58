"""Darkens the screen and says one quiet line in its middle; the first touch only takes it away.

- It says what is about to happen, never anything of anybody.
- Not here: when it comes (rest_watch.py), and taking it away (kiosk/app.py).
"""

from __future__ import annotations

from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.uix.floatlayout import FloatLayout

from kiosk.theme.icons import Icon
from kiosk.theme.tokens import Look
from kiosk.widgets.notice import Notice

DIM_OPACITY = 0.55
NOTICE_MM = 190.0


class Veil(FloatLayout):
    """A dark sheet with a notice on it."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        with self.canvas.before:
            Color(0, 0, 0, DIM_OPACITY)
            self._sheet = Rectangle()
        self._notice = Notice(look=look, text=text, icon=Icon.NOTICE, test_id="veil.notice", size_hint=(None, None))
        self.add_widget(self._notice)
        self.fbind("size", self._spread)
        self.fbind("pos", self._spread)

    def _spread(self, *_: Any) -> None:
        look, notice = self._notice.look, self._notice
        self._sheet.pos, self._sheet.size = self.pos, self.size
        width = round(min(look.panel.px(NOTICE_MM), self.width - 2 * look.margin))
        notice.size = (width, round(notice.natural_height(width)))
        notice.pos = (round(self.center_x - width / 2), round(self.center_y - notice.height / 2))
