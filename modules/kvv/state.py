"""What a person started, did, skipped and finished of the KVV modules, as a fold over his events.

- Answers given in two places at once both stand, as in the Reflector (SETTLED 5).
- Which modules are open follows from the programme: the number of modules and their order are data.
- `evolve` accepts any event and never raises. Not here: what may happen next (commands.py).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from modules.conditions import holds
from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvModule, KvvProgramme
from modules.events import (
    Event,
    ExerciseDone,
    ExerciseSkipped,
    ModuleDeclined,
    ModuleFinished,
    ModuleStarted,
    TrackChosen,
)
from modules.exercises import Answer, AnyExercise, chosen_options
from modules.ids import ItemId, ModuleId, OptionId
from modules.moving import Moves, heads_after
from modules.ordering import Recorded, standing_with
from modules.reasons import Track

Given = Recorded[Event]
CHANGED_BY: frozenset[type[Event]] = frozenset(
    {ExerciseDone, ExerciseSkipped, ModuleStarted, ModuleFinished, ModuleDeclined, TrackChosen}
)


@dataclass(frozen=True, slots=True)
class KvvState:
    """Per exercise the answers and skips that stand; the modules started, finished and declined; the way chosen."""

    heads: Mapping[ItemId, tuple[Given, ...]] = field(default_factory=dict)
    started: frozenset[ModuleId] = frozenset()
    finished: frozenset[ModuleId] = frozenset()
    declined: frozenset[ModuleId] = frozenset()
    track: Track | None = None

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
    return fold(state, (recorded,))


def fold(state: KvvState, events: Iterable[Given]) -> KvvState:
    """Gives the state after events in order; all are gathered, and stand in it at the end."""
    heads, track = dict(state.heads), state.track
    started, finished, declined = set(state.started), set(state.finished), set(state.declined)
    for recorded in events:
        match recorded.event:
            case ExerciseDone(item=item) | ExerciseSkipped(item=item):
                heads[item] = standing_with(recorded, heads.get(item, ()))
            case ModuleStarted(module=module):
                started.add(module)
                declined.discard(module)
            case ModuleFinished(module=module):
                finished.add(module)
            case ModuleDeclined(module=module):
                declined.add(module)
            case TrackChosen():
                track = recorded.event.track
    return KvvState(heads, frozenset(started), frozenset(finished), frozenset(declined), track)


def read_anew(state: KvvState, moves: Moves) -> KvvState:
    """Gives the state as it is read after these moves."""
    return replace(state, heads=heads_after(state.heads, moves))


def waits_for(programme: KvvProgramme, state: KvvState, module: KvvModule) -> frozenset[ModuleId]:
    """Gives the modules that are still to be finished before a person can open this one; none where he can.

    On the short way only its own modules are waited for; the others may be done, or not.
    """
    if module.id in state.started:
        return frozenset()
    needed = frozenset(module.opens_after) - state.finished
    return needed & frozenset(programme.short_track) if state.track is Track.SHORT else needed


def is_open(programme: KvvProgramme, state: KvvState, module: KvvModule) -> bool:
    """Tells whether a person can open a module."""
    return not waits_for(programme, state, module)


def asks_track(programme: KvvProgramme, state: KvvState) -> bool:
    """Tells whether a person is asked which way he wants: once, before he begins; not who began before it was asked."""
    numbered = {module.id for module in programme.modules if module.number}
    return bool(programme.short_track) and state.track is None and not state.started & numbered


def shown_exercises(edition: Edition[KvvProgramme], state: KvvState, module: KvvModule) -> tuple[AnyExercise, ...]:
    """Gives the exercises of a module that this person sees, in order."""
    return tuple(item for item in module.exercises if holds(item.show_if, state.chosen, edition.facts))


def next_exercise(edition: Edition[KvvProgramme], state: KvvState, module: KvvModule) -> AnyExercise | None:
    """Gives the first shown exercise that was neither done nor skipped, or none."""
    shown = shown_exercises(edition, state, module)
    return next((item for item in shown if not state.is_passed(item.id)), None)
