"""Lane keys handed on: when a person moves, wrapped anew for the terminals of where he goes (JOURNAL 10.5).

- A body of its own marker, not encrypted, because who is to read it has none of the lane's keys yet: it holds nothing
  but lanes and keys, each HPKE-sealed to the new group. The gateway passes it on, and opens nothing in it.
- Only a terminal can make it: the gateway has no own key, and so nothing to wrap.
- Not here: whom it is for and when (kiosk/store/handing.py), the proof of the group's key (certificates.py).
"""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from modules.canonical import canonical
from modules.errors import MalformedError
from modules.ids import SubjectId
from modules.journal import Lane
from modules.values import Value
from sync.bodies import LaneKeys, WrappedKey, wrapped_keys
from sync.sealed import SealingKey

HANDED = b"\x04"
MOST_LANES = 32


class HandedLane(Value):
    """One lane, and its keys as far as they were there, each wrapped to the new group."""

    keys: Annotated[tuple[WrappedKey, ...], Field(max_length=2)]
    lane: Lane


class Handed(Value):
    """The body of an entry that hands keys on."""

    kind: Literal["keys_handed/1"] = "keys_handed/1"
    lanes: Annotated[tuple[HandedLane, ...], Field(max_length=MOST_LANES)]


def handed_body(lanes: Iterable[tuple[Lane, LaneKeys]], group: SealingKey) -> bytes:
    """Gives the body that hands the keys of at most 32 lanes to the terminals of `group`."""
    found = (HandedLane(lane=lane, keys=wrapped_keys(lane, keys, group)) for lane, keys in lanes)
    return HANDED + canonical(Handed(lanes=tuple(found)))


def is_handed(body: bytes) -> bool:
    """Tells whether a body hands keys on."""
    return body[:1] == HANDED


def handed_in(body: bytes, subject: SubjectId) -> tuple[HandedLane, ...]:
    """Gives what a body hands on of the lanes about its own subject; of another's it can hand on nothing.

    Raises:
        MalformedError: It is no such body.
    """
    if not is_handed(body):
        raise MalformedError("a body hands no keys on (JOURNAL 10)")
    try:
        handed = Handed.model_validate_json(body[1:])
    except ValidationError as error:
        raise MalformedError("keys are not handed on as JOURNAL 10 says") from error
    return tuple(one for one in handed.lanes if one.lane.subject == subject)
