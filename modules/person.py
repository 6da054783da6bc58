"""One person, folded from all his lanes: what he answered, did, planned and was told, and where he was.

- Each part names the events that change it (`CHANGED_BY`), so that of thousands each is looked at once.
- The fold is total: any union of lanes gives a person, never an error (SETTLED 5).
- Not here: what a mentor may see of it (progress.py) and what a screen shows (kiosk/views).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce

from modules import talk as talk_state
from modules.events import (
    Event,
    Half,
    HalfKept,
    LanguageChosen,
    LookChosen,
    MentorNoteAnswered,
    MentorNoteSent,
    MentorQuestionAsked,
    PageReached,
    PinChosen,
    PinWay,
    PrivateNoteKept,
    SessionEnded,
    SessionStarted,
    ShareWithdrawn,
    TogetherBegun,
    TogetherEnded,
    WorkMoved,
)
from modules.ids import Digest, ItemId, NoteId
from modules.kvv import state as kvv_state
from modules.kvv.state import KvvState
from modules.moving import DONE_IN_A_PACK, newest, pack_of, read_after
from modules.ordering import Recorded
from modules.own_look import OwnLook
from modules.plan import course as plan_course
from modules.plan import state as plan_state
from modules.plan.course import Course
from modules.plan.state import PlanState
from modules.reasons import Companion, EndReason
from modules.reflector import state as reflector_state
from modules.reflector.state import ReflectorState
from modules.talk import TalkState
from modules.texts import Language

HOME = "home"
DAY_MS = 24 * 3_600_000
MOST_STARTS = 100


@dataclass(frozen=True, slots=True)
class PersonState:
    """Everything known of one person on this terminal."""

    reflector: ReflectorState = field(default_factory=ReflectorState)
    kvv: KvvState = field(default_factory=KvvState)
    plan: PlanState = field(default_factory=PlanState)
    course: Course = field(default_factory=Course)
    talk: TalkState = field(default_factory=TalkState)
    together: Companion | None = None
    language: Language | None = None
    look: OwnLook = field(default_factory=OwnLook)
    page: str = HOME
    half: tuple[str, Half] | None = None
    left_properly: bool = True
    came: tuple[tuple[int, str], ...] = ()
    starts: tuple[int, ...] = ()
    """When he came in, in the last day before he came in last."""
    new_pin_ms: int = 0
    sessions: int = 0
    notes: tuple[MentorNoteSent, ...] = ()
    answered_notes: Mapping[NoteId, MentorNoteAnswered] = field(default_factory=dict)
    private_notes: tuple[Recorded[PrivateNoteKept], ...] = ()
    shared: tuple[ItemId, ...] = ()
    """The answers he chose to show his mentor and did not withdraw, in that order."""
    packs: tuple[Digest, ...] = ()
    """The packs he did anything in, in that order."""
    moves: Mapping[Digest, WorkMoved] = field(default_factory=dict)
    """Per pack the move of what was begun in it to a newer version."""

    @property
    def resume_page(self) -> str:
        """Where a new session begins: home, or the page he was on when he did not leave by himself."""
        return HOME if self.left_properly else self.page

    def half_of(self, page: str) -> Half | None:
        """What he is half-way through on a page; none once he answered there or went on."""
        return self.half[1] if self.half and self.half[0] == page else None

    def stands_in(self, packs: Collection[Digest]) -> Digest | None:
        """Gives in which pack his work stands that he began in one of these; none where he began in none."""
        begun = next((pack for pack in self.packs if pack in packs), None)
        return newest(begun, self.moves) if begun else None

    @property
    def last_time(self) -> tuple[int, str] | None:
        """When he came in before this time, in milliseconds, and by which writer it was noted; none at his first."""
        return self.came[0] if len(self.came) > 1 else None

    @property
    def has_new_pin(self) -> bool:
        """Whether a PIN was chosen with a code from staff since he came in before."""
        return self.new_pin_ms > (self.last_time[0] if self.last_time else 0)

    @property
    def unread_notes(self) -> tuple[MentorNoteSent, ...]:
        """The mentor's notes he has not answered, oldest first."""
        return tuple(note for note in self.notes if note.note_id not in self.answered_notes)


def evolve(state: PersonState, recorded: Recorded[Event]) -> PersonState:
    """Gives the person after one event."""
    return fold((recorded,), state)


def fold(recorded: Iterable[Recorded[Event]], before: PersonState | None = None) -> PersonState:
    """Gives the person of all his events, in order, or of those that come after `before`."""
    state = before or PersonState()
    stretch: list[Recorded[Event]] = []
    for one in recorded:
        if type(one.event) is WorkMoved:
            state, stretch = _read_anew(_folded(state, stretch), one.event), []
        else:
            stretch.append(one)
    return _folded(state, stretch)


