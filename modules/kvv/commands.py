"""What a person can do in a KVV module, and what then happens: decide(edition, state, command) -> events.

- What a summary shares is copied for the mentor when the module is finished, not at each tap.
- Declining a module is a recorded choice like any other.
- Not here: goals and signing, which are plan commands whichever page they are made on (SETTLED 7).
"""

from dataclasses import dataclass

from modules.definition.edition import Edition
from modules.definition.kvv_module import KvvModule, KvvProgramme
from modules.errors import RefusedError
from modules.events import (
    Event,
    ExerciseDone,
    ExerciseSkipped,
    MentorQuestionAsked,
    ModuleDeclined,
    ModuleFinished,
    ModuleStarted,
    SharedAnswer,
    TrackChosen,
)
from modules.exercises import Answer, AnyExercise, check_answer
from modules.exercises.summary import SummaryAnswer
from modules.ids import ItemId, ModuleId
from modules.kvv.state import KvvState, is_open, next_exercise
from modules.reasons import DeclineReason, SkipReason, Track


@dataclass(frozen=True, slots=True)
class StartModule:
    """Opens a module."""

    module: ModuleId


@dataclass(frozen=True, slots=True)
class DoExercise:
    """Answers an exercise of a module."""

    module: ModuleId
    item: ItemId
    answer: Answer


@dataclass(frozen=True, slots=True)
class SkipExercise:
    """Skips an exercise, with a reason if the person gives one."""

    module: ModuleId
    item: ItemId
    reason: SkipReason | None = None


@dataclass(frozen=True, slots=True)
class FinishModule:
    """Comes to the end of a module."""

    module: ModuleId


@dataclass(frozen=True, slots=True)
class DeclineModule:
    """Chooses not to do a module now."""

    module: ModuleId
    reason: DeclineReason


@dataclass(frozen=True, slots=True)
class ChooseTrack:
    """Chooses the whole way through the modules, or the short one."""

    track: Track


KvvCommand = ChooseTrack | StartModule | DoExercise | SkipExercise | FinishModule | DeclineModule


def decide(edition: Edition[KvvProgramme], state: KvvState, command: KvvCommand) -> tuple[Event, ...]:
    """Gives what happens when a person does this.

    Raises:
        RefusedError: The module or exercise is not of this programme, the module is not open yet or was not opened,
            the answer does not fit, or a module is finished that has exercises neither done nor skipped.
    """
    if isinstance(command, ChooseTrack):
        return () if state.track is command.track else (TrackChosen(track=command.track),)
    module = _module(edition, command.module)
    match command:
        case StartModule():
            if not is_open(edition.definition, state, module):
                raise RefusedError("a module was opened before those it comes after")
            started = ModuleStarted(pack=edition.pack_of(module.id), module=module.id)
            return () if module.id in state.started - state.declined else (started,)
        case DoExercise():
            return _do(edition, state, module, command)
        case SkipExercise(_, item_id, reason):
            _exercise(state, module, item_id)
            skipped = ExerciseSkipped(pack=edition.pack_of(module.id), module=module.id, item=item_id, reason=reason)
            return (skipped,)
        case FinishModule():
            return _finish(edition, state, module)
        case DeclineModule(_, why):
            return (ModuleDeclined(module=module.id, reason=why),)


def _do(edition: Edition[KvvProgramme], state: KvvState, module: KvvModule, command: DoExercise) -> tuple[Event, ...]:
    exercise = _exercise(state, module, command.item)
    check_answer(exercise, command.answer)
    heads = state.heads.get(command.item, ())
    if len(heads) == 1 and state.answer(command.item) == command.answer:
        return ()
    done = ExerciseDone(
        pack=edition.pack_of(module.id),
        module=module.id,
        item=command.item,
        answer=command.answer,
        audience=exercise.audience,
    )
    return (done,)


def _finish(edition: Edition[KvvProgramme], state: KvvState, module: KvvModule) -> tuple[Event, ...]:
    if next_exercise(edition, state, module) is not None:
        raise RefusedError("a module has exercises that were neither done nor skipped")
    events: list[Event] = []
    for exercise in module.exercises:
        summary = state.answer(exercise.id)
        if isinstance(summary, SummaryAnswer) and (summary.shared or summary.mentor_question):
            events.append(_asked(edition, state, module, summary))
    if module.id not in state.finished:
        events.append(ModuleFinished(pack=edition.pack_of(module.id), module=module.id))
    return tuple(events)


def _asked(
    edition: Edition[KvvProgramme], state: KvvState, module: KvvModule, summary: SummaryAnswer
) -> MentorQuestionAsked:
    answers = ((item, state.answer(item)) for item in summary.shared)
    return MentorQuestionAsked(
        pack=edition.pack_of(module.id),
        module=module.id,
        shared=tuple(SharedAnswer(item=item, answer=answer) for item, answer in answers if answer is not None),
        question=summary.mentor_question,
    )


def _module(edition: Edition[KvvProgramme], module_id: ModuleId) -> KvvModule:
    try:
        return edition.definition.module(module_id)
    except KeyError as error:
        raise RefusedError("a module was named that this programme does not have") from error


def _exercise(state: KvvState, module: KvvModule, item_id: ItemId) -> AnyExercise:
    if module.id not in state.started:
        raise RefusedError("an exercise was done or skipped in a module that was not opened")
    try:
        return module.exercise(item_id)
    except KeyError as error:
        raise RefusedError("an exercise was named that this module does not have") from error
