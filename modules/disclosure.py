"""What leaves the terminal, and who may read it: the one table behind the store, the batch and the screens.

- `WHOLE`: sealed with the lane's shared key; the gateway can open it.
- `DIGEST`: sealed with the lane's own key; the gateway relays the sealed body to the institution's other terminals
  and holds its digest, but cannot open it.
- `NEVER`: stays on this terminal; only the header travels, so that the lane still verifies.
- Answers follow the audience their question was given by its author.
- `PLAN_PARTS` says the same of a plan's parts: who reads each, whether that leaves the prison, whether the law provides
  for it (Pbw 18a: told, never asked for) or the choice is the person's. The page "wie ziet wat", what a terminal lets
  him choose, and what a hand-over holds all read it.
- Not here: the sealing itself (kiosk/store/keys.py) and the notice a person reads (kiosk/views).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from modules.events import (
    AnswerGiven,
    BroughtToMdo,
    CodeGiven,
    CodeUsed,
    CorrectionAsked,
    DataPrintAsked,
    DoorFailed,
    DoorPaused,
    DrPlanEstablished,
    DrPlanRevised,
    Event,
    ExerciseDone,
    ExerciseSkipped,
    FeasibilityChecked,
    GoalRemoved,
    GoalSet,
    GoalStepTicked,
    HalfKept,
    LanguageChosen,
    LoginFailed,
    LookChosen,
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
    PersonMoved,
    PinChosen,
    PlanCheckedIn,
    PlanCountersigned,
    PlanDeclined,
    PlanDiscussed,
    PlanHandedOver,
    PlanRead,
    PlanReadied,
    PlanReceived,
    PlanSigned,
    PrivateNoteKept,
    QuestionSkipped,
    RecordAccessed,
    ReflectorFinished,
    ScreeningDone,
    SessionEnded,
    SessionStarted,
    ShareChosen,
    ShareWithdrawn,
    StaffActed,
    StoreRestored,
    TalkAsked,
    TalkWithdrawn,
    TermExempted,
    TerminalStarted,
    ThemeFinished,
    ThemeRetaken,
    ThemesPicked,
    TogetherBegun,
    TogetherEnded,
    TrackChosen,
    VersionChosen,
    WorkMoved,
)
from modules.exercises.shared import Audience, PlanPart


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
    LookChosen: Disclosure.DIGEST,
    PageReached: Disclosure.DIGEST,
    HalfKept: Disclosure.DIGEST,
    AnswerGiven: None,
    QuestionSkipped: Disclosure.DIGEST,
    ThemeFinished: Disclosure.WHOLE,
    ReflectorFinished: Disclosure.WHOLE,
    ThemesPicked: Disclosure.WHOLE,
    ThemeRetaken: Disclosure.WHOLE,
    TrackChosen: Disclosure.WHOLE,
    ModuleStarted: Disclosure.WHOLE,
    ExerciseDone: None,
    ExerciseSkipped: Disclosure.DIGEST,
    ModuleFinished: Disclosure.WHOLE,
    ModuleDeclined: Disclosure.WHOLE,
    MentorQuestionAsked: Disclosure.WHOLE,
    WorkMoved: Disclosure.WHOLE,
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
    ScreeningDone: Disclosure.WHOLE,
    DrPlanEstablished: Disclosure.WHOLE,
    DrPlanRevised: Disclosure.WHOLE,
    PlanHandedOver: Disclosure.WHOLE,
    TermExempted: Disclosure.WHOLE,
    ShareWithdrawn: Disclosure.WHOLE,
    PlanReadied: Disclosure.WHOLE,
    VersionChosen: Disclosure.WHOLE,
    GoalStepTicked: Disclosure.WHOLE,
    PlanCheckedIn: Disclosure.DIGEST,
    MentorNoteSent: Disclosure.WHOLE,
    MentorNoteAnswered: Disclosure.WHOLE,
    PrivateNoteKept: Disclosure.DIGEST,
    TalkAsked: Disclosure.WHOLE,
    TalkWithdrawn: Disclosure.WHOLE,
    TogetherBegun: Disclosure.WHOLE,
    TogetherEnded: Disclosure.WHOLE,
    TerminalStarted: Disclosure.WHOLE,
    LoginFailed: Disclosure.WHOLE,
    DoorFailed: Disclosure.WHOLE,
    DoorPaused: Disclosure.WHOLE,
    CodeUsed: Disclosure.WHOLE,
    CodeGiven: Disclosure.WHOLE,
    PinChosen: Disclosure.DIGEST,
    StaffActed: Disclosure.WHOLE,
    StoreRestored: Disclosure.WHOLE,
    RecordAccessed: Disclosure.WHOLE,
    CorrectionAsked: Disclosure.WHOLE,
    DataPrintAsked: Disclosure.WHOLE,
    PersonErased: Disclosure.WHOLE,
    PersonMoved: Disclosure.WHOLE,
}


def disclosure_of(event: Event) -> Disclosure:
    """Gives how far this event's body goes."""
    fixed = TABLE[type(event)]
    if fixed is not None:
        return fixed
    assert isinstance(event, AnswerGiven | ExerciseDone)  # noqa: S101  the only kinds whose row is open
    return BY_AUDIENCE[event.audience]


class Reader(StrEnum):
    """Who may read a part of a signed plan besides the person himself; the last of them is outside the prison."""

    MENTOR = "mentor"
    CASE_MANAGER = "case_manager"
    MUNICIPALITY = "municipality"


OUTSIDE = frozenset({Reader.MUNICIPALITY})


@dataclass(frozen=True, slots=True)
class PartRule:
    """Who reads a part of the plan; `is_choice` where the person may keep it to himself, else the law provides."""

    readers: tuple[Reader, ...]
    is_choice: bool


_BY_LAW = PartRule((Reader.MENTOR, Reader.CASE_MANAGER, Reader.MUNICIPALITY), is_choice=False)
_BY_CHOICE = PartRule((Reader.MENTOR,), is_choice=True)
PLAN_PARTS: Mapping[PlanPart, PartRule] = {
    PlanPart.STRENGTHS: _BY_CHOICE,
    PlanPart.REASONS: _BY_CHOICE,
    PlanPart.BASICS: _BY_LAW,
    PlanPart.GOALS: _BY_LAW,
    PlanPart.HARD_MOMENTS: _BY_CHOICE,
    PlanPart.IF_THEN: _BY_CHOICE,
    PlanPart.SUPPORTERS: _BY_CHOICE,
}


def readers_of(part: PlanPart, *, vris: bool) -> tuple[Reader, ...]:
    """Gives who reads a part; nothing goes to a municipality of a person who has none here to return to (Vris)."""
    readers = PLAN_PARTS[part].readers
    return tuple(reader for reader in readers if reader not in OUTSIDE) if vris else readers


def parts_for(reader: Reader, *, vris: bool) -> frozenset[PlanPart]:
    """Gives the parts of a plan that a reader gets."""
    return frozenset(part for part in PlanPart if reader in readers_of(part, vris=vris))
