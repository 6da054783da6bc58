"""A scenario: what do you do, what happens then, and what do you do next; every choice shows its outcome.

- A choice leads to a later scene or to the end, so every way through is finite.
- No way is scored: the outcome says what happens, and another way can be tried.
"""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from modules.errors import RefusedError
from modules.exercises.shared import Exercise, Option, Pictogram
from modules.ids import OptionId
from modules.texts import Text
from modules.values import Value


class Way(Option):
    """Something to do, what comes of it, and the scene it leads to; without one it leads to the end."""

    outcome: Text
    outcome_picture: Pictogram | None = None
    leads_to: OptionId | None = None


class ScenarioScene(Option):
    """A moment to choose in."""

    options: Annotated[tuple[Way, ...], Field(min_length=2, max_length=4)]


class Scenario(Exercise):
    """One to eight scenes; the first is where it begins."""

    kind: Literal["scenario"] = "scenario"
    scenes: Annotated[tuple[ScenarioScene, ...], Field(min_length=1, max_length=8)]

    @model_validator(mode="after")
    def _comes_to_an_end(self) -> Self:
        scenes = [scene.id for scene in self.scenes]
        ways = [way.id for scene in self.scenes for way in scene.options]
        if len(set(ways)) != len(ways) or len(set(scenes)) != len(scenes):
            raise ValueError("an id is used twice in this scenario")
        for place, scene in enumerate(self.scenes):
            if any(way.leads_to is not None and way.leads_to not in scenes[place + 1 :] for way in scene.options):
                raise ValueError("a choice leads to a scene that does not come later")
        return self

    def scene(self, scene_id: OptionId | None) -> ScenarioScene | None:
        """Gives the scene of an id."""
        return next((scene for scene in self.scenes if scene.id == scene_id), None)


class ScenarioAnswer(Value):
    """The choices made, from the first scene on."""

    kind: Literal["scenario"] = "scenario"
    path: Annotated[tuple[OptionId, ...], Field(min_length=1)]


def walked(exercise: Scenario, path: tuple[OptionId, ...]) -> Iterator[tuple[ScenarioScene, Way]]:
    """Gives each scene of a path with the choice made in it, as far as the choices are offered there."""
    scene: ScenarioScene | None = exercise.scenes[0]
    for chosen in path:
        way = next((way for way in scene.options if way.id == chosen), None) if scene else None
        if scene is None or way is None:
            return
        yield scene, way
        scene = exercise.scene(way.leads_to)


def check(exercise: Scenario, answer: ScenarioAnswer) -> None:
    """Returns only if each choice is offered in the scene that the one before led to.

    Raises:
        RefusedError: One is not.
    """
    if len(list(walked(exercise, answer.path))) != len(answer.path):
        raise RefusedError("a choice was made that this scenario does not offer there")
