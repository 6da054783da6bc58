"""The kinds that are told step by step: a story, a scenario, a chain of five links, an if-then plan of two halves.

- A view holds all steps; which one is seen is for the widget, since looking again is no answer.
- Not here: the other kinds (exercises.py, weighed.py, filled_in.py).
"""

from dataclasses import dataclass
from typing import Any

from kiosk.views.options import Options, OptionView, option_said, options
from modules.exercises.chain import Chain, ChainAnswer, Link
from modules.exercises.if_then import IfThen, IfThenAnswer
from modules.exercises.scenario import Scenario, ScenarioAnswer, ScenarioScene
from modules.exercises.shared import Said
from modules.exercises.story import Story, StoryAnswer
from modules.ids import OptionId
from modules.texts import Language


@dataclass(frozen=True, slots=True)
class SceneView:
    """One moment: its words and its pictogram."""

    text: str
    picture: str | None


@dataclass(frozen=True, slots=True)
class StoryView:
    """Scenes, then what is asked about them; `most` options may be chosen."""

    scenes: tuple[SceneView, ...]
    asks: str
    options: Options
    most: int


@dataclass(frozen=True, slots=True)
class WayView:
    """Something to do, and what comes of it."""

    option: OptionView
    outcome: SceneView
    leads_to: OptionId | None


@dataclass(frozen=True, slots=True)
class CrossingView:
    """A moment to choose in."""

    id: OptionId
    scene: SceneView
    ways: tuple[WayView, ...]


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """All moments, and the choices made from the first one on."""

    crossings: tuple[CrossingView, ...]
    path: tuple[OptionId, ...]


@dataclass(frozen=True, slots=True)
class LinkView:
    """One link of a chain: its name, what is asked, what can be chosen, and what was said in words."""

    name: str
    title: str
    asks: str
    options: Options
    said: Said | None
    said_words: str


@dataclass(frozen=True, slots=True)
class ChainView:
    """The five links in order."""

    links: tuple[LinkView, ...]
    own_words: bool


@dataclass(frozen=True, slots=True)
class IfThenView:
    """Cards for both halves, and the own words already there."""

    situations: Options
    actions: Options
    own_words: bool
    situation: Said | None
    action: Said | None


ToldView = StoryView | ScenarioView | ChainView | IfThenView


def told_view(exercise: Any, answer: Any, language: Language) -> ToldView | None:
    """Gives the view of a kind that is told; none for another kind."""
    match exercise:
        case Story():
            chosen = frozenset(answer.options) if isinstance(answer, StoryAnswer) else frozenset()
            scenes = tuple(SceneView(one.text.in_language(language), one.picture) for one in exercise.scenes)
            offered = options(exercise.options, language, chosen)
            return StoryView(scenes, exercise.question.in_language(language), offered, exercise.most)
        case Scenario():
            path = answer.path if isinstance(answer, ScenarioAnswer) else ()
            return ScenarioView(tuple(_crossing(scene, path, language) for scene in exercise.scenes), path)
        case Chain():
            given = answer if isinstance(answer, ChainAnswer) else ChainAnswer()
            links = exercise.links.in_order()
            return ChainView(
                tuple(_link(name, link, given.at(name), language) for name, link in links), exercise.own_words
            )
        case IfThen():
            return _if_then(exercise, answer if isinstance(answer, IfThenAnswer) else None, language)
        case _:
            return None


def _crossing(scene: ScenarioScene, path: tuple[OptionId, ...], language: Language) -> CrossingView:
    offered = options(scene.options, language, frozenset(path))
    ways = tuple(
        WayView(shown, SceneView(way.outcome.in_language(language), way.outcome_picture), way.leads_to)
        for way, shown in zip(scene.options, offered, strict=True)
    )
    return CrossingView(scene.id, SceneView(scene.text.in_language(language), scene.picture), ways)


def _if_then(exercise: IfThen, answer: IfThenAnswer | None, language: Language) -> IfThenView:
    situation, action = (answer.situation, answer.action) if answer else (None, None)
    return IfThenView(
        options(exercise.situations, language, option_said(situation)),
        options(exercise.actions, language, option_said(action)),
        exercise.own_words,
        situation,
        action,
    )


def _link(name: str, link: Link, said: Said | None, language: Language) -> LinkView:
    offered = options(link.options, language, option_said(said))
    words = (said.own if said else None) or next((option.text for option in offered if option.chosen), "")
    return LinkView(name, link.title.in_language(language), link.question.in_language(language), offered, said, words)


def walked_crossings(view: ScenarioView) -> list[tuple[CrossingView, WayView | None]]:
    """Gives the moments met so far with the way chosen, and the one that is still open."""
    known = {crossing.id: crossing for crossing in view.crossings}
    met: list[tuple[CrossingView, WayView | None]] = []
    crossing = next(iter(view.crossings), None)
    for chosen in (*view.path, None):
        if crossing is None:
            break
        way = next((way for way in crossing.ways if way.option.id == chosen), None)
        met.append((crossing, way))
        crossing = known.get(way.leads_to) if way and way.leads_to else None
    return met
