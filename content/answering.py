"""Which options an answer can choose: every set of them, for the walk; pure.

- Only options that some condition asks for are told apart; the empty set is skipping, or any other answer.
- A kind keeps its own rule: one of a single choice, `most` of many, a way through a scenario that exists, and so on.
- Not here: walking (walk.py).
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import combinations, islice, product

from modules.exercises import AnyExercise, offered_options
from modules.exercises.chain import Chain
from modules.exercises.checklist import Checklist
from modules.exercises.multi_choice import MultiChoice
from modules.exercises.ranking import Ranking
from modules.exercises.scenario import Scenario
from modules.exercises.single_choice import SingleChoice
from modules.exercises.story import Story
from modules.ids import OptionId

Choice = frozenset[OptionId]
NOTHING: Choice = frozenset()


def choices(exercise: AnyExercise, asked: AbstractSet[OptionId], most: int) -> tuple[Choice, ...]:
    """Gives every set of the options asked for that an answer can choose, small ones first; `most` and one at most."""
    wanted = offered_options(exercise) & asked
    match exercise:
        case SingleChoice():
            found: Iterable[Choice] = _some(wanted, 1)
        case MultiChoice():
            found = _some(wanted, exercise.most)
        case Story():
            found = _some(wanted, exercise.most)
        case Ranking():
            found = _some(wanted, exercise.places)
        case Scenario():
            found = (path & wanted for path in _paths(exercise))
        case Chain():
            links = [_some({option.id for option in link.options} & wanted, 1) for _, link in exercise.links.in_order()]
            found = (frozenset().union(*said) for said in product(*map(tuple, links)))
        case Checklist():
            found = _on_a_checklist(exercise, wanted)
        case _:
            found = _some(wanted, None)
    return tuple(sorted({NOTHING, *islice(found, most + 1)}, key=lambda choice: (len(choice), sorted(choice))))


def _some(options: AbstractSet[OptionId], most: int | None) -> Iterator[Choice]:
    """Gives every set of at most so many options."""
    for count in range(min(len(options), len(options) if most is None else most) + 1):
        yield from map(frozenset, combinations(sorted(options), count))


def _paths(scenario: Scenario) -> Iterator[Choice]:
    """Gives the choices of every way from the first scene; a way may also stop half way."""
    todo: list[tuple[Choice, OptionId | None]] = [(NOTHING, scenario.scenes[0].id)]
    while todo:
        path, at = todo.pop()
        yield path
        scene = scenario.scene(at)
        todo += [(path | {way.id}, way.leads_to) for way in scene.options] if scene else []


def _on_a_checklist(checklist: Checklist, wanted: AbstractSet[OptionId]) -> Iterator[Choice]:
    """Gives states and helpers that can stand together: a helper only where a state asks for one."""
    states, helpers = ([option.id for option in some] for some in (checklist.states, checklist.helpers))
    for stand in _some(set(states), len(checklist.things)):
        asks = len(checklist.things) if stand & set(checklist.asks_who) else 0
        spare = asks - len(stand - set(checklist.asks_who))
        for help_with in _some(set(helpers), max(spare, 0)):
            yield (stand | help_with) & wanted
