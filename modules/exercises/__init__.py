"""The kinds of exercise: one file each, and this registry; a test holds it equal to kiosk/exercises.

- `AnyExercise` and `Answer` are the closed unions a pack and an event may hold, told apart by `kind`.
- Not here: how a kind looks and is touched (kiosk/exercises).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from modules.errors import RefusedError
from modules.exercises import (
    card_sort,
    goal_builder,
    if_then,
    info_card,
    multi_choice,
    ruler,
    signature,
    single_choice,
    summary,
    timeline,
)
from modules.ids import OptionId

AnyExercise = Annotated[
    info_card.InfoCard
    | single_choice.SingleChoice
    | multi_choice.MultiChoice
    | card_sort.CardSort
    | timeline.Timeline
    | ruler.Ruler
    | if_then.IfThen
    | goal_builder.GoalBuilder
    | summary.Summary
    | signature.SignatureStep,
    Field(discriminator="kind"),
]
Answer = Annotated[
    info_card.InfoCardAnswer
    | single_choice.SingleChoiceAnswer
    | multi_choice.MultiChoiceAnswer
    | card_sort.CardSortAnswer
    | timeline.TimelineAnswer
    | ruler.RulerAnswer
    | if_then.IfThenAnswer
    | goal_builder.GoalBuilderAnswer
    | summary.SummaryAnswer
    | signature.SignatureStepAnswer,
    Field(discriminator="kind"),
]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of exercise: its definition, its answer, and its check."""

    exercise: type[Any]
    answer: type[Any]
    check: Callable[[Any, Any], None]


KINDS: Mapping[str, Kind] = {
    "info_card": Kind(info_card.InfoCard, info_card.InfoCardAnswer, info_card.check),
    "single_choice": Kind(single_choice.SingleChoice, single_choice.SingleChoiceAnswer, single_choice.check),
    "multi_choice": Kind(multi_choice.MultiChoice, multi_choice.MultiChoiceAnswer, multi_choice.check),
    "card_sort": Kind(card_sort.CardSort, card_sort.CardSortAnswer, card_sort.check),
    "timeline": Kind(timeline.Timeline, timeline.TimelineAnswer, timeline.check),
    "ruler": Kind(ruler.Ruler, ruler.RulerAnswer, ruler.check),
    "if_then": Kind(if_then.IfThen, if_then.IfThenAnswer, if_then.check),
    "goal_builder": Kind(goal_builder.GoalBuilder, goal_builder.GoalBuilderAnswer, goal_builder.check),
    "summary": Kind(summary.Summary, summary.SummaryAnswer, summary.check),
    "signature": Kind(signature.SignatureStep, signature.SignatureStepAnswer, signature.check),
}


def check_answer(exercise: AnyExercise, answer: Answer) -> None:
    """Returns only if the answer fits the exercise.

    Raises:
        RefusedError: Its kind is another, or the kind's own check refuses it.
    """
    if exercise.kind != answer.kind:
        raise RefusedError("the answer is of another kind than the exercise")
    KINDS[exercise.kind].check(exercise, answer)


def chosen_options(answer: Answer) -> frozenset[OptionId]:
    """Gives the options an answer chooses, for conditions; kinds without options give none."""
    match answer:
        case single_choice.SingleChoiceAnswer():
            return frozenset({answer.option})
        case multi_choice.MultiChoiceAnswer():
            return frozenset(answer.options)
        case _:
            return frozenset()