def _read_anew(state: PersonState, move: WorkMoved) -> PersonState:
    """Gives the person as his work is read after a move; of two moves out of one pack the first in order stands."""
    if move.pack in state.moves:
        return state
    moves = {**state.moves, move.pack: move}
    shared = (move.renaming.item(item) for item in state.shared)
    return replace(
        state,
        moves=moves,
        shared=tuple(item for item in shared if item),
        reflector=reflector_state.read_anew(state.reflector, moves, move),
        kvv=kvv_state.read_anew(state.kvv, moves),
        plan=plan_state.read_anew(state.plan, moves),
    )


def _folded(state: PersonState, stretch: list[Recorded[Event]]) -> PersonState:
    """Gives the person after events among which is no move; what was done is read as the moves before them say."""
    named = (pack_of(one.event) for one in stretch if type(one.event) in DONE_IN_A_PACK)
    packs = tuple(dict.fromkeys((*state.packs, *named)))
    if state.moves:
        stretch = [read for one in stretch if (read := read_after(one, state.moves)) is not None]
    page, half, plan, course = state.page, state.half, state.plan, state.course
    reflected: list[Recorded[Event]] = []
    exercised: list[Recorded[Event]] = []
    visited: list[Recorded[Event]] = []
    for one in stretch:
        kind = type(one.event)
        if isinstance(one.event, PageReached):  # half of all events
            half = half if one.event.page == page else None
            page = one.event.page
        elif kind in kvv_state.CHANGED_BY:
            exercised.append(one)
            half = None
        elif kind in reflector_state.CHANGED_BY:
            reflected.append(one)
            half = None
        elif kind in plan_state.CHANGED_BY:
            plan, half = plan_state.evolve(plan, one), None
        elif kind in plan_course.CHANGED_BY:
            course = plan_course.evolve(course, one)
        elif isinstance(one.event, HalfKept):
            half = (one.event.page, one.event.half)
        else:
            visited.append(one)
    state = _visited(state, visited)
    reflector, kvv = reflector_state.fold(state.reflector, reflected), kvv_state.fold(state.kvv, exercised)
    return replace(state, page=page, half=half, reflector=reflector, kvv=kvv, plan=plan, course=course, packs=packs)


def _visited(state: PersonState, visited: list[Recorded[Event]]) -> PersonState:
    """Gives the person after how he came and went; gathered, for a person of years came hundreds of times."""
    if not visited:
        return state
    language, sessions, came, together = state.language, state.sessions, state.came, state.together
    left_properly, new_pin_ms, look, starts = state.left_properly, state.new_pin_ms, state.look, state.starts
    said: list[Recorded[Event]] = []
    for one in visited:
        match one.event:
            case SessionStarted():
                came = (*came[-1:], (one.place.clock[0], one.place.lane.partition("/")[0]))
                starts = (*(at for at in starts if at > came[-1][0] - DAY_MS), came[-1][0])[-MOST_STARTS:]
                language, sessions, left_properly, together = one.event.language, sessions + 1, False, None
            case SessionEnded(reason=reason):
                left_properly, together = reason is EndReason.DONE, None
            case TogetherBegun(companion=companion):
                together = companion
            case TogetherEnded():
                together = None
            case LanguageChosen():
                language = one.event.language
            case LookChosen():
                look = one.event.look
            case PinChosen(way=PinWay.CODE):
                new_pin_ms = one.place.clock[0]
            case _:
                said.append(one)
    state = replace(
        state,
        language=language,
        look=look,
        sessions=sessions,
        came=came,
        starts=starts,
        together=together,
        left_properly=left_properly,
        new_pin_ms=new_pin_ms,
    )
    return reduce(_said, said, state)


def _said(state: PersonState, recorded: Recorded[Event]) -> PersonState:
    event = recorded.event
    if type(event) in talk_state.CHANGED_BY:
        state = replace(state, talk=talk_state.evolve(state.talk, recorded))
    match event:
        case MentorNoteSent():
            return replace(state, notes=(*state.notes, event))
        case MentorNoteAnswered(note_id=note_id):
            return replace(state, answered_notes={**state.answered_notes, note_id: event})
        case PrivateNoteKept():
            note = Recorded(event, recorded.place, recorded.seen)
            return replace(state, private_notes=(*state.private_notes, note))
        case MentorQuestionAsked(shared=shared):
            new = tuple(one.item for one in shared if one.item not in state.shared)
            return replace(state, shared=(*state.shared, *new))
        case ShareWithdrawn(item=item):
            return replace(state, shared=tuple(known for known in state.shared if known != item))
        case _:
            return state


def begin_or_end(now: Companion | None, companion: Companion | None) -> tuple[Event, ...]:
    """Gives what happens when a person says who sits beside him, or that nobody does any more."""
    if companion is now:
        return ()
    return (TogetherEnded(),) if companion is None else (TogetherBegun(companion=companion),)
