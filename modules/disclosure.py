"""What leaves the terminal, and who may read it: the one table behind the store, the batch and the screens.

- `WHOLE`: sealed with the lane's shared key; the gateway can open it.
- `DIGEST`: sealed with the lane's own key; the gateway relays the sealed body to the institution's other terminals
  and holds its digest, but cannot open it.
- `NEVER`: stays on this terminal; only the header travels, so that the lane still verifies.
- Answers follow the audience their question was given by its author.
- Not here: the sealing itself (kiosk/store/keys.py) and the notice a person reads (kiosk/views).
"""

from collections.abc import Mapping
from enum import StrEnum

from modules.events import (
    AnswerGiven,
    BroughtToMdo,
    CorrectionAsked,
    DataPrintAsked,
    DrPlanEstablished,
    DrPlanRevised,
    Event,
    ExerciseDone,
    ExerciseSkipped,
    FeasibilityChecked,
    GoalRemoved,
    GoalSet,
    LanguageChosen,
    LoginFailed,
    MarkDrawn,
    MdoDecided,
    MentorNoteAnswered,
    MentorNoteSent,
    MentorQuestionAsked,
    ModuleDeclined,
    ModuleFinished,
    ModuleStarted,
    PageReached,
    PersonErased,
    PlanCountersigned,
    PlanDeclined,
    PlanDiscussed,
    PlanHandedOver,
    PlanRead,
    PlanReceived,
    PlanSigned,
    PrivateNoteKept,
    QuestionSkipped,
    RecordAccessed,
    ReflectorFinished,
    SessionEnded,
    SessionStarted,
    ShareChosen,
    StoreRestored,
    TermExempted,
    TerminalStarted,
    ThemeFinished,
)
from modules.exercises.shared import Audience


class Disclosure(StrEnum):
    """How far an event's body goes."""

    WHOLE = "whole"
    DIGEST = "digest"
    NEVER = "never"


BY_AUDIENCE: Mapping[Audience, Disclosure] = {
    Audience.ONLY_ME: Disclosure.DIGEST,
    Audience.MENTOR: Disclosure.WHOLE,
    Audience.DR_PLAN: Disclosure.WHOLE,
}

TABLE: Mapping[type[Event], Disclosure | None] = {
    SessionStarted: Disclosure.WHOLE,
    SessionEnded: Disclosure.WHOLE,
    LanguageChosen: Disclosure.WHOLE,
    PageReached: Disclosure.DIGEST,
    AnswerGiven: None,
    QuestionSkipped: Disclosure.DIGEST,
    ThemeFinished: Disclosure.WHOLE,
    ReflectorFinished: Disclosure.WHOLE,
    ModuleStarted: Disclosure.WHOLE,
    ExerciseDone: None,
    ExerciseSkipped: Disclosure.DIGEST,
    ModuleFinished: Disclosure.WHOLE,
    ModuleDeclined: Disclosure.WHOLE,
    MentorQuestionAsked: Disclosure.WHOLE,
    GoalSet: Disclosure.DIGEST,
    GoalRemoved: Disclosure.DIGEST,
    ShareChosen: Disclosure.WHOLE,
    PlanSigned: Disclosure.WHOLE,
    MarkDrawn: Disclosure.DIGEST,
    PlanDeclined: Disclosure.WHOLE,
    PlanReceived: Disclosure.WHOLE,
    PlanRead: Disclosure.WHOLE,
    PlanDiscussed: Disclosure.WHOLE,
    FeasibilityChecked: Disclosure.WHOLE,
    PlanCountersigned: Disclosure.WHOLE,
    BroughtToMdo: Disclosure.WHOLE,
    MdoDecided: Disclosure.WHOLE,
    DrPlanEstablished: Disclosure.WHOLE,
    DrPlanRevised: Disclosure.WHOLE,
    PlanHandedOver: Disclosure.WHOLE,
    TermExempted: Disclosure.WHOLE,
    MentorNoteSent: Disclosure.WHOLE,
    MentorNoteAnswered: Disclosure.WHOLE,
    PrivateNoteKept: Disclosure.DIGEST,
    TerminalStarted: Disclosure.WHOLE,
    LoginFailed: Disclosure.WHOLE,
    StoreRestored: Disclosure.WHOLE,
    RecordAccessed: Disclosure.WHOLE,
    CorrectionAsked: Disclosure.WHOLE,
    DataPrintAsked: Disclosure.WHOLE,
    PersonErased: Disclosure.WHOLE,
}


def disclosure_of(event: Event) -> Disclosure:
    """Gives how far this event's body goes."""
    fixed = TABLE[type(event)]
    if fixed is not None:
        return fixed
    assert isinstance(event, AnswerGiven | ExerciseDone)  # noqa: S101  the only kinds whose row is open
    return BY_AUDIENCE[event.audience]
