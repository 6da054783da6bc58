"""From an author's YAML to a definition with every text in every language, by walking the models themselves.

- Wherever a model says `Text`, the author writes one Dutch sentence; its id follows from where it stands.
- Ids: an item's, theme's or module's own id; under it the field; for an option its id; in a list its number.
- `scale: agree5` on a question becomes the options of that scale, so that a built pack reads by itself.
- Since the models lead, a new kind of exercise needs nothing here.
- Not here: reading files (source.py) and judging texts (lint.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from content.catalogues import Catalogue, SourceText
from content.findings import Finding
from modules.exercises.shared import Option
from modules.texts import DUTCH, Text

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of YAML: its value, where it stands in its file and in the whole, and the id above it."""

    value: Any
    file: str
    line: int
    location: Location = ()
    above: str = ""
    number: int | None = None

    @property
    def place(self) -> str:
        """The `file:line` of this piece."""
        return f"{self.file}:{self.line}"

    def at(self, key: str | int, above: str, number: int | None = None) -> "Node":
        """Gives the piece under a key or index, with the id above it."""
        child = self.value[key]
        if isinstance(child, Node):
            return replace(child, location=(*self.location, key), above=above, number=number)
        return Node(child, self.file, line_of(self.value, key, self.line), (*self.location, key), above, number)


def line_of(parent: Any, key: str | int, otherwise: int) -> int:
    """Gives the line (from 1) on which a key or element stands, where the YAML reader noted it."""
    noted = getattr(getattr(parent, "lc", None), "data", None) or {}
    return noted[key][0] + 1 if key in noted else otherwise


@dataclass(slots=True)
class Localised:
    """What one walk gathers: texts in order, places by location, and findings."""

    catalogues: Sequence[Catalogue]
    scales: Mapping[str, Node] = field(default_factory=dict)
    texts: dict[str, SourceText] = field(default_factory=dict)
    places: dict[Location, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def plain(self, annotation: Any, node: Node) -> Any:
        """Gives plain JSON for a piece of YAML, in the shape the annotation asks for."""
        self.places[node.location] = node.place
        meant = _meant(annotation, node.value)
        if meant is Text and isinstance(node.value, str | NoneType):
            return self._text(node)
        if get_origin(meant) is tuple and isinstance(node.value, list):
            element = get_args(meant)[0]
            indexes = range(len(node.value))
            return [self.plain(element, node.at(index, node.above, index + 1)) for index in indexes]
        if isinstance(meant, type) and issubclass(meant, BaseModel) and isinstance(node.value, dict):
            return self._model(meant, node)
        return _bare(node.value)

    def _model(self, model: type[BaseModel], node: Node) -> dict[str, Any]:
        own = self._own_id(model, node)
        plain: dict[str, Any] = {}
        for name in node.value:
            if name == "scale" and "options" in model.model_fields:
                plain["options"] = self._scale(model, node, own)
                continue
            known = model.model_fields.get(name)
            is_words = issubclass(model, Option) and name == "text"
            child = node.at(name, own if is_words else f"{own}.{name}".strip("."))
            plain[str(name)] = self.plain(known.annotation if known else Any, child)
        return plain

    def _own_id(self, model: type[BaseModel], node: Node) -> str:
        own = node.value.get("id")
        if issubclass(model, Option) or own is None or "id" not in model.model_fields:
            if node.number is None:
                return node.above
            area = node.value.get("area")
            name = area.get("id") if isinstance(area, dict) else own or node.value.get("part") or node.number
            return f"{node.above}.{name}".strip(".")
        if str(own) in self.ids:
            self.findings.append(Finding(node.place, "id-twice", f"{own} is also at {self.ids[str(own)]}"))
        self.ids.setdefault(str(own), node.place)
        return str(own)

    def _scale(self, model: type[BaseModel], node: Node, own: str) -> Any:
        asked = node.at("scale", own)
        scale = self.scales.get(str(asked.value))
        if scale is None:
            self.findings.append(Finding(asked.place, "scale-unknown", f"there is no scale {asked.value}"))
            return []
        options = replace(scale, location=(*node.location, "options"), above=f"scales.{asked.value}")
        return self.plain(model.model_fields["options"].annotation, options)

    def _text(self, node: Node) -> dict[str, str] | None:
        dutch = str(node.value or "").strip()
        if not dutch:
            self.findings.append(Finding(node.place, "dutch-missing", f"{node.above} is empty"))
            return None
        text_id = f"{node.above}.{node.number}" if node.number else node.above
        self.texts.setdefault(text_id, SourceText(text_id, dutch, node.place))
        sentences = {catalogue.language: catalogue.sentence(text_id, dutch) for catalogue in self.catalogues}
        return {DUTCH: dutch, **{language: said for language, said in sentences.items() if said}}


def _meant(annotation: Any, value: Any) -> Any:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _meant(get_args(annotation)[0], value)
    if origin in (Union, UnionType):
        members = [member for member in get_args(annotation) if member is not NoneType]
        if len(members) == 1:
            return _meant(members[0], value)
        return next((member for member in members if _is_named(member, value)), Any)
    return annotation


def _is_named(member: Any, value: Any) -> bool:
    """Tells whether `kind` or `type` in the YAML names this member of a union."""
    if not (isinstance(member, type) and issubclass(member, BaseModel) and isinstance(value, dict)):
        return False
    known = member.model_fields
    return any(name in known and value.get(name) == known[name].default for name in ("kind", "type"))


def _bare(value: Any) -> Any:
    match value:
        case Node():
            return _bare(value.value)
        case dict():
            return {str(key): _bare(child) for key, child in value.items()}
        case list():
            return [_bare(child) for child in value]
        case bool() | None:
            return value
        case str():
            return str(value)
        case int():
            return int(value)
        case float():
            return float(value)
        case _:
            return str(value)
