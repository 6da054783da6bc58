"""What happens in the Reflector and in the modules of Kies voor Verandering."""

from typing import Annotated, Literal

from pydantic import Field

from modules.exercises import Answer
from modules.exercises.renaming import Renaming
from modules.exercises.shared import Audience
from modules.ids import Digest, ItemId, ModuleId, OptionId, ThemeId
from modules.reasons import DeclineReason, SkipReason, Track
from modules.values import Value


class AnswerGiven(Value):
    """A Reflector question was answered."""

    kind: Literal["answer_given/1"] = "answer_given/1"
    pack: Digest
    item: ItemId
    answer: Answer
    audience: Audience


class QuestionSkipped(Value):
    """A Reflector question was skipped; it can be answered later."""

    kind: Literal["question_skipped/1"] = "question_skipped/1"
    pack: Digest
    item: ItemId
    reason: SkipReason | None


class ThemeFinished(Value):
    """All shown questions of a theme were answered or skipped, and the overview was seen."""

    kind: Literal["theme_finished/1"] = "theme_finished/1"
    pack: Digest
    theme: ThemeId
    answered: Annotated[int, Field(ge=0)]
    skipped: Annotated[int, Field(ge=0)]


class ReflectorFinished(Value):
    """Every theme was finished."""

    kind: Literal["reflector_finished/1"] = "reflector_finished/1"
    pack: Digest


class ThemesPicked(Value):
    """The person picked the themes he wants to begin with; the last pick stands."""

    kind: Literal["themes_picked/1"] = "themes_picked/1"
    pack: Digest
    themes: Annotated[tuple[ThemeId, ...], Field(max_length=3)]


class ThemeRetaken(Value):
    """The person answers a finished theme anew; what he said before is kept, to see what changed."""

    kind: Literal["theme_retaken/1"] = "theme_retaken/1"
    pack: Digest
    theme: ThemeId


class TrackChosen(Value):
    """The person chose the whole way through the modules, or the short one; the last choice stands."""

    kind: Literal["track_chosen/1"] = "track_chosen/1"
    track: Track


class ModuleStarted(Value):
    """A KVV module was opened for the first time, or again after it was declined."""

    kind: Literal["module_started/1"] = "module_started/1"
    pack: Digest
    module: ModuleId


class ExerciseDone(Value):
    """An exercise was answered, again or for the first time."""

    kind: Literal["exercise_done/1"] = "exercise_done/1"
    pack: Digest
    module: ModuleId
    item: ItemId
    answer: Answer
    audience: Audience


class ExerciseSkipped(Value):
    """An exercise was skipped; it can be done later."""

    kind: Literal["exercise_skipped/1"] = "exercise_skipped/1"
    pack: Digest
    module: ModuleId
    item: ItemId
    reason: SkipReason | None


class ModuleFinished(Value):
    """A module was gone through to its last exercise; each was done or skipped."""

    kind: Literal["module_finished/1"] = "module_finished/1"
    pack: Digest
    module: ModuleId


class ModuleDeclined(Value):
    """The person chose not to do a module now."""

    kind: Literal["module_declined/1"] = "module_declined/1"
    module: ModuleId
    reason: DeclineReason


class SharedAnswer(Value):
    """A copy of one answer, made because the person chose to share it."""

    item: ItemId
    answer: Answer


class MentorQuestionAsked(Value):
    """The person wants to talk about something with his mentor: answers he shares, a question he picked."""

    kind: Literal["mentor_question_asked/1"] = "mentor_question_asked/1"
    pack: Digest
    module: ModuleId
    shared: tuple[SharedAnswer, ...]
    question: OptionId | None


class WorkMoved(Value):
    """What was begun in one version of a pack goes on in another; from here on it is read as `renaming` says.

    The answers themselves stay where they are, under the digest they were given in.
    """

    kind: Literal["work_moved/1"] = "work_moved/1"
    pack: Digest
    to: Digest
    renaming: Renaming
