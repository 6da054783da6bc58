"""Me in the middle and my people on three rings around me, near to far; a touch on a ring or on a person says so.

- People stand where nobody stands over another; which side of a ring somebody stands on means nothing.
- Every ring and every person is a target of full size, by finger, key and switch.

Deliberately not here: who is in hand (`kiosk/exercises/network_map.py`), and where who stands (`standing.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kivy.properties import BooleanProperty, StringProperty

from kiosk.exercises.parts.person_card import PersonCard
from kiosk.exercises.parts.ring import Ring
from kiosk.exercises.parts.standing import Box, Room, Setting, roundest, set_out
from kiosk.theme.icons import pictogram
from kiosk.theme.tokens import FRAME_FACTOR_LIMIT
from kiosk.views.options import Options
from kiosk.widgets.arranged import Panelled

RINGS = 3
BROADEST_MM = (44.0, 36.0, 28.0)
"""How broad a person's words may be; where not all fit, their lines are broken sooner."""
AIR = ((0.06, 1.0), (0.03, 1.0), (0.0, 1.0), (0.0, 0.5))
"""How much of the height is left free over and under each ring, and how many units at its edge: the most that fits."""
RADII_MM = (34.0, 26.0, 19.0, 13.0, 8.0, 4.0)
"""How round a ring's corners can be."""


class PeopleMap(Panelled):
    """Rings and people; `on_ring` and `on_person` tell what was touched."""

    __events__ = ("on_ring", "on_person")
    watched = ("me_word",)

    me_word = StringProperty("")
    takes = BooleanProperty(False)
    """Whether somebody is in hand, who can be given a ring."""

    def __init__(self, **values: Any) -> None:
        self._cards: list[PersonCard] = []
        self._on_ring: list[int] = []
        super().__init__(fill=True, **values)
        for ring in self.rings:
            ring.radius = self.look.panel.px(RADII_MM[0])  # cut when it is made, not under a finger

    @property
    def rings(self) -> tuple[Ring, ...]:
        """The rings, near to far."""
        return tuple(self.ids[f"ring{number}"] for number in range(RINGS))

    @property
    def people(self) -> list[PersonCard]:
        """The people on the map."""
        return self._cards[: len(self._on_ring)]

    @property
    def _inset(self) -> float:
        """How far a ring's name stands under its edge."""
        return self.look.edge + self.look.unit / 4

    def on_takes(self, *_: Any) -> None:
        """Lets rings be touched only while somebody is in hand."""
        for ring in self.rings:
            ring.enabled = self.takes

    def show(self, people: Options, rings: Options, placed: Mapping[Any, Any]) -> None:
        """Shows the people that have a place."""
        for ring, option in zip(self.rings, rings, strict=True):
            ring.spoken, ring.test_id, ring.enabled = option.text, f"ring.{option.id}", self.takes
        numbers = {ring.id: number for number, ring in enumerate(rings)}
        shown = [one for one in people if placed.get(one.id) in numbers]
        self._on_ring = [numbers[placed[one.id]] for one in shown]
        while len(self._cards) < len(shown):
            card = PersonCard(look=self.look)
            card.fbind("on_release", lambda touched: self.dispatch("on_person", touched.value))
            self._cards.append(card)
        for card, one in zip(self._cards, shown, strict=False):
            card.value, card.text, card.test_id = one.id, one.text, f"person.{one.id}"
            card.icon = None if self.look.crowded else pictogram(one.picture)
        for place, card in enumerate(self._cards):
            wanted = place < len(shown)
            if wanted != (card.parent is not None):
                (self.add_widget if wanted else self.remove_widget)(card)
        self.arrange_soon()

    def natural_height(self, width: float) -> float:
        """Gives the height of rings that are not too flat."""
        return min(width * 0.62, float(self.look.panel.px(150.0)))

    def arrange(self) -> None:
        """Places the rings, their names, me and the people."""
        by_ring = [
            [card for card, ring in zip(self.people, self._on_ring, strict=True) if ring == number]
            for number in range(RINGS)
        ]
        look, setting = self.look, self._setting(by_ring)
        radii = [look.panel.px(radius) for radius in RADII_MM]
        held: list[tuple[Box, float]] = []
        for ring, cards, box, boxes in zip(self.rings, by_ring, setting.rings, setting.people, strict=True):
            for card, place in zip(cards, boxes, strict=True):
                self._place(card, place)
                held.append((place, look.radius))
            ring.radius = roundest(box, held, radii, look.unit / 2)
            held = [(box, ring.radius)]
            self._place(ring, box)
        self._place_names(setting)

    def _setting(self, by_ring: Sequence[Sequence[PersonCard]]) -> Setting:
        """Gives the setting in which all fit, with me in the middle, broad words and air where there can be."""
        look = self.look
        names = [self.ids[f"name{number}"] for number in range(RINGS)]
        middle = max(self.ids.me.natural_side(), *(name.natural_width() for name in names)) + look.unit
        name = max(name.natural_height(self.width) for name in names) + self._inset
        settings = []
        for broadest in BROADEST_MM:
            most = look.panel.px(broadest) * min(look.text_factor, FRAME_FACTOR_LIMIT)
            sizes = [[card.natural_size(most) for card in cards] for cards in by_ring]
            for part, units in AIR:
                air, pad = self.height * part, look.unit * units
                room = Room(self.width, self.height, middle, name + air, pad + air, pad, look.unit / 2)
                settings.append(set_out(sizes, room))
        with_air = [setting for setting in settings if setting.spare >= 0 and setting.pad == look.unit]
        return max(with_air or settings, key=lambda setting: (min(0.0, setting.spare), setting.even))

    def _place_names(self, setting: Setting) -> None:
        """Places the rings' names at their tops, and me under the nearest one."""
        me, (across, up) = self.ids.me, setting.me
        for number, ring in enumerate(setting.rings):
            name = self.ids[f"name{number}"]
            name.ground = self.ids[f"ring{number}"].ground()
            wide, high = name.natural_width(), name.natural_height(self.width)
            self._place(name, (across - wide / 2, ring[1] + ring[3] - high - self._inset, wide, high))
        _, foot, _, high = setting.rings[0]
        name = self.ids.name0.height + self._inset
        me.side = round(min(me.natural_side(), high - name - 2 * self.look.unit))
        low = min(up - me.side / 2, foot + high - name - me.side - self.look.unit)
        self._place(me, (across - me.side / 2, low, me.side, me.side))

    def _place(self, widget: Any, box: Box) -> None:
        across, up, wide, high = box
        widget.size = (round(wide), round(high))
        widget.pos = (self.lead(across, round(wide)), round(self.y + up))

    def on_ring(self, number: int) -> None:
        """Is the event: this ring was touched."""

    def on_person(self, person: Any) -> None:
        """Is the event: this person was touched."""
