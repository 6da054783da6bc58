"""Everything that can ever happen, a page a subject, and here the closed, versioned union of it all.

- `kind` names the event and its version; a new meaning is a new kind, and old kinds stay readable for ever.
- An event holds what happened, never who or when: that is the entry's header (journal.py).
- Answers name the digest of the pack they were given in.
- Not here: who may read an event (disclosure.py) and what it changes (reflector, kvv and plan `evolve`).
"""

from typing import Annotated

from pydantic import Field

from modules.events.aid import TalkAsked, TalkWithdrawn, TogetherBegun, TogetherEnded
from modules.events.course import (
    STAFF_WORDS,
    BroughtToMdo,
    ByStaff,
    Day,
    DrPlanEstablished,
    DrPlanRevised,
    FeasibilityChecked,
    MdoDecided,
    PlanCountersigned,
    PlanDiscussed,
    PlanHandedOver,
    PlanRead,
    PlanReceived,
    ScreeningDone,
    StaffKey,
    StaffWords,
    TermExempted,
)
from modules.events.door import (
    CodeGiven,
    CodeUsed,
    Deed,
    DoorFailed,
    DoorPaused,
    PinChosen,
    PinWay,
    StaffActed,
)
from modules.events.learning import (
    AnswerGiven,
    ExerciseDone,
    ExerciseSkipped,
    MentorQuestionAsked,
    ModuleDeclined,
    ModuleFinished,
    ModuleStarted,
    QuestionSkipped,
    ReflectorFinished,
    SharedAnswer,
    ThemeFinished,
    ThemeRetaken,
    ThemesPicked,
    TrackChosen,
    WorkMoved,
)
from modules.events.plan import (
    MARK_STROKES,
    GoalRemoved,
    GoalSet,
    GoalStepTicked,
    MarkDrawn,
    PersonKey,
    PlanCheckedIn,
    PlanDeclined,
    PlanReadied,
    PlanSigned,
    ShareChosen,
    ShareWithdrawn,
    VersionChosen,
)
from modules.events.privacy import (
    CorrectionAsked,
    DataPrintAsked,
    PersonErased,
    PersonMoved,
    RecordAccessed,
)
from modules.events.terminal import (
    LoginFailed,
    StoreRestored,
    TerminalStarted,
)
from modules.events.visits import (
    Half,
    HalfKept,
    LanguageChosen,
    LookChosen,
    MentorNoteAnswered,
    MentorNoteSent,
    Page,
    PageReached,
    PrivateNoteKept,
    SessionEnded,
    SessionStarted,
)

__all__ = [
    "MARK_STROKES",
    "STAFF_WORDS",
    "AnswerGiven",
    "BroughtToMdo",
    "ByStaff",
    "CodeGiven",
    "CodeUsed",
    "CorrectionAsked",
    "DataPrintAsked",
    "Day",
    "Deed",
    "DoorFailed",
    "DoorPaused",
    "DrPlanEstablished",
    "DrPlanRevised",
    "Event",
    "ExerciseDone",
    "ExerciseSkipped",
    "FeasibilityChecked",
    "GoalRemoved",
    "GoalSet",
    "GoalStepTicked",
    "Half",
    "HalfKept",
    "LanguageChosen",
    "LoginFailed",
    "LookChosen",
    "MarkDrawn",
    "MdoDecided",
    "MentorNoteAnswered",
    "MentorNoteSent",
    "MentorQuestionAsked",
    "ModuleDeclined",
    "ModuleFinished",
    "ModuleStarted",
    "Page",
    "PageReached",
    "PersonErased",
    "PersonKey",
    "PersonMoved",
    "PinChosen",
    "PinWay",
    "PlanCheckedIn",
    "PlanCountersigned",
    "PlanDeclined",
    "PlanDiscussed",
    "PlanHandedOver",
    "PlanRead",
    "PlanReadied",
    "PlanReceived",
    "PlanSigned",
    "PrivateNoteKept",
    "QuestionSkipped",
    "RecordAccessed",
    "ReflectorFinished",
    "ScreeningDone",
    "SessionEnded",
    "SessionStarted",
    "ShareChosen",
    "ShareWithdrawn",
    "SharedAnswer",
    "StaffActed",
    "StaffKey",
    "StaffWords",
    "StoreRestored",
    "TalkAsked",
    "TalkWithdrawn",
    "TermExempted",
    "TerminalStarted",
    "ThemeFinished",
    "ThemeRetaken",
    "ThemesPicked",
    "TogetherBegun",
    "TogetherEnded",
    "TrackChosen",
    "VersionChosen",
    "WorkMoved",
]

Event = Annotated[
    SessionStarted
    | SessionEnded
    | LanguageChosen
    | LookChosen
    | PageReached
    | HalfKept
    | AnswerGiven
    | QuestionSkipped
    | ThemeFinished
    | ReflectorFinished
    | ThemesPicked
    | ThemeRetaken
    | TrackChosen
    | ModuleStarted
    | ExerciseDone
    | ExerciseSkipped
    | ModuleFinished
    | ModuleDeclined
    | MentorQuestionAsked
    | WorkMoved
    | GoalSet
    | GoalRemoved
    | ShareChosen
    | PlanSigned
    | MarkDrawn
    | PlanDeclined
    | PlanReceived
    | PlanRead
    | PlanDiscussed
    | FeasibilityChecked
    | PlanCountersigned
    | BroughtToMdo
    | MdoDecided
    | ScreeningDone
    | DrPlanEstablished
    | DrPlanRevised
    | PlanHandedOver
    | TermExempted
    | ShareWithdrawn
    | PlanReadied
    | VersionChosen
    | GoalStepTicked
    | PlanCheckedIn
    | MentorNoteSent
    | MentorNoteAnswered
    | PrivateNoteKept
    | TalkAsked
    | TalkWithdrawn
    | TogetherBegun
    | TogetherEnded
    | TerminalStarted
    | LoginFailed
    | DoorFailed
    | DoorPaused
    | CodeUsed
    | CodeGiven
    | PinChosen
    | StaffActed
    | StoreRestored
    | RecordAccessed
    | CorrectionAsked
    | DataPrintAsked
    | PersonErased
    | PersonMoved,
    Field(discriminator="kind"),
]
