"""A date on the screen: year, month and perhaps day, each chosen by a tap; what is known so far is the answer.

- After the year come the months, after the month the days; a part above can be touched to choose it again.
- Another year or month keeps the day only where that month has it.

Deliberately not here: the keys (`parts/key_grid.py`) and the parts above them (`parts/strip.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.page import ExercisePage
from kiosk.i18n import month_names
from kiosk.views.filled_in import DateView
from modules.events import Half
from modules.exercises.date import DateAnswer, days_in

PARTS = ("year", "month", "day")
LEAP_YEAR = 2000
"""A year in which every month has all days it can have, for a day whose year is not chosen."""
FEW_YEARS = 10
COLUMNS = {"year": (5, 4), "month": (4, 3), "day": (11, 7)}
"""Keys in a row, lying and upright."""


class DateExercise(ExercisePage):
    """A date by taps."""

    def __init__(self, **values: Any) -> None:
        self._view: DateView | None = None
        self._at = 0
        super().__init__(**values)
        self._unknown = self.ids.unknown.__self__
        self.remove_widget(self._unknown)

    def paint(self, view: DateView) -> None:
        """Shows the date so far and the keys of the part in turn."""
        self._view = view
        parts = PARTS[: PARTS.index(view.precision) + 1]
        part = parts[min(self._at, len(parts) - 1)]
        said = {"year": str(view.year or ""), "month": self._month(view.month), "day": str(view.day or "")}
        steps = [(f"date.{each}", self.words(f"date.{each}"), said[each]) for each in parts]
        self.ids.strip.show(steps, parts.index(part))
        keys = self.ids.grid
        keys.columns = COLUMNS[part][1 if self.look.panel.portrait else 0]
        keys.paged = part == "year" and len(view.years) > FEW_YEARS
        keys.last = self._unknown if view.unknown and part == "year" else None
        keys.show(self._offered(part, view), getattr(view, part), part)
        self._unknown.text, self._unknown.chosen = view.unknown, view.not_known
        self.hold(self.ids.strip.__self__, keys.__self__)

    def _month(self, month: int | None) -> str:
        return month_names(self.look.language)[month - 1] if month else ""

    def _offered(self, part: str, view: DateView) -> list[tuple[int, str]]:
        """Gives the keys of a part."""
        if part == "month":
            return list(enumerate(month_names(self.look.language), 1))
        days = range(1, days_in(view.year or LEAP_YEAR, view.month or 1) + 1)
        return [(each, str(each)) for each in (view.years if part == "year" else days)]

    def turn_to(self, part: int) -> None:
        """Shows the keys of a part, once the parts before it are chosen."""
        view = self._view
        if view is not None:
            known = (view.year, view.month)
            self._at = min(part, next((place for place, each in enumerate(known) if each is None), part))
            self.paint(view)

    def choose(self, value: int) -> None:
        """Answers with this part of the date, and shows the keys of the next."""
        view = self._view
        if view is None:
            return
        part = PARTS[self._at]
        known = {"year": view.year, "month": view.month, "day": view.day, part: value}
        year, month, day = (known[each] for each in PARTS)
        if day is not None and (month is None or day > days_in(year or LEAP_YEAR, month)):
            day = None
        self._at = min(self._at + 1, PARTS.index(view.precision))
        self.answer(DateAnswer(year=year, month=month, day=day))

    def leave_open(self) -> None:
        """Answers that the date is not known."""
        self._at = 0
        self.answer(DateAnswer(year=None))

    def unfinished(self) -> Half | None:
        """Gives the part in turn, once it is not the year."""
        return Half(turn=PARTS[self._at]) if self._at else None

    def take_up(self, half: Half) -> None:
        """Shows the keys of the part that was in turn."""
        if half.turn in PARTS:
            self.turn_to(PARTS.index(half.turn))

    def forget(self) -> None:
        """Shows the year again."""
        self._view, self._at = None, 0
