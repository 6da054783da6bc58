"""What loading a release would do to running work here: counts of people and answers, and nothing of anybody.

- Asked before it is loaded; it reads the store and changes nothing.
- What is not declared loses nothing: that work stays in its own version to its end.
- Not here: whether the release is believed (upkeep.py), the moves themselves (library.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from content.migrating import declared
from content.pack import Pack
from kiosk.store import lanes
from kiosk.wiring.library import OF_WORK, Library
from kiosk.wiring.opened import OpenStore
from modules.events import AnswerGiven, ExerciseDone, GoalSet, WorkMoved
from modules.ids import Digest, SubjectId
from modules.moving import newest, read_after
from modules.ordering import Recorded
from modules.person import PersonState, fold


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would become of the work in one version of a pack; no counts of answers where nobody is moved."""

    pack: str
    old: int
    new: int
    people: int
    moves: bool
    whole: int = 0
    partly: int = 0
    lost: int = 0

    def __str__(self) -> str:
        """Gives it in a line."""
        who = f"{self.pack} {self.old} to {self.new}: {self.people} people"
        if not self.moves:
            return f"{who} stay in {self.old} to their end"
        return f"{who} go on in {self.new}; answers: {self.whole} whole, {self.partly} in part, {self.lost} lost"


def foreseen(store: OpenStore, packs: Sequence[Pack]) -> Iterator[Foreseen]:
    """Gives for each version that somebody works in what these packs would do to that work."""
    people = [fold(store.journal.read(SubjectId(person))) for person in sorted(lanes.people(store.vault))]
    library, known = Library(store.packs), store.packs.known()
    for pack in packs:
        if pack.manifest.id not in OF_WORK:
            continue
        standing: dict[Digest, list[PersonState]] = {}
        for state in people:
            stands = library.stands_in(pack.manifest.id, state)
            if stands is not None and stands in known and stands != pack.digest:
                standing.setdefault(stands, []).append(state)
        for old, states in sorted(standing.items(), key=lambda one: known[one[0]][1]):
            yield _of_a_version(pack, old, known[old][1], states)


def _of_a_version(pack: Pack, old: Digest, version: int, states: Sequence[PersonState]) -> Foreseen:
    migration, manifest = declared(version, pack.manifest), pack.manifest
    if migration is None:
        return Foreseen(manifest.id, version, manifest.version, len(states), moves=False)
    move = WorkMoved(pack=old, to=pack.digest, renaming=migration.renaming)
    sizes = [sizes for state in states for sizes in _sizes(state, move)]
    return Foreseen(
        pack=manifest.id,
        old=version,
        new=manifest.version,
        people=len(states),
        moves=True,
        whole=sum(before == after for before, after in sizes),
        partly=sum(0 < after < before for before, after in sizes),
        lost=sum(not after for _, after in sizes),
    )


def _sizes(state: PersonState, move: WorkMoved) -> Iterator[tuple[int, int]]:
    """Gives of each answer and goal that stands in the pack how much it holds now, and how much after the move."""
    parts: tuple[Iterable[tuple[Recorded[Any], ...]], ...] = (
        state.reflector.heads.values(),
        state.kvv.heads.values(),
        state.plan.goal_heads.values(),
    )
    for standing in chain(*parts):
        for one in standing:
            event = one.event
            if isinstance(event, AnswerGiven | ExerciseDone | GoalSet) and newest(event.pack, state.moves) == move.pack:
                read = read_after(one, {move.pack: move})
                yield _size(event), _size(read.event) if read else 0


def _size(event: object) -> int:
    said = event.goal if isinstance(event, GoalSet) else getattr(event, "answer", None)
    return _leaves(said.model_dump(exclude_none=True)) if said is not None else 0


def _leaves(value: object) -> int:
    if isinstance(value, dict):
        return sum(1 + _leaves(held) for held in value.values())
    return sum(map(_leaves, value)) if isinstance(value, tuple) else 1
