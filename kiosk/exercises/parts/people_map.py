"""Me in the middle and my people on three rings around me, near to far; a touch on a ring or on a person says so.

- People stand where nobody stands over another; nobody's place on a ring means more than that ring.
- The rings can be touched and dragged to; each also has a button of its own beside the map, for keys and switches.

Deliberately not here: who is in hand, and the buttons (`kiosk/exercises/network_map.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.properties import StringProperty

from kiosk.exercises.parts.chip import Chip
from kiosk.exercises.parts.rings import band, reach_for, ring_at, rings_picture
from kiosk.exercises.parts.standing import Box, reaches, stand
from kiosk.exercises.parts.tight import tight
from kiosk.theme.icons import pictogram
from kiosk.views.options import Options
from kiosk.widgets.arranged import Panelled
from kiosk.widgets.surface import Sheet

NAMES = ("near", "middle", "far")


class Ring:
    """One ring as a place where a person can be let go."""

    def __init__(self, people: PeopleMap, number: int) -> None:
        self._map, self.number = people, number

    def collide_point(self, x: float, y: float) -> bool:
        """Tells whether a place lies on this ring."""
        return self._map.ring_at(x, y) == self.number


class PeopleMap(Panelled):
    """Rings and people; `on_ring` and `on_person` tell what was touched."""

    __events__ = ("on_ring", "on_person")
    watched = ("me_word",)

    me_word = StringProperty("")

    def __init__(self, **values: Any) -> None:
        self._chips: list[Chip] = []
        self._on_ring: list[int] = []
        self._reach = reach_for(0, 0)
        self._finger: int | None = None
        super().__init__(fill=True, **values)
        with self.canvas.before:
            Color(1, 1, 1, 1)
            self._picture = Rectangle()
        self.rings = tuple(Ring(self, number) for number in range(len(NAMES)))

    def sheet(self) -> Sheet:
        """Gives what the words on the rings stand on, for judging their contrast."""
        palette = self.look.palette
        return Sheet(fill=palette.deep_soft, edge=palette.line)

    def show(self, people: Options, rings: Options, placed: Mapping[Any, Any]) -> None:
        """Shows the people that have a place."""
        for name, ring in zip(NAMES, rings, strict=False):
            self.ids[name].text = ring.text
        numbers = {ring.id: number for number, ring in enumerate(rings)}
        shown = [one for one in people if placed.get(one.id) in numbers]
        self._on_ring = [numbers[placed[one.id]] for one in shown]
        self._reach = reach_for(self._on_ring.count(0), self._on_ring.count(1), large=self.look.crowded)
        while len(self._chips) < len(shown):
            chip = Chip(look=self.look, close=tight(self.look))
            chip.fbind("on_release", lambda touched: self.dispatch("on_person", touched.value))
            self._chips.append(chip)
        for chip, one in zip(self._chips, shown, strict=False):
            chip.value, chip.text = one.id, one.text
            chip.icon = None if tight(self.look) else pictogram(one.picture)
            chip.test_id = f"person.{one.id}"
        for place, chip in enumerate(self._chips):
            wanted = place < len(shown)
            if wanted != (chip.parent is not None):
                (self.add_widget if wanted else self.remove_widget)(chip)
        self.arrange_soon()

    @property
    def people(self) -> list[Chip]:
        """The people on the map."""
        return self._chips[: len(self._on_ring)]

    def natural_height(self, width: float) -> float:
        """Gives the height of rings that are not too flat."""
        return min(width * 0.62, float(self.look.panel.px(150.0)))

    def arrange(self) -> None:
        """Draws the rings, and places their names, me and the people."""
        palette, size = self.look.palette, (round(self.width), round(self.height))
        self._picture.texture = rings_picture(
            self._reach, size, (palette.deep_soft, palette.card, palette.paper), palette.line, self.look.edge
        )
        self._picture.size, self._picture.pos = size, (round(self.x), round(self.y))
        half = (self.width / 2, self.height / 2)
        me = self.ids.me
        side = min(me.natural_side(), round(self.height * self._reach[0] * 0.58))
        me.side, me.size = side, (side, side)
        me.pos = (round(self.center_x - side / 2), round(self.center_y - side / 2))
        gap = 2 if tight(self.look) else self.look.unit / 2
        taken: list[Box] = [(-side / 2 - gap, -side / 2 - gap, side / 2 + gap, side / 2 + gap)]
        taken += [self._name(number, half) for number in range(len(NAMES))]
        for number in range(len(NAMES)):
            chips = [chip for chip, ring in zip(self.people, self._on_ring, strict=True) if ring == number]
            sizes = [self._size(chip) for chip in chips]
            boxes = stand([(wide + gap, high + gap) for wide, high in sizes], band(self._reach, number), half, taken)
            taken += boxes
            for chip, chip_size, box in zip(chips, sizes, boxes, strict=True):
                self._place(chip, chip_size, box)
        self._reach_out()

    def _reach_out(self) -> None:
        """Lets each person be touched as far as a target is high, but never where another is nearer."""
        people = self.people
        boxes = [(chip.x, chip.y, chip.right, chip.top) for chip in people]
        for chip, reach in zip(people, reaches(boxes, self.look.target), strict=True):
            chip.reach_x = chip.reach_y = int(reach)

    def _size(self, chip: Chip) -> tuple[int, int]:
        width = round(min(self.width * 0.4, chip.natural_width()))
        if self.look.crowded:
            width = round(chip.width_within(width))
        return width, round(chip.natural_height(width))

    def _place(self, chip: Chip, size: tuple[int, int], box: Box) -> None:
        across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        chip.size = size
        mirrored = -across if self.look.rtl else across
        chip.pos = (round(self.center_x + mirrored - size[0] / 2), round(self.center_y + up - size[1] / 2))

    def _name(self, number: int, half: tuple[float, float]) -> Box:
        """Places a ring's name at its top, and gives where it stands."""
        text = self.ids[NAMES[number]]
        width, height = text.natural_width(), text.natural_height(self.width)
        up = half[1] * self._reach[number] - height - self.look.edge
        text.size = (width, height)
        text.pos = (round(self.center_x - width / 2), round(self.center_y + up))
        return -width / 2, up, width / 2, up + height

    def ring_at(self, x: float, y: float) -> int | None:
        """Gives the number of the ring at a place on the panel."""
        if not (self.width and self.height):
            return None
        return ring_at(self._reach, (x - self.center_x) / (self.width / 2), (y - self.center_y) / (self.height / 2))

    def on_touch_down(self, touch: Any) -> bool:
        """Feels a finger on a person, else on a ring."""
        self._finger = None
        if super().on_touch_down(touch):
            return True
        self._finger = self.ring_at(*touch.pos) if self.collide_point(*touch.pos) else None
        return self._finger is not None

    def on_touch_up(self, touch: Any) -> bool:
        """Says which ring was touched and let go."""
        finger, self._finger = self._finger, None
        if finger is not None and self.ring_at(*touch.pos) == finger and touch.grab_current is None:
            self.dispatch("on_ring", finger)
            return True
        return bool(super().on_touch_up(touch))

    def on_ring(self, number: int) -> None:
        """Is the event: this ring was touched."""

    def on_person(self, person: Any) -> None:
        """Is the event: this person was touched."""
