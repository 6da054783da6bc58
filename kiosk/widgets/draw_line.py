"""A place to draw a signature: a card with one quiet line, and the strokes of a finger.

- Strokes are points (x, y, milliseconds since the first touch), x and y from 0 to 1 with y upward.
- Points closer than a small step are left out, and a signature has a limit, so that nobody can fill the store.
- What is drawn is shown at once and kept nowhere; the screen takes `strokes` when the person signs.

Deliberately not here: what is signed (`kiosk/screens/sign.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, InstructionGroup, Rectangle, SmoothLine
from kivy.properties import AliasProperty, BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.theme.tokens import Look
from kiosk.widgets.surface import Sheet, Surface, cut

Point = tuple[float, float, int]
Stroke = tuple[Point, ...]
MOST_POINTS = 4000
LEAST_STEP_PX = 2.0
CROSS: tuple[Stroke, ...] = (((0.44, 0.66, 0), (0.56, 0.34, 300)), ((0.56, 0.66, 600), (0.44, 0.34, 900)))
"""The mark of who does not draw."""
LINE_HEIGHT_PART = 0.3
"""How far up the card the quiet line lies."""


class DrawLine(Widget):
    """A card to draw on with a finger."""

    __events__ = ("on_change",)

    look = ObjectProperty(Look(), rebind=True)
    hint = StringProperty("")
    test_id = StringProperty("")
    spoken = StringProperty("")
    fill = BooleanProperty(False)
    share = NumericProperty(1)

    def __init__(self, **values: Any) -> None:
        self._strokes: list[list[Point]] = []
        self._began: float | None = None
        self._line: SmoothLine | None = None
        self._drawn = InstructionGroup()
        self._repaint = Clock.create_trigger(self.paint, -1)
        super().__init__(**values)
        self.canvas.add(self._drawn)
        for name in ("look", "hint", "pos", "size"):
            self.fbind(name, self._repaint)
        self._repaint()

    def sheet(self) -> Sheet:
        """Gives the card that is drawn on."""
        palette = self.look.palette
        return Sheet(fill=palette.card, edge=palette.own, edge_px=self.look.edge, radius=self.look.radius)

    def _surface(self) -> Surface:
        return cut(self.sheet())

    surface = AliasProperty(_surface, None, bind=("look",), cache=True, rebind=True)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """What was drawn so far."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    @property
    def empty(self) -> bool:
        """Tells whether nothing was drawn yet."""
        return not self._strokes

    def cross(self) -> None:
        """Draws a cross in the place of what was drawn: for who can't draw with a finger."""
        self._strokes, self._began, self._line = [list(stroke) for stroke in CROSS], None, None
        self.paint()
        self.dispatch("on_change")

    def clear(self) -> None:
        """Takes all strokes away."""
        self._strokes, self._began, self._line = [], None, None
        self.paint()
        self.dispatch("on_change")

    def natural_height(self, width: float) -> float:
        """Gives the height of a comfortable signature."""
        return float(min(width * 0.35, self.look.panel.px(70.0)))

    def paint(self, *_: Any) -> None:
        """Draws the quiet line and every stroke anew."""
        palette, panel = self.look.palette, self.look.panel
        inset, low = self.look.padding * 2, round(self.y + self.height * LINE_HEIGHT_PART)
        self._drawn.clear()
        self._drawn.add(Color(*palette.line))
        self._drawn.add(Rectangle(pos=(self.x + inset, low), size=(self.width - 2 * inset, panel.px(0.4))))
        self._drawn.add(Color(*palette.ink))
        for stroke in self._strokes:
            self._drawn.add(self._new_line([part for x, y, _ in stroke for part in self._on_panel(x, y)]))
        self.ids.hint.opacity = 1 if self.empty else 0

    def _new_line(self, points: list[float]) -> SmoothLine:
        width = self.look.panel.px(1.0) / 2
        return SmoothLine(points=points, width=width, cap="round", joint="round", overdraw_width=1.2)

    def _on_panel(self, x: float, y: float) -> tuple[float, float]:
        return (self.x + x * self.width, self.y + y * self.height)

    def _point(self, touch: Any) -> Point:
        if self._began is None:
            self._began = touch.time_start
        x = min(1.0, max(0.0, (touch.x - self.x) / self.width))
        y = min(1.0, max(0.0, (touch.y - self.y) / self.height))
        return (round(x, 4), round(y, 4), round((touch.time_update - self._began) * 1000))

    def on_touch_down(self, touch: Any) -> bool:
        """Begins a stroke."""
        full = sum(map(len, self._strokes)) >= MOST_POINTS
        if full or not self.collide_point(*touch.pos):
            return False
        touch.grab(self)
        point = self._point(touch)
        self._strokes.append([point])
        at = self._on_panel(point[0], point[1])
        self._line = self._new_line([*at, at[0] + 0.1, at[1]])
        self._drawn.add(self._line)
        self.ids.hint.opacity = 0
        return True

    def on_touch_move(self, touch: Any) -> bool:
        """Lengthens the stroke."""
        if touch.grab_current is not self or self._line is None:
            return False
        stroke, point = self._strokes[-1], self._point(touch)
        before, now = self._on_panel(*stroke[-1][:2]), self._on_panel(*point[:2])
        far = abs(now[0] - before[0]) + abs(now[1] - before[1]) >= LEAST_STEP_PX
        if far and sum(map(len, self._strokes)) < MOST_POINTS:
            stroke.append(point)
            self._line.points = [*self._line.points, *now]
        return True

    def on_touch_up(self, touch: Any) -> bool:
        """Ends the stroke."""
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        self._line = None
        self.dispatch("on_change")
        return True

    def on_change(self) -> None:
        """Is the event: a stroke was added, or all were taken away."""
