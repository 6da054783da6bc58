"""Needles: a word of its own in every field that a person or a member of staff can fill in freely.

- Which fields those are is read from the schema of the events themselves, so that a new one cannot be forgotten: a
  text with no pattern, and whatever may be somebody's own words (`Said`).
- Each needle is planted in a real event, checked as any event is.
- Not here: the roster's names and numbers, and PINs, which are no events; where nothing may be found (the tests).
"""

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from modules.events import Event
from tests.every_event import every_event
from tests.makers import did

NEVER_TYPED = {("PlanSigned", "document"), ("TerminalStarted", "version"), ("TerminalStarted", "failed_checks")}
"""Free texts that a program writes; the plan's document has the words of its goals, which are planted there."""
_EVENTS: TypeAdapter[Event] = TypeAdapter(Event)
_SCHEMA: dict[str, Any] = _EVENTS.json_schema()
_DEFS: dict[str, dict[str, Any]] = _SCHEMA["$defs"]

Place = tuple[str, str]


def needle(number: int) -> str:
    """Gives a word that stands nowhere else."""
    return f"naaldekussen{number:03}zq"


def places() -> set[Place]:
    """Gives every field that can be filled in freely, as the value's name and its own."""
    return {
        (name, field)
        for name, value in _DEFS.items()
        for field, said in value.get("properties", {}).items()
        if name != "Said" and (_is_free(said) or _is_said(said))
    } - NEVER_TYPED


def planted(rounds: int = 3) -> tuple[tuple[Event, ...], dict[str, Place]]:
    """Gives events with needles of their own in each of those fields, and where each needle stands."""
    found: dict[str, Place] = {}
    events: list[dict[str, Any]] = []
    done = did().model_dump(mode="json")
    for _ in range(rounds):
        events += [event.model_dump(mode="json") for event in every_event()]
        events += [done | {"answer": answer} for answer in _answers()]
    for event in events:
        _plant(event, _def_of(event), found)
    return tuple(_EVENTS.validate_python(event, strict=False) for event in events), found


def _plant(value: dict[str, Any], name: str, found: dict[str, Place]) -> None:
    for field, said in _DEFS[name].get("properties", {}).items():
        if (name, field) in NEVER_TYPED:
            continue
        if _is_free(said) or _is_said(said):
            word = needle(len(found))
            found[word] = (name, field)
            one = {"own": word} if _is_said(said) else word
            value[field] = [one] if _is_many(said) else one
        elif isinstance(value.get(field), dict) and (inner := _inner(said, value[field])):
            _plant(value[field], inner, found)


def _answers() -> Iterator[dict[str, Any]]:
    """Gives the beginning of an answer of each kind in which something can be said."""
    for name, value in _DEFS.items():
        fields = value.get("properties", {})
        if name.endswith("Answer") and any(_is_free(said) or _is_said(said) for said in fields.values()):
            yield {"kind": fields["kind"]["const"]}


def _def_of(value: dict[str, Any]) -> str:
    return next(
        name
        for name, known in _DEFS.items()
        if "kind" in value and known.get("properties", {}).get("kind", {}).get("const") == value["kind"]
    )


def _inner(said: dict[str, Any], value: dict[str, Any]) -> str | None:
    names = [ref.rsplit("/", 1)[1] for ref in _refs(said)]
    return _def_of(value) if "kind" in value else names[0] if len(names) == 1 else None


def _refs(said: dict[str, Any]) -> list[str]:
    here = [said["$ref"]] if "$ref" in said else []
    return here + [ref for each in _choices(said) for ref in _refs(each)]


def _choices(said: dict[str, Any]) -> list[dict[str, Any]]:
    return [*said.get("anyOf", ()), *said.get("oneOf", ())]


def _is_many(said: dict[str, Any]) -> bool:
    return said.get("type") == "array" or any(_is_many(each) for each in _choices(said))


def _is_said(said: dict[str, Any]) -> bool:
    inside = [*_choices(said), *([said["items"]] if "items" in said else [])]
    return said.get("$ref") == "#/$defs/Said" or any(_is_said(each) for each in inside)


def _is_free(said: dict[str, Any]) -> bool:
    if said.get("type") == "string":
        return not {"pattern", "const", "enum", "format"} & set(said)
    return any(_is_free(each) for each in [*_choices(said), *([said["items"]] if "items" in said else [])])
