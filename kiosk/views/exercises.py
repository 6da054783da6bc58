"""One view per kind of exercise: its options in words, and what the person chose so far.

- The kinds here are those of modules/exercises; a test holds the two equal.
- Widgets answer with the kind's own Answer (kiosk/exercises).
- Not here: the prompt and the frame around it (question.py).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.views.filled_in import DateView, NumberView, ShortTextView, filled_in_view
from kiosk.views.frame import BETWEEN
from kiosk.views.options import Lines, Options, options
from kiosk.views.told import ChainView, IfThenView, ScenarioView, StoryView, told_view
from kiosk.views.weighed import BalanceView, ChecklistView, NetworkMapView, RankingView, weighed_view
from modules.exercises import Answer, AnyExercise
from modules.exercises.card_sort import CardSort, CardSortAnswer
from modules.exercises.goal_builder import Goal
from modules.exercises.info_card import InfoCard
from modules.exercises.multi_choice import MultiChoice, MultiChoiceAnswer
from modules.exercises.ruler import Ruler, RulerAnswer
from modules.exercises.signature import SignatureStep
from modules.exercises.single_choice import SingleChoice, SingleChoiceAnswer
from modules.exercises.summary import Summary, SummaryAnswer
from modules.exercises.timeline import Timeline, TimelineAnswer
from modules.exercises.wording import wording
from modules.ids import GoalId, ItemId, OptionId
from modules.texts import Language


@dataclass(frozen=True, slots=True)
class InfoCardView:
    """Paragraphs to read."""

    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SingleChoiceView:
    """Options, one of them chosen perhaps."""

    options: Options


@dataclass(frozen=True, slots=True)
class MultiChoiceView:
    """Options, any number of them chosen up to `most`."""

    options: Options
    most: int | None


@dataclass(frozen=True, slots=True)
class CardSortView:
    """Cards, piles, and which pile each placed card lies on."""

    cards: Options
    piles: Options
    lies_on: Mapping[OptionId, OptionId]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Periods from early to late, cards, and the periods each placed card lies in."""

    periods: Options
    cards: Options
    placed: Mapping[OptionId, tuple[OptionId, ...]]


@dataclass(frozen=True, slots=True)
class RulerView:
    """The words at both ends, and the number chosen."""

    low: str
    high: str
    value: int | None


@dataclass(frozen=True, slots=True)
class GoalStepView:
    """One step of building a goal: what is asked, what is offered, what was chosen; `lines` at the last step.

    `goal` is as far as it was built, `so_far` the same in words; the widget answers with the goal after this step.
    `scale` where the step asks for a number; `smaller` is then the step to go back to where that number is low.
    """

    step: str
    question: str
    options: Options
    own_words: bool
    own: str
    goal: Goal | None
    so_far: str = ""
    lines: Lines = ()
    goal_id: GoalId | None = None
    may_add: bool = False
    scale: RulerView | None = None
    smaller: str = ""


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One own answer back, and whether the mentor gets to see it."""

    item: ItemId
    question: str
    answer: str
    shared: bool


@dataclass(frozen=True, slots=True)
class SummaryView:
    """Own answers back, and questions for the mentor."""

    rows: tuple[SummaryRow, ...]
    questions: Options


@dataclass(frozen=True, slots=True)
class SignatureStepView:
    """The way to signing: whether there is a plan to sign, and whether it was signed already."""

    can_sign: bool
    signed: bool


ExerciseView = (
    InfoCardView
    | SingleChoiceView
    | MultiChoiceView
    | CardSortView
    | TimelineView
    | RulerView
    | StoryView
    | RankingView
    | BalanceView
    | ChainView
    | NetworkMapView
    | ScenarioView
    | ChecklistView
    | ShortTextView
    | NumberView
    | DateView
    | IfThenView
    | GoalStepView
    | SummaryView
    | SignatureStepView
)
AnswerOf = Callable[[ItemId], Answer | None]
ExerciseOf = Callable[[ItemId], AnyExercise | None]


def exercise_view(exercise: AnyExercise, answer: Any, language: Language) -> ExerciseView:
    """Gives the view of any exercise but a goal builder, a summary or a signature, which need more than an answer.

    Raises:
        TypeError: It is one of those.
    """
    match exercise:
        case InfoCard():
            return InfoCardView(tuple(text.in_language(language) for text in exercise.body))
        case SingleChoice():
            chosen = frozenset({answer.option}) if isinstance(answer, SingleChoiceAnswer) else frozenset()
            return SingleChoiceView(options(exercise.options, language, chosen))
        case MultiChoice():
            chosen = frozenset(answer.options) if isinstance(answer, MultiChoiceAnswer) else frozenset()
            return MultiChoiceView(options(exercise.options, language, chosen), exercise.most)
        case CardSort():
            lies_on = answer.piles if isinstance(answer, CardSortAnswer) else {}
            return CardSortView(options(exercise.cards, language), options(exercise.piles, language), lies_on)
        case Timeline():
            placed = answer.placed if isinstance(answer, TimelineAnswer) else {}
            return TimelineView(options(exercise.periods, language), options(exercise.cards, language), placed)
        case Ruler():
            value = answer.value if isinstance(answer, RulerAnswer) else None
            return RulerView(exercise.low.in_language(language), exercise.high.in_language(language), value)
        case _:
            return _view_of_more(exercise, answer, language)


def _view_of_more(exercise: AnyExercise, answer: Any, language: Language) -> ExerciseView:
    for view_of in (told_view, weighed_view, filled_in_view):
        view: ExerciseView | None = view_of(exercise, answer, language)
        if view is not None:
            return view
    raise TypeError(exercise.kind)


def summary_view(
    exercise: Summary, answer: Any, exercise_of: ExerciseOf, answer_of: AnswerOf, language: Language
) -> SummaryView:
    """Gives a summary: the answers it shows that were given, in words."""
    given = answer if isinstance(answer, SummaryAnswer) else None
    rows = []
    for item in exercise.shows:
        shown, told = exercise_of(item), answer_of(item)
        words = answer_words(shown, told, language) if shown and told else ""
        if shown and words:
            shared = given is not None and item in given.shared
            rows.append(SummaryRow(item, shown.prompt.in_language(language), words, shared))
    asked = frozenset({given.mentor_question}) if given and given.mentor_question else frozenset()
    return SummaryView(tuple(rows), options(exercise.mentor_questions, language, asked))


def answer_words(exercise: AnyExercise, answer: Answer, language: Language) -> str:
    """Gives an answer on one line: what was said, with a heading where the exercise has them."""
    grouped: dict[str, list[str]] = {}
    for worded in wording(exercise, answer):
        said = worded.said if isinstance(worded.said, str) else worded.said.in_language(language)
        grouped.setdefault(worded.under.in_language(language) if worded.under else "", []).append(said)
    return BETWEEN.join(f"{under}: {', '.join(said)}" if under else ", ".join(said) for under, said in grouped.items())


def signature_view(_exercise: SignatureStep, *, can_sign: bool, signed: bool) -> SignatureStepView:
    """Gives the way to signing."""
    return SignatureStepView(can_sign, signed)
