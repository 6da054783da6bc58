"""Work that moved to another version of its pack: how what was done before is read from then on; pure.

- Nothing in the journal changes: an answer keeps the digest it was given in, and a later entry says how it is read.
- What was done in the old version elsewhere, and comes in after the move, is read through the move as well. So it makes
  no difference in what order the two come in.
- What was done in a version that nobody moved from is read as it stands.
- Not here: what may be moved, and when (kiosk/wiring/library.py); the folds that read so (person.py).
"""

from collections.abc import Mapping
from typing import TypeVar, cast

from modules.events import (
    AnswerGiven,
    Event,
    ExerciseDone,
    ExerciseSkipped,
    GoalSet,
    MentorQuestionAsked,
    ModuleFinished,
    ModuleStarted,
    QuestionSkipped,
    ReflectorFinished,
    SharedAnswer,
    ThemeFinished,
    ThemeRetaken,
    ThemesPicked,
    WorkMoved,
)
from modules.exercises.renaming import Renaming
from modules.ids import Digest, ItemId
from modules.ordering import Recorded

Done = TypeVar("Done", bound=Event)
Moves = Mapping[Digest, WorkMoved]
Heads = Mapping[ItemId, tuple[Recorded[Event], ...]]
DONE_IN_A_PACK: frozenset[type[Event]] = frozenset(
    {
        AnswerGiven,
        QuestionSkipped,
        ThemeFinished,
        ReflectorFinished,
        ThemesPicked,
        ThemeRetaken,
        ModuleStarted,
        ExerciseDone,
        ExerciseSkipped,
        ModuleFinished,
        MentorQuestionAsked,
        GoalSet,
    }
)
"""The events that name the pack they were done in."""


def pack_of(event: Event) -> Digest:
    """Gives the pack something was done in, of an event that names one."""
    pack: Digest = event.pack  # type: ignore[union-attr]
    return pack


def newest(pack: Digest, moves: Moves) -> Digest:
    """Gives where the work of a pack stands after all moves."""
    passed = {pack}
    while (move := moves.get(pack)) and move.to not in passed:
        pack = move.to
        passed.add(pack)
    return pack


def read_after(recorded: Recorded[Done], moves: Moves) -> Recorded[Done] | None:
    """Gives what was done as it is read after all moves; none where it was lost on the way."""
    event: Event | None = recorded.event
    passed: set[Digest] = set()
    while event is not None and (move := _move_of(event, moves)) and move.pack not in passed:
        passed.add(move.pack)
        event = _moved(event, move.renaming)
        event = event.model_copy(update={"pack": move.to}) if event is not None else None
    return (
        None if event is None else recorded if event is recorded.event else recorded._replace(event=cast("Done", event))
    )


def heads_after(heads: Heads, moves: Moves) -> dict[ItemId, tuple[Recorded[Event], ...]]:
    """Gives what stands per item, each under the id it has after all moves."""
    found: dict[ItemId, tuple[Recorded[Event], ...]] = {}
    for stood in heads.values():
        for one in stood:
            read = read_after(one, moves)
            if read is not None:
                item = getattr(read.event, "item")  # noqa: B009  only what names an item stands here
                found[item] = (*found.get(item, ()), read)
    return found


def _move_of(event: Event, moves: Moves) -> WorkMoved | None:
    return moves.get(pack_of(event)) if type(event) in DONE_IN_A_PACK else None


def _moved(event: Event, renaming: Renaming) -> Event | None:
    match event:
        case AnswerGiven() | ExerciseDone():
            answer, item = renaming.answer(event.item, event.answer), renaming.item(event.item)
            return None if answer is None else event.model_copy(update={"item": item, "answer": answer})
        case QuestionSkipped() | ExerciseSkipped():
            item = renaming.item(event.item)
            return None if item is None else event.model_copy(update={"item": item})
        case MentorQuestionAsked():
            return event.model_copy(update={"shared": tuple(_shared(event, renaming))})
        case GoalSet():
            source = renaming.items.get(event.source, event.source)
            return event.model_copy(update={"source": source, "goal": renaming.goal(event.source, event.goal)})
        case _:
            return event


def _shared(event: MentorQuestionAsked, renaming: Renaming) -> list[SharedAnswer]:
    read = ((renaming.item(one.item), renaming.answer(one.item, one.answer)) for one in event.shared)
    return [SharedAnswer(item=item, answer=answer) for item, answer in read if item and answer]
