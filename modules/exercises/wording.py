"""An answer back in words: what a summary shows, what is read aloud, what a plan copies.

- Words from a pack come back as `Text`, a person's own words as `str`, never translated.
- An option that this pack no longer has gives no words; nothing is guessed.
- Not here: joining words into a sentence of an interface (kiosk/views).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from modules.exercises import Answer, AnyExercise
from modules.exercises.balance import Balance, BalanceAnswer
from modules.exercises.card_sort import CardSort, CardSortAnswer
from modules.exercises.chain import Chain, ChainAnswer
from modules.exercises.checklist import Checklist, ChecklistAnswer
from modules.exercises.date import Date, DateAnswer
from modules.exercises.if_then import IfThen, IfThenAnswer
from modules.exercises.multi_choice import MultiChoice, MultiChoiceAnswer
from modules.exercises.network_map import NetworkMap, NetworkMapAnswer
from modules.exercises.number import Number, NumberAnswer
from modules.exercises.ranking import Ranking, RankingAnswer
from modules.exercises.ruler import RulerAnswer
from modules.exercises.scenario import Scenario, ScenarioAnswer, walked
from modules.exercises.shared import Option, Said
from modules.exercises.short_text import ShortTextAnswer
from modules.exercises.single_choice import SingleChoice, SingleChoiceAnswer
from modules.exercises.story import Story, StoryAnswer
from modules.exercises.timeline import Timeline, TimelineAnswer
from modules.ids import OptionId
from modules.texts import Text, dutch_text


@dataclass(frozen=True, slots=True)
class Worded:
    """What was said, and the heading it stands under where the exercise gives one (a pile, a period)."""

    said: Text | str
    under: Text | None = None


def wording(exercise: AnyExercise, answer: Answer) -> tuple[Worded, ...]:
    """Gives an answer in words; nothing for kinds that hold no words of their own."""
    match exercise, answer:
        case SingleChoice(), SingleChoiceAnswer():
            return _options(exercise.options, (answer.option,))
        case MultiChoice(), MultiChoiceAnswer():
            return _options(exercise.options, answer.options)
        case Story(), StoryAnswer():
            return _options(exercise.options, answer.options)
        case CardSort(), CardSortAnswer():
            return _laid(exercise.cards, exercise.piles, answer.piles)
        case NetworkMap(), NetworkMapAnswer():
            return _laid(exercise.people, exercise.rings, answer.placed)
        case Timeline(), TimelineAnswer():
            return tuple(
                Worded(card.text, period.text)
                for period in exercise.periods
                for card in exercise.cards
                if period.id in answer.placed.get(card.id, ())
            )
        case IfThen(), IfThenAnswer():
            return (*_said(exercise.situations, answer.situation), *_said(exercise.actions, answer.action))
        case _, RulerAnswer():
            return (Worded(dutch_text(str(answer.value))),)
        case _:
            return _wording_of_more(exercise, answer)


def _wording_of_more(exercise: AnyExercise, answer: Answer) -> tuple[Worded, ...]:
    match exercise, answer:
        case Ranking(), RankingAnswer():
            texts = (option_text(exercise.options, option) for option in answer.order)
            return tuple(Worded(_numbered(place, text)) for place, text in enumerate(texts, 1) if text)
        case Balance(), BalanceAnswer():
            trays = ((exercise.stay, answer.stay), (exercise.change, answer.change))
            return tuple(each for tray, laid in trays for one in laid for each in _said(tray.cards, one, tray.title))
        case Chain(), ChainAnswer():
            links = exercise.links.in_order()
            return tuple(each for name, link in links for each in _said(link.options, answer.at(name), link.title))
        case Scenario(), ScenarioAnswer():
            return tuple(Worded(way.text) for _, way in walked(exercise, answer.path))
        case Checklist(), ChecklistAnswer():
            return _checked(exercise, answer)
        case _, ShortTextAnswer():
            return (Worded(answer.words),)
        case Number(), NumberAnswer():
            return _unknown(exercise.unknown) if answer.unknown else _number(exercise, answer.value)
        case Date(), DateAnswer():
            known = "-".join(str(part) for part in (answer.day, answer.month, answer.year) if part is not None)
            return (Worded(dutch_text(known)),) if known else _unknown(exercise.unknown)
        case _:
            return ()


def said_words(offered: Iterable[Option], said: Said | None) -> Text | str | None:
    """Gives what was said: the option's text, or the own words; none where there is nothing."""
    if said is None:
        return None
    return said.own if said.own is not None else option_text(offered, said.option)


def option_text(offered: Iterable[Option], chosen: OptionId | None) -> Text | None:
    """Gives the text of an option, or none where it is not offered."""
    return next((option.text for option in offered if option.id == chosen), None)


def _options(offered: tuple[Option, ...], chosen: tuple[OptionId, ...]) -> tuple[Worded, ...]:
    return tuple(Worded(option.text) for option in offered if option.id in chosen)


def _laid(
    cards: tuple[Option, ...], places: tuple[Option, ...], lies: Mapping[OptionId, OptionId]
) -> tuple[Worded, ...]:
    return tuple(Worded(card.text, place.text) for place in places for card in cards if lies.get(card.id) == place.id)


def _said(offered: tuple[Option, ...], said: Said | None, under: Text | None = None) -> tuple[Worded, ...]:
    words = said_words(offered, said)
    return (Worded(words, under),) if words else ()


def _checked(exercise: Checklist, answer: ChecklistAnswer) -> tuple[Worded, ...]:
    worded = []
    for state in exercise.states:
        for thing in exercise.things:
            if answer.states.get(thing.id) == state.id:
                helper = option_text(exercise.helpers, answer.helpers.get(thing.id))
                worded.append(Worded(_joined(thing.text, helper) if helper else thing.text, state.text))
    return tuple(worded)


def _number(exercise: Number, value: int | None) -> tuple[Worded, ...]:
    if value is None:
        return ()
    if exercise.unit is None:
        return (Worded(dutch_text(str(value))),)
    return (Worded(Text({language: f"{value} {unit}" for language, unit in exercise.unit.root.items()})),)


def _unknown(words: Text | None) -> tuple[Worded, ...]:
    return (Worded(words),) if words else ()


def _numbered(place: int, text: Text) -> Text:
    return Text({language: f"{place}. {said}" for language, said in text.root.items()})


def _joined(text: Text, more: Text) -> Text:
    """Gives two texts as one in every language that either has."""
    languages = {**text.root, **more.root}
    return Text({each: f"{text.in_language(each)} ({more.in_language(each)})" for each in languages})
