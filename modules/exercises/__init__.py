"""The kinds of exercise: one file each, and this registry; a test holds it equal to kiosk/exercises.

- `AnyExercise` and `Answer` are the closed unions a pack and an event may hold, told apart by `kind`.
- Not here: how a kind looks and is touched (kiosk/exercises).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from modules.errors import RefusedError
from modules.exercises import (
    balance,
    card_sort,
    chain,
    checklist,
    date,
    goal_builder,
    if_then,
    info_card,
    multi_choice,
    network_map,
    number,
    ranking,
    ruler,
    scenario,
    short_text,
    signature,
    single_choice,
    story,
    summary,
    timeline,
)
from modules.exercises.shared import Option, Said
from modules.ids import OptionId

AnyExercise = Annotated[
    info_card.InfoCard
    | single_choice.SingleChoice
    | multi_choice.MultiChoice
    | card_sort.CardSort
    | timeline.Timeline
    | ruler.Ruler
    | story.Story
    | ranking.Ranking
    | balance.Balance
    | chain.Chain
    | network_map.NetworkMap
    | scenario.Scenario
    | checklist.Checklist
    | short_text.ShortText
    | number.Number
    | date.Date
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
    | story.StoryAnswer
    | ranking.RankingAnswer
    | balance.BalanceAnswer
    | chain.ChainAnswer
    | network_map.NetworkMapAnswer
    | scenario.ScenarioAnswer
    | checklist.ChecklistAnswer
    | short_text.ShortTextAnswer
    | number.NumberAnswer
    | date.DateAnswer
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
    "story": Kind(story.Story, story.StoryAnswer, story.check),
    "ranking": Kind(ranking.Ranking, ranking.RankingAnswer, ranking.check),
    "balance": Kind(balance.Balance, balance.BalanceAnswer, balance.check),
    "chain": Kind(chain.Chain, chain.ChainAnswer, chain.check),
    "network_map": Kind(network_map.NetworkMap, network_map.NetworkMapAnswer, network_map.check),
    "scenario": Kind(scenario.Scenario, scenario.ScenarioAnswer, scenario.check),
    "checklist": Kind(checklist.Checklist, checklist.ChecklistAnswer, checklist.check),
    "short_text": Kind(short_text.ShortText, short_text.ShortTextAnswer, short_text.check),
    "number": Kind(number.Number, number.NumberAnswer, number.check),
    "date": Kind(date.Date, date.DateAnswer, date.check),
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
    """Gives the options an answer chooses, for conditions; kinds without options give none.

    Of a checklist these are the states and helpers that were chosen anywhere on it, of a network map the people placed.
    """
    match answer:
        case single_choice.SingleChoiceAnswer():
            return frozenset({answer.option})
        case multi_choice.MultiChoiceAnswer() | story.StoryAnswer():
            return frozenset(answer.options)
        case ranking.RankingAnswer():
            return frozenset(answer.order)
        case scenario.ScenarioAnswer():
            return frozenset(answer.path)
        case balance.BalanceAnswer():
            return _options_said((*answer.stay, *answer.change))
        case chain.ChainAnswer():
            return _options_said(answer.at(link) for link in chain.LINKS)
        case network_map.NetworkMapAnswer():
            return frozenset(answer.placed)
        case checklist.ChecklistAnswer():
            return frozenset((*answer.states.values(), *answer.helpers.values()))
        case _:
            return frozenset()


def _options_said(all_said: Iterable[Said | None]) -> frozenset[OptionId]:
    return frozenset(said.option for said in all_said if said is not None and said.option is not None)


def offered_options(exercise: AnyExercise) -> frozenset[OptionId]:
    """Gives every option that `chosen_options` may give for an answer to this exercise."""
    match exercise:
        case single_choice.SingleChoice() | multi_choice.MultiChoice() | story.Story() | ranking.Ranking():
            offered: Iterable[Option] = exercise.options
        case scenario.Scenario():
            offered = (way for scene in exercise.scenes for way in scene.options)
        case balance.Balance():
            offered = (*exercise.stay.cards, *exercise.change.cards)
        case chain.Chain():
            offered = (option for _, link in exercise.links.in_order() for option in link.options)
        case network_map.NetworkMap():
            offered = exercise.people
        case checklist.Checklist():
            offered = (*exercise.states, *exercise.helpers)
        case _:
            offered = ()
    return frozenset(option.id for option in offered)
