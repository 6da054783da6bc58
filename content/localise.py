"""From an author's YAML to a definition with every text in every language, by walking the models themselves.

- Wherever a model says `Text`, the author writes one Dutch sentence; its id follows from where it stands.
- Ids: an item's, theme's or module's own id; under it the field; for an option its id; in a list its number.
- `scale: agree5` on a question becomes the options of that scale, so that a built pack reads by itself.
- Since the models lead, a new kind of exercise needs nothing here.
- Not here: reading files (source.py) and judging texts (lint.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
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
            return Node(child.value, child.file, child.line, (*self.location, key), above, number)
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
    _read: dict[str, tuple[Any, tuple[tuple[Location, str], ...]]] = field(default_factory=dict)

    def plain(self, model: type[BaseModel], node: Node) -> Any:
        """Gives plain JSON for a piece of YAML, in the shape the model asks for."""
        return self._plain(Shape(model=model), node)

    def _plain(self, shape: "Shape", node: Node) -> Any:
        self.places[node.location] = node.place
        value = node.value
        if shape.members and isinstance(value, dict):
            shape = shape.named(value)
        if shape.is_text and (value is None or isinstance(value, str)):
            return self._text(node)
        if shape.element is not None and isinstance(value, list):
            return [self._plain(shape.element, node.at(at, node.above, at + 1)) for at in range(len(value))]
        if shape.model is not None and isinstance(value, dict):
            return self._model(shape.model, node)
        return _bare(value)

    def _model(self, model: type[BaseModel], node: Node) -> dict[str, Any]:
        own = self._own_id(model, node)
        shapes = shapes_of(model)
        plain: dict[str, Any] = {}
        for name in node.value:
            if name == "scale" and "options" in shapes:
                plain["options"] = self._scale(shapes["options"], node, own)
                continue
            is_words = name == "text" and issubclass(model, Option)
            child = node.at(name, own if is_words else f"{own}.{name}".strip("."))
            plain[str(name)] = self._plain(shapes.get(name, BARE), child)
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

    def _scale(self, shape: "Shape", node: Node, own: str) -> Any:
        """Gives the options of a scale; read once, and their places noted under each question that has them."""
        asked = node.at("scale", own)
        name, here = str(asked.value), (*node.location, "options")
        scale = self.scales.get(name)
        if scale is None:
            self.findings.append(Finding(asked.place, "scale-unknown", f"there is no scale {asked.value}"))
            return []
        if name not in self._read:
            other = Localised(self.catalogues, texts=self.texts, ids=self.ids, findings=self.findings)
            plain = other._plain(shape, Node(scale.value, scale.file, scale.line, (), f"scales.{name}"))
            self._read[name] = plain, tuple(other.places.items())
        plain, places = self._read[name]
        self.places.update(((*here, *below), place) for below, place in places)
        return plain

    def _text(self, node: Node) -> dict[str, str] | None:
        dutch = str(node.value or "").strip()
        if not dutch:
            self.findings.append(Finding(node.place, "dutch-missing", f"{node.above} is empty"))
            return None
        text_id = f"{node.above}.{node.number}" if node.number else node.above
        self.texts.setdefault(text_id, SourceText(text_id, dutch, node.place))
        sentences = {catalogue.language: catalogue.sentence(text_id, dutch) for catalogue in self.catalogues}
        return {DUTCH: dutch, **{language: said for language, said in sentences.items() if said}}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a model asks for at one place: a text, a list, a model, one of several by `kind` or `type`, or anything."""

    is_text: bool = False
    element: "Shape | None" = None
    model: type[BaseModel] | None = None
    members: tuple[tuple[str, str, type[BaseModel]], ...] = ()

    def named(self, value: Mapping[str, Any]) -> "Shape":
        """Gives the shape of the member that a piece of YAML names."""
        model = next((model for name, said, model in self.members if value.get(name) == said), None)
        return Shape(model=model)


BARE = Shape()


@cache
def shapes_of(model: type[BaseModel]) -> Mapping[str, Shape]:
    """Gives the shape of each field of a model."""
    return {name: _shape(known.annotation) for name, known in model.model_fields.items()}


def _shape(annotation: Any) -> Shape:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _shape(get_args(annotation)[0])
    if origin in (Union, UnionType):
        members = [member for member in get_args(annotation) if member is not NoneType]
        if len(members) == 1:
            return _shape(members[0])
        return Shape(members=tuple(named for member in members for named in _names_of(member)))
    if origin is tuple:
        return Shape(element=_shape(get_args(annotation)[0]))
    if annotation is Text:
        return Shape(is_text=True)
    return Shape(model=annotation) if isinstance(annotation, type) and issubclass(annotation, BaseModel) else BARE


def _names_of(member: Any) -> Iterator[tuple[str, str, type[BaseModel]]]:
    """Gives what `kind` or `type` says in the YAML for this member of a union."""
    if isinstance(member, type) and issubclass(member, BaseModel):
        known = member.model_fields
        yield from ((name, str(known[name].default), member) for name in ("kind", "type") if name in known)


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
