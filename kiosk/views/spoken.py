"""What is read aloud of an exercise: all that is on the page in order, own answers too.

- Of a kind that comes in steps, it is the page of one step.
- What the person chose is said with the word that marks it on the screen; where a thing lies is said with the thing.
- Not here: the prompt and the help line (question.py), and the voice (kiosk/speech).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain as joined

from kiosk.i18n import Words, month_names
from kiosk.views.exercises import (
    CardSortView,
    ExerciseView,
    GoalStepView,
    InfoCardView,
    RulerView,
    SummaryView,
    TimelineView,
)
from kiosk.views.filled_in import DateView, NumberView, ShortTextView
from kiosk.views.options import Options
from kiosk.views.told import ChainView, IfThenView, ScenarioView, StoryView, walked_crossings
from kiosk.views.weighed import BalanceView, ChecklistView, NetworkMapView, RankingView, TrayView
from modules.exercises.shared import Said
from modules.ids import OptionId


def spoken_of(exercise: ExerciseView, words: Words, step: int = 0) -> tuple[str, ...]:
    """Gives what is read aloud of an exercise at a step."""
    match exercise:
        case StoryView() if step < len(exercise.scenes):
            spoken: Iterable[str] = (exercise.scenes[step].text,)
        case ScenarioView():
            spoken = _scenario(exercise, words, step)
        case ChainView():
            spoken = _chain(exercise, words, step)
        case IfThenView():
            spoken = _if_then(exercise, words)
        case BalanceView():
            spoken = (*_tray(exercise.stay, words), *_tray(exercise.change, words))
        case _:
            spoken = _placed(exercise, words, step)
    return tuple(one for one in spoken if one)


def _placed(exercise: ExerciseView, words: Words, step: int) -> Iterable[str]:
    match exercise:
        case RankingView():
            known = {option.id: option.text for option in exercise.options}
            order = [f"{place}. {known[one]}" for place, one in enumerate(exercise.order, 1) if one in known]
            return (*order, *(option.text for option in exercise.options if option.id not in exercise.order))
        case CardSortView():
            return _lying(exercise.cards, exercise.piles, {one: (at,) for one, at in exercise.lies_on.items()}, step)
        case TimelineView():
            return _lying(exercise.cards, exercise.periods, exercise.placed, step)
        case NetworkMapView():
            return _lying(exercise.people, exercise.rings, {one: (at,) for one, at in exercise.placed.items()})
        case ChecklistView():
            return _checklist(exercise, step)
        case _:
            return _filled_in(exercise, words)


def _filled_in(exercise: ExerciseView, words: Words) -> Iterable[str]:
    match exercise:
        case ShortTextView():
            return (exercise.words or words("own.write"),)
        case NumberView():
            bounds = words("number.between", least=words.number(exercise.least), most=words.number(exercise.most))
            known = f"{exercise.value} {exercise.unit}" if exercise.value is not None else exercise.unit
            return (known, bounds, _marked(exercise.unknown, exercise.not_known, words))
        case DateView():
            parts = (exercise.day, _month(exercise.month, words), exercise.year)
            date = " ".join(str(part) for part in parts if part)
            return (date or words("date.year"), _marked(exercise.unknown, exercise.not_known, words))
        case RulerView():
            value = str(exercise.value) if exercise.value is not None else ""
            return (f"0: {exercise.low}", f"10: {exercise.high}", _marked(value, bool(value), words))
        case _:
            return _read(exercise, words)


def _read(exercise: ExerciseView, words: Words) -> Iterable[str]:
    match exercise:
        case InfoCardView():
            return exercise.body
        case SummaryView():
            rows = (f"{row.question} {row.answer}" for row in exercise.rows)
            return (*rows, *_options(exercise.questions, words))
        case GoalStepView():
            lines = (f"{label} {value}" for label, value in exercise.lines)
            return (exercise.so_far, *_options(exercise.options, words), exercise.own, *lines)
        case _:
            return _options(getattr(exercise, "options", ()), words)


def _marked(text: str, chosen: bool, words: Words) -> str:
    return f"{text}: {words('answer.chosen')}" if chosen and text else text


def _options(offered: Options, words: Words) -> Iterator[str]:
    return (_marked(option.text, option.chosen, words) for option in offered)


def _lying(
    cards: Options, places: Options, lies: Mapping[OptionId, Sequence[OptionId]], step: int = 0
) -> Iterator[str]:
    """Gives each card with where it lies, and after them the places; at a step the place that is open and its cards."""
    if step:
        opened = places[step - 1]
        yield opened.text
        yield from (card.text for card in cards if opened.id in lies.get(card.id, ()))
        return
    names = {place.id: place.text for place in places}
    for card in cards:
        at = ", ".join(names[place] for place in lies.get(card.id, ()) if place in names)
        yield f"{card.text}: {at}" if at else card.text
    yield from names.values()


def _scenario(exercise: ScenarioView, words: Words, step: int) -> Iterable[str]:
    walk = walked_crossings(exercise)
    if step // 2 >= len(walk):
        return ()
    crossing, way = walk[step // 2]
    if way is not None and step % 2:
        return words("scenario.chosen", way=way.option.text), way.outcome.text, words("scenario.again")
    return (crossing.scene.text, *_options(tuple(one.option for one in crossing.ways), words))


def _chain(exercise: ChainView, words: Words, step: int) -> Iterable[str]:
    so_far = (f"{link.title} {link.said_words}" for link in exercise.links if link.said_words)
    return (*so_far, *_options(exercise.links[step].options, words))


def _if_then(exercise: IfThenView, words: Words) -> Iterable[str]:
    halves = (
        ("if_then.if", exercise.situations, exercise.situation),
        ("if_then.then", exercise.actions, exercise.action),
    )
    return joined.from_iterable(
        (f"{words(name)} {_own(said)}".strip(), *_options(offered, words)) for name, offered, said in halves
    )


def _own(said: Said | None) -> str:
    return (said.own or "") if said else ""


def _tray(tray: TrayView, words: Words) -> Iterable[str]:
    return (tray.title, *_options(tray.cards, words), *(_marked(_own(said), True, words) for said in tray.laid))


def _checklist(exercise: ChecklistView, step: int) -> Iterable[str]:
    chosen, offered = (exercise.helper_of, exercise.helpers) if step else (exercise.state_of, exercise.states)
    asked = [one for one in exercise.things if not step or exercise.state_of.get(one.id) in exercise.asks_who]
    return _lying(tuple(asked), offered, {thing: (option,) for thing, option in chosen.items()})


def _month(month: int | None, words: Words) -> str:
    return month_names(words.language)[month - 1] if month else ""
