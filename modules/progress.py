"""What a mentor may see of a person, and nothing else: a fold over the events whose bodies reach the gateway.

- Started, finished, skipped and declined, with counts; chosen questions and shared answers; the signed plan.
- An answer that is shared no longer is not shown any more; that it was read before cannot be undone.
- No raw answers but those the person shared or that belong to the D&R-plan (their question says so).
- With whom he wants to talk today, and who sat beside him when he answered.
- What the gateway could not read counts for nothing here, also where this is folded on a terminal (disclosure.py).
- The fold is total and never raises. Not here: names and pages (sync/gateway/review.py).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from modules import talk
from modules.disclosure import Disclosure, disclosure_of
from modules.events import (
    AnswerGiven,
    Event,
    ExerciseDone,
    LanguageChosen,
    MentorNoteAnswered,
    MentorNoteSent,
    MentorQuestionAsked,
    ModuleDeclined,
    ModuleFinished,
    ModuleStarted,
    PlanDeclined,
    PlanSigned,
    ReflectorFinished,
    SessionEnded,
    SessionStarted,
    ShareWithdrawn,
    ThemeFinished,
    ThemesPicked,
    TogetherBegun,
    TogetherEnded,
)
from modules.exercises import Answer
from modules.ids import ItemId, ModuleId, NoteId, ThemeId
from modules.ordering import Recorded
from modules.reasons import Companion, NoteReply
from modules.talk import TalkState
from modules.texts import Language

Given = Recorded[Event]


@dataclass(frozen=True, slots=True)
class Progress:
    """One person's progress; `Recorded` values keep the place, and so the clock, of what happened."""

    sessions: int = 0
    last_seen: Given | None = None
    language: Language | None = None
    themes: Mapping[ThemeId, ThemeFinished] = field(default_factory=dict)
    reflector_done: bool = False
    picked: tuple[ThemeId, ...] = ()
    modules_started: Mapping[ModuleId, Given] = field(default_factory=dict)
    modules_finished: Mapping[ModuleId, Given] = field(default_factory=dict)
    modules_declined: Mapping[ModuleId, ModuleDeclined] = field(default_factory=dict)
    shared_answers: Mapping[ItemId, Answer] = field(default_factory=dict)
    questions: tuple[Recorded[MentorQuestionAsked], ...] = ()
    asked_since_signed: bool = False
    signed: tuple[Recorded[PlanSigned], ...] = ()
    declined: Recorded[PlanDeclined] | None = None
    notes: tuple[Recorded[MentorNoteSent], ...] = ()
    note_replies: Mapping[NoteId, MentorNoteAnswered] = field(default_factory=dict)
    talk: TalkState = field(default_factory=TalkState)
    beside: Mapping[str, Companion] = field(default_factory=dict)
    """Who sits beside him now, by the lane in which he said so."""
    helped: Mapping[ItemId, Companion] = field(default_factory=dict)
    """Who sat beside him when he gave, or shared, an answer that is seen here."""
    companions: tuple[Recorded[TogetherBegun], ...] = ()

    @property
    def wants_to_talk(self) -> bool:
        """Whether he asked something, or wants to talk about a note, since his plan was last signed."""
        wants = NoteReply.WANTS_TO_TALK
        return self.asked_since_signed or any(reply.reply is wants for reply in self.note_replies.values())


def progress(events: Iterable[Given]) -> Progress:
    """Gives the progress of all events, in order."""
    state = Progress()
    for one in events:
        if disclosure_of(one.event) is Disclosure.WHOLE:
            state = _evolve(_beside(state, one), one)
    return state


def _beside(state: Progress, recorded: Given) -> Progress:
    """Gives the progress with who sits beside him, and what he gave in that time."""
    event, place = recorded.event, recorded.place
    match event:
        case TogetherBegun(companion=companion):
            companions = (*state.companions, Recorded(event, place, recorded.seen))
            return replace(state, beside={**state.beside, place.lane: companion}, companions=companions)
        case TogetherEnded() | SessionStarted() | SessionEnded():
            return replace(state, beside={lane: one for lane, one in state.beside.items() if lane != place.lane})
        case AnswerGiven(item=item) | ExerciseDone(item=item):
            return _helped(state, (item,), state.beside.get(place.lane))
        case MentorQuestionAsked(shared=shared):
            return _helped(state, tuple(one.item for one in shared), state.beside.get(place.lane))
        case _:
            return state


def _helped(state: Progress, items: tuple[ItemId, ...], companion: Companion | None) -> Progress:
    others = {item: known for item, known in state.helped.items() if item not in items}
    return replace(state, helped={**others, **(dict.fromkeys(items, companion) if companion else {})})


def _evolve(state: Progress, recorded: Given) -> Progress:
    event, place = recorded.event, recorded.place
    match event:
        case SessionStarted(language=language):
            return replace(state, sessions=state.sessions + 1, last_seen=recorded, language=language)
        case LanguageChosen(language=language):
            return replace(state, language=language)
        case ThemeFinished(theme=theme):
            return replace(state, themes={**state.themes, theme: event})
        case ReflectorFinished():
            return replace(state, reflector_done=True)
        case ThemesPicked(themes=picked):
            return replace(state, picked=picked)
        case ModuleStarted(module=module):
            declined = {known: event for known, event in state.modules_declined.items() if known != module}
            started = {**state.modules_started, module: state.modules_started.get(module, recorded)}
            return replace(state, modules_started=started, modules_declined=declined)
        case ModuleFinished(module=module):
            return replace(state, modules_finished={**state.modules_finished, module: recorded})
        case ModuleDeclined(module=module):
            return replace(state, modules_declined={**state.modules_declined, module: event})
        case AnswerGiven(item=item, answer=answer) | ExerciseDone(item=item, answer=answer):
            return replace(state, shared_answers={**state.shared_answers, item: answer})
        case PlanSigned():
            signed = (*state.signed, Recorded(event, place, recorded.seen))
            return replace(state, signed=signed, declined=None, asked_since_signed=False)
        case _:
            return _evolve_talk(state, recorded)


def _evolve_talk(state: Progress, recorded: Given) -> Progress:
    event, place, seen = recorded.event, recorded.place, recorded.seen
    if type(event) in talk.CHANGED_BY:
        state = replace(state, talk=talk.evolve(state.talk, recorded))
    match event:
        case MentorQuestionAsked():
            shared = {one.item: one.answer for one in event.shared}
            return replace(
                state,
                questions=(*state.questions, Recorded(event, place, seen)),
                asked_since_signed=True,
                shared_answers={**state.shared_answers, **shared},
            )
        case ShareWithdrawn(item=item):
            kept = {known: answer for known, answer in state.shared_answers.items() if known != item}
            return replace(state, shared_answers=kept, questions=tuple(_without(one, item) for one in state.questions))
        case PlanDeclined():
            return replace(state, declined=Recorded(event, place, seen))
        case MentorNoteSent():
            return replace(state, notes=(*state.notes, Recorded(event, place, seen)))
        case MentorNoteAnswered(note_id=note_id):
            return replace(state, note_replies={**state.note_replies, note_id: event})
        case _:
            return state


def _without(asked: Recorded[MentorQuestionAsked], item: ItemId) -> Recorded[MentorQuestionAsked]:
    """Gives what was asked without the answer that is shared no longer."""
    shared = tuple(one for one in asked.event.shared if one.item != item)
    return Recorded(asked.event.model_copy(update={"shared": shared}), asked.place, asked.seen)
