"""The bar at the top of every screen: where am I, and four things that are always there in the same places.

- Read aloud, language, hide and finish never move and never go; a screen can't take one away.
- Where words do not fit beside their pictograms, they stand under them; they are never left out.
- On an upright panel the buttons have a row of their own above the place.

Deliberately not here: what the buttons do, and the words (`kiosk/i18n.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from kiosk.theme.tokens import Role
from kiosk.widgets.arranged import Panelled

BUTTONS = ("read_aloud", "language", "hide", "finish")
MOST_OF_WIDTH = 0.62
"""The part of the bar that buttons with words beside them may take."""


class TopBar(Panelled):
    """Place, progress, and the four fixed buttons."""

    __events__ = ("on_read_aloud", "on_language", "on_hide", "on_finish")
    watched = ("words", "place", "progress_done", "progress_total", "reading")

    words = ObjectProperty(None, allownone=True, rebind=True)
    """The fixed words of the frame: any value with the fields of `kiosk.i18n.FrameWords`."""
    place = StringProperty("")
    progress_done = NumericProperty(0)
    progress_total = NumericProperty(0)
    reading = BooleanProperty(False)
    can_read = BooleanProperty(True)
    """Whether anything can be heard here; a button that does nothing is not offered."""
    """Whether the screen is being read aloud now; the button then stops it."""

    @property
    def buttons(self) -> list[Any]:
        """The four buttons in reading order."""
        return [self.ids[name] for name in BUTTONS]

    def natural_height(self, width: float) -> float:
        """Gives the height of the buttons, the progress line and, on an upright panel, the place."""
        look, place = self.look, self.ids.place
        below = look.unit + self.ids.progress.natural_height(width)
        if look.panel.portrait:
            return float(self._button_height + below + look.gap + place.natural_height(width))
        return float(max(self._button_height, place.natural_height(self._room(width))) + below)

    def _room(self, width: float) -> float:
        """Gives what the buttons leave beside them for the place."""
        wide = sum(round(button.width_as(button.role, stacked=self._stacked)) for button in self.buttons)
        return width - wide - 3 * self.look.gap - 2 * self.look.unit

    @property
    def _button_height(self) -> int:
        look = self.look
        if not self._stacked:
            return int(look.target)
        capital = look.capital_px(Role.LABEL)
        return max(look.target, round(capital * 3.6))

    @property
    def _stacked(self) -> bool:
        room = self.width if self.look.panel.portrait else self.width * MOST_OF_WIDTH
        wide = sum(button.width_as(button.role, stacked=False) for button in self.buttons) + 3 * self.look.gap
        return bool(wide > room)

    def arrange(self) -> None:
        """Places the buttons, then place and progress in what they leave."""
        look, ids = self.look, self.ids
        stacked = self._stacked
        height = self._button_height
        for button in self.buttons:
            button.stacked = stacked
        widths = [button.natural_width() for button in self.buttons]
        if look.panel.portrait:
            wider = (self.width - 3 * look.gap - sum(widths)) / len(widths)
            widths = [width + wider for width in widths]
        offset = self.width - sum(widths) - 3 * look.gap
        room = offset - 2 * look.unit
        for button, width in zip(self.buttons, widths, strict=True):
            button.size = (round(width), height)
            button.pos = (self.lead(offset, round(width)), round(self.top - height))
            button.reach_x, button.reach_y = look.gap / 2, look.unit
            offset += width + look.gap
        line = ids.progress.natural_height(self.width)
        ids.progress.size = (self.width, line)
        ids.progress.pos = (self.x, self.y)
        if look.panel.portrait:
            ids.place.size = (self.width, ids.place.natural_height(self.width))
            ids.place.pos = (self.x, round(self.y + line + look.unit))
        else:
            tall = max(height, ids.place.natural_height(room))
            ids.place.size = (room, tall)
            ids.place.pos = (self.lead(0, room), round(self.top - tall))

    def on_read_aloud(self) -> None:
        """Is the event: read this screen aloud, or stop."""

    def on_language(self) -> None:
        """Is the event: another language."""

    def on_hide(self) -> None:
        """Is the event: hide the screen at once."""

    def on_finish(self) -> None:
        """Is the event: finish and leave."""
