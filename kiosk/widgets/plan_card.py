"""The person's own plan above the path: in the `own` colour, with the next step in his own words.

- A band of the own colour stands at the reading edge; nothing else on the screen has one.
- The small line says what this is, the large one what is next.

Deliberately not here: choosing the next step (`kiosk/views/`).
"""

from __future__ import annotations

from kivy.properties import ObjectProperty, StringProperty

from kiosk.widgets import sheets
from kiosk.widgets.arranged import Arranging
from kiosk.widgets.surface import Sheet, cut
from kiosk.widgets.touchable import Touchable


class PlanCard(Arranging, Touchable):
    """A touchable card that leads to the own plan."""

    watched = ("title", "text", "icon")

    title = StringProperty("")
    text = StringProperty("")
    icon = ObjectProperty(None, allownone=True)

    def sheet(self) -> Sheet:
        """Gives the sheet under a person's own words."""
        return sheets.own(self.look, pressed=self.pressed)

    def band(self) -> Sheet:
        """Gives the band at the reading edge."""
        palette = self.look.palette
        return Sheet(fill=palette.own, edge=palette.own, radius=self.look.radius)

    @property
    def band_px(self) -> int:
        """The width of the band, which holds the pictogram."""
        return self.look.panel.px(20.0)

    @property
    def _arrow_px(self) -> int:
        return self.look.panel.px(9.0)

    def _room(self, width: float) -> float:
        return max(1.0, width - self.band_px - self._arrow_px - 3 * self.look.padding)

    def natural_height(self, width: float) -> float:
        """Gives the height of both lines, at least a target and a half, on a low panel a target."""
        room = self._room(width)
        texts = self.ids.title.natural_height(room) + self.ids.words.natural_height(room)
        if self.look.panel.low:
            return float(max(self.look.target, texts + 1.5 * self.look.unit))
        return float(max(self.look.target * 1.4, texts + 3 * self.look.unit))

    def arrange(self) -> None:
        """Places band, pictogram, lines and arrow in reading direction."""
        look, ids = self.look, self.ids
        self._lay_band()
        ids.picture.size_px = look.panel.px(11.0)
        ids.picture.size = (self.band_px, self.height)
        ids.picture.pos = (self.lead(0, self.band_px), self.y)
        room, offset = self._room(self.width), self.band_px + look.padding
        heights = [each.natural_height(room) for each in (ids.title, ids.words)]
        top = self.center_y + sum(heights) / 2
        for each, height in zip((ids.title, ids.words), heights, strict=True):
            each.size = (room, height)
            each.pos = (self.lead(offset, room), round(top - height))
            top -= height
        ids.arrow.size_px = self._arrow_px
        ids.arrow.size = (self._arrow_px, self.height)
        ids.arrow.pos = (self.lead(self.width - look.padding - self._arrow_px, self._arrow_px), self.y)

    def _lay_band(self) -> None:
        surface, band = cut(self.band()), self.ids.band
        band.texture, band.border = surface.texture, surface.border
        band.size = (self.band_px + 2 * surface.bleed, self.height + 2 * surface.bleed)
        band.pos = (self.lead(0, self.band_px) - surface.bleed, self.y - surface.bleed)
