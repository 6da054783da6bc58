"""Typed identifiers, so that no id is ever used for another kind of thing.

- Drawn ids are a short prefix and a UUIDv7 (RFC 9562, 5.7); they are built here from given bytes, never drawn here.
- Content ids (`ItemId`, `OptionId` …) are written by an author: small letters, digits, `_`, joined by dots; they stay
  the same in every language and for ever.
- Not here: the clock and randomness (kiosk/clock.py, sync/gateway/clock.py).
"""

from typing import Annotated, NewType

from pydantic import StringConstraints

_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
_SLUG = r"^[a-z0-9_]+(\.[a-z0-9_]+)*$"

EntryId = NewType("EntryId", Annotated[str, StringConstraints(pattern=rf"^{_UUID}$")])
DetaineeId = NewType("DetaineeId", Annotated[str, StringConstraints(pattern=rf"^p-{_UUID}$")])
TerminalId = NewType("TerminalId", Annotated[str, StringConstraints(pattern=rf"^t-{_UUID}$")])
GatewayId = NewType("GatewayId", Annotated[str, StringConstraints(pattern=rf"^g-{_UUID}$")])
InstitutionId = NewType("InstitutionId", Annotated[str, StringConstraints(pattern=rf"^i-{_UUID}$")])
StaffId = NewType("StaffId", Annotated[str, StringConstraints(pattern=rf"^s-{_UUID}$")])
GoalId = NewType("GoalId", Annotated[str, StringConstraints(pattern=rf"^goal-{_UUID}$")])
NoteId = NewType("NoteId", Annotated[str, StringConstraints(pattern=rf"^note-{_UUID}$")])
WriterId = NewType("WriterId", Annotated[str, StringConstraints(pattern=rf"^[tg]-{_UUID}$")])
SubjectId = NewType("SubjectId", Annotated[str, StringConstraints(pattern=rf"^[pti]-{_UUID}$")])

ItemId = NewType("ItemId", Annotated[str, StringConstraints(pattern=_SLUG, max_length=64)])
OptionId = NewType("OptionId", Annotated[str, StringConstraints(pattern=_SLUG, max_length=64)])
ThemeId = NewType("ThemeId", Annotated[str, StringConstraints(pattern=_SLUG, max_length=32)])
ModuleId = NewType("ModuleId", Annotated[str, StringConstraints(pattern=_SLUG, max_length=32)])
PackId = NewType("PackId", Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=32)])
Digest = NewType("Digest", Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")])
KeyId = NewType("KeyId", Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")])

RANDOM_BYTES = 10


def uuid7(unix_ms: int, random: bytes) -> str:
    """Gives the UUIDv7 of a moment (milliseconds since 1970) and ten random bytes (RFC 9562, 5.7).

    Raises:
        ValueError: The moment or the number of random bytes is out of range.
    """
    if not 0 <= unix_ms < 1 << 48:
        raise ValueError("a UUIDv7 moment is 0 to 2^48 milliseconds")
    if len(random) != RANDOM_BYTES:
        raise ValueError("a UUIDv7 takes ten random bytes")
    tail = int.from_bytes(random, "big")
    high, low = tail >> 62 & 0xFFF, tail & (1 << 62) - 1
    value = unix_ms << 80 | 7 << 76 | high << 64 | 2 << 62 | low
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
