"""An answer somebody could give to the kinds that are told, placed or filled in: for rehearsals and pictures.

- Every answer is made of what the view offers, so it fits its exercise.
- What lies somewhere can be opened too: then it is seen as whole cards.
- Not here: the other kinds, and walking from page to page (rehearsal.py).
"""

from dataclasses import replace
from string import ascii_lowercase

from kiosk.views.exercises import CardSortView, TimelineView
from kiosk.views.filled_in import DateView, NumberView, ShortTextView
from kiosk.views.options import Options
from kiosk.views.question import QuestionView
from kiosk.views.told import ChainView, CrossingView, ScenarioView, StoryView
from kiosk.views.weighed import OPEN, BalanceView, ChecklistView, NetworkMapView, RankingView
from modules.events import Half
from modules.exercises import Answer
from modules.exercises.balance import BalanceAnswer
from modules.exercises.chain import ChainAnswer
from modules.exercises.checklist import ChecklistAnswer
from modules.exercises.date import DateAnswer
from modules.exercises.network_map import NetworkMapAnswer
from modules.exercises.number import NumberAnswer
from modules.exercises.ranking import RankingAnswer
from modules.exercises.scenario import ScenarioAnswer
from modules.exercises.shared import Said
from modules.exercises.short_text import ShortTextAnswer
from modules.exercises.story import StoryAnswer
from modules.ids import OptionId

WORDS = "Koffie in de zon, een stuk lopen en daarna samen eten."


def placed_answer(view: object) -> Answer | None:
    """Gives an answer to one of these kinds; none to another."""
    match view:
        case StoryView():
            return StoryAnswer(options=tuple(one.id for one in view.options[: view.most]))
        case RankingView():
            return RankingAnswer(order=tuple(one.id for one in view.options[: view.places]))
        case BalanceView():
            return BalanceAnswer(stay=_some(view.stay.cards, 2), change=_some(view.change.cards, 3))
        case ChainView():
            links = {link.name: Said(option=link.options[0].id) for link in view.links}
            return ChainAnswer().model_copy(update=links)
        case NetworkMapView():
            rings = [ring.id for ring in view.rings]
            people = enumerate(view.people[:-1])
            return NetworkMapAnswer(placed={one.id: rings[place % len(rings)] for place, one in people})
        case ScenarioView():
            return ScenarioAnswer(path=_path(view))
        case ChecklistView():
            return _checked(view)
        case _:
            return _filled_in(view)


def opened_page(view: QuestionView) -> QuestionView | None:
    """Gives a page as it looks with the first place open in which anything lies; none where nothing lies."""
    turn = _opens(view.exercise)
    return replace(view, half=Half(turn=turn)) if turn else None


def _opens(view: object) -> str:
    """Gives what is kept of an exercise while its first place with anything in it is open."""
    match view:
        case CardSortView():
            lying = [pile.id in view.lies_on.values() for pile in view.piles]
        case TimelineView():
            lying = [any(period.id in lies for lies in view.placed.values()) for period in view.periods]
        case BalanceView():
            return f"a{OPEN}" if view.stay.laid else ""
        case _:
            return ""
    return ascii_lowercase[1 + lying.index(True)] if any(lying) else ""


def _filled_in(view: object) -> Answer | None:
    match view:
        case ShortTextView():
            return ShortTextAnswer(words=WORDS[: view.most])
        case NumberView():
            return NumberAnswer(value=(view.least + min(view.most, view.least + 10)) // 2)
        case DateView():
            year = view.years[len(view.years) // 2]
            month, day = (8 if view.precision != "year" else None, 12 if view.precision == "day" else None)
            return DateAnswer(year=year, month=month, day=day)
        case _:
            return None


def _some(cards: Options, count: int) -> tuple[Said, ...]:
    return tuple(Said(option=card.id) for card in cards[:count])


def _path(view: ScenarioView) -> tuple[OptionId, ...]:
    known = {crossing.id: crossing for crossing in view.crossings}
    crossing: CrossingView | None = view.crossings[0]
    path: list[OptionId] = []
    while crossing is not None:
        way = crossing.ways[0]
        path.append(way.option.id)
        crossing = known.get(way.leads_to) if way.leads_to else None
    return tuple(path)


def _checked(view: ChecklistView) -> ChecklistAnswer:
    states = {thing.id: view.states[place % len(view.states)].id for place, thing in enumerate(view.things)}
    open_things = [thing for thing, state in states.items() if state in view.asks_who]
    helpers = {thing: view.helpers[place % len(view.helpers)].id for place, thing in enumerate(open_things)}
    return ChecklistAnswer(states=states, helpers=helpers)
