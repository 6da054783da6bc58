"""With whom a person wants to talk today, who read that, and when it was answered: a fold over his events.

- A request stands until he takes it back or his mentor, having seen it, writes him a note.
- It counts as read when a member of staff opens his page having seen it; the first one is told.
- `evolve` accepts any event and never raises. Not here: the words (kiosk/views, sync/gateway) and whether it has left.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from modules.access import Action
from modules.events import Event, MentorNoteSent, RecordAccessed, TalkAsked, TalkWithdrawn
from modules.ids import StaffId
from modules.ordering import Place, Recorded
from modules.reasons import Whom

CHANGED_BY: frozenset[type[Event]] = frozenset({TalkAsked, TalkWithdrawn, RecordAccessed, MentorNoteSent})


@dataclass(frozen=True, slots=True)
class TalkRequest:
    """One request that stands: where it was written, and by whom and when it was read first."""

    place: Place
    read_by: StaffId | None = None
    read_ms: int = 0


@dataclass(frozen=True, slots=True)
class TalkState:
    """The requests that stand, by whom they are for; the oldest first."""

    waiting: Mapping[Whom, TalkRequest] = field(default_factory=dict)


def evolve(state: TalkState, recorded: Recorded[Event]) -> TalkState:
    """Gives the requests after one event."""
    waiting = dict(state.waiting)
    match recorded.event:
        case TalkAsked(whom=whom):
            waiting.setdefault(whom, TalkRequest(recorded.place))
        case TalkWithdrawn(whom=whom):
            waiting.pop(whom, None)
        case MentorNoteSent():
            waiting = {whom: one for whom, one in waiting.items() if not recorded.saw(one.place)}
        case RecordAccessed(by=by, action=Action.PAGE_OPENED) if by is not None:
            waiting = {whom: _read(one, by, recorded) for whom, one in waiting.items()}
        case _:
            return state
    return TalkState(waiting)


def ask(state: TalkState, whom: Whom) -> tuple[Event, ...]:
    """Gives what happens when a person asks to talk with somebody; nothing where that stands already."""
    return () if whom in state.waiting else (TalkAsked(whom=whom),)


def withdraw(state: TalkState, whom: Whom) -> tuple[Event, ...]:
    """Gives what happens when he takes it back."""
    return (TalkWithdrawn(whom=whom),) if whom in state.waiting else ()


def _read(request: TalkRequest, by: StaffId, recorded: Recorded[Event]) -> TalkRequest:
    if request.read_by is not None or not recorded.saw(request.place):
        return request
    return replace(request, read_by=by, read_ms=recorded.place.clock[0])
