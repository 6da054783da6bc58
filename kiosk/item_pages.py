"""Every question and exercise of a release by itself, whoever is shown it: asked, answered, and every way through.

- A walk meets only what its answers lead to; here each item stands, whatever is asked of whom, and as it is put to who
  leaves the country after his time (`vris`) where that is otherwise.
- Not here: a walk through all (rehearsal.py), and what a goal, a summary or a signature looks like in it.
"""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.i18n import Words
from kiosk.intents import GiveThisAnswer
from kiosk.pages import STEPS, Editions, ModulePage, ThemePage
from kiosk.rehearsal import lifelike
from kiosk.views.exercises import exercise_view
from kiosk.views.question import IntroView, OverviewView, QuestionView, module_view, theme_view
from modules.exercises import Answer, AnyExercise
from modules.exercises.fitting import fitted
from modules.exercises.goal_builder import GoalBuilder
from modules.exercises.scenario import Scenario, ScenarioAnswer
from modules.exercises.single_choice import SingleChoice
from modules.ids import OptionId
from modules.person import PersonState
from modules.texts import Language

FACTS = frozenset({"vris"})
ON_PAGES_OF_THEIR_OWN = ("goal_builder", "summary", "signature")
Shown = tuple[str, AnyExercise | None, QuestionView | IntroView | OverviewView]
"""The name of a page, what it asks, and its view."""


def item_pages(editions: Editions, language: Language) -> Iterator[tuple[str, object]]:
    """Gives the pages with their names."""
    plain = {}
    for name, item, view in _asked(editions, language):
        plain[name] = view
        yield from _states(name, item, view, frozenset(), language)
    inside = replace(
        editions,
        questionnaire=replace(editions.questionnaire, facts=FACTS),
        programme=replace(editions.programme, facts=FACTS),
    )
    for name, item, view in _asked(inside, language):
        if view != plain[name]:
            yield from _states(f"{name}-vris", item, view, FACTS, language)


def _asked(editions: Editions, language: Language) -> Iterator[Shown]:
    """Gives every introduction and every item, unanswered."""
    nobody = PersonState()
    for theme in editions.questionnaire.definition.themes:
        for item in (None, *theme.items):
            page = ThemePage(theme, item)
            yield _name(page), item, theme_view(page, editions, nobody, language)
    for module in editions.programme.definition.modules:
        for item in (None, *module.exercises):
            there = ModulePage(module, item, step=STEPS[0] if isinstance(item, GoalBuilder) else "")
            yield _name(there), item, module_view(there, editions, nobody, language, can_sign=False)


def _name(page: ThemePage | ModulePage) -> str:
    return f"item-{page.page.replace('/', '-')}"


def _states(
    name: str, item: AnyExercise | None, view: object, facts: frozenset[str], language: Language
) -> Iterator[tuple[str, object]]:
    """Gives a page as it is asked, and as it looks after each answer that makes another page of it."""
    yield name, view
    if item is None or not isinstance(view, QuestionView) or item.kind in ON_PAGES_OF_THEIR_OWN:
        return
    offered = fitted(item, facts)
    for number, answer in enumerate(_answers(item, view)):
        frame = replace(view.frame, next_enabled=True)
        exercise = exercise_view(offered, answer, language)
        yield f"{name}-answered-{number}", replace(view, frame=frame, exercise=exercise)
    if isinstance(offered, SingleChoice):
        said = sorted((option.text.in_language(language) for option in offered.options), key=len)[-2:]
        notice = Words(language)("question.rivals", first=said[0], second=said[-1])
        yield f"{name}-rivals", replace(view, notice=notice)


def _answers(item: AnyExercise, view: QuestionView) -> Iterator[Answer]:
    """Gives an answer somebody could give; of a scenario every way through."""
    if isinstance(item, Scenario):
        yield from (ScenarioAnswer(path=path) for path in _ways(item, item.scenes[0].id))
        return
    given = lifelike(view)
    if isinstance(given, GiveThisAnswer):
        yield given.answer


def _ways(item: Scenario, begins: OptionId | None) -> Iterator[tuple[OptionId, ...]]:
    scene = item.scene(begins)
    if scene is None:
        yield ()
        return
    for way in scene.options:
        yield from ((way.id, *after) for after in _ways(item, way.leads_to))
