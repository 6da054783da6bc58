"""The shipped questions and exercises as they are painted: asked, answered, in every language.

- Views are made by the product itself from the packs' sources; nothing is made up but the answers.
- Not here: judging what is painted (test_exercises*.py), drawing it to look at (exercise_gallery.py).
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from content.source import read_draft
from kiosk.i18n import Words
from kiosk.views.exercises import (
    ExerciseView,
    SignatureStepView,
    exercise_view,
    summary_view,
)
from kiosk.views.frame import FrameView, place_words
from kiosk.views.goal import goal_check_view, goal_rating_view, goal_step_view
from kiosk.views.question import IntroView, OverviewRow, OverviewView, QuestionView
from modules.definition.kvv_module import KvvProgramme
from modules.definition.questionnaire import Questionnaire
from modules.exercises import Answer, AnyExercise
from modules.exercises.card_sort import CardSort, CardSortAnswer
from modules.exercises.goal_builder import Goal, GoalBuilder
from modules.exercises.if_then import IfThen, IfThenAnswer
from modules.exercises.info_card import InfoCard
from modules.exercises.multi_choice import MultiChoice, MultiChoiceAnswer
from modules.exercises.ruler import Ruler, RulerAnswer
from modules.exercises.shared import Said
from modules.exercises.signature import SignatureStep
from modules.exercises.single_choice import SingleChoice, SingleChoiceAnswer
from modules.exercises.summary import Summary, SummaryAnswer
from modules.exercises.timeline import Timeline, TimelineAnswer
from modules.ids import GoalId, ItemId
from modules.texts import Language
from tests.ui.answers import answer_of_more

PACKS = Path("content/packs")
SAMPLES = Path("tests/ui/samples")
GOAL = GoalId("goal-0190f3c0-0000-7000-8000-000000000001")


@cache
def questionnaire() -> Questionnaire:
    """Gives the Reflector as its source stands."""
    definition = read_draft(PACKS / "reflector").definition
    assert isinstance(definition, Questionnaire)
    return definition


@cache
def programme() -> KvvProgramme:
    """Gives the modules as their source stands."""
    definition = read_draft(PACKS / "kvv").definition
    assert isinstance(definition, KvvProgramme)
    return definition


@cache
def samples() -> Questionnaire:
    """Gives one lifelike example of every kind that no shipped pack needs to have."""
    definition = read_draft(SAMPLES).definition
    assert isinstance(definition, Questionnaire)
    return definition


def items() -> Iterator[AnyExercise]:
    """Gives every question and exercise, and after them the samples."""
    yield from questionnaire().items()
    for module in programme().modules:
        yield from module.exercises
    yield from samples().items()


def sample(item: str) -> Any:
    """Gives a sample by its id."""
    return next(one for one in samples().items() if one.id == ItemId(f"kinds.{item}"))


def item_of(kind: str) -> Any:
    """Gives the first shipped item of a kind."""
    return next(item for item in items() if item.kind == kind)


def frame(language: Language, *, answered: bool = True) -> FrameView:
    """Gives the bars around a question."""
    words = Words(language)
    title = questionnaire().themes[0].title.in_language(language)
    place = place_words(title, words("progress.question", done=6, total=10), 12, words)
    return FrameView(place, 5, 10, words("foot.back"), words("foot.skip"), words("foot.next"), next_enabled=answered)


def asked(item: AnyExercise, answer: Answer | None, language: Language) -> QuestionView:
    """Gives the view of an item that needs nothing but its own answer."""
    return around(item, exercise_view(item, answer, language), language)


def around(item: AnyExercise, exercise: ExerciseView, language: Language) -> QuestionView:
    """Gives the question around an exercise."""
    words = Words(language)
    prompt = getattr(exercise, "question", "") or item.prompt.in_language(language)
    help_text = item.help.in_language(language) if item.help else ""
    who = words(f"audience.{item.audience}") if item.kind != "info_card" else ""
    return QuestionView(frame(language), prompt, help_text, item.picture, item.kind, exercise, "", who)


def an_answer(item: AnyExercise) -> Answer | None:
    """Gives a full answer to an item."""
    match item:
        case SingleChoice():
            return SingleChoiceAnswer(option=item.options[-1].id)
        case MultiChoice():
            return MultiChoiceAnswer(options=tuple(option.id for option in item.options[: item.most or 3]))
        case Ruler():
            return RulerAnswer(value=7)
        case CardSort():
            return CardSortAnswer(
                piles={card.id: item.piles[place % 5 // 3].id for place, card in enumerate(item.cards)}
            )
        case Timeline():
            periods = [period.id for period in item.periods]
            return TimelineAnswer(
                placed={card.id: tuple(periods[: 1 + place % 2]) for place, card in enumerate(item.cards)}
            )
        case IfThen():
            return IfThenAnswer(
                situation=Said(option=item.situations[-1].id),
                action=Said(own="Dan bel ik mijn zus en ga ik even naar buiten om te luchten"),
            )
        case _:
            return answer_of_more(item)


def goal_of(builder: GoalBuilder) -> Goal:
    """Gives a whole goal, with own words in it."""
    area = builder.areas[0]
    return Goal(
        area=area.area.id,
        wish=Said(option=area.wishes[0].id),
        first_step=Said(own="Ik schrijf een brief aan mijn oude baas"),
        when=builder.whens[1].id,
        who_helps=builder.helpers[0].id,
        how_i_know=Said(option=builder.signs[1].id),
    )


def goal_views(language: Language) -> Iterator[tuple[str, QuestionView]]:
    """Gives the steps of building a goal."""
    builder: GoalBuilder = item_of("goal_builder")
    goal, questions = goal_of(builder), builder.questions
    area = builder.areas[0]
    said = (area.area.text, area.wishes[0].text, area.first_steps[0].text, builder.whens[1].text)
    asks = (questions.area, questions.wish, questions.first_step, questions.when)
    lines = tuple((ask.in_language(language), one.in_language(language)) for ask, one in zip(asks, said, strict=True))
    for place, step in enumerate(("area", "wish", "first_step", "when", "who_helps", "how_i_know")):
        view = goal_step_view(builder, step, goal, lines[:place], facts=frozenset(), language=language)
        yield f"goal-{step}", around(builder, view, language)
    for step, number in (("important", 8), ("sure", 4)):
        rated = goal.model_copy(update={step: number})
        yield f"goal-{step}", around(builder, goal_rating_view(builder, step, rated, lines, language), language)
    for step in ("setback", "response"):
        view = goal_step_view(builder, step, goal, lines, facts=frozenset(), language=language)
        yield f"goal-{step}", around(builder, view, language)
    last = tuple((ask.in_language(language), lines[-1][1]) for ask in (questions.who_helps, questions.how_i_know))
    yield "goal-check", around(builder, goal_check_view(GOAL, goal, lines + last, may_add=True), language)


def summaries(language: Language) -> Iterator[tuple[str, QuestionView]]:
    """Gives the summaries, with everything answered and with nothing."""
    known = {item.id: item for item in items()}

    def answer_of(item: ItemId) -> Answer | None:
        return an_answer(known[item])

    for item in items():
        if isinstance(item, Summary):
            shared = SummaryAnswer(shared=item.shows[:1])
            view = summary_view(item, shared, known.get, answer_of, language)
            yield item.id, around(item, view, language)
            empty = summary_view(item, None, known.get, lambda _: None, language)
            yield f"{item.id}-empty", around(item, empty, language)


def every_view(language: Language) -> Iterator[tuple[str, QuestionView]]:
    """Gives every shipped item, also answered where that looks otherwise, and each step of a goal and of signing."""
    for item in items():
        if isinstance(item, SignatureStep):
            for can_sign in (True, False):
                view = SignatureStepView(can_sign, signed=False)
                yield f"{item.id}-{can_sign}", around(item, view, language)
        elif not isinstance(item, GoalBuilder | Summary):
            yield item.id, asked(item, None, language)
            if not isinstance(item, SingleChoice | Ruler | InfoCard):
                yield f"{item.id}-answered", asked(item, an_answer(item), language)
    yield from goal_views(language)
    yield from summaries(language)


def intro(language: Language) -> IntroView:
    """Gives the introduction of the first theme."""
    theme = questionnaire().themes[0]
    return IntroView(
        frame(language), theme.title.in_language(language), (theme.intro.in_language(language),), theme.picture
    )


def overview(language: Language) -> OverviewView:
    """Gives the overview of the first theme, with a notice nowhere and an answer everywhere."""
    words = Words(language)
    rows = tuple(
        OverviewRow(f"reflector/{item.id}", item.prompt.in_language(language), words("overview.skipped"))
        for item in questionnaire().themes[0].items
    )
    return OverviewView(frame(language), words("overview.title"), words("overview.help"), rows)


def with_rivals(language: Language) -> QuestionView:
    """Gives a question that was answered in two places at once."""
    words, item = Words(language), item_of("single_choice")
    first, second = (option.text.in_language(language) for option in item.options[:2])
    view = asked(item, an_answer(item), language)
    return replace(view, notice=words("question.rivals", first=first, second=second))
