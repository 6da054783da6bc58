"""A ranking on the screen: numbered places, and the options that can stand there.

- A touched option takes the first free place; a touched place gives its card back.
- With all places taken the other options rest until one is given back.

Deliberately not here: a place (`parts/rank_card.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.dragging import Dragging
from kiosk.exercises.parts.page import ExercisePage
from kiosk.exercises.parts.paired_list import PairedList
from kiosk.exercises.parts.podium import MANY_PLACES, Podium
from kiosk.exercises.parts.rank_card import RankCard
from kiosk.theme.icons import pictogram
from kiosk.views.weighed import RankingView
from kiosk.widgets.column import Column
from kiosk.widgets.row import Row
from modules.exercises.ranking import RankingAnswer
from modules.ids import OptionId

SHARES = {1: 3, 2: 5}
"""The width many places have beside the three parts of the options, by the columns in which they stand."""


class RankingExercise(Dragging, ExercisePage):
    """What comes first, second, third."""

    def __init__(self, **values: Any) -> None:
        self._view = RankingView((), (), 0)
        self._places: list[RankCard] = []
        super().__init__(**values)
        look, words = self.look, self.words
        upright = look.panel.portrait
        self._podium = Podium(look=look, share=2)
        self._options = PairedList(look=look, marked=False, more_word=words("answers.more"))
        self._options.share = 3
        self._options.fbind("on_choose", lambda _, option: self.choose(option))
        self._table: Any = Column(look=look, fill=True) if upright else Row(look=look, fill=True)
        if not upright:
            self._table.spacing = 3 * look.gap
        self._table.add_widget(self._podium)
        self._table.add_widget(self._options)

    def paint(self, view: RankingView) -> None:
        """Shows the places with what stands there, and the options that do not yet."""
        self._view = view
        known = {option.id: option for option in view.options}
        order = [known[option] for option in view.order if option in known]
        while len(self._places) < view.places:
            self._places.append(self._new_place())
        for number, place in enumerate(self._places[: view.places], 1):
            option = order[number - 1] if number <= len(order) else None
            place.number, place.test_id = number, f"place.{number}"
            place.hint = self.words("ranking.free") if number == len(order) + 1 else ""
            place.value, place.text = (option.id, option.text) if option else (None, "")
            place.icon = pictogram(option.picture) if option else None
            place.enabled = place.chosen = option is not None
            place.small = (view.places >= MANY_PLACES and not self.look.panel.portrait) or self.look.crowded
        self._podium.show(self._places[: view.places])
        self._podium.share = SHARES[self._podium.columns] if view.places >= MANY_PLACES else 2
        rest = tuple(option for option in view.options if option.id not in view.order)
        self._options.paint(rest, full=len(order) >= view.places)
        self.hold(self._table)
        self._table.arrange_soon()

    def _new_place(self) -> RankCard:
        place = RankCard(look=self.look)
        place.fbind("on_release", lambda touched: self.take(touched.value))
        return place

    def warm(self) -> bool:
        """Makes a card ahead."""
        return self._options.warm()

    def choose(self, option: OptionId) -> None:
        """Answers with this option on the first free place."""
        self.answer(RankingAnswer(order=(*self._view.order, option)))

    def take(self, option: OptionId) -> None:
        """Answers without this option; those after it move up."""
        self.answer(RankingAnswer(order=tuple(one for one in self._view.order if one != option)))

    def things(self) -> list[Any]:
        """Gives what can be dragged: options, and those that have a place."""
        placed = [place for place in self._podium.in_reading_order() if place.value is not None]
        return [*placed, *(card for card in self._options.in_reading_order() if card.value is not None)]

    def places(self) -> list[Any]:
        """Gives where an option can be let go: a place, or among the others."""
        return [*self._podium.in_reading_order(), self._options]

    def drop(self, thing: Any, place: Any) -> None:
        """Answers with this option on this place; those from there on move down, the last one out."""
        option, view = thing.value, self._view
        order = [one for one in view.order if one != option]
        if place is not self._options:
            order.insert(min(int(place.number) - 1, len(order)), option)
        if tuple(order[: view.places]) != view.order:
            self.answer(RankingAnswer(order=tuple(order[: view.places])))

    def forget(self) -> None:
        """Lets go of the order shown."""
        self.let_go()
        self._view = RankingView((), (), 0)
