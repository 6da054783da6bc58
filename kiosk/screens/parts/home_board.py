"""What stands on mijn pad: the own plan, a note from the mentor, and the path; on two leaves where one is too small.

- All on one leaf where there is room, without its heading if need be; else plan and note first, then the path.
- A note so long that it needs a leaf of its own comes first.

Deliberately not here: turning the leaf (the screen's foot bar), and what each part says (`kiosk/screens/home.py`).
"""

from __future__ import annotations

from typing import Any

from kivy.properties import NumericProperty

from kiosk.widgets.arranged import Panelled

MOST_AIR_MM = 26.0


class HomeBoard(Panelled):
    """Plan, note, heading and path, in this order; a note may be empty."""

    __events__ = ("on_plan", "on_stone", "on_seen", "on_talk")
    watched = ("leaf", "whole_height")

    leaf = NumericProperty(0)
    leaves = NumericProperty(1)
    whole_height = NumericProperty(0)
    """The height there is as long as nothing stands at the foot, which it does only with more than one leaf."""

    def __init__(self, **values: Any) -> None:
        self._heights: dict[Any, float] = {}
        self._on_path = False
        self.plan: Any = None
        self.note: Any = None
        self.heading: Any = None
        self.path: Any = None
        super().__init__(fill=True, **values)

    def on_kv_post(self, _base: Any) -> None:
        """Keeps hold of the four parts, of which not all are always shown."""
        self.plan, self.note, self.heading, self.path = self.in_reading_order()

    def begin_anew(self, *, on_path: bool = False) -> None:
        """Goes back to the first leaf, or to the path where that is asked for and no note waits."""
        self.leaf, self._on_path = 0, on_path and self.note.empty
        self.arrange_soon()

    def turn(self, leaves: int) -> None:
        """Turns on or back."""
        self.leaf, self._on_path = self.leaf + leaves, False

    def natural_height(self, width: float) -> float:
        """Gives the height of all parts on one leaf."""
        self._measure(width)
        return self._height([self.plan, self.note, self.heading, self.path])

    def _measure(self, width: float) -> None:
        """Measures each part once: the path has many texts."""
        self._heights = {part: part.natural_height(width) for part in (self.plan, self.note, self.heading, self.path)}

    def _height(self, parts: list[Any]) -> float:
        heights = [self._heights[part] for part in parts if self._heights[part]]
        return float(sum(heights) + self.look.close_gap * (len(heights) - 1))

    def _leaves(self) -> list[list[Any]]:
        note = [] if self.note.empty else [self.note]
        for parts in self._whole(note):
            if self._height(parts) <= self.whole_height:
                return [parts]
        if note and self._height([self.plan, *note]) > self.height:
            return [note, *self._without_note()]
        path = self._path_alone()
        first = [self.plan, *note] if self.heading in path else [self.heading, self.plan, *note]
        return [first if self._height(first) <= self.height else [self.plan, *note], path]

    def _whole(self, note: list[Any]) -> list[list[Any]]:
        """Gives the ways to have all on one leaf; of the visit before it is left out only until a note is answered."""
        bare = [] if self.heading.help_text and self.note.empty else [[self.plan, *note, self.path]]
        return [[self.plan, *note, self.heading, self.path], *bare]

    def _without_note(self) -> list[list[Any]]:
        together = next((parts for parts in self._whole([]) if self._height(parts) <= self.height), None)
        return [together] if together else [[self.plan], self._path_alone()]

    def _path_alone(self) -> list[Any]:
        return [self.heading, self.path] if self._height([self.heading, self.path]) <= self.height else [self.path]

    def arrange(self) -> None:
        """Shows the present leaf, with air between its parts."""
        self._measure(self.width)
        leaves = self._leaves()
        self.leaves = len(leaves)
        if self._on_path:
            self.leaf = len(leaves) - 1
        parts = leaves[min(int(self.leaf), len(leaves) - 1)]
        if self.in_reading_order() != parts:
            self.clear_widgets()
            for part in parts:
                self.add_widget(part)
        blocks = len(parts) - (1 if self.heading in parts else 0)
        air = min((self.height - self._height(parts)) / (blocks + 1), self.look.panel.px(MOST_AIR_MM))
        top = self.top - (air if blocks == 1 else 0)
        for part in parts:
            part.size = (self.width, round(self._heights[part]))
            part.pos = (self.x, round(top - part.height))
            top -= part.height + self.look.close_gap + (0 if part is self.heading else air)

    def on_plan(self) -> None:
        """Is the event: the own plan was touched."""

    def on_stone(self, page: str | None) -> None:
        """Is the event: the stone that opens this page was touched."""

    def on_seen(self) -> None:
        """Is the event: the note was seen."""

    def on_talk(self) -> None:
        """Is the event: the person wants to talk about the note."""
