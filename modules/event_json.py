"""An event to and from its bytes: compact JSON in UTF-8, the form that is sealed into an entry's body (JOURNAL 8).

- Not here: sealing (sync/bodies.py) and what the events are (modules/events).
"""

from pydantic import ConfigDict, TypeAdapter, ValidationError

from modules.errors import MalformedError
from modules.events import Event

_EVENT: TypeAdapter[Event] = TypeAdapter(Event, config=ConfigDict(defer_build=True))


def event_raw(event: Event) -> bytes:
    """Gives an event as compact JSON in UTF-8, the form that is sealed into an entry's body."""
    return event.model_dump_json().encode("utf-8")


def parse_event(raw: bytes) -> Event:
    """Gives the event of its JSON.

    Raises:
        MalformedError: It is not JSON, or of no kind this version knows.
    """
    try:
        event: Event = _EVENT.validator.validate_json(raw)  # a replay parses thousands: one call less for each
    except ValidationError:  # its text would quote a person's words
        raise MalformedError(
            "an event is of no kind that this version knows", hint="update this program; the entry is kept"
        ) from None
    return event
