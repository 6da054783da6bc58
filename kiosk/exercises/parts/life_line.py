"""The line of a life with its periods: a stone with the pictogram of each, and its card under it or beside it.

- The line runs from early to late: in reading direction over the cards, from the top down beside them on an upright
  panel. Its end is open, with an arrow.
- A stone is filled where something lies in its period, as a stone of *mijn pad* where something is done.

Deliberately not here: a period's card (`pile.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.graphics import BorderImage, Color, Rectangle

from kiosk.exercises.parts.tight import tight
from kiosk.theme.icons import Icon, facing
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet, cut
from kiosk.widgets.typesetting import draw_icon

STONE_MM, TIGHT_STONE_MM = 14.0, 9.0
LINE_MM = 1.0
ICON_PART = 0.6
"""The part of a stone its pictogram takes."""


class LifeLine(Panelled):
    """Periods on a line, from early to late."""

    def __init__(self, **values: Any) -> None:
        super().__init__(fill=True, **values)

    @property
    def _side(self) -> int:
        """A stone's width and height, even, so that it is round."""
        look = self.look
        least = tight(look) and not look.panel.portrait
        return 2 * (look.panel.px(TIGHT_STONE_MM if least else STONE_MM) // 2)

    @property
    def _thick(self) -> int:
        return self.look.panel.px(LINE_MM)

    def natural_height(self, width: float) -> float:
        """Gives the height of the stones and the highest card under them, or of all cards beside them."""
        cards, gap, unit = self.in_reading_order(), self.look.gap, self.look.unit
        if self.look.panel.portrait:
            heights = [card.natural_height(width - self._side - 2 * unit) for card in cards]
            return float(sum(heights) + gap * (len(cards) - 1))
        each = (width - gap * (len(cards) - 1)) / max(1, len(cards))
        return float(self._side + unit / 2 + max((card.natural_height(each) for card in cards), default=0.0))

    def arrange(self) -> None:
        """Places the cards and draws the line with its stones."""
        cards = self.in_reading_order()
        if not cards:
            return
        self.canvas.before.clear()
        (self._beside if self.look.panel.portrait else self._under)(cards, self._side)

    def _under(self, cards: list[Any], side: int) -> None:
        """Places the cards side by side under the line."""
        look, gap = self.look, self.look.gap
        each = (self.width - gap * (len(cards) - 1)) / len(cards)
        middle = round(self.top - side / 2)
        self._draw_line((self.x, middle), (self.right, middle))
        for place, card in enumerate(cards):
            card.size = (round(each), round(self.height - side - look.unit / 2))
            card.pos = (self.lead(place * (each + gap), round(each)), self.y)
            self._stone(card, (round(card.center_x), middle), side)

    def _beside(self, cards: list[Any], side: int) -> None:
        """Places the cards under each other beside the line."""
        look, gap = self.look, self.look.gap
        each = (self.height - gap * (len(cards) - 1)) / len(cards)
        room = round(self.width - side - 2 * look.unit)
        middle = self.lead(0, side) + side // 2
        self._draw_line((middle, self.top), (middle, self.y))
        for place, card in enumerate(cards):
            card.size = (room, round(each))
            card.pos = (self.lead(self.width - room, room), round(self.top - place * (each + gap) - each))
            self._stone(card, (middle, round(card.center_y)), side)

    def _draw_line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draws a line, level or upright, with an arrow at its late end."""
        look, thick = self.look, self._thick
        upright = start[0] == end[0]
        low, left = min(start[1], end[1]), min(start[0], end[0])
        arrow = draw_icon(Icon.DOWN if upright else facing(Icon.MORE, look.rtl), 11 * thick)
        with self.canvas.before:
            Color(*look.palette.deep)
            if upright:
                Rectangle(pos=(round(left - thick / 2), low + thick), size=(thick, abs(start[1] - end[1]) - thick))
                tip = (round(left - arrow.width / 2), round(low - arrow.height * 0.3))
            else:
                Rectangle(pos=(left, round(low - thick / 2)), size=(self.width, thick))
                tip = (self.lead(self.width - arrow.width * 0.7, arrow.width), round(low - arrow.height / 2))
            Rectangle(texture=arrow.texture, size=(arrow.width, arrow.height), pos=tip)

    def _stone(self, card: Any, middle: tuple[int, int], side: int) -> None:
        """Draws the stone of a period, with its pictogram in it."""
        look, palette = self.look, self.look.palette
        filled = card.count > 0
        fill = palette.deep if filled else palette.card
        surface = cut(Sheet(fill=fill, edge=palette.deep, edge_px=look.panel.px(0.8), radius=side // 2))
        with self.canvas.before:
            Color(1, 1, 1, 1)
            BorderImage(
                texture=surface.texture,
                border=surface.border,
                auto_scale="off",
                pos=(middle[0] - side // 2 - surface.bleed, middle[1] - side // 2 - surface.bleed),
                size=(side + 2 * surface.bleed, side + 2 * surface.bleed),
            )
            if card.icon is not None:
                mark = draw_icon(facing(card.icon, look.rtl), round(side * ICON_PART))
                Color(*(palette.on_deep if filled else palette.deep))
                Rectangle(
                    texture=mark.texture,
                    size=(mark.width, mark.height),
                    pos=(round(middle[0] - mark.width / 2), round(middle[1] - mark.height / 2)),
                )
