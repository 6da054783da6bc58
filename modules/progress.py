"""What a mentor may see of a person, and nothing else: a fold over the events whose bodies reach the gateway.

- Started, finished, skipped and declined, with counts; chosen questions and shared answers; the signed plan.
- An answer that is shared no longer is not shown any more; that it was read before cannot be undone.
- No raw answers but those the person shared or that belong to the D&R-plan (their question says so).
- What the gateway could not read counts for nothing here, also where this is folded on a terminal (disclosure.py).
- The fold is total and never raises. Not here: names and pages (sync/gateway/review.py).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

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
    SessionStarted,
    ShareWithdrawn,
    ThemeFinished,
    ThemesPicked,
)
from modules.exercises import Answer
from modules.ids import ItemId, ModuleId, NoteId, ThemeId
from modules.ordering import Recorded
from modules.reasons import NoteReply
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
            state = _evolve(state, one)
    return state


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
