"""Everything that can ever happen, on one page: a closed, versioned union.

- `kind` names the event and its version; a new meaning is a new kind, and old kinds stay readable for ever.
- An event holds what happened, never who or when: that is the entry's header (journal.py).
- Answers name the digest of the pack they were given in.
- Not here: who may read an event (disclosure.py) and what it changes (reflector, kvv and plan `evolve`).
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from modules.exercises import Answer
from modules.exercises.goal_builder import Goal
from modules.exercises.shared import Audience, OwnWords, PlanPart
from modules.ids import Digest, GoalId, ItemId, ModuleId, NoteId, OptionId, StaffId, TerminalId, ThemeId
from modules.reasons import DeclineReason, EndReason, NotePhrase, NoteReply, SkipReason
from modules.signed import PublicKey, Signature
from modules.texts import Language
from modules.values import Value

MARK_STROKES = 100
Page = Annotated[str, StringConstraints(pattern=r"^[a-z]+(/[a-z0-9_.]+)*$", max_length=120)]


class SessionStarted(Value):
    """The person logged in with number and PIN; nothing of him is written without this first."""

    kind: Literal["session_started/1"] = "session_started/1"
    language: Language


class SessionEnded(Value):
    """The person left, or was locked out after a rest."""

    kind: Literal["session_ended/1"] = "session_ended/1"
    reason: EndReason


class LanguageChosen(Value):
    """The person reads on in another language or level."""

    kind: Literal["language_chosen/1"] = "language_chosen/1"
    language: Language


class PageReached(Value):
    """The person came to a page, such as `reflector/basics.debts`; he comes back there after any interruption."""

    kind: Literal["page_reached/1"] = "page_reached/1"
    page: Page


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
    """A module was done to its last exercise."""

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


class GoalSet(Value):
    """A goal was made or changed."""

    kind: Literal["goal_set/1"] = "goal_set/1"
    pack: Digest
    source: ItemId
    goal_id: GoalId
    goal: Goal


class GoalRemoved(Value):
    """A goal was taken out of the plan."""

    kind: Literal["goal_removed/1"] = "goal_removed/1"
    goal_id: GoalId


class ShareChosen(Value):
    """The person chose who may see a part of his plan where the choice is his."""

    kind: Literal["share_chosen/1"] = "share_chosen/1"
    part: PlanPart
    audience: Audience


class PersonKey(Value):
    """A person's public signing key on one terminal, certified by that terminal's key (purpose PERSON_KEY)."""

    key: PublicKey
    certified: Signature


class PlanSigned(Value):
    """The person signed his plan; `document` is the canonical JSON of exactly what he was shown.

    Both signatures are over the bytes of `document` in UTF-8, purpose PLAN (modules/plan/document.py).
    """

    kind: Literal["plan_signed/1"] = "plan_signed/1"
    document: Annotated[str, StringConstraints(min_length=2, max_length=200_000)]
    person_key: PersonKey
    by_person: Signature
    by_terminal: Signature


class MarkDrawn(Value):
    """The mark the person drew when signing; kept as a picture of a mark, never analysed.

    Strokes are points (x, y) in thousandths of the drawing area, y upward.
    """

    kind: Literal["mark_drawn/1"] = "mark_drawn/1"
    plan: Digest
    strokes: Annotated[tuple[tuple[tuple[int, int], ...], ...], Field(max_length=MARK_STROKES)]


class PlanDeclined(Value):
    """The person chose not to sign, and said why; an equal choice."""

    kind: Literal["plan_declined/1"] = "plan_declined/1"
    reason: DeclineReason


class MentorNoteSent(Value):
    """A mentor sent a short note back to the person; a phrase, and a few words if he wrote any."""

    kind: Literal["mentor_note_sent/1"] = "mentor_note_sent/1"
    note_id: NoteId
    mentor: StaffId
    phrase: NotePhrase
    words: Annotated[str, StringConstraints(max_length=280)] = ""


class MentorNoteAnswered(Value):
    """The person saw a note, or wants to talk about it."""

    kind: Literal["mentor_note_answered/1"] = "mentor_note_answered/1"
    note_id: NoteId
    reply: NoteReply


class PrivateNoteKept(Value):
    """The person kept a note for himself; nobody else can open it."""

    kind: Literal["private_note_kept/1"] = "private_note_kept/1"
    words: OwnWords


class TerminalStarted(Value):
    """A terminal's program started; its self-test passed or named what did not."""

    kind: Literal["terminal_started/1"] = "terminal_started/1"
    version: str
    failed_checks: tuple[str, ...] = ()


class LoginFailed(Value):
    """A number and PIN did not belong together; neither is kept.

    Its subject is the person whose number it was, or the terminal when the number is nobody's.
    """

    kind: Literal["login_failed/1"] = "login_failed/1"


class StoreRestored(Value):
    """The store was found older than what the gateway had acknowledged; new lanes were opened."""

    kind: Literal["store_restored/1"] = "store_restored/1"
    terminal: TerminalId


Event = Annotated[
    SessionStarted
    | SessionEnded
    | LanguageChosen
    | PageReached
    | AnswerGiven
    | QuestionSkipped
    | ThemeFinished
    | ReflectorFinished
    | ModuleStarted
    | ExerciseDone
    | ExerciseSkipped
    | ModuleFinished
    | ModuleDeclined
    | MentorQuestionAsked
    | GoalSet
    | GoalRemoved
    | ShareChosen
    | PlanSigned
    | MarkDrawn
    | PlanDeclined
    | MentorNoteSent
    | MentorNoteAnswered
    | PrivateNoteKept
    | TerminalStarted
    | LoginFailed
    | StoreRestored,
    Field(discriminator="kind"),
]
