"""Every question and exercise of a release by itself, whoever is shown it: asked, answered, and every way through.

- A walk meets only what its answers lead to; here each item stands, whatever is asked of whom, and as it is put to who
  leaves the country after his time (`vris`) where that is otherwise.
- Not here: a walk through all (rehearsal.py), and what a goal, a summary or a signature looks like in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kiosk.i18n import Words
from kiosk.intents import GiveThisAnswer
from kiosk.pages import STEPS, Editions, ModulePage, ThemePage
from kiosk.placing import opened_page
from kiosk.rehearsal import lifelike
from kiosk.views.exercises import GoalStepView, exercise_view
from kiosk.views.goal import goal_check_view
from kiosk.views.question import IntroView, OverviewView, QuestionView, module_view, shown_line, theme_view
from modules.events import GoalSet
from modules.exercises import Answer, AnyExercise
from modules.exercises.card_sort import CardSort, CardSortAnswer
from modules.exercises.fitting import fitted
from modules.exercises.goal_builder import Goal, GoalBuilder
from modules.exercises.scenario import Scenario, ScenarioAnswer
from modules.exercises.shared import Option, Said
from modules.exercises.single_choice import SingleChoice
from modules.exercises.timeline import Timeline, TimelineAnswer
from modules.ids import Digest, GoalId, OptionId
from modules.person import PersonState
from modules.plan.compose import goal_lines
from modules.texts import Language

A_GOAL = GoalId("goal-0190f3c0-0000-7000-8000-000000000001")
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
            view = module_view(there, editions, nobody, language, can_sign=False)
            yield _name(there), item, view
            if isinstance(item, GoalBuilder) and isinstance(view, QuestionView):
                read_back = _read_back(item, editions.programme.digest, language)
                prompt = item.prompt.in_language(language)
                yield f"{_name(there)}-longest", item, replace(view, prompt=prompt, exercise=read_back)


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
        answered = replace(view, frame=frame, exercise=exercise)
        yield f"{name}-answered-{number}", answered
        opened = opened_page(answered)
        if opened is not None:
            yield f"{name}-answered-{number}-opened", opened
    if isinstance(offered, SingleChoice):
        said = sorted((option.text.in_language(language) for option in offered.options), key=len)[-2:]
        notice = Words(language)("question.rivals", first=said[0], second=said[-1])
        yield f"{name}-rivals", replace(view, notice=notice)


def _answers(item: AnyExercise, view: QuestionView) -> Iterator[Answer]:
    """Gives an answer somebody could give; of a scenario every way through."""
    if isinstance(item, Scenario):
        yield from (ScenarioAnswer(path=path) for path in _ways(item, item.scenes[0].id))
        return
    yield from _all_on_one(item)
    given = lifelike(view)
    if isinstance(given, GiveThisAnswer):
        yield given.answer


def _all_on_one(item: AnyExercise) -> Iterator[Answer]:
    """Gives the answer with which all cards lie in one place: the fullest there is."""
    match item:
        case CardSort():
            yield CardSortAnswer(piles={card.id: item.piles[0].id for card in item.cards})
        case Timeline():
            yield TimelineAnswer(placed={card.id: (item.periods[0].id,) for card in item.cards})
        case _:
            pass


def _ways(item: Scenario, begins: OptionId | None) -> Iterator[tuple[OptionId, ...]]:
    scene = item.scene(begins)
    if scene is None:
        yield ()
        return
    for way in scene.options:
        yield from ((way.id, *after) for after in _ways(item, way.leads_to))


def _read_back(builder: GoalBuilder, pack: Digest, language: Language) -> GoalStepView:
    """Gives the goal that takes the most words, read back."""

    def letters(option: Option) -> int:
        return len(option.text.in_language(language))

    def longest(offered: Sequence[Option]) -> Option:
        return max(offered, key=letters)

    area = max(builder.areas, key=lambda one: letters(longest(one.wishes)) + letters(longest(one.first_steps)))
    goal = Goal(
        area=area.area.id,
        wish=Said(option=longest(area.wishes).id),
        first_step=Said(option=longest(area.first_steps).id),
        when=longest(builder.whens).id,
        who_helps=longest((*area.helpers, *builder.helpers)).id,
        how_i_know=Said(option=longest(builder.signs).id),
        setback=Said(option=longest(builder.setbacks).id) if builder.setbacks else None,
        response=Said(option=longest(builder.responses).id) if builder.responses else None,
    )
    set_so = GoalSet(pack=pack, source=builder.id, goal_id=A_GOAL, goal=goal)
    lines = tuple(shown_line(line) for line in goal_lines(builder, set_so, language))
    return goal_check_view(A_GOAL, goal, lines, may_add=True)
