"""Darkens the whole screen after a minute without touches; the first touch only takes it away.

Deliberately not here: when it comes and goes (`kiosk/app.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.uix.floatlayout import FloatLayout

DIM_OPACITY = 0.55


class Veil(FloatLayout):
    """A dark sheet over everything."""

    def __init__(self) -> None:
        super().__init__()
        with self.canvas:
            Color(0, 0, 0, DIM_OPACITY)
            self._sheet = Rectangle()
        self.bind(size=self._spread)

    def _spread(self, *_: Any) -> None:
        self._sheet.size = self.size
