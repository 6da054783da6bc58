"""One of each event, so that a rule about events is tried on every one there is.

- A test holds this list to the union of modules/events.
- Not here: what a person did on a lifelike visit (makers.py).
"""

from typing import cast

from modules.access import Action
from modules.events import (
    BroughtToMdo,
    ByStaff,
    CodeGiven,
    CodeUsed,
    CorrectionAsked,
    DataPrintAsked,
    Deed,
    DoorFailed,
    DoorPaused,
    DrPlanEstablished,
    DrPlanRevised,
    Event,
    ExerciseSkipped,
    FeasibilityChecked,
    GoalRemoved,
    GoalStepTicked,
    Half,
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
    PinWay,
    PlanCheckedIn,
    PlanDeclined,
    PlanDiscussed,
    PlanHandedOver,
    PlanRead,
    PlanReadied,
    PlanReceived,
    PrivateNoteKept,
    QuestionSkipped,
    RecordAccessed,
    ReflectorFinished,
    ScreeningDone,
    SessionEnded,
    SessionStarted,
    ShareChosen,
    SharedAnswer,
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
from modules.exercises.renaming import Renaming
from modules.exercises.shared import Audience, PlanPart
from modules.ids import Digest, ItemId, ModuleId, OptionId, ThemeId
from modules.own_look import Colours, Letters, Moving, OwnLook
from modules.reasons import (
    Companion,
    CorrectionReason,
    DeclineReason,
    EndReason,
    Exemption,
    Feasibility,
    FeasibilityReason,
    MdoOutcome,
    MdoReason,
    NotePhrase,
    NoteReply,
    SkipReason,
    TakesAlong,
    Term,
    Track,
    Whom,
)
from modules.retention import RetentionClass
from modules.roster import Role
from modules.texts import DUTCH, SIMPLE_DUTCH
from tests.definitions import KVV_PACK, PACK
from tests.makers import (
    GOAL,
    INSTITUTION,
    MARK,
    MENTOR,
    NOTE,
    PERSON,
    TERMINAL,
    a_countersignature,
    a_pin_verifier,
    a_plan_document,
    a_signed_plan,
    answered,
    did,
    goal_set,
)

M1 = ModuleId("m1")
STRENGTHS = ItemId("m1.strengths")


def every_event() -> tuple[Event, ...]:
    """Gives one of each event."""
    shared = (SharedAnswer(item=STRENGTHS, answer=did().answer),)
    return (
        SessionStarted(language=DUTCH),
        SessionEnded(reason=EndReason.IDLE),
        LanguageChosen(language=SIMPLE_DUTCH),
        LookChosen(look=OwnLook(letters=Letters.LARGEST, colours=Colours.NIGHT, moving=Moving.STILL)),
        PageReached(page="reflector/basics.id"),
        HalfKept(page="kvv/m8/m8.if_then", half=Half(turn="then", writing="dan")),
        answered(),
        QuestionSkipped(pack=PACK, item=ItemId("basics.debts"), reason=SkipReason.RATHER_NOT_SAY),
        ThemeFinished(pack=PACK, theme=ThemeId("basics"), answered=2, skipped=1),
        ReflectorFinished(pack=PACK),
        ThemesPicked(pack=PACK, themes=(ThemeId("basics"),)),
        ThemeRetaken(pack=PACK, theme=ThemeId("basics")),
        TrackChosen(track=Track.SHORT),
        ModuleStarted(pack=KVV_PACK, module=M1),
        did(),
        ExerciseSkipped(pack=KVV_PACK, module=M1, item=ItemId("m1.content"), reason=None),
        ModuleFinished(pack=KVV_PACK, module=M1),
        ModuleDeclined(module=M1, reason=DeclineReason.NOT_NOW),
        MentorQuestionAsked(pack=KVV_PACK, module=M1, shared=shared, question=OptionId("ask_help")),
        a_move(),
        goal_set(),
        GoalRemoved(goal_id=GOAL),
        ShareChosen(part=PlanPart.STRENGTHS, audience=Audience.ONLY_ME),
        a_signed_plan(),
        MarkDrawn(plan=a_plan_document().digest, strokes=MARK),
        PlanDeclined(reason=DeclineReason.WITH_MENTOR),
        *course_events(),
        ShareWithdrawn(item=STRENGTHS),
        PlanReadied(),
        VersionChosen(plan=a_plan_document().digest),
        GoalStepTicked(goal_id=GOAL, done=True),
        PlanCheckedIn(goal_id=GOAL, sure=6),
        MentorNoteSent(note_id=NOTE, mentor=MENTOR, phrase=NotePhrase.GOOD_START, words="Tot donderdag."),
        MentorNoteAnswered(note_id=NOTE, reply=NoteReply.WANTS_TO_TALK),
        PrivateNoteKept(words="alleen voor mij"),
        TalkAsked(whom=Whom.MEDICAL),
        TalkWithdrawn(whom=Whom.MEDICAL),
        TogetherBegun(companion=Companion.INTERPRETER),
        TogetherEnded(),
        TerminalStarted(version="0.1.0", failed_checks=("speech",)),
        LoginFailed(),
        DoorFailed(mark="ab" * 16),
        DoorPaused(),
        CodeUsed(mark="ab" * 16),
        CodeGiven(staff=MENTOR),
        PinChosen(verifier=a_pin_verifier(), way=PinWay.CODE, instead_of=None),
        StaffActed(staff=MENTOR, deed=Deed.CAME),
        StoreRestored(terminal=TERMINAL),
        RecordAccessed(by=MENTOR, action=Action.PAGE_OPENED),
        CorrectionAsked(reason=CorrectionReason.NOT_COMPLETE, words="mijn adres is anders"),
        DataPrintAsked(),
        PersonErased(person=PERSON, kept_as=RetentionClass.KIOSK),
        PersonMoved(person=PERSON, institution=INSTITUTION, group="x25519:AAAA", vouched="AAAA"),
    )


def a_move() -> WorkMoved:
    """Gives a move out of a pack that nobody here did anything in."""
    old, options = ItemId("basics.loans"), {OptionId("maybe"): OptionId("unknown")}
    renaming = Renaming(
        items={old: ItemId("basics.debts")},
        options={old: options},
        lost=(ItemId("basics.car"),),
        lost_options={old: (OptionId("never"),)},
    )
    return WorkMoved(pack=Digest("ef" * 32), to=PACK, renaming=renaming)


def course_events() -> tuple[Event, ...]:
    """Gives one of each thing that staff do with a signed plan."""
    plan = a_plan_document().digest
    smaller, later = FeasibilityReason.TOO_MUCH_AT_ONCE, MdoReason.SMALLER_STEPS
    along, on = (TakesAlong.PLAN_ON_PAPER, TakesAlong.WHO_HELPS), "2026-11-24"
    made: tuple[tuple[type[ByStaff], dict[str, object]], ...] = (
        (PlanRead, {"plan": plan}),
        (PlanDiscussed, {"plan": plan}),
        (FeasibilityChecked, {"plan": plan, "outcome": Feasibility.SMALLER_STEP, "reason": smaller, "words": "Eerst."}),
        (BroughtToMdo, {"plan": plan, "meeting": on}),
        (MdoDecided, {"plan": plan, "meeting": on, "outcome": MdoOutcome.PARTLY, "reason": later, "words": "Tot dan."}),
        (ScreeningDone, {"on": on}),
        (DrPlanEstablished, {"plan": plan, "on": on}),
        (DrPlanRevised, {"plan": None, "on": on}),
        (PlanHandedOver, {"plan": plan, "on": on, "takes_along": along}),
        (TermExempted, {"term": Term.SCREENING, "until": on, "reason": Exemption.ILL_OR_AWAY}),
    )
    return (PlanReceived(plan=plan), a_countersignature(), *(_by_staff(kind, **fields) for kind, fields in made))


def _by_staff(kind: type[ByStaff], **fields: object) -> Event:
    return cast("Event", kind.model_validate({"by": MENTOR, "role": Role.MENTOR, **fields}))
