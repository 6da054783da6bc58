"""Where a person is, as a place: one piece for each question, done pieces filled, the present one taller.

- Grows in reading direction. The words beside it say the same (`top_bar.py`).
- With more pieces than fit it becomes one line that is filled in part.
- One step on, what was added grows as long as the page slides; without motion it stands there at once.

Deliberately not here: counting; the view says `done` and `total`.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.graphics import BorderImage, Color
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty
from kivy.uix.widget import Widget

from kiosk.theme.palettes import Colour
from kiosk.theme.tokens import Look
from kiosk.widgets.surface import Sheet, cut

MOST_PIECES = 24


class _Drawn(NamedTuple):
    """A piece as it is drawn, and where it belongs."""

    image: BorderImage
    bleed: int
    start: float
    width: float
    height: int


class Progress(Widget):
    """Done, present and coming pieces of a path."""

    look = ObjectProperty(Look(), rebind=True)
    done = NumericProperty(0)
    """How many pieces are behind the person; the next one is the present one."""
    total = NumericProperty(0)
    grown = NumericProperty(1)
    """How much of what was added last is there, from 0 to 1."""
    fill = BooleanProperty(False)
    share = NumericProperty(1)

    def __init__(self, **values: Any) -> None:
        self._stood = (0, 0)
        self._growing: tuple[_Drawn, float] | None = None
        self._repaint = Clock.create_trigger(self.paint, -1)
        super().__init__(**values)
        for name in ("look", "done", "total", "pos", "size"):
            self.fbind(name, self._repaint)
        self.fbind("grown", self._grow)
        self._repaint()

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - one line high at any width
        """Gives the height of the present piece."""
        return float(self.look.panel.px(2.5))

    def paint(self, *_: Any) -> None:
        """Draws all pieces anew."""
        self.canvas.clear()
        Animation.cancel_all(self, "grown")
        self._growing, self.grown = None, 1
        (done, total), (was, of) = (int(self.done), int(self.total)), self._stood
        self._stood = (done, total)
        if total < 1:
            return
        with self.canvas:
            Color(1, 1, 1, 1)
            if total > MOST_PIECES:
                self._line()
            else:
                self._pieces(total)
        seconds = self.look.motion.slide_seconds
        if seconds and self._growing is not None and (total, done) == (of, was + 1):
            self.grown = 0
            Animation(grown=1, duration=seconds, transition="out_cubic").start(self)

    def _grow(self, *_: Any) -> None:
        """Gives what was added last its present length."""
        if self._growing is not None:
            drawn, before = self._growing
            self._put(drawn, max(self._thin, before + (drawn.width - before) * self.grown))

    def _pieces(self, total: int) -> None:
        palette, gap = self.look.palette, self.look.panel.px(1.2)
        width = (self.width - gap * (total - 1)) / total
        for place in range(total):
            start = place * (width + gap)
            if place == int(self.done):
                self._piece(start, width, palette.line_soft, self._thin)
                present = self._piece(start, width, palette.deep, self.look.panel.px(2.5))
                self._growing = (present, 0.0)
            else:
                self._piece(start, width, palette.deep if place < self.done else palette.line_soft, self._thin)

    def _line(self) -> None:
        self._piece(0, self.width, self.look.palette.line_soft, self._thin)
        if self.done:
            each = self.width / self.total
            filled = self._piece(0, each * self.done, self.look.palette.deep, self._thin)
            self._growing = (filled, each * (self.done - 1))

    @property
    def _thin(self) -> int:
        return self.look.panel.px(1.3)

    def _piece(self, start: float, width: float, colour: Colour, height: int) -> _Drawn:
        surface = cut(Sheet(fill=colour, edge=colour, radius=height // 2))
        image = BorderImage(texture=surface.texture, border=surface.border, auto_scale="off")
        drawn = _Drawn(image, surface.bleed, start, width, height)
        self._put(drawn, width)
        return drawn

    def _put(self, drawn: _Drawn, width: float) -> None:
        """Gives a drawn piece this width, from where reading begins."""
        left = self.right - drawn.start - width if self.look.rtl else self.x + drawn.start
        near, far = round(left), round(left + width)
        drawn.image.pos = (near - drawn.bleed, round(self.center_y - drawn.height / 2) - drawn.bleed)
        drawn.image.size = (far - near + 2 * drawn.bleed, drawn.height + 2 * drawn.bleed)
