"""A thing that can be touched: it lies on a surface, feels a finger, and says once that it was let go.

- The hit area reaches `reach_x` and `reach_y` pixels beyond the edge, so that the areas of neighbours meet.
- A finger that slides off cancels; sliding back presses again. Only letting go inside counts.
- Keyboard and switch use go through `press()`, the same road as a finger's release.

Deliberately not here: what it looks like in each state (`sheets.py`), moving the focus (`focus.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import AliasProperty, BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.theme.tokens import Look
from kiosk.widgets import sheets
from kiosk.widgets.surface import Sheet, Surface, cut


class Touchable(Widget):
    """Anything that can be touched; subclasses say on which `sheet()` they lie."""

    __events__ = ("on_release",)

    look = ObjectProperty(Look(), rebind=True)
    test_id = StringProperty("")
    """The name by which tests and the geometry file know this widget; unique on a screen."""
    spoken = StringProperty("")
    """What is read aloud for this widget."""
    enabled = BooleanProperty(True)
    pressed = BooleanProperty(False)
    focused = BooleanProperty(False)
    chosen = BooleanProperty(False)
    kind = StringProperty("")
    reach_x = NumericProperty(0)
    reach_y = NumericProperty(0)
    fill = BooleanProperty(False)
    """Whether a column gives this widget what is left of its height."""
    share = NumericProperty(1)
    """This widget's part of a row's width."""

    def sheet(self) -> Sheet:
        """Gives the sheet for the present state."""
        return sheets.card(self.look, pressed=self.pressed, chosen=self.chosen)

    def _surface(self) -> Surface:
        return cut(self.sheet())

    surface = AliasProperty(
        _surface, None, bind=("look", "pressed", "chosen", "enabled", "kind"), cache=True, rebind=True
    )

    def natural_height(self, width: float) -> float:  # noqa: ARG002 - subclasses with text need the width
        """Gives the height this widget wants at a width."""
        return float(self.look.target)

    def within_reach(self, x: float, y: float) -> bool:
        """Tells whether a touch at this place means this widget."""
        return bool(
            self.x - self.reach_x <= x < self.right + self.reach_x
            and self.y - self.reach_y <= y < self.top + self.reach_y
        )

    def press(self) -> None:
        """Acts as if a finger was let go on this widget; for keyboard and switch."""
        if self.enabled:
            self.dispatch("on_release")

    def on_touch_down(self, touch: Any) -> bool:
        """Takes a finger that comes down within reach; what is not seen can't be touched."""
        if not self.enabled or not self.opacity or not self.within_reach(*touch.pos):
            return False
        touch.grab(self)
        self.pressed = True
        return True

    def on_touch_move(self, touch: Any) -> bool:
        """Follows the finger it took."""
        if touch.grab_current is not self:
            return False
        self.pressed = self.within_reach(*touch.pos)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        """Lets go of the finger it took, and says so if that was within reach."""
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        if self.pressed:
            self.pressed = False
            self.dispatch("on_release")
        return True

    def on_release(self) -> None:
        """Is the event: this widget was touched and let go."""
