"""The places of a ranking: under each other, or in two columns where many would be too low to touch.

- On a low panel many places stand in two columns, so that each is as high as a target; all are equally high.

Deliberately not here: a place (`rank_card.py`), and what stands on it (`kiosk/exercises/ranking.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kiosk.widgets.arranged import Panelled

MANY_PLACES = 4
"""From how many places on they share the height there is."""


class Podium(Panelled):
    """Places in their order, column by column."""

    def show(self, places: Sequence[Any]) -> None:
        """Shows these places."""
        if self.in_reading_order() != list(places):
            self.clear_widgets()
            for place in places:
                self.add_widget(place)
        self.arrange_soon()

    @property
    def columns(self) -> int:
        """In how many columns they stand."""
        return 2 if self.look.panel.low and len(self.children) >= MANY_PLACES else 1

    @property
    def _rows(self) -> int:
        return -(-len(self.children) // self.columns)

    def _each(self, width: float) -> float:
        return (width - self.look.gap * (self.columns - 1)) / self.columns

    def natural_height(self, width: float) -> float:
        """Gives the height of the higher column."""
        places, rows, each = self.in_reading_order(), self._rows, self._each(width)
        columns = [places[start : start + rows] for start in range(0, len(places), rows or 1)]
        heights = [sum(place.natural_height(each) for place in column) for column in columns]
        return float(max(heights, default=0.0) + self.look.gap * max(0, rows - 1))

    def arrange(self) -> None:
        """Places them; many share the height there is, others are as high as they want to be."""
        gap, rows, each = self.look.gap, self._rows, round(self._each(self.width))
        shared = (self.height - gap * (rows - 1)) / rows if rows else 0.0
        top = self.top
        for number, place in enumerate(self.in_reading_order()):
            column, row = divmod(number, rows)
            top = top if row else self.top
            high = round(shared if place.small else place.natural_height(each))
            place.size = (each, high)
            place.pos = (self.lead(column * (each + gap), each), round(top - high))
            place.reach_x, place.reach_y = gap / 2 if self.columns > 1 else place.reach_x, gap / 2
            top -= high + gap
