"""A scenario on the screen: a moment with its choices, then what comes of the one chosen, then perhaps a next moment.

- Each moment has two pages, and `terug` leads back to choose another way.
- Another choice lets go of the choices after it, which belonged to the old way.

Deliberately not here: a scene (`parts/scene_card.py`).
"""

from __future__ import annotations

from typing import Any

from kiosk.exercises.parts.option_list import OptionList
from kiosk.exercises.parts.scene_card import SceneCard
from kiosk.exercises.parts.stepped import SteppedExercise
from kiosk.theme.icons import pictogram
from kiosk.views.told import ScenarioView, walked_crossings
from modules.exercises.scenario import ScenarioAnswer
from modules.ids import OptionId


class ScenarioExercise(SteppedExercise):
    """Choices and what comes of them."""

    def __init__(self, **values: Any) -> None:
        self._view = ScenarioView((), ())
        super().__init__(**values)
        words = self.words
        self._scene = SceneCard(look=self.look, test_id="scenario.scene")
        self._outcome = SceneCard(look=self.look, fill=True, test_id="scenario.outcome")
        self._ways = OptionList(look=self.look, more_word=words("answers.more"), chosen_word=words("answer.chosen"))
        self._ways.fbind("on_choose", lambda _, way: self.choose(way))

    def paint(self, view: ScenarioView) -> None:
        """Shows the moment in turn, or what came of the choice in it."""
        self._view = view
        self.show()

    def step_count(self) -> int:
        """Gives two pages a moment, one where nothing is chosen in it yet."""
        return sum(2 if way else 1 for _, way in walked_crossings(self._view))

    def show(self) -> None:
        """Shows the present page."""
        walk, step = walked_crossings(self._view), int(self.step)
        if step // 2 >= len(walk):
            return
        crossing, way = walk[step // 2]
        self.needs_help = step == 0
        self.goes_on = way is not None
        if way is not None and step % 2:
            self._outcome.above = self.words("scenario.chosen", way=way.option.text)
            self._outcome.text, self._outcome.icon = way.outcome.text, pictogram(way.outcome.picture)
            self._outcome.place = self.words("scenario.again")
            self.asks = self.words("scenario.then")
            self.hold(self._outcome)
            return
        self.asks = ""
        self._scene.text, self._scene.icon = crossing.scene.text, pictogram(crossing.scene.picture)
        self._ways.paint(tuple(one.option for one in crossing.ways))
        self.hold(self._scene, self._ways)

    def choose(self, way: OptionId) -> None:
        """Answers with this way at the moment in turn."""
        self.answer(ScenarioAnswer(path=(*self._view.path[: int(self.step) // 2], way)))

    def forget(self) -> None:
        """Turns back to the first moment."""
        super().forget()
        self._view = ScenarioView((), ())
