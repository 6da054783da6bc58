"""What a person started, did, skipped and finished of the KVV modules, as a fold over his events.

- Answers given in two places at once both stand, as in the Reflector (SETTLED 5).
- Which modules are open follows from the programme: the number of modules and their order are data.
- `evolve` accepts any event and never raises. Not here: what may happen next (commands.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from modules.conditions import holds
from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvModule, KvvProgramme
from modules.events import Event, ExerciseDone, ExerciseSkipped, ModuleDeclined, ModuleFinished, ModuleStarted
from modules.exercises import Answer, AnyExercise, chosen_options
from modules.ids import ItemId, ModuleId, OptionId
from modules.ordering import Recorded

Given = Recorded[Event]
CHANGED_BY: frozenset[type[Event]] = frozenset(
    {ExerciseDone, ExerciseSkipped, ModuleStarted, ModuleFinished, ModuleDeclined}
)


@dataclass(frozen=True, slots=True)
class KvvState:
    """Per exercise the answers and skips that stand; the modules started, finished and declined."""

    heads: Mapping[ItemId, tuple[Given, ...]] = field(default_factory=dict)
    started: frozenset[ModuleId] = frozenset()
    finished: frozenset[ModuleId] = frozenset()
    declined: frozenset[ModuleId] = frozenset()

    def answer(self, item: ItemId) -> Answer | None:
        """Gives the answer shown for an exercise: the last that stands, also beside a skip; none where none does."""
        for head in reversed(self.heads.get(item, ())):
            if isinstance(head.event, ExerciseDone):
                return head.event.answer
        return None

    def is_skipped(self, item: ItemId) -> bool:
        """Tells whether the exercise was skipped, and no answer stands."""
        return self.is_passed(item) and self.answer(item) is None

    def is_passed(self, item: ItemId) -> bool:
        """Tells whether the exercise was done or skipped."""
        return bool(self.heads.get(item))

    def chosen(self, item: ItemId) -> frozenset[OptionId]:
        """Gives the options chosen at an exercise, for conditions."""
        answer = self.answer(item)
        return chosen_options(answer) if answer is not None else frozenset()


def evolve(state: KvvState, recorded: Given) -> KvvState:
    """Gives the state after one event; events of other parts change nothing."""
    match recorded.event:
        case ExerciseDone(item=item) | ExerciseSkipped(item=item):
            standing = tuple(head for head in state.heads.get(item, ()) if not recorded.saw(head.place))
            heads = {**state.heads, item: (*standing, recorded)}
            return KvvState(heads, state.started, state.finished, state.declined)
        case ModuleStarted(module=module):
            return replace(state, started=state.started | {module}, declined=state.declined - {module})
        case ModuleFinished(module=module):
            return replace(state, finished=state.finished | {module})
        case ModuleDeclined(module=module):
            return replace(state, declined=state.declined | {module})
        case _:
            return state


def is_open(state: KvvState, module: KvvModule) -> bool:
    """Tells whether a person can open a module: each module it comes after was finished, or it was begun before."""
    return module.id in state.started or set(module.opens_after) <= state.finished


def shown_exercises(edition: Edition[KvvProgramme], state: KvvState, module: KvvModule) -> tuple[AnyExercise, ...]:
    """Gives the exercises of a module that this person sees, in order."""
    return tuple(item for item in module.exercises if holds(item.show_if, state.chosen, edition.facts))


def next_exercise(edition: Edition[KvvProgramme], state: KvvState, module: KvvModule) -> AnyExercise | None:
    """Gives the first shown exercise that was neither done nor skipped, or none."""
    shown = shown_exercises(edition, state, module)
    return next((item for item in shown if not state.is_passed(item.id)), None)
