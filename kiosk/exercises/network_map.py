"""A network map on the screen: me and my people on rings; beside or under it who has no place yet.

- One person is in hand; a touched ring gives him that place and takes the next in hand.
- A touched person on the map is in hand again and has no place.

Deliberately not here: the rings (`parts/people_map.py`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kiosk.exercises.parts.dragging import Dragging
from kiosk.exercises.parts.page import ExercisePage
from kiosk.exercises.parts.paired_list import PairedList
from kiosk.exercises.parts.people_map import PeopleMap
from kiosk.exercises.parts.ring import Ring
from kiosk.theme.tokens import Role
from kiosk.views.options import OptionView
from kiosk.views.weighed import NetworkMapView
from kiosk.widgets.column import Column
from kiosk.widgets.row import Row
from kiosk.widgets.text import Text
from modules.events import Half
from modules.exercises.network_map import NetworkMapAnswer
from modules.exercises.shared import Said
from modules.ids import OptionId

MAP, SIDE, SIDE_FEW, SIDE_DONE = 6.9, 3.1, (1.6, 2.0, 2.4, 2.6), 1.6
"""The shares of the map and of what stands beside it: the least of some for few, and once everybody has a place."""
FEW = 3
"""From how many people without a place on the map grows, where they stand under it and where letters are large."""


class NetworkMapExercise(Dragging, ExercisePage):
    """People around me."""

    def __init__(self, **values: Any) -> None:
        self._view = NetworkMapView((), (), {})
        self._in_hand: OptionId | None = None
        super().__init__(**values)
        look, words = self.look, self.words
        self._map = PeopleMap(look=look, me_word=words("network.me"), share=MAP)
        self._map.fbind("on_ring", lambda _, number: self.lay(number))
        self._map.fbind("on_person", lambda _, person: self.take(person))
        self._people = PairedList(look=look, marked=False, more_word=words("answers.more"))
        self._people.fbind("on_choose", lambda _, person: self.pick(person))
        self._hint = Text(look=look, role=Role.LABEL, bold=True, colour=look.palette.deep)
        self._side = Column(look=look, fill=True)
        for widget in (self._hint, self._people):
            self._side.add_widget(widget)
        upright = look.panel.portrait
        self._table: Any = Column(look=look, fill=True) if upright else Row(look=look, fill=True)
        for widget in (self._map, self._side):
            self._table.add_widget(widget)

    def paint(self, view: NetworkMapView) -> None:
        """Shows who stands where, and who is in hand."""
        self._view = view
        loose = [one for one in view.people if one.id not in view.placed]
        if self._in_hand not in [one.id for one in loose]:
            self._in_hand = loose[0].id if loose else None
        self._map.takes = self._in_hand is not None
        self._map.show(view.people, view.rings, view.placed)
        self._people.paint(tuple(self._card_of(one) for one in loose))
        person = next((one.text for one in loose if one.id == self._in_hand), "")
        self._side.share = self._side_share(len(loose))
        self._side.fill = len(loose) > FEW or not self.look.panel.portrait
        self._hint.text = self._hint_about(person)
        self._side.arrange_soon()
        self.hold(self._table)

    def _side_share(self, loose: int) -> float:
        """Gives the share of what stands beside the map; where it is crowded the last few have small words and less."""
        few = 0 < loose <= FEW
        for card in self._people.cards if self.look.crowded else ():
            card.role = Role.LABEL if few else Role.HELP
        if not (few and self.look.crowded):
            return SIDE if loose else SIDE_DONE
        width = self.look.panel.width_px - 2 * self.look.margin - self._table.gap - 2  # two pixels for rounding
        parts = SIDE_FEW if loose < FEW else SIDE_FEW[-1:]  # three and the way to more need broad cards
        fits = (
            part for part in parts if all(card.has_room(width * part / (MAP + part)) for card in self._people.cards)
        )
        return next(fits, SIDE)

    def _hint_about(self, person: str) -> str:
        """Gives what is asked about who is in hand; his card alone says it where there is hardly room for the card."""
        if not person:
            return self.words("network.all_placed")
        return "" if self.look.crowded else self.words("network.where", person=person)

    def _card_of(self, one: OptionView) -> OptionView:
        """Gives a person as his card beside the map; the words need the room where letters are large on a low panel."""
        return replace(one, chosen=one.id == self._in_hand, picture=None if self.look.crowded else one.picture)

    def warm(self) -> bool:
        """Makes a card ahead."""
        return self._people.warm()

    def pick(self, person: OptionId) -> None:
        """Takes a person in hand."""
        self._in_hand = person
        self.paint(self._view)

    def lay(self, ring: int) -> None:
        """Answers with the person in hand on this ring."""
        if self._in_hand is not None:
            self._stand(self._in_hand, ring)

    def take(self, person: OptionId) -> None:
        """Answers without this person, who is in hand again."""
        self._in_hand = person
        self.answer(NetworkMapAnswer(placed={one: at for one, at in self._view.placed.items() if one != person}))

    def _stand(self, person: OptionId, ring: int) -> None:
        self.answer(NetworkMapAnswer(placed={**self._view.placed, person: self._view.rings[ring].id}))

    def things(self) -> list[Any]:
        """Gives who can be dragged: people on the map and beside it."""
        return [*self._map.people, *(card for card in self._people.in_reading_order() if card.value is not None)]

    def places(self) -> list[Any]:
        """Gives where a person can be let go: on a ring, the innermost first, or beside the map."""
        return [*self._map.rings, self._people]

    def drop(self, thing: Any, place: Any) -> None:
        """Answers with this person on this ring, or beside the map."""
        if isinstance(place, Ring):
            self._stand(thing.value, place.number)
        elif thing.value in self._view.placed:
            self.take(thing.value)

    def unfinished(self) -> Half | None:
        """Gives who was taken in hand before his turn."""
        first = next((one.id for one in self._view.people if one.id not in self._view.placed), None)
        return Half(said=Said(option=self._in_hand)) if self._in_hand not in (None, first) else None

    def take_up(self, half: Half) -> None:
        """Takes the same person in hand, if he has no place yet."""
        if half.said is not None and half.said.option is not None:
            self.pick(half.said.option)

    def forget(self) -> None:
        """Takes nobody in hand."""
        self.let_go()
        self._view, self._in_hand = NetworkMapView((), (), {}), None
