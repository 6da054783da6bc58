"""The kinds in which things get a place: a ranking, a balance, a network map, a checklist.

- Not here: the other kinds (exercises.py, told.py, filled_in.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.views.options import Options, option_said, options
from modules.exercises.balance import Balance, BalanceAnswer, Tray
from modules.exercises.checklist import Checklist, ChecklistAnswer
from modules.exercises.network_map import NetworkMap, NetworkMapAnswer
from modules.exercises.ranking import Ranking, RankingAnswer
from modules.exercises.shared import Said
from modules.ids import OptionId
from modules.texts import Language

OPEN = "_"
"""What is kept after the letter of a tray that is open."""


@dataclass(frozen=True, slots=True)
class RankingView:
    """Options, and those that have a place, the first first."""

    options: Options
    order: tuple[OptionId, ...]
    places: int


@dataclass(frozen=True, slots=True)
class TrayView:
    """One side of a balance: its name, what is asked, its cards, and what lies on it."""

    title: str
    asks: str
    cards: Options
    laid: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class BalanceView:
    """Staying as it is, and change."""

    stay: TrayView
    change: TrayView
    own_words: bool


@dataclass(frozen=True, slots=True)
class NetworkMapView:
    """People, rings from near to far, and the ring each placed person stands on."""

    people: Options
    rings: Options
    placed: Mapping[OptionId, OptionId]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """Things, states, helpers, the states at which a helper is asked; and what was chosen of them."""

    things: Options
    states: Options
    helpers: Options
    asks_who: tuple[OptionId, ...]
    state_of: Mapping[OptionId, OptionId]
    helper_of: Mapping[OptionId, OptionId]


WeighedView = RankingView | BalanceView | NetworkMapView | ChecklistView


def weighed_view(exercise: Any, answer: Any, language: Language) -> WeighedView | None:
    """Gives the view of a kind in which things get a place; none for another kind."""
    match exercise:
        case Ranking():
            offered = {option.id for option in exercise.options}
            order = tuple(one for one in answer.order if one in offered) if isinstance(answer, RankingAnswer) else ()
            return RankingView(options(exercise.options, language, frozenset(order)), order, exercise.places)
        case Balance():
            stay, change = (answer.stay, answer.change) if isinstance(answer, BalanceAnswer) else ((), ())
            trays = _tray(exercise.stay, stay, language), _tray(exercise.change, change, language)
            return BalanceView(*trays, exercise.own_words)
        case NetworkMap():
            placed = answer.placed if isinstance(answer, NetworkMapAnswer) else {}
            return NetworkMapView(options(exercise.people, language), options(exercise.rings, language), placed)
        case Checklist():
            given = answer if isinstance(answer, ChecklistAnswer) else ChecklistAnswer(states={})
            return ChecklistView(
                options(exercise.things, language),
                options(exercise.states, language),
                options(exercise.helpers, language),
                exercise.asks_who,
                given.states,
                given.helpers,
            )
        case _:
            return None


def _tray(tray: Tray, laid: tuple[Said, ...], language: Language) -> TrayView:
    chosen: frozenset[OptionId] = frozenset().union(*map(option_said, laid))
    cards = options(tray.cards, language, chosen)
    return TrayView(tray.title.in_language(language), tray.question.in_language(language), cards, laid)
