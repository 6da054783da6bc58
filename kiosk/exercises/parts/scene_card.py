"""A scene: a large pictogram on a disc and a few sentences on one sheet; compact where something is chosen under it.

- The words are set as large as they fit. On an upright panel the pictogram stands above them.

Deliberately not here: which scene it is (`kiosk/exercises/story.py`, `scenario.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import AliasProperty, ObjectProperty, StringProperty

from kiosk.exercises.parts.tight import tight
from kiosk.theme.tokens import Role
from kiosk.widgets import sheets
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet, Surface, cut
from kiosk.widgets.typesetting import measure_text

DISC_MM = 84.0
DISC_PART = 0.28
"""How much of the width the pictogram of a large scene takes beside its words."""
LARGE_LINES = 2
"""How many lines a compact scene has in large letters where the page is crowded; with more it is set smaller."""
COMPACT_DISC_MM, TIGHT_DISC_MM = 26.0, 16.0
TRIES = (Role.QUESTION, Role.ANSWER, Role.HELP)


class SceneCard(Panelled):
    """A moment to look at and to read or hear."""

    watched = ("text", "icon", "place", "above")

    text = StringProperty("")
    above = StringProperty("")
    """What the person did that led here; empty where nothing did."""
    place = StringProperty("")
    icon = ObjectProperty(None, allownone=True)
    test_id = StringProperty("")
    spoken = StringProperty("")

    def sheet(self) -> Sheet:
        """Gives the paper under the words."""
        return sheets.still(self.look)

    def _surface(self) -> Surface:
        return cut(self.sheet())

    surface = AliasProperty(_surface, None, bind=("look",), cache=True, rebind=True)

    def _disc_px(self) -> int:
        look = self.look
        if not self.icon:
            return 0
        if not self.fill:
            return look.panel.px(TIGHT_DISC_MM if tight(look) else COMPACT_DISC_MM)
        part = (self.width * 0.5, self.height * 0.4) if self._upright else (self.width * DISC_PART, self._room_high)
        return round(min(look.panel.px(DISC_MM), *part))

    @property
    def _upright(self) -> bool:
        return bool(self.fill and self.look.panel.portrait)

    @property
    def _inset(self) -> int:
        return round((1.8 if self.fill else 1.0) * self.look.padding)

    @property
    def _room_high(self) -> float:
        return max(1.0, self.height - 2 * self._inset)

    def _room_wide(self, width: float, disc: float) -> float:
        beside = 0 if self._upright or not self.icon else disc + self._inset
        return max(1.0, width - 2 * self._inset - beside)

    def _texts(self, width: float) -> list[tuple[Any, float]]:
        return [(each, each.natural_height(width)) for each in (self.ids.above, self.ids.words)]

    def _least(self, room: float) -> Role:
        """Gives the role of the words where the card is no higher than it must be; smaller where many lines crowd."""
        if self.look.crowded and not self.fill:
            lines = measure_text(self.text, self.look, Role.HELP, width=room)[2]
            return Role.LABEL if lines > LARGE_LINES else Role.HELP
        return Role.HELP if self.fill or tight(self.look) else Role.ANSWER

    def natural_height(self, width: float) -> float:
        """Gives the least height of words and pictogram with the paper around them; measures and changes nothing."""
        ids = self.ids
        disc = width * DISC_PART if self.fill else self._disc_px()
        room = self._room_wide(width, disc)
        words = ids.above.natural_height(room) + ids.words.height_in(self._least(room), room)
        under = ids.place.natural_height(width) if self.fill else 0.0
        return float(max(words, 0 if self.fill else disc) + under + 2 * self._inset)

    def arrange(self) -> None:
        """Places the paper, the pictogram and the words."""
        ids, bleed = self.ids, self.surface.bleed
        ids.paper.size = (self.width + 2 * bleed, self.height + 2 * bleed)
        ids.paper.pos = (self.x - bleed, self.y - bleed)
        disc, room = self._disc_px(), self._room_wide(self.width, self._disc_px())
        offset = (self.width - disc) / 2 if self._upright else self._inset
        below = disc + self._inset if self._upright else 0
        top = self.top - self._inset if self._upright else self.center_y + disc / 2
        self._place_disc(disc, self.lead(offset, disc), round(top - disc))
        ids.words.role = self._least(room)
        if self.fill:
            self._fit(room, self._room_high - below)
        texts = self._texts(room)
        high = sum(height for _, height in texts)
        start = top - below if self._upright else self._middle + high / 2
        lead = self._inset + (0 if self._upright or not disc else disc + self._inset)
        for text, height in texts:
            text.size, text.pos = (room, height), (self.lead(lead, room), round(start - height))
            start -= height
        wide = self.width - 2 * self._inset
        ids.place.size = (wide, ids.place.natural_height(wide))
        ids.place.pos = (self.lead(self._inset, wide), round(self.y + self._inset / 2))

    @property
    def _middle(self) -> float:
        """Where the words have their middle: that of the card, or of what is free above its last line."""
        crowded = self.fill and self.look.crowded
        under = self.ids.place.natural_height(self.width - 2 * self._inset) if crowded else 0.0
        return float(self.center_y + under / 2)

    def _fit(self, room: float, high: float) -> None:
        """Sets the words as large as they fit above the line that says which scene it is."""
        free = high - self.ids.place.natural_height(room)
        for role in TRIES:
            if self.ids.above.natural_height(room) + self.ids.words.height_in(role, room) <= free:
                self.ids.words.role = role
                return

    def _place_disc(self, side: int, left: float, low: float) -> None:
        ids = self.ids
        surface = cut(Sheet(fill=self.look.palette.deep_soft, edge=self.look.palette.deep_soft, radius=side // 2))
        ids.disc.opacity = ids.picture.opacity = 1 if side else 0
        ids.disc.texture, ids.disc.border = surface.texture, surface.border
        ids.disc.size = (side + 2 * surface.bleed, side + 2 * surface.bleed)
        ids.disc.pos = (left - surface.bleed, low - surface.bleed)
        ids.picture.size_px = round(side * 0.56)
        ids.picture.size, ids.picture.pos = (side, side), (left, low)
