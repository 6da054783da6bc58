"""One or two switches in the place of a finger: the ring goes along by itself or step by step, a switch chooses.

- Where there are many things it goes along rows first; choosing a row leads into it, and after two rounds without a
  choice it leads out again. A row of one thing is that thing.
- With one switch the ring rests on each for a set time; with two, one moves it and the other chooses.
- What is asked comes before the bar at the top.
- It acts through the same road as a finger's release, so it works on every page, keyboard and pad.

Deliberately not here: drawing the ring (`focus.py`), and which keys the switches are (`guide.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.widgets.focus import FocusRing, content_first
from kiosk.widgets.touchable import Touchable

MOST_ONE_BY_ONE = 6
"""Up to how many things the ring goes along one by one, without rows."""
ROUNDS_IN_A_ROW = 2
LAID_OUT_SECONDS = 0.1
"""How long after a screen came its rows are where they will be."""

Row = tuple[Touchable, ...]


def in_rows(order: list[Touchable]) -> list[Row]:
    """Gives the things in rows, each of those that lie beside each other."""
    rows: list[list[Touchable]] = []
    for each in order:
        if rows and _beside(rows[-1][0], each):
            rows[-1].append(each)
        else:
            rows.append([each])
    return [tuple(row) for row in rows]


def _beside(first: Touchable, other: Touchable) -> bool:
    return bool(abs(first.center_y - other.center_y) < min(first.height, other.height) / 2)


class Scan:
    """Goes along one screen; `clock` is Kivy's, or one that a test moves by hand."""

    def __init__(self, clock: Any) -> None:
        self._clock = clock
        self._ring: FocusRing | None = None
        self._inside: Row | None = None
        self._at = -1
        self._rounds = 0
        self._sought = ""
        self._go_on: Any = None
        self._step_soon = clock.create_trigger(self._moves_on, LAID_OUT_SECONDS)

    @property
    def going(self) -> bool:
        """Whether the ring moves by itself."""
        return self._go_on is not None

    def begin(self, ring: FocusRing, seconds: float = 0.0, *, sought: str = "") -> None:
        """Goes along a screen from its first row, or from the row with the thing of that name.

        `seconds` is the rest on each, and 0 moves by a switch alone.
        """
        self.stop()
        self._ring, self._sought = ring, sought
        if seconds:
            self._go_on = self._clock.create_trigger(self._moves_on, seconds)
        if sought:
            self._step_soon()
        else:
            self.step()

    def stop(self) -> None:
        """Stands still."""
        if self._go_on is not None:
            self._go_on.cancel()
        self._step_soon.cancel()
        self._go_on, self._ring = None, None
        self._out()

    def _out(self) -> None:
        self._inside, self._at, self._rounds = None, -1, 0

    def _stops(self, ring: FocusRing) -> list[Row]:
        order = content_first(ring.order())
        if self._inside is not None:
            inside = [each for each in self._inside if each in order]
            if inside:
                return [(each,) for each in inside]
            self._out()
        return [(each,) for each in order] if len(order) <= MOST_ONE_BY_ONE else in_rows(order)

    def step(self) -> None:
        """Moves the ring to the next row or thing."""
        ring = self._ring
        if ring is None:
            return
        stops = self._stops(ring)
        self._at = self._place_sought(stops) if stops and self._sought else self._at + 1
        if self._at >= len(stops):
            self._at, self._rounds = 0, self._rounds + 1
            if self._inside is not None and self._rounds >= ROUNDS_IN_A_ROW:
                self._out()
                self.step()
                return
        if stops:
            ring.stand_around(*stops[self._at])
        self._wait()

    def _place_sought(self, stops: list[Row]) -> int:
        """Gives the row of the thing that is sought, once; the first where it is not there any more."""
        sought, self._sought = self._sought, ""
        rows = (place for place, row in enumerate(stops) if any(each.test_id == sought for each in row))
        return next(rows, 0)

    def choose(self) -> None:
        """Leads into the row the ring is around, or acts on the thing it is on."""
        ring = self._ring
        if ring is None or self._at < 0:
            return
        stops = self._stops(ring)
        if self._at >= len(stops):
            return
        chosen = stops[self._at]
        self._out()
        if len(chosen) > 1:
            self._inside = chosen
            self.step()
            return
        ring.hide()
        self._wait()
        chosen[0].press()

    def _wait(self) -> None:
        if self._go_on is not None:
            self._go_on.cancel()
            self._go_on()

    def _moves_on(self, _: float) -> None:
        self.step()
